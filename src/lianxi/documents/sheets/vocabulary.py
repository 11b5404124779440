"""The words that ledgers are made of: levels with their colours, units, areas, counties, the day."""

from __future__ import annotations

from lianxi.disclosure import EVERYBODY
from lianxi.documents.sheets.workbook import Level
from lianxi.situation import Situation
from lianxi.status.task import LEVELS
from lianxi.wording import full_date, listed


def head(text: str, now: Situation) -> tuple[str, ...]:
    """The line below a title: the day, and what is on the sheet."""
    only = "主动公开的部分，" if now.book.audience == EVERYBODY else ""
    return (f"截至{full_date(now.today)}，{only}{text}",)


def task_levels(now: Situation) -> tuple[Level, ...]:
    """Every level with its colour."""
    return tuple(Level(level, now.terms.colours[level]) for level in LEVELS)


def legend(now: Situation) -> str:
    """预警颜色：逾期红、滞后橙、…; a print in black has the words."""
    return f"预警颜色：{listed(f'{level.word}{level.colour}' for level in task_levels(now))}"


def units(now: Situation) -> tuple[str, ...]:
    """The units by their short names."""
    return tuple(unit.name for unit in now.mechanism.units)


def areas(now: Situation) -> tuple[str, ...]:
    """The areas of work."""
    return tuple(area.name for area in now.mechanism.areas)


def counties(now: Situation) -> tuple[str, ...]:
    """The places that an issue may come from."""
    return tuple(dict.fromkeys(unit.county for unit in now.mechanism.units if unit.county))

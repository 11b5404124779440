"""The levels of tasks as a workbook colours and explains them, in the colours of the conference."""

from __future__ import annotations

from lianxi.documents.sheets.workbook import Level
from lianxi.situation import Situation
from lianxi.status.task import LEVELS
from lianxi.wording import listed


def task_levels(now: Situation) -> tuple[Level, ...]:
    """Every level with its colour."""
    return tuple(Level(level, now.terms.colours[level]) for level in LEVELS)


def legend(now: Situation) -> str:
    """预警颜色：逾期红、滞后橙、…, for a line below the title; a print in black has the words."""
    return f"预警颜色：{listed(f'{level}{now.terms.colours[level]}' for level in LEVELS)}"

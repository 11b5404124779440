"""The page of one unit: what it leads, supports, has raised and owes; and the list of all units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from lianxi.documents.site.addresses import UNITS, list_page
from lianxi.documents.site.badge import Badge, level_badge
from lianxi.documents.site.linked import Part, Text, linked, plain
from lianxi.documents.site.listing import Cell, Group, Listing, Row, group, listing
from lianxi.documents.site.look import Look
from lianxi.reports.dimension import UNIT
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.totals import counts
from lianxi.reports.unit import TaskRow, UnitSheet, sheet_of_unit
from lianxi.schema.mechanism import Unit
from lianxi.status.task import CONFIRMED, DONE
from lianxi.wording import full_date

_TASK_COLUMNS = ("工作任务", "等级", "角色", "完成时限")
_ISSUE_COLUMNS = ("议题", "状态")
_COLUMNS = ("单位", "全称", "类别", "牵头任务", "正在办理", "逾期", "办结率")
_ENDED = frozenset({DONE, CONFIRMED})


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one part of the page; ``ended`` those that are over with, shown on demand."""

    columns: tuple[str, ...]
    open: Group
    ended: Group


@dataclass(frozen=True, slots=True)
class UnitPage:
    """The page."""

    name: str
    full: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    owed: tuple[Text, ...]


def unit_page(unit: Unit, seen: Look) -> UnitPage:
    """The page of ``unit``."""
    sheet = sheet_of_unit(unit, seen.now, seen.all_owed)
    raised = [
        (Cell((Part(row.title, seen.to.of[row.id]),), ref=row.id), Cell((), Badge(row.status)))
        for row in sheet.raised
    ]
    return UnitPage(
        sheet.name,
        sheet.full,
        _notes(sheet),
        (
            _tasks("牵头的任务", "leads", sheet.leads, seen),
            _tasks("配合的任务", "supports", sheet.supports, seen),
            Table(_ISSUE_COLUMNS, group("提出的议题", "raised", raised), group("", "", ())),
        ),
        tuple(_owed(sheet, seen)),
    )


def _notes(sheet: UnitSheet) -> tuple[str, ...]:
    member = "成员单位" if sheet.member else "非成员单位"
    return (member, sheet.note) if sheet.note else (member,)


def _tasks(name: str, anchor: str, rows: tuple[TaskRow, ...], seen: Look) -> Table:
    current = [_row(row, seen) for row in rows if row.level not in _ENDED]
    ended = [_row(row, seen) for row in rows if row.level in _ENDED]
    return Table(
        _TASK_COLUMNS,
        group(f"{name}（在办）", anchor, current),
        group(f"{name}（已办结、已销号）", f"{anchor}-ended", ended),
    )


def _row(row: TaskRow, seen: Look) -> Row:
    return (
        Cell((Part(row.title, seen.to.of[row.id]),), ref=row.id),
        Cell((), level_badge(row.level, row.late, seen.now)),
        Cell(plain(row.role)),
        Cell(plain(row.due)),
    )


def _owed(sheet: UnitSheet, seen: Look) -> Iterable[Text]:
    for owed in sheet.owes:
        due = f"，时限{full_date(owed.due)}" if owed.due else ""
        late = f"，逾期{owed.late}天" if owed.late else ""
        yield linked(f"{owed.duty}：{owed.what}{due}{late}（{owed.word}，{owed.record}）", seen.to)


def units_list(seen: Look) -> Listing:
    """All units in the order of the mechanism, members first."""
    figures = {line.name: line.counts for line in counts(counted_tasks(seen.now), UNIT, seen.now)}

    def row(unit: Unit) -> Row:
        told, name = figures.get(unit.name), unit.name
        numbers = (told.tasks, told.in_hand, told.overdue) if told else (0, 0, 0)
        return (
            Cell((Part(name, seen.to.unit[name]),)),
            Cell(plain(unit.full)),
            Cell(plain(unit.kind)),
            *(Cell(plain(f"{number}项")) for number in numbers),
            Cell(plain(told.rate if told and told.rate_of else "不计")),
        )

    named = {unit.name: unit for unit in reversed(seen.now.mechanism.units)}
    first = [named[unit.name] for unit in seen.now.mechanism.units if named.get(unit.name) is unit]
    members = group("成员单位", "members", (row(unit) for unit in first if unit.member))
    others = group("其他单位", "others", (row(unit) for unit in first if not unit.member))
    return listing("单位", partial(list_page, UNITS), _COLUMNS, [members, others])

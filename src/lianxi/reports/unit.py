"""What one unit leads, supports, has raised and owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.obligations import Obligation, obligations
from lianxi.reports.task_line import due_text
from lianxi.schema.mechanism import Mechanism, Unit
from lianxi.situation import Situation, situation
from lianxi.status.issue import NOT_YET, issue_standing
from lianxi.status.task import LEVELS, OVERDUE, TaskStanding, task_standing
from lianxi.wording import full_date


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task, as a unit sees it."""

    id: str
    title: str
    level: str
    late: int
    due: str
    role: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue the unit has raised."""

    id: str
    title: str
    status: str


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """The unit's own list."""

    today: date
    name: str
    full: str
    member: bool
    note: str
    leads: tuple[TaskRow, ...]
    supports: tuple[TaskRow, ...]
    raised: tuple[IssueRow, ...]
    owes: tuple[Obligation, ...]
    unread: int


def find_unit(mechanism: Mechanism, name: str) -> Unit | None:
    """The unit of that short, full or former name."""
    for unit in mechanism.units:
        if name in {unit.name, unit.full} or name in {former.name for former in unit.former}:
            return unit
    return None


def unit_sheet(book: Book, today: date, unit: Unit) -> UnitSheet:
    """What ``unit`` has to do with the conference on ``today``."""
    now = situation(book, today)
    return sheet_of_unit(unit, now, obligations(now))


def sheet_of_unit(unit: Unit, now: Situation, owed: list[Obligation]) -> UnitSheet:
    """The sheet of one unit among many; ``owed`` are the duties of all."""
    standings = [found for task in now.book.tasks.values() if (found := task_standing(task, now)).counted]
    standings.sort(key=lambda found: (LEVELS.index(found.level or "正常"), -found.late, found.task.id))
    groups = _groups_of(unit, now)
    was = {unit.name, *(old.name for old in unit.former)}
    leads = [_row(found, unit) for found in standings if was & {*found.lead, *found.task.lead}]
    supports = [
        _row(found, unit) for found in standings if groups & set(map(now.present, found.task.support))
    ]
    raised = [
        IssueRow(found.issue.id, found.issue.title, found.status)
        for found in (issue_standing(issue, now) for issue in now.book.issues.values())
        if found.status != NOT_YET and _is(unit, found.issue.raised_by, now)
    ]
    owes = [entry for entry in owed if unit.name in map(now.present, entry.owners)]
    return UnitSheet(
        now.today,
        unit.name,
        unit.full,
        unit.member,
        _note(unit),
        tuple(leads),
        tuple(supports),
        tuple(raised),
        tuple(owes),
        now.book.unread,
    )


def _is(unit: Unit, name: str, now: Situation) -> bool:
    return unit.name in {name, now.present(name)}


def _groups_of(unit: Unit, now: Situation) -> set[str]:
    """The unit's own name and those of the groups it belongs to."""
    names = {unit.name}
    for group in now.mechanism.groups:
        if group.holds(unit):
            names.add(group.name)
    return names


def _row(found: TaskStanding, unit: Unit) -> TaskRow:
    task = found.task
    late = found.late if found.level == OVERDUE else 0
    return TaskRow(task.id, task.title, found.level or "", late, due_text(found), _role(found, unit))


def _role(found: TaskStanding, unit: Unit) -> str:
    if unit.name in found.lead:
        if len(found.lead) == 1:
            return "牵头"
        return "牵头（汇总报告）" if found.lead[0] == unit.name else "共同牵头"
    return "原牵头" if unit.name in found.task.lead else "配合"


def _note(unit: Unit) -> str:
    if unit.dissolved_on is not None:
        after = f"，职责由{unit.successor}承接" if unit.successor else ""
        return f"{full_date(unit.dissolved_on)}撤销{after}"
    return f"{full_date(unit.since)}起" if unit.since else ""

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
from lianxi.status.task import LEVELS, TaskStanding, task_standing


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
    standings = [found for task in now.book.tasks.values() if (found := task_standing(task, now)).counted]
    standings.sort(key=lambda found: (LEVELS.index(found.level or "正常"), -found.late, found.task.id))
    groups = _groups_of(unit, now)
    leads = [_row(found, unit) for found in standings if unit.name in {*found.lead, *found.task.lead}]
    supports = [_row(found, unit) for found in standings if groups & set(found.task.support)]
    raised = [
        IssueRow(issue.id, issue.title, issue_standing(issue, now).status)
        for issue in now.book.issues.values()
        if issue.raised_by == unit.name and issue_standing(issue, now).status != NOT_YET
    ]
    owes = [entry for entry in obligations(now) if unit.name in entry.owners]
    return UnitSheet(
        today,
        unit.name,
        unit.full,
        unit.member,
        _note(unit),
        tuple(leads),
        tuple(supports),
        tuple(raised),
        tuple(owes),
        book.unread,
    )


def _groups_of(unit: Unit, now: Situation) -> set[str]:
    """The unit's own name and those of the groups it belongs to."""
    names = {unit.name}
    for group in now.mechanism.groups:
        if unit.kind in group.kinds or unit.name in group.units or (group.members and unit.member):
            names.add(group.name)
    return names


def _row(found: TaskStanding, unit: Unit) -> TaskRow:
    leads = found.task.lead
    role = "牵头"
    if len(leads) > 1:
        role = "牵头（汇总报告）" if leads[0] == unit.name else "共同牵头"
    if unit.name in leads and unit.name not in found.lead:
        role = "原牵头"
    if unit.name not in {*leads, *found.lead}:
        role = "配合"
    return TaskRow(found.task.id, found.task.title, found.level or "", found.late, due_text(found), role)


def _note(unit: Unit) -> str:
    if unit.dissolved_on is not None:
        after = f"，职责由{unit.successor}承接" if unit.successor else ""
        return f"{unit.dissolved_on.isoformat()}撤销{after}"
    return f"{unit.since.isoformat()}起" if unit.since else ""

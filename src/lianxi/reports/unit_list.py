"""What one unit is sent to fill in (本单位清单): its open tasks, and what it has raised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.last_word import NOTHING, last_report
from lianxi.reports.task_line import due_text
from lianxi.reports.unit import IssueRow, unit_sheet
from lianxi.schema.mechanism import Unit
from lianxi.situation import Situation, situation
from lianxi.status.task import TaskStanding, task_standing
from lianxi.wording import listed


@dataclass(frozen=True, slots=True)
class ListedTask:
    """One task as the list has it; ``due`` is a day, or words where there is none."""

    id: str
    title: str
    role: str
    lead: str
    support: str
    stage: str
    due: date | str
    status: str
    last: str


@dataclass(frozen=True, slots=True)
class UnitList:
    """The list of one unit."""

    unit: str
    conference: str
    today: date
    tasks: tuple[ListedTask, ...]
    raised: tuple[IssueRow, ...]


def unit_list(book: Book, today: date, unit: Unit) -> UnitList:
    """What ``unit`` is asked about on ``today``: what is reported done is not asked for again."""
    now = situation(book, today)
    sheet = unit_sheet(book, today, unit)
    roles = {row.id: row.role for row in (*sheet.supports, *sheet.leads) if row.role != "原牵头"}
    found = (task_standing(now.book.tasks[id_], now) for id_ in sorted(roles))
    tasks = tuple(listed_task(each, now, roles[each.task.id]) for each in found if each.open)
    return UnitList(unit.name, now.mechanism.name, today, tasks, sheet.raised)


def listed_task(found: TaskStanding, now: Situation, role: str = "") -> ListedTask:
    """One task as it stands."""
    task, stage = found.task, found.stage
    last = last_report(found, now)
    return ListedTask(
        task.id,
        task.title,
        role,
        listed(found.lead),
        listed(task.support),
        (stage.title or "") if stage and stage.done_on is None else "",
        found.due or due_text(found),
        found.status,
        "" if last == NOTHING.removesuffix("。") else last,
    )

"""Which decided tasks are late, silent, falling due or waiting, and what has changed since the last list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.disclosure import EVERYBODY
from lianxi.reports.dimension import MEETING, grouped
from lianxi.reports.office import office_name
from lianxi.reports.since import Since, since, since_text
from lianxi.reports.tally import Tally, levels_text, tally, totals_text
from lianxi.reports.task_row import Row, past_due, row
from lianxi.reports.totals import Count, counts, given_text
from lianxi.situation import Situation, situation
from lianxi.status.task import AWAITING, DUE_SOON, OVERDUE, STALE, SUSPENDED, TaskStanding, task_standing
from lianxi.wording import shared_remark

LEVEL = "等级"
_LISTED = (
    (OVERDUE, "逾期事项"),
    (STALE, "滞后事项"),
    (DUE_SOON, "临期事项"),
    (AWAITING, "待上级批复事项"),
    (SUSPENDED, "暂缓办理事项"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows under one heading; ``level`` where all of them have the same."""

    name: str
    level: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overdue:
    """The list (议定事项办理情况). ``summary`` is its first paragraph, made from the figures."""

    today: date
    office: str
    remark: str
    by: str
    summary: str
    counts: Tally
    since: Since | None
    groups: tuple[Group, ...]
    counted_by: str
    table: tuple[Count, ...]
    unread: int


def overdue(book: Book, today: date, by: str = LEVEL, compare: date | None = None) -> Overdue:
    """The list as of ``today``, by 等级, 单位, 会议 or 领域; against the list of ``compare`` if named."""
    now = situation(book, today)
    tasks = counted_tasks(now)
    changes = since(book, compare, now) if compare else None
    counted_by = MEETING if by == LEVEL else by
    figures = tally(tasks)
    return Overdue(
        today,
        office_name(now),
        shared_remark(found.task.title for found in tasks),
        by,
        summary(tasks, figures, changes, now),
        figures,
        changes,
        tuple(_groups(tasks, by, changes, now)),
        counted_by,
        counts(tasks, counted_by, now),
        book.unread,
    )


def counted_tasks(now: Situation) -> list[TaskStanding]:
    """Every task that is a duty, by id."""
    return [found for task in now.book.tasks.values() if (found := task_standing(task, now)).counted]


def summary(tasks: list[TaskStanding], figures: Tally, changes: Since | None, now: Situation) -> str:
    """The paragraph of figures, in sentences that leave out what is 0."""
    only = "主动公开的事项中，" if now.book.audience == EVERYBODY else ""
    compared = since_text(changes, now.today) if changes else ""
    if not tasks:
        return f"{only}还没有交办的任务。{compared}"
    return f"{only}{given_text(tasks, now)}，{totals_text(figures)}。{levels_text(figures)}{compared}"


def _groups(tasks: list[TaskStanding], by: str, changes: Since | None, now: Situation) -> list[Group]:
    new = {named.id for named in changes.newly_late} if changes else set()
    listed = sorted((found for found in tasks if found.level in dict(_LISTED)), key=_rank)

    def rows(members: list[TaskStanding]) -> tuple[Row, ...]:
        return tuple(row(found, now, new=found.task.id in new) for found in members)

    if by != LEVEL:
        return [Group(name, "", rows(members)) for name, members in grouped(listed, by, now).items()]
    levels = [(level, name, [found for found in listed if found.level == level]) for level, name in _LISTED]
    return [Group(name, level, rows(members)) for level, name, members in levels if members]


def _rank(found: TaskStanding) -> tuple[int, int, date, str]:
    order = [level for level, _ in _LISTED]
    return (order.index(found.level or ""), *past_due(found))

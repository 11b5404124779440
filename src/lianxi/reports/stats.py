"""How the tasks of a period were handled, by unit, area and meeting: for the office, never a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.dimension import AREA, MEETING, UNIT, area_of, group_name, grouped
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.totals import TOTAL
from lianxi.situation import Situation, situation
from lianxi.status.stage import ended_on
from lianxi.status.task import OVERDUE, TaskStanding
from lianxi.wording import one_decimal, shared_remark

COLUMNS = (
    "编号",
    "工作任务",
    "牵头单位",
    "领域",
    "会议",
    "交办日期",
    "报办结日期",
    "用时（天）",
    "按期办结",
    "按原定时限办结",
    "期内批准延期",
    "期内退办",
    "等级",
)


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one unit, area or meeting.

    ``done`` counts what was reported done within the period and stands; of these ``on_time``
    kept the deadline that counted, ``on_time_at_first`` the original one. ``days`` are the
    calendar days from 交办 to that report, in all; ``mean_days`` their mean, in tenths. ``overdue`` is
    what is late on the last day.
    """

    name: str
    assigned: int
    done: int
    on_time: int
    on_time_at_first: int
    days: int
    mean_days: str
    extended: int
    returned: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Table:
    """The lines along one dimension, with the total."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures from ``start`` to ``today``, both days included."""

    today: date
    start: date
    remark: str
    tables: tuple[Table, ...]
    unread: int


def stats(book: Book, start: date, end: date) -> Stats:
    """Count what happened from ``start`` to ``end``, on the records as of ``end``."""
    now = situation(book, end)
    tasks = counted_tasks(now)
    tables = (Table(by, tuple(lines(tasks, by, start, now))) for by in (UNIT, AREA, MEETING))
    remark = shared_remark(found.task.title for found in tasks)
    return Stats(end, start, remark, tuple(tables) if tasks else (), book.unread)


def lines(tasks: list[TaskStanding], by: str, start: date, now: Situation) -> list[Line]:
    """The figures along one dimension from ``start`` to today, with the total."""
    groups = [_line(name, members, start) for name, members in grouped(tasks, by, now).items()]
    return [*groups, _line(TOTAL, tasks, start)]


def _line(name: str, tasks: list[TaskStanding], start: date) -> Line:
    done = [found for found in tasks if _ended_within(found, start)]
    days = [spent for found in done if (spent := _days(found)) is not None]
    return Line(
        name,
        sum(1 for found in tasks if found.assigned_on and found.assigned_on >= start),
        len(done),
        sum(map(_kept, done)),
        sum(map(_kept_at_first, done)),
        sum(days),
        one_decimal(sum(days), len(days)) if days else "",
        sum(_extended(found, start) for found in tasks),
        sum(_returned(found, start) for found in tasks),
        sum(1 for found in tasks if found.level == OVERDUE),
    )


def _ended_within(found: TaskStanding, start: date) -> bool:
    ended = ended_on(found.task)
    return ended is not None and ended >= start


def _days(found: TaskStanding) -> int | None:
    ended = ended_on(found.task)
    return (ended - found.assigned_on).days if ended and found.assigned_on else None


def _kept(found: TaskStanding) -> bool:
    return not any(stage.late for stage in found.stages)


def _kept_at_first(found: TaskStanding) -> bool:
    return not any(stage.late_at_first for stage in found.stages)


def _extended(found: TaskStanding, start: date) -> int:
    granted = (entry.approved_on or entry.date for entry in found.task.extensions if entry.granted)
    return sum(1 for day in granted if day is not None and day >= start)


def _returned(found: TaskStanding, start: date) -> int:
    back = (entry.returned.date for entry in found.task.completions if entry.returned)
    return sum(1 for day in back if day >= start)


def rows(book: Book, start: date, end: date) -> list[tuple[object, ...]]:
    """One row a task, as ``COLUMNS`` names it; whether it kept its deadline only where it is done."""
    now = situation(book, end)
    return [_row(found, start, now) for found in counted_tasks(now)]


def _row(found: TaskStanding, start: date, now: Situation) -> tuple[object, ...]:
    ended = ended_on(found.task)
    kept = ("是" if _kept(found) else "否", "是" if _kept_at_first(found) else "否") if ended else ("", "")
    names = (group_name(found, UNIT, now), area_of(found, now), group_name(found, MEETING, now))
    counted = (_extended(found, start), _returned(found, start))
    return (
        found.task.id,
        found.task.title,
        *names,
        found.assigned_on,
        ended,
        _days(found),
        *kept,
        *counted,
        found.level,
    )

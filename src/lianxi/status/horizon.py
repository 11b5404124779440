"""Which working-day deadlines run into a year whose holidays are not in the records."""

from __future__ import annotations

from lianxi.schema.deadline import Counted
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.stage import counted_from
from lianxi.status.task import meeting_of, task_standing


def years_beyond(task: Task, now: Situation) -> tuple[int, ...]:
    """The years without a calendar that the deadline of an unfinished ``task`` was counted through.

    A calendar that is there and cannot be read is not missing.
    """
    if not isinstance(task.due, Counted) or task.due.workdays is None:
        return ()
    standing = task_standing(task, now)
    start = counted_from(task, meeting_of(task, now), standing.assigned_on)
    stage = standing.stage
    if not standing.open or start is None or stage is None or stage.due is None or not stage.provisional:
        return ()
    years = range(start.year, stage.due.year + 1)
    return tuple(year for year in years if year not in now.book.calendars and str(year) not in now.book.known)


def first_beyond(now: Situation) -> dict[int, str]:
    """For each such year the first task, by path, whose deadline was counted through it."""
    if not now.beyond:
        paths = now.book.paths
        for task in sorted(now.book.tasks.values(), key=lambda task: paths[task.id]):
            for year in years_beyond(task, now):
                now.beyond.setdefault(year, task.id)
    return now.beyond

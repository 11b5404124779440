"""催办: the office takes the next step of the ladder on a task past its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.obligations import Obligation, late_by, level_by, office_unit
from lianxi.schema.mechanism_rules import Step
from lianxi.situation import Situation
from lianxi.status.task import OVERDUE, TaskStanding, task_standing

DUTY = "催办"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each overdue task whose next step has come."""
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        if standing.level != OVERDUE:
            continue
        found = next_step(standing, now)
        if found is not None and found[1] <= now.today:
            step, day = found
            yield Obligation(
                DUTY,
                task.id,
                (office_unit(now),),
                task.title,
                now.terms.steps.basis,
                level_by(day, now),
                day,
                late_by(day, now),
                detail=step.do,
            )


def next_step(standing: TaskStanding, now: Situation) -> tuple[Step, date] | None:
    """The step after the last one taken, and the day from which it is to be taken.

    The first counts from the deadline, each later one from the last reply date; no step is
    skipped or taken twice.
    """
    steps = now.terms.steps.value
    notices = standing.task.notices
    taken = {step.do for step in steps} & {notice.form for notice in notices}
    following = [index + 1 for index, step in enumerate(steps) if step.do in taken]
    index = max(following, default=0)
    if index >= len(steps) or standing.due is None:
        return None
    start = standing.due
    if notices and index:
        start = notices[-1].reply_by or notices[-1].date
    return steps[index], now.workdays.after(start, steps[index].after).day

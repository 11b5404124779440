"""催办: the office takes the next step of the ladder on a task past its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.obligations import Obligation, late_by, level_by, office_unit
from lianxi.situation import Situation
from lianxi.status.task import OVERDUE, TaskStanding, task_standing

DUTY = "催办"
SHEET, REQUEST = "督办通知单", "提请函"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each overdue task whose next step has come."""
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        if standing.level != OVERDUE:
            continue
        found = next_step(standing, now)
        if found is not None and found[1] <= now.today:
            form, day = found
            yield Obligation(
                DUTY,
                task.id,
                (office_unit(now),),
                task.title,
                now.terms.steps.basis,
                level_by(day, now),
                day,
                late_by(day, now),
                detail=form,
            )


def next_step(standing: TaskStanding, now: Situation) -> tuple[str, date] | None:
    """The form of the step after the last one taken, and the day from which it is to be taken.

    The first counts from the deadline that holds, each later one from the last reply date; no
    step is skipped or taken twice. What was sent before that deadline passed is no step.
    """
    steps, due = now.terms.steps.value, standing.due
    if due is None:
        return None
    forms = [_form(step.do, standing, now) for step in steps]
    start, taken = due, 0
    for notice in standing.task.notices:
        if taken < len(steps) and notice.date > due and notice.form == forms[taken]:
            start, taken = notice.reply_by or notice.date, taken + 1
    if taken == len(steps):
        return None
    return forms[taken], now.workdays.after(start, steps[taken].after).day


def _form(form: str, standing: TaskStanding, now: Situation) -> str:
    """To a division of a higher authority goes a 提请函, never a 督办通知单."""
    lead = now.units.get(standing.lead[0])
    return REQUEST if form == SHEET and lead is not None and lead.parent is not None else form

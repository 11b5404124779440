"""催办: the office takes the next step of the ladder on a task past its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lianxi.obligations import Obligation, late_by, level_by, office_unit
from lianxi.schema.base import Duration
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.task import OVERDUE, TaskStanding, standing_on, task_standing

DUTY = "催办"
REMINDER, SHEET, REQUEST, CONVENER = "提醒", "督办通知单", "提请函", "提请召集人"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each overdue task whose next step has come."""
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        if standing.level != OVERDUE:
            continue
        found = next_step(standing, now)
        if found is not None and found.day <= now.today:
            yield Obligation(
                DUTY,
                task.id,
                (office_unit(now),),
                task.title,
                now.terms.steps.basis,
                level_by(found.day, now),
                found.day,
                late_by(found.day, now),
                detail=found.form,
            )


class NextStep(NamedTuple):
    """The step after the last one taken, and the day from which it is to be taken.

    That day lies ``after`` the ``start``: the deadline where no step is ``taken`` yet, else the
    last reply date.
    """

    form: str
    day: date
    start: date
    after: Duration
    taken: int


def next_step(standing: TaskStanding, now: Situation) -> NextStep | None:
    """The step after the last one taken; ``None`` at the end of the ladder, or where no day is due.

    The first counts from the deadline that holds, each later one from the last reply date; no
    step is skipped or taken twice. What was sent before that deadline passed is no step.
    """
    steps, due = now.terms.steps.value, standing.due
    if due is None:
        return None
    forms = [_form(step.do, standing, now) for step in steps]
    start, taken = due, 0
    for notice in standing.task.notices:
        if taken < len(steps) and notice.date > due and as_step(notice.form) == as_step(forms[taken]):
            start, taken = notice.reply_by or notice.date, taken + 1
    if taken == len(steps):
        return None
    after = steps[taken].after
    return NextStep(forms[taken], now.workdays.after(start, after).day, start, after, taken)


def passed_over(task: Task, index: int, now: Situation) -> list[str]:
    """The steps that were to come before notice ``index`` and did not; ``now`` may hold the whole book.

    As for the next step, only what was sent after the deadline that held counts. A 提醒 is a
    word in passing, and never missed.
    """
    notice, forms = task.notices[index], [as_step(step.do) for step in now.terms.steps.value]
    form = as_step(notice.form)
    if form not in forms[1:]:
        return []
    standing = standing_on(task, notice.date, now)
    if standing.due is None or notice.date <= standing.due:
        return []
    reached = 0
    for earlier in task.notices[:index]:
        if earlier.date > standing.due and as_step(earlier.form) in forms[reached:]:
            reached = forms.index(as_step(earlier.form), reached) + 1
    if form in forms[:reached]:
        return []
    skipped = forms[reached : forms.index(form, reached)]
    return [_form(step, standing, now) for step in skipped if step != REMINDER]


def next_number(form: str, year: int, now: Situation) -> int:
    """The number after the last one of that form; 督办通知单 and 提请函 are numbered apart, year by year."""
    used = (no for of, when, no in now.book.numbered_notices if (of, when) == (form, year))
    return max(used, default=0) + 1


def notice_lines(form: str, day: date, now: Situation) -> str:
    """A notice as it is to be written down, ready to paste."""
    number = f"no: {next_number(form, day.year, now)}\n  " if form in {SHEET, REQUEST} else ""
    return f"- {number}date: {day}\n  form: {form}"


def as_step(form: str) -> str:
    """A 提请函 is the same step as a 督办通知单, taken towards a higher authority."""
    return SHEET if form == REQUEST else form


def _form(form: str, standing: TaskStanding, now: Situation) -> str:
    """To a higher authority goes a 提请函, never a 督办通知单."""
    return REQUEST if form == SHEET and above_office(standing.lead[0], now) else form


def above_office(name: str, now: Situation) -> str | None:
    """The convening unit of a higher rank that ``name`` is, or belongs to; ``None`` where it is none.

    A convening unit of the office's own, or of its kind, is no higher authority; neither is
    a local government for belonging to one.
    """
    unit, office = now.units.get(name), now.mechanism.office
    if unit is None or unit.county is not None or office is None:
        return None
    kinds = {now.units[over].kind for host in office.host for over in _upward(host, now)}
    convening = {side.unit for side in now.mechanism.sides}
    higher = (over for over in _upward(name, now) if over in convening)
    return next((over for over in higher if now.units[over].kind not in kinds), None)


def _upward(name: str, now: Situation) -> list[str]:
    """A unit and those it belongs to, as far as they are known."""
    found: list[str] = []
    while name in now.units and name not in found:
        found.append(name)
        name = now.units[name].parent or ""
    return found

"""When a task is due, stage by stage, and how late each stage is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lianxi.schema.deadline import STANDING, Counted, Milestone
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Completion, Task
from lianxi.situation import Situation
from lianxi.status.meeting import issued_on

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One deadline: of the whole task, or of a milestone.

    ``original`` and ``due`` are ``None`` while the event they count from has not happened
    (待定). ``late`` counts calendar days, without those in which the clock stood still.
    """

    title: str | None
    text: str | None
    original: date | None
    due: date | None
    extended: int
    done_on: date | None
    late: int = 0
    provisional: bool = False


def stages_of(task: Task, meeting: Meeting | None, assigned: date | None, now: Situation) -> list[Stage]:
    """One stage a milestone, or one for the whole task; none for a standing duty."""
    stopped = stopped_days(task, now.today)
    if task.milestones:
        return [_milestone(task, stage, stopped, now.today) for stage in task.milestones]
    if task.due is None or task.due == STANDING:
        return []
    original, provisional = _original(task, meeting, assigned, now)
    granted = [extension for extension in task.extensions if extension.granted]
    due = granted[-1].new_due if granted else original
    completion = standing_completion(task)
    done_on = completion.reported_on if completion else None
    late = _late(due, done_on, stopped, now.today)
    text = None if granted else task.due_text
    return [Stage(None, text, original, due, len(granted), done_on, late, provisional and not granted)]


def _milestone(task: Task, stage: Milestone, stopped: set[date], today: date) -> Stage:
    granted = [entry for entry in task.extensions if entry.granted and entry.milestone == stage.title]
    due = granted[-1].new_due if granted else stage.due
    completion = standing_completion(task)
    done_on = stage.done_on or (completion.reported_on if completion else None)
    late = _late(due, done_on, stopped, today)
    text = None if granted else stage.due_text
    return Stage(stage.title, text, stage.due, due, len(granted), done_on, late)


def _late(due: date | None, done_on: date | None, stopped: set[date], today: date) -> int:
    if due is None:
        return 0
    last = min(done_on, today) if done_on else today
    span = (last - due).days
    if span <= 0:
        return 0
    return span - sum(1 for day in stopped if due < day <= last)


def _original(
    task: Task, meeting: Meeting | None, assigned: date | None, now: Situation
) -> tuple[date | None, bool]:
    due = task.due
    if isinstance(due, date):
        return due, False
    if not isinstance(due, Counted):
        return None, False
    start: date | None
    if isinstance(due.after, date):
        start = due.after
    elif due.after == "召开":
        start = meeting.held_on if meeting else None
    elif due.after == "印发":
        start = issued_on(meeting) if meeting else None
    else:
        start = assigned
    if start is None:
        return None, False
    reckoned = now.workdays.after(start, due)
    return reckoned.day, reckoned.provisional


def standing_completion(task: Task) -> Completion | None:
    """The completion that stands: the last one, unless it was returned."""
    last = task.completions[-1] if task.completions else None
    return last if last is not None and last.returned is None else None


def stopped_days(task: Task, today: date) -> set[date]:
    """The days on which lateness does not count: 暂缓, sent upward, reported done."""
    spans = [(entry.since, entry.until or today) for entry in task.suspensions]
    spans += [(entry.sent_on + _DAY, entry.replied_on or today) for entry in task.upward]
    spans += [
        (entry.reported_on + _DAY, entry.returned.date if entry.returned else today)
        for entry in task.completions
    ]
    return {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}

"""When a task is due, stage by stage, and how late each stage is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lianxi.schema.deadline import STANDING, Counted, Milestone
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Completion, Task
from lianxi.situation import Situation
from lianxi.status.meeting import issued_on
from lianxi.wording import numeral, titled

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One deadline: of the whole task, or of a milestone.

    ``original`` and ``due`` are ``None`` while the event they count from has not happened
    (待定). ``late`` counts the calendar days past ``due``, ``late_at_first`` those past
    ``original``, both without those in which the clock stood still.
    """

    title: str | None
    text: str | None
    original: date | None
    due: date | None
    extended: int
    done_on: date | None
    late: int = 0
    provisional: bool = False
    late_at_first: int = 0


def stages_of(task: Task, meeting: Meeting | None, assigned: date | None, now: Situation) -> list[Stage]:
    """One stage a milestone, or one for the whole task; none for a standing duty."""
    if task.milestones:
        return [_milestone(task, stage, now.today) for stage in task.milestones]
    if task.due is None or task.due == STANDING:
        return []
    original, provisional = _original(task, meeting, assigned, now)
    granted = [extension for extension in task.extensions if extension.granted]
    due = granted[-1].new_due if granted else original
    ended = ended_on(task)
    text = None if granted else task.due_text
    late = _late(task, due, ended, now.today)
    first = _late(task, original, ended, now.today) if granted else late
    return [Stage(None, text, original, due, len(granted), ended, late, provisional and not granted, first)]


def _milestone(task: Task, stage: Milestone, today: date) -> Stage:
    granted = [entry for entry in task.extensions if entry.granted and entry.milestone == stage.title]
    due = granted[-1].new_due if granted else stage.due
    done_on = stage.done_on or ended_on(task)
    text = None if granted else stage.due_text
    late = _late(task, due, done_on, today)
    first = _late(task, stage.due, done_on, today) if granted else late
    return Stage(stage.title, text, stage.due, due, len(granted), done_on, late, late_at_first=first)


def stage_title(task: Task, stage: Stage | None) -> str:
    """The task's title with the stage that is spoken of: …：完成用地组卷（第一阶段）（示例）."""
    if stage is None or stage.title is None:
        return task.title
    place = [milestone.title for milestone in task.milestones].index(stage.title) + 1
    return titled(task.title, f"：{stage.title}（第{numeral(place)}阶段）")


def _late(task: Task, due: date | None, done_on: date | None, today: date) -> int:
    """Calendar days after ``due``, without those on which the clock stood still."""
    last = min(done_on, today) if done_on else today
    if due is None or last <= due:
        return 0
    late, counted_to = (last - due).days, due
    for first, end in sorted(_stops(task, today)):
        start, stop = max(first, counted_to + _DAY), min(end, last)
        if start <= stop:
            late -= (stop - start).days + 1
            counted_to = stop
    return late


def _stops(task: Task, today: date) -> Iterator[tuple[date, date]]:
    """The spans, both ends included, in which lateness does not count: 暂缓, sent upward, reported done."""
    for suspension in task.suspensions:
        yield suspension.since, suspension.until or today
    for upward in task.upward:
        yield upward.sent_on + _DAY, upward.replied_on or today
    for completion in task.completions:
        yield completion.reported_on + _DAY, completion.returned.date if completion.returned else today


def _original(
    task: Task, meeting: Meeting | None, assigned: date | None, now: Situation
) -> tuple[date | None, bool]:
    due = task.due
    if isinstance(due, date):
        return due, False
    start = counted_from(task, meeting, assigned)
    if start is None or not isinstance(due, Counted):
        return None, False
    reckoned = now.workdays.after(start, due)
    return reckoned.day, reckoned.provisional


def counted_from(task: Task, meeting: Meeting | None, assigned: date | None) -> date | None:
    """The day a counted deadline counts from; ``None`` before the event, or where nothing is counted."""
    due = task.due
    if not isinstance(due, Counted):
        return None
    if isinstance(due.after, date):
        return due.after
    if due.after == "召开":
        return meeting.held_on if meeting else None
    if due.after == "印发":
        return issued_on(meeting) if meeting else None
    return assigned


def standing_completion(task: Task) -> Completion | None:
    """The completion that stands: the last one, unless it was returned."""
    last = task.completions[-1] if task.completions else None
    return last if last is not None and last.returned is None else None


def ended_on(task: Task) -> date | None:
    """The day it was reported done; where only its confirmation is recorded, that day."""
    completion = standing_completion(task)
    if completion is not None:
        return completion.reported_on
    return task.confirmation.date if task.confirmation else None

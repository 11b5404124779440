"""Which records' days have been counted in working days through a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.schema.base import Duration
from lianxi.schema.deadline import Counted
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.meeting import meeting_day
from lianxi.status.stage import counted_from, stages_of
from lianxi.status.task import assignment, meeting_of
from lianxi.workdays import Length

Span = tuple[date, date]
"""The day that was counted from, and the one that was counted to, either way round."""


def reckoned_in(year: int, now: Situation) -> list[str]:
    """The ids of the records, meetings first; ``now`` holds what is written for any day."""
    meetings = ((each.id, _of_meeting(each, now)) for each in now.book.meetings.values())
    tasks = ((each.id, _of_task(each, now)) for each in now.book.tasks.values())
    return [
        id_
        for id_, spans in (*meetings, *tasks)
        if any(min(span).year <= year <= max(span).year for span in spans)
    ]


def _of_meeting(meeting: Meeting, now: Situation) -> Iterator[Span]:
    """汇报材料 and 会议通知 before it, 印发 after it."""
    day = meeting_day(meeting)
    if day is None:
        return
    for block, key in (("pre_meeting", "material_lead"), ("pre_meeting", "notice_lead")):
        lead = _in_workdays(block, key, now)
        if lead is not None:
            yield day, now.workdays.before(day, lead).day
    within = _in_workdays("minutes", "issue_within", now) if meeting.held_on else None
    if within is not None:
        yield day, now.workdays.after(day, within).day


def _in_workdays(block: str, key: str, now: Situation) -> Duration | None:
    term = now.terms.settled(block, key)
    return term.value if term is not None and term.value.workdays is not None else None


def _of_task(task: Task, now: Situation) -> Iterator[Span]:
    """Its deadline, and the steps of chasing that have been taken after it."""
    meeting, assigned = meeting_of(task, now), assignment(task, now)
    start = counted_from(task, meeting, assigned)
    if isinstance(task.due, Counted) and task.due.workdays is not None and start is not None:
        yield start, now.workdays.after(start, task.due).day
    if task.notices and any(_counts(step.after) for step in now.terms.steps.value):
        due = [stage.due for stage in stages_of(task, meeting, assigned, now) if stage.due is not None]
        yield min([*due, task.notices[0].date]), task.notices[-1].date


def _counts(length: Length) -> bool:
    return length.workdays is not None

"""What a meeting decided on a matter, as one event of the matter's history."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.reports.history.event import Event
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import DECIDED, Resolution
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.issue import DEFERRED
from lianxi.status.meeting import LIAISON
from lianxi.wording import flat, full_date

DECISION = "会议研究"


def decision_events(decision: Resolution, now: Situation) -> Iterator[Event]:
    """That it was decided, and by what it was replaced."""
    meeting = now.book.meetings.get(decision.meeting)
    if meeting is not None and meeting.held_on is not None:
        name = meeting_name(meeting, now)
        place = item_ordinal(meeting, decision.item, now)
        outcome = outcome_text(decision, now)
        yield Event(
            meeting.held_on,
            decision.id,
            DECISION,
            f"{name}{place}研究，{outcome}",
            brief=_brief(decision, meeting, name),
        )
    for other in now.book.successors_of(decision.id):
        later = now.book.meetings.get(other.meeting)
        if later is not None and later.held_on is not None:
            said = f"由{meeting_name(later, now)}{item_ordinal(later, other.item, now)}重新议定"
            yield Event(later.held_on, other.id, DECISION, said)


def outcome_text(decision: Resolution, now: Situation) -> str:
    """议定任务4项; 原则同意…，分解任务1项; a 暂缓 with who brings what until when."""
    if decision.outcome == DEFERRED:
        return f"决定暂缓{_condition(decision)}"
    text = f"：{flat(decision.text)}" if decision.text else ""
    tasks = len(now.book.tasks_of_resolution(decision.id))
    if tasks and not text and decision.outcome == "议定":
        return f"议定任务{tasks}项"
    given = f"，分解任务{tasks}项" if tasks else ""
    none = f"（不需分解任务：{flat(decision.no_task_reason)}）" if decision.no_task_reason else ""
    if text.startswith(f"：{decision.outcome}"):
        return f"{text.removeprefix('：')}{given}{none}"
    return f"{decision.outcome}{text}{given}{none}"


def _condition(decision: Resolution) -> str:
    deferred = decision.deferred
    if deferred is None:
        return ""
    by = f"，{full_date(deferred.bring_back_by)}前再提交" if deferred.bring_back_by else ""
    return f"，由{deferred.unit}{flat(deferred.condition)}{by}"


def _brief(decision: Resolution, meeting: Meeting, name: str) -> str:
    """What a meeting made of it; a liaison meeting only prepares."""
    if meeting.kind == LIAISON:
        return ""
    if decision.outcome == DEFERRED:
        return f"{name}暂缓研究"
    return f"{name}{'议定' if decision.outcome in DECIDED else decision.outcome}"

"""How a meeting and its decisions are cited: by meeting, item and number, never by id."""

from __future__ import annotations

from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, in_order, issued_on
from lianxi.wording import numeral


def ordinal_of(meeting: Meeting, now: Situation) -> str:
    """第二次; 2026年第二次 where the numbers begin anew each year."""
    yearly = now.mechanism.numbering == "按年"
    return f"{meeting.year}年第{numeral(meeting.number)}次" if yearly else f"第{numeral(meeting.number)}次"


def meeting_name(meeting: Meeting, now: Situation) -> str:
    """第二次会议 for a plenary, 第一次专题工作会议 for the others."""
    ordinal = ordinal_of(meeting, now)
    return f"{ordinal}会议" if meeting.kind == PLENARY else f"{ordinal}{meeting.kind}"


def item_ordinal(meeting: Meeting, no: int, now: Situation) -> str:
    """第二项: the place of item ``no`` on the printed agenda."""
    order = [item.no for item in in_order(now, meeting)]
    return f"第{numeral(order.index(no) + 1)}项" if no in order else f"第{numeral(no)}项"


def source_of(task: Task, now: Situation) -> str:
    """Where a task comes from: 第二次会议纪要第二项（三）, a 批示, or an issue handled directly."""
    resolution = now.book.resolutions.get(task.resolution or "")
    meeting = now.book.meetings.get(resolution.meeting) if resolution else None
    if resolution is None or meeting is None:
        if task.instructions and task.resolution is None and task.issue is None:
            return f"{task.instructions[0].post}批示"
        return "来源记录未能读入" if task.resolution else "不经会议直接交办"
    number = _number(task, meeting, resolution, now)
    number = f"（{number}）" if number else ""
    paper = "纪要" if issued_on(meeting) else ""
    return f"{meeting_name(meeting, now)}{paper}{item_ordinal(meeting, resolution.item, now)}{number}"


def clause_of(task: Task, now: Situation) -> str:
    """联席会议第二次会议纪要（第2期）第二项第（三）条; empty for what no meeting gave."""
    resolution = now.book.resolutions.get(task.resolution or "")
    meeting = now.book.meetings.get(resolution.meeting) if resolution else None
    if resolution is None or meeting is None:
        return ""
    number = _number(task, meeting, resolution, now)
    clause = f"第（{number}）条" if number else ""
    paper = f"纪要（第{meeting.minutes.issue_no}期）" if meeting.minutes and issued_on(meeting) else ""
    return f"联席会议{meeting_name(meeting, now)}{paper}{item_ordinal(meeting, resolution.item, now)}{clause}"


def _number(task: Task, meeting: Meeting, resolution: Resolution, now: Situation) -> str:
    """The place of a task among those of its item; empty where it is the only one."""
    siblings = [other.id for other in _tasks_of_item(meeting, resolution.item, now)]
    return numeral(siblings.index(task.id) + 1) if len(siblings) > 1 else ""


def _tasks_of_item(meeting: Meeting, item: int, now: Situation) -> list[Task]:
    decisions = [entry for entry in now.book.resolutions_of_meeting(meeting.id) if entry.item == item]
    return [task for entry in decisions for task in now.book.tasks_of_resolution(entry.id)]

"""What tasks are grouped by: the unit that leads, the meeting that gave them, or the area of work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.task import TaskStanding, meeting_of

UNIT, MEETING, AREA = "单位", "会议", "领域"
DIRECT = "不经会议直接交办"
NO_AREA = "未填领域"


def group_name(found: TaskStanding, by: str, now: Situation) -> str:
    """The name of the group a task belongs to; two leads report through the first."""
    if by == UNIT:
        return found.lead[0]
    if by == AREA:
        return area_of(found, now) or NO_AREA
    meeting = meeting_of(found.task, now)
    return meeting_name(meeting, now) if meeting else DIRECT


def area_of(found: TaskStanding, now: Situation) -> str | None:
    """The area of the issue it settles; of several issues, the first that names one."""
    task = found.task
    decision = now.book.resolutions.get(task.resolution or "")
    ids = (*([task.issue] if task.issue else []), *(decision.issues if decision else ()))
    issues = (now.book.issues.get(id_) for id_ in ids)
    return next((issue.area for issue in issues if issue and issue.area), None)


def grouped(tasks: Iterable[TaskStanding], by: str, now: Situation) -> dict[str, list[TaskStanding]]:
    """The tasks of each group, in the order of the mechanism or, for meetings, of their days."""
    groups: dict[str, list[TaskStanding]] = defaultdict(list)
    for found in tasks:
        groups[group_name(found, by, now)].append(found)
    known = [name for name in dict.fromkeys(_order(by, now)) if name in groups]
    others = sorted(name for name in groups if name not in known and name not in {DIRECT, NO_AREA})
    last = [name for name in (DIRECT, NO_AREA) if name in groups]
    return {name: groups[name] for name in (*known, *others, *last)}


def _order(by: str, now: Situation) -> list[str]:
    if by == UNIT:
        return [unit.name for unit in now.mechanism.units]
    if by == AREA:
        return [area.name for area in now.mechanism.areas]
    held = [meeting for meeting in now.book.meetings.values() if meeting.held_on]
    held.sort(key=lambda meeting: (str(meeting.held_on), meeting.id))
    return [meeting_name(meeting, now) for meeting in held]

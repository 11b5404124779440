"""What tasks are grouped by: the unit that leads, the meeting that gave them, the area or the county."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lianxi.schema.issue import Issue
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.task import TaskStanding, meeting_of

UNIT, MEETING, AREA, COUNTY = "单位", "会议", "领域", "县区"
DIRECT = "不经会议直接交办"
NO_AREA = "未填领域"
NO_COUNTY = "未填所在地"
_LAST = (DIRECT, NO_AREA, NO_COUNTY)


def group_name(found: TaskStanding, by: str, now: Situation) -> str:
    """The name of the group a task belongs to; two leads report through the first."""
    if by == UNIT:
        return found.lead[0]
    if by == AREA:
        return area_of(found, now) or NO_AREA
    if by == COUNTY:
        return county_of(found, now) or NO_COUNTY
    meeting = meeting_of(found.task, now)
    return meeting_name(meeting, now) if meeting else DIRECT


def area_of(found: TaskStanding, now: Situation) -> str | None:
    """The area of the issue it settles; of several issues, the first that names one."""
    return next((issue.area for issue in _issues_of(found, now) if issue.area), None)


def county_of(found: TaskStanding, now: Situation) -> str | None:
    """The county of the issue it settles; of several issues, the first that names one."""
    return next((issue.county for issue in _issues_of(found, now) if issue.county), None)


def _issues_of(found: TaskStanding, now: Situation) -> Iterator[Issue]:
    task = found.task
    decision = now.book.resolutions.get(task.resolution or "")
    ids = (*([task.issue] if task.issue else []), *(decision.issues if decision else ()))
    return (issue for id_ in ids if (issue := now.book.issues.get(id_)))


def grouped(tasks: Iterable[TaskStanding], by: str, now: Situation) -> dict[str, list[TaskStanding]]:
    """The tasks of each group, in the order of the mechanism or, for meetings, of their days."""
    groups: dict[str, list[TaskStanding]] = defaultdict(list)
    for found in tasks:
        groups[group_name(found, by, now)].append(found)
    known = [name for name in dict.fromkeys(_order(by, now)) if name in groups]
    others = sorted(name for name in groups if name not in known and name not in _LAST)
    last = [name for name in _LAST if name in groups]
    return {name: groups[name] for name in (*known, *others, *last)}


def _order(by: str, now: Situation) -> list[str]:
    if by == UNIT:
        return [unit.name for unit in now.mechanism.units]
    if by == AREA:
        return [area.name for area in now.mechanism.areas]
    if by == COUNTY:
        return [unit.county for unit in now.mechanism.units if unit.county]
    held = [meeting for meeting in now.book.meetings.values() if meeting.held_on]
    held.sort(key=lambda meeting: (str(meeting.held_on), meeting.id))
    return [meeting_name(meeting, now) for meeting in held]

"""How far the decisions of earlier meetings have been carried out (附件1 落实情况)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.reports.tally import Tally, tally
from lianxi.reports.task_line import Line, finished_line, line
from lianxi.schema.deadline import STANDING
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name, ordinal_of
from lianxi.status.issue import IssueStanding, issue_standing
from lianxi.status.meeting import LIAISON, PLENARY, SPECIAL, held_before
from lianxi.status.stage import ended_on
from lianxi.status.task import (
    AWAITING,
    CONFIRMED,
    DONE,
    DUE_SOON,
    ON_TRACK,
    OVERDUE,
    STALE,
    SUSPENDED,
    TaskStanding,
    task_standing,
)
from lianxi.wording import flat, full_date, listed, short_date

_LISTED = 3
DEFERRED = "暂缓"


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of one level."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A matter that a meeting put off, and what has become of it."""

    issue: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures, each a count of records."""

    meetings: str
    as_of: str
    decided: int
    deferred: int
    without_task: int
    counts: Tally
    groups: tuple[Group, ...]
    finished: tuple[Line, ...]
    finished_before: int
    held_over: tuple[Held, ...]


def progress(meeting: Meeting, now: Situation) -> Progress | None:
    """The progress of all earlier meetings, as ``meeting`` hears it; none where none was held."""
    earlier = _counted(held_before(now, meeting), now)
    decisions = [entry for other in earlier for entry in now.book.resolutions_of_meeting(other.id)]
    given = [task for entry in decisions for task in now.book.tasks_of_resolution(entry.id)]
    decisions = [entry for entry in decisions if entry.outcome != "通报"]
    tasks = [found for task in given if (found := task_standing(task, now)).counted]
    if not decisions and not tasks:
        return None
    tasks.sort(key=lambda found: found.task.id)
    finished = [found for found in tasks if found.status in {DONE, CONFIRMED}]
    since = max(
        (other.held_on for other in earlier if other.kind == meeting.kind and other.held_on), default=None
    )
    recent = [found for found in finished if since is None or (ended_on(found.task) or now.today) > since]
    items = {(entry.meeting, entry.item) for entry in decisions}
    deferred = {(entry.meeting, entry.item) for entry in decisions if entry.outcome == DEFERRED}
    tasked = {(entry.meeting, entry.item) for entry in decisions if now.book.tasks_of_resolution(entry.id)}
    return Progress(
        meetings_text(earlier, now),
        full_date(now.today),
        len(items),
        len(deferred),
        len(items - deferred - tasked),
        tally(tasks),
        tuple(_groups(tasks, now)),
        tuple(finished_line(found, now) for found in recent),
        len(finished) - len(recent),
        tuple(_held_over(decisions, meeting, now)),
    )


def _counted(meetings: list[Meeting], now: Situation) -> list[Meeting]:
    """Liaison meetings prepare; they count only where they gave tasks."""
    return [
        meeting
        for meeting in meetings
        if meeting.kind != LIAISON
        or any(
            now.book.tasks_of_resolution(entry.id) for entry in now.book.resolutions_of_meeting(meeting.id)
        )
    ]


def meetings_text(meetings: list[Meeting], now: Situation) -> str:
    """联席会议第一次、第二次会议和1次专题工作会议."""
    plenaries = [meeting for meeting in meetings if meeting.kind == PLENARY]
    parts = []
    if plenaries:
        ordinals = [ordinal_of(meeting, now) for meeting in plenaries]
        many = len(ordinals) > _LISTED
        parts.append(f"联席会议{f'{ordinals[0]}至{ordinals[-1]}' if many else listed(ordinals)}会议")
    for kind in (SPECIAL, LIAISON):
        count = sum(1 for meeting in meetings if meeting.kind == kind)
        if count:
            parts.append(f"{count}次{kind}")
    return "和".join((listed(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def _groups(tasks: list[TaskStanding], now: Situation) -> list[Group]:
    named = (
        ("逾期事项", {OVERDUE}),
        ("滞后事项", {STALE}),
        ("待上级批复事项", {AWAITING}),
        ("正在办理事项", {DUE_SOON, ON_TRACK, STANDING}),
        ("暂缓办理事项", {SUSPENDED}),
    )
    groups = []
    for name, levels in named:
        members = [found for found in tasks if found.level in levels]
        members.sort(key=lambda found: (-found.late, found.due or date.max, found.task.id))
        if members:
            groups.append(Group(name, tuple(line(found, now) for found in members)))
    return groups


def _held_over(decisions: list[Resolution], meeting: Meeting, now: Situation) -> list[Held]:
    """What was put off and has not been decided since."""
    held = []
    for entry in decisions:
        for id_ in entry.issues if entry.outcome == DEFERRED else ():
            issue = now.book.issues.get(id_)
            if issue is None:
                continue
            found = issue_standing(issue, now)
            if found.deferral is entry:
                held.append(Held(id_, issue.title, _deferred_text(entry, found, meeting, now)))
    return held


def _deferred_text(entry: Resolution, found: IssueStanding, meeting: Meeting, now: Situation) -> str:
    at = found.deferred_at
    deferred = entry.deferred
    where = meeting_name(at, now) if at else ""
    if deferred is None:
        return f"{where}决定暂缓研究。"
    units = deferred.unit + (f"会同{listed(deferred.support)}" if deferred.support else "")
    text = f"{where}决定暂缓研究，由{units}{flat(deferred.condition)}"
    if deferred.bring_back_by:
        text += f"，{short_date(deferred.bring_back_by, now.today)}前再提交"
    return f"{text}。{_since_deferral(found, meeting, now)}"


def _since_deferral(found: IssueStanding, meeting: Meeting, now: Situation) -> str:
    if found.lacks:
        return f"目前尚缺：{listed(found.lacks)}。"
    ready = f"已于{short_date(found.ready_on, now.today)}补充完成" if found.ready_on else "已补充完成"
    agenda = found.on_agenda
    if agenda is None:
        return f"{ready}，尚未列入会议议程。"
    no = next(item.no for item in agenda.agenda if item.issue == found.issue.id)
    name = "本次会议" if agenda.id == meeting.id else meeting_name(agenda, now)
    return f"{ready}，列入{name}{item_ordinal(agenda, no, now)}议题。"

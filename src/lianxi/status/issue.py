"""Where an issue stands, and what it still lacks before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.as_of import cut
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.meeting import LIAISON, OPEN, PLENARY, meeting_day, meeting_status
from lianxi.status.task import CONFIRMED, DONE, task_standing

COLLECTED, SORTED, CONSULTED, READY = "收集", "梳理", "对接", "拟上会"
DISCUSSED, ASSIGNED, SETTLED, ANSWERED = "已上会", "已交办", "已办结", "已反馈"
NOT_YET = "未收集"
UPWARD, DEFERRED = "报请上级审定", "暂缓"
STATUSES = (COLLECTED, SORTED, CONSULTED, READY, DISCUSSED, ASSIGNED, SETTLED, ANSWERED)
BEFORE_MEETING = (COLLECTED, SORTED, CONSULTED)
SORTING, CONSULTATION, PLAN = "梳理", "处室对接意见", "初步解决方案"


@dataclass(frozen=True, slots=True)
class IssueStanding:
    """An issue as of a day. ``lacks`` names what a meeting would still miss."""

    issue: Issue
    status: str
    lacks: tuple[str, ...]
    ready_on: date | None
    discussed: tuple[Meeting, ...]
    deferral: Resolution | None
    deferred_at: Meeting | None
    tasks: tuple[Task, ...]
    on_agenda: Meeting | None


def issue_standing(issue: Issue, now: Situation) -> IssueStanding:
    """Where ``issue`` stands, derived once a day; ``now`` holds the records as of its day."""
    if issue.id not in now.issues:
        now.issues[issue.id] = _derive(issue, now)
    found: IssueStanding = now.issues[issue.id]
    return found


@dataclass(frozen=True, slots=True)
class Unready:
    """An issue on an agenda still to come, by the position of its item, and when it was put off, if ever.

    ``late`` marks one that will have what it lacks, but only after the meeting.
    """

    index: int
    issue: Issue
    put_off: date | None
    late: bool


def unready_items(meeting: Meeting, lack: str, now: Situation) -> list[Unready]:
    """The items of a plenary still to be held whose issue misses ``lack``.

    Where several are only late, it is the day of the meeting that is wrong, and they say nothing.
    """
    if meeting.kind != PLENARY or meeting_status(meeting) not in OPEN:
        return []
    ids = dict.fromkeys(item.issue for item in meeting.agenda)
    issues = [issue for id_ in ids if (issue := now.book.issues.get(id_ or ""))]
    found = [each for issue in issues if (each := _unready(issue, meeting, lack, now))]
    late = sum(each.late for each in found)
    return [each for each in found if late == 1 or not each.late]


def _unready(issue: Issue, meeting: Meeting, lack: str, now: Situation) -> Unready | None:
    """An issue that has left misses nothing: it has no business on an agenda."""
    standing = issue_standing(issue, now)
    late = lack not in standing.lacks
    if issue.exit is not None or (late and lack not in _lacks_at(standing, meeting, now)):
        return None
    index = next(index for index, item in enumerate(meeting.agenda) if item.issue == issue.id)
    return Unready(index, issue, standing.deferred_at.held_on if standing.deferred_at else None, late)


def _lacks_at(standing: IssueStanding, meeting: Meeting, now: Situation) -> tuple[str, ...]:
    """What it would miss at ``meeting``, leaving out what comes after it.

    A meeting before the issue was collected, or put off, has a wrong day: it sets no limit.
    """
    issue, day = standing.issue, meeting_day(meeting)
    since = standing.deferred_at.held_on if standing.deferred_at else None
    if day is None or day < issue.collected_on or (since is not None and day <= since):
        return standing.lacks
    return _lacks(cut(issue, day), since, now)[0]


def _derive(issue: Issue, now: Situation) -> IssueStanding:
    decisions = _decisions(issue, now)
    discussed = _discussed(issue, now)
    last, last_at = decisions[-1] if decisions else (None, None)
    deferred_at = last_at if last and last.outcome == DEFERRED and _is_last(last_at, discussed) else None
    deferral = last if deferred_at else None
    tasks = _tasks(issue, decisions, now)
    lacks, ready_on = _lacks(issue, deferred_at.held_on if deferred_at else None, now)
    status = _left(issue, now)
    if status is None and deferral is None:
        status = _after_meeting(issue, tasks, last, discussed, now)
    agendas = [
        meeting
        for meeting in now.book.meetings_of_issue(issue.id)
        if meeting_status(meeting) in OPEN and meeting.kind != LIAISON
    ]
    return IssueStanding(
        issue,
        status or _before_meeting(issue, lacks),
        lacks,
        ready_on,
        discussed,
        deferral,
        deferred_at,
        tasks,
        agendas[0] if agendas else None,
    )


def _is_last(meeting: Meeting | None, discussed: tuple[Meeting, ...]) -> bool:
    """Whether no later meeting has had it on its agenda, decided or not."""
    day = meeting.held_on if meeting else None
    return day is not None and all(other.held_on is None or other.held_on <= day for other in discussed)


def _discussed(issue: Issue, now: Situation) -> tuple[Meeting, ...]:
    """The held meetings it was on the agenda of; a liaison meeting only prepares."""
    meetings = [
        meeting
        for meeting in now.book.meetings_of_issue(issue.id)
        if meeting_status(meeting) == "已召开" and meeting.kind != LIAISON
    ]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.held_on or date.max, meeting.id)))


def _decisions(issue: Issue, now: Situation) -> list[tuple[Resolution, Meeting]]:
    """What held meetings decided on it, in the order they were held."""
    pairs = []
    for resolution in now.book.resolutions_of_issue(issue.id):
        meeting = now.book.meetings.get(resolution.meeting)
        if meeting is not None and meeting.held_on is not None and meeting.kind != LIAISON:
            pairs.append((resolution, meeting))
    return sorted(pairs, key=lambda pair: (pair[1].held_on or date.max, pair[0].id))


def _tasks(issue: Issue, decisions: list[tuple[Resolution, Meeting]], now: Situation) -> tuple[Task, ...]:
    given = [task for decision, _ in decisions for task in now.book.tasks_of_resolution(decision.id)]
    return (*given, *now.book.tasks_of_issue(issue.id))


def _lacks(issue: Issue, since: date | None, now: Situation) -> tuple[tuple[str, ...], date | None]:
    """What a meeting would miss, and else the day on which nothing was missing any more.

    After a 暂缓 on ``since``, both the consultation and the plan must be later.
    """
    answered = [
        entry.date
        for entry in issue.consultations
        if entry.division and entry.date and (since is None or entry.date > since)
    ]
    planned = issue.plan_on if issue.plan and (since is None or _later(issue.plan_on, since)) else None
    has_plan = issue.plan is not None and (since is None or planned is not None)
    lacks = []
    if issue.sorted_on is None:
        lacks.append(SORTING)
    if now.terms.require_consultation.value and not answered:
        lacks.append(CONSULTATION)
    if now.terms.require_plan.value and not has_plan:
        lacks.append(PLAN)
    if lacks:
        return tuple(lacks), None
    needed = [issue.sorted_on, planned if now.terms.require_plan.value else None]
    needed.append(min(answered) if answered and now.terms.require_consultation.value else None)
    return (), max(day for day in needed if day is not None)


def _later(day: date | None, since: date) -> bool:
    return day is not None and day > since


def _left(issue: Issue, now: Situation) -> str | None:
    if issue.collected_on > now.today:
        return NOT_YET
    if issue.feedback is not None:
        return ANSWERED
    return issue.exit.as_ if issue.exit is not None else None


def _after_meeting(
    issue: Issue,
    tasks: tuple[Task, ...],
    last: Resolution | None,
    discussed: tuple[Meeting, ...],
    now: Situation,
) -> str | None:
    standings = [found for task in tasks if (found := task_standing(task, now)).counted]
    if standings:
        return SETTLED if all(found.status in {DONE, CONFIRMED} for found in standings) else ASSIGNED
    if issue.settled is not None or _needs_no_task(last):
        return SETTLED
    return DISCUSSED if discussed else None


def _needs_no_task(decision: Resolution | None) -> bool:
    if decision is None or decision.outcome == UPWARD:
        return False
    return decision.no_task_reason is not None or decision.outcome == "不同意"


def _before_meeting(issue: Issue, lacks: tuple[str, ...]) -> str:
    if not lacks:
        return READY
    if any(entry.date and entry.division for entry in issue.consultations):
        return CONSULTED
    return SORTED if issue.sorted_on is not None else COLLECTED

"""What has become of one matter: its 办理经过 in dated sentences, with those of what it led to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.history.edits import Edit
from lianxi.reports.history.event import Event
from lianxi.reports.history.of_issue import MERGED, issue_events
from lianxi.reports.history.of_meeting import meeting_events
from lianxi.reports.history.of_resolution import decision_events
from lianxi.reports.history.of_task import task_events
from lianxi.schema.issue import Issue
from lianxi.situation import Situation, situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import issue_standing
from lianxi.status.meeting import meeting_status
from lianxi.status.task import task_standing
from lianxi.wording import full_date


@dataclass(frozen=True, slots=True)
class Step:
    """One dated sentence; ``record`` is the one that says so."""

    day: date
    record: str
    kind: str
    text: str
    internal: bool


@dataclass(frozen=True, slots=True)
class History:
    """The sentences in the order of their days; ``ahead`` is what is planned next.

    ``edits`` are the commits that changed the record; none where Git was not asked.
    """

    today: date
    id: str
    kind: str
    title: str
    status: str
    steps: tuple[Step, ...]
    ahead: str
    related: tuple[str, ...]
    unread: int
    edits: tuple[Edit, ...] | None = None


def history(book: Book, today: date, id_: str) -> History:
    """What has become of the readable record ``id_`` up to ``today``; nothing of it is later."""
    return history_of(id_, situation(book, today))


def history_of(id_: str, now: Situation) -> History:
    """The same of one record among many that are looked at on one day."""
    kind, title, status, events, ahead = _told(id_, now)
    past = sorted((event for event in events if event.day <= now.today), key=lambda event: event.day)
    steps = (Step(event.day, event.record, event.kind, event.said(), event.internal) for event in past)
    related = dict.fromkeys(event.record for event in past if event.record != id_)
    return History(now.today, id_, kind, title, status, tuple(steps), ahead, tuple(related), now.book.unread)


_Told = tuple[str, str, str, Iterable[Event], str]


def _told(id_: str, now: Situation) -> _Told:
    tellers: dict[str, Callable[[str, Situation], _Told]] = {
        "I": _issue,
        "M": _meeting,
        "R": _resolution,
        "T": _task,
    }
    return tellers[id_[0]](id_, now)


def _issue(id_: str, now: Situation) -> _Told:
    issue = now.book.issues[id_]
    found = issue_standing(issue, now)
    ahead = ""
    if found.on_agenda is not None and found.on_agenda.starts is not None and issue.collected_on <= now.today:
        day = full_date(found.on_agenda.starts.date())
        ahead = f"拟提交{day}召开的{meeting_name(found.on_agenda, now)}研究"
    return "议题", issue.title, found.status, _of_issue(issue, now, frozenset()), ahead


def _of_issue(issue: Issue, now: Situation, seen: frozenset[str]) -> Iterator[Event]:
    """Its own, its tasks', and those of the issue it went into since it did."""
    yield from issue_events(issue, now)
    for task in issue_standing(issue, now).tasks:
        yield from (event for event in _of_task(task.id, now) if not event.minor)
    left = issue.exit
    into = now.book.issues.get(left.into or "") if left and left.as_ == MERGED else None
    if into is not None and left is not None and into.id not in seen | {issue.id}:
        for event in _of_issue(into, now, seen | {issue.id}):
            if event.day > left.date:
                yield event


def _of_task(id_: str, now: Situation) -> Iterator[Event]:
    task = now.book.tasks[id_]
    for event in task_events(task, now):
        yield event.under(f"任务“{task.title}”：")


def _task(id_: str, now: Situation) -> _Told:
    task = now.book.tasks[id_]
    found = task_standing(task, now)
    decision = now.book.resolutions.get(task.resolution or "")
    before = decision_events(decision, now) if decision else ()
    level = found.level if found.level and found.level != found.status else ""
    status = f"{found.status}{f'，{level}' if level else ''}"
    return "任务", task.title, status, (*before, *task_events(task, now)), ""


def _meeting(id_: str, now: Situation) -> _Told:
    meeting = now.book.meetings[id_]
    title = meeting.title or f"{now.mechanism.name}{meeting_name(meeting, now)}"
    return "会议", title, meeting_status(meeting), meeting_events(meeting, now), ""


def _resolution(id_: str, now: Situation) -> _Told:
    decision = now.book.resolutions[id_]
    tasks = [event for task in now.book.tasks_of_resolution(id_) for event in _of_task(task.id, now)]
    main = (event for event in tasks if not event.minor)
    return "议定事项", decision.title, decision.outcome, (*decision_events(decision, now), *main), ""

"""The days of a record, and beside them those that it takes from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lianxi.book import Book
from lianxi.fault import Loc
from lianxi.schema.base import Value
from lianxi.schema.days import Dated, Days, days_of
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Extension, Reassignment, Task

ELSEWHERE = "·"
"""Begins the way to a day that stands in another record and cannot be mended in this one."""
_REFERENCES = frozenset({"resolution", "issue", "meeting", "basis", "supersedes"})
"""The keys that name another record, and so its day."""


def is_elsewhere(loc: Loc) -> bool:
    """Whether the day at ``loc`` is not given by this record at all."""
    return str(loc[0]).startswith(ELSEWHERE)


def is_reference(loc: Loc) -> bool:
    """Whether the day at ``loc`` is that of the record it names."""
    return is_elsewhere(loc) or loc[-1] in _REFERENCES


def days(record: Value, book: Book) -> Days:
    """All days that ``record`` is judged by."""
    found = days_of(record)
    more = _MORE.get(type(record))
    if more is not None:
        more(record, found, book)
    return found


def meeting_of(record: Value, book: Book) -> Meeting | None:
    """The meeting that a decision or a task comes from."""
    if isinstance(record, Task):
        resolution = book.resolutions.get(record.resolution or "")
        return book.meetings.get(resolution.meeting) if resolution else None
    return book.meetings.get(record.meeting) if isinstance(record, Resolution) else None


def held(book: Book, id_: str | None) -> date | None:
    """The day a meeting was certainly held on: it says so twice."""
    meeting = book.meetings.get(id_ or "")
    if meeting is None or meeting.held_on is None or meeting.starts is None:
        return None
    return meeting.held_on if meeting.starts.date() == meeting.held_on else None


def _decided(book: Book, id_: str | None) -> date | None:
    """The day a decision was certainly made."""
    resolution = book.resolutions.get(id_ or "")
    return held(book, resolution.meeting) if resolution else None


def _collected(book: Book, id_: str | None) -> date | None:
    """The day an issue was certainly collected: it was sorted after it."""
    issue = book.issues.get(id_ or "")
    if issue is None or issue.sorted_on is None or issue.sorted_on < issue.collected_on:
        return None
    return issue.collected_on


def _of_issue(issue: Issue, found: Days, book: Book) -> None:
    if len(issue.consultations) > 1:
        found["·consultations[].day"] = _either(found, "consultations[].asked_on", "consultations[].date")
    if issue.sorted_on is None:
        meetings = book.meetings_of_issue(issue.id)
        found["·discussed"] = [
            (day, (f"{ELSEWHERE}{meeting.id}",)) for meeting in meetings if (day := held(book, meeting.id))
        ]


def _of_meeting(meeting: Meeting, found: Days, book: Book) -> None:
    if not meeting.postponements and meeting.agenda_approval:
        found["·agenda_approval"] = found["agenda_approval.date"]
    if held(book, meeting.id):
        found["·collected[]"] = [
            (day, ("agenda", index, "issue"))
            for index, item in enumerate(meeting.agenda)
            if item.issue and (day := _collected(book, item.issue))
        ]


def _of_task(task: Task, found: Days, book: Book) -> None:
    if task.assigned_on:
        found["·assigned"] = found["assigned_on"]
    if task.extensions or task.reassignments:
        _of_changes(task, found, book)
    if task.resolution and task.issue:
        return  # where it comes from is not known
    by_instruction = found["instructions[].date"][:1] if task.instructions else []
    if task.resolution:
        day = _decided(book, task.resolution)
        if not task.assigned_on and day:
            found["·assigned"] = [(day, ("resolution",))]
    elif task.issue:
        day = _collected(book, task.issue)
        found["·source"] = [(day, ("issue",))] if day else []
    else:
        found["·source" if task.assigned_on else "·assigned"] = by_instruction


def _of_changes(task: Task, found: Days, book: Book) -> None:
    """What a later decision changed cannot be older than it."""
    found["·extensions[].day"] = _either(found, "extensions[].requested_on", "extensions[].date")
    lists: dict[str, tuple[Extension | Reassignment, ...]]
    lists = {"extensions": task.extensions, "reassignments": task.reassignments}
    for key, changes in lists.items():
        for index, entry in enumerate(changes):
            day = _decided(book, entry.basis)
            if day and entry.date:
                found.setdefault("·basis[]", []).append((day, (key, index, "basis")))
                found.setdefault("·based[]", []).append((entry.date, (key, index, "date")))


def _of_resolution(resolution: Resolution, found: Days, book: Book) -> None:
    day = held(book, resolution.meeting)
    if day and (resolution.supersedes or resolution.deferred):
        found["·decided"] = [(day, ("meeting",))]
        earlier = _decided(book, resolution.supersedes)
        found["·superseded"] = [(earlier, ("supersedes",))] if earlier else []


def _either(found: Days, *paths: str) -> list[Dated]:
    """For each entry of a list the first of its days that is filled in."""
    first: dict[Any, Dated] = {}
    for path in paths:
        for day, loc in found.get(path, ()):
            first.setdefault(loc[1], (day, loc))
    return [first[index] for index in sorted(first)]


_MORE: dict[type[Value], Callable[[Any, Days, Book], None]] = {
    Issue: _of_issue,
    Meeting: _of_meeting,
    Task: _of_task,
    Resolution: _of_resolution,
}

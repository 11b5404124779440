"""All records as an audience may see them, each with what is derived of it, for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lianxi.book import Book
from lianxi.disclosure import HIDDEN, decision_class, task_class
from lianxi.schema.base import Value
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation, situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import NOT_YET, issue_standing
from lianxi.status.meeting import issued_on, meeting_day, meeting_status
from lianxi.status.stage import Stage
from lianxi.status.task import task_standing


def dataset(book: Book, today: date) -> dict[str, Any]:
    """The records known on ``today``, with the keys that they have in their files.

    The keys, in this order: ``audience``; ``counts``, how many there are, by status and by level;
    ``unread``, how many could not be read; ``mechanism``; ``issues``, ``meetings``, ``resolutions``
    and ``tasks``, each a list by id. A key under which nothing is recorded, or nothing that the
    audience may see, is left out. Under ``derived``, which no file has, and where every key is
    always there, stand

    - of an issue: ``status``; ``lacks``, what a meeting would still miss, and ``ready_on``, since
      when nothing; ``discussed``, the meetings that had it; ``on_agenda``, the one that will;
      ``tasks``, what it led to;
    - of a meeting: ``name``, as it is cited; ``status``; ``day``; ``issued_on``, the day of its
      minutes; ``resolutions``;
    - of a resolution: ``disclosure``, the strictest of its meeting and issues; ``tasks``;
    - of a task: ``disclosure``, the strictest of its decision and issue; ``status``; ``level`` and
      ``colour``, null where it is no duty yet, or no longer; ``lead``, who leads today;
      ``assigned_on``; ``original_due`` and ``due``, null while the event they count from has not
      happened; ``provisional``, whether a year's holidays were not known; ``late``, in calendar
      days; ``extended``, how often; ``stages``, the same stage by stage; ``last_report_on``;
      ``awaiting``, whether a higher authority has yet to answer.
    """
    now = situation(book, today)
    issues = [issue for issue in now.book.issues.values() if issue_standing(issue, now).status != NOT_YET]
    tasks = [task for task in now.book.tasks.values() if not _undecided(task, book, now)]
    return {
        "audience": book.audience,
        "counts": _counts(issues, tasks, now),
        "unread": book.unread,
        "mechanism": _written(now.mechanism),
        "issues": [{**_written(issue), "derived": _issue(issue, now)} for issue in issues],
        "meetings": [
            {**_written(each), "derived": _meeting(each, now)} for each in now.book.meetings.values()
        ],
        "resolutions": [
            {**_written(each), "derived": _resolution(each, now)} for each in now.book.resolutions.values()
        ],
        "tasks": [{**_written(task), "derived": _task(task, now)} for task in tasks],
    }


def _undecided(task: Task, book: Book, now: Situation) -> bool:
    """Whether the decision it comes from had not been made by then."""
    return task.resolution in book.resolutions and task.resolution not in now.book.resolutions


def _written(record: Value) -> dict[str, Any]:
    """A record as its file has it: nothing stands where nothing is recorded."""
    return dict(_filled(record.model_dump(mode="json", by_alias=True, warnings=False)))


def _filled(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if value not in (None, [], {}, "", HIDDEN):
            yield key, _pruned(value)


def _pruned(value: object) -> object:
    if isinstance(value, dict):
        return dict(_filled(value))
    return [_pruned(item) for item in value] if isinstance(value, list) else value


def _counts(issues: list[Issue], tasks: list[Task], now: Situation) -> dict[str, Any]:
    standings = [task_standing(task, now) for task in tasks]
    return {
        "issues": _counted(issue_standing(issue, now).status for issue in issues),
        "meetings": _counted(map(meeting_status, now.book.meetings.values())),
        "resolutions": len(now.book.resolutions),
        "tasks": _counted(found.status for found in standings),
        "levels": _counted(found.level for found in standings if found.level is not None),
    }


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _issue(issue: Issue, now: Situation) -> dict[str, Any]:
    found = issue_standing(issue, now)
    return {
        "status": found.status,
        "lacks": list(found.lacks),
        "ready_on": found.ready_on,
        "discussed": [meeting.id for meeting in found.discussed],
        "on_agenda": found.on_agenda.id if found.on_agenda else None,
        "tasks": [task.id for task in found.tasks],
    }


def _meeting(meeting: Meeting, now: Situation) -> dict[str, Any]:
    return {
        "name": meeting_name(meeting, now),
        "status": meeting_status(meeting),
        "day": meeting_day(meeting),
        "issued_on": issued_on(meeting),
        "resolutions": [entry.id for entry in now.book.resolutions_of_meeting(meeting.id)],
    }


def _resolution(decision: Resolution, now: Situation) -> dict[str, Any]:
    tasks = now.book.tasks_of_resolution(decision.id)
    return {"disclosure": decision_class(decision, now.book), "tasks": [task.id for task in tasks]}


def _task(task: Task, now: Situation) -> dict[str, Any]:
    found = task_standing(task, now)
    stage = found.stage
    return {
        "disclosure": task_class(task, now.book),
        "status": found.status,
        "level": found.level,
        "colour": now.terms.colours.get(found.level or "") or None,
        "lead": list(found.lead),
        "assigned_on": found.assigned_on,
        "original_due": stage.original if stage else None,
        "due": found.due,
        "provisional": stage.provisional if stage else False,
        "late": found.late,
        "extended": found.extended,
        "stages": [_stage(each) for each in found.stages if each.title is not None],
        "last_report_on": found.last_report.date if found.last_report else None,
        "awaiting": found.awaiting is not None,
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "title": stage.title,
        "original_due": stage.original,
        "due": stage.due,
        "done_on": stage.done_on,
        "late": stage.late,
        "extended": stage.extended,
    }

"""(book, audience) → book: the records as an audience may see them (公开, 成员单位, 内部)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, get_args

from lianxi.book import Book
from lianxi.schema.base import Value, values_in
from lianxi.schema.issue import PUBLIC, WITHHELD, Disclosure, Issue
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task

EVERYBODY, MEMBERS, INTERNAL = "公开", "成员单位", "内部"
HIDDEN = "（不公开）"
"""What stands where a text is not for everybody."""
_NEVER_OUTSIDE = ("instructions", "notes")
"""批示 and the liaison's notes."""
_FROM_OPEN_TO_CLOSED: tuple[str, ...] = get_args(Disclosure)

V = TypeVar("V", bound=Value)


def disclosed(book: Book, audience: str) -> Book:
    """``book`` as ``audience`` may see it.

    内部 sees everything, 成员单位 all but 批示 and the liaison's notes, 公开 only what is
    主动公开 and of it the fields that the schema marks ``public``. Where a task stands does
    not depend on who looks.
    """
    if audience == INTERNAL:
        return book
    shared = replace(
        book,
        audience=MEMBERS,
        issues={id_: _for_members(issue) for id_, issue in book.issues.items()},
        meetings={id_: _for_members(meeting) for id_, meeting in book.meetings.items()},
        tasks={id_: _for_members(_assigned(task, book)) for id_, task in book.tasks.items()},
    )
    return shared if audience == MEMBERS else _for_everybody(shared)


def _for_members(record: V) -> V:
    inside = {name: () for name in _NEVER_OUTSIDE if getattr(record, name, ())}
    return record.model_copy(update=inside) if inside else record


def _assigned(task: Task, book: Book) -> Task:
    """A task that a 批示 gave keeps the day on which it was given."""
    decision = book.resolutions.get(task.resolution or "")
    sourced = decision is not None and decision.meeting in book.meetings
    if task.assigned_on is not None or sourced or not task.instructions:
        return task
    return task.model_copy(update={"assigned_on": task.instructions[0].date})


def _for_everybody(book: Book) -> Book:
    open_meetings = {id_: each for id_, each in book.meetings.items() if each.disclosure == PUBLIC}
    return replace(
        book,
        audience=EVERYBODY,
        issues=_public(issue for issue in book.issues.values() if issue.disclosure == PUBLIC),
        meetings={id_: _public_meeting(each, book) for id_, each in open_meetings.items()},
        resolutions=_public(
            each for each in book.resolutions.values() if decision_class(each, book) == PUBLIC
        ),
        tasks=_public(each for each in book.tasks.values() if task_class(each, book) == PUBLIC),
    )


def task_class(task: Task, book: Book) -> str:
    """The strictest of its decision and its issue; 不予公开 where neither can say."""
    classes = []
    if task.resolution is not None:
        decision = book.resolutions.get(task.resolution)
        classes.append(decision_class(decision, book) if decision else WITHHELD)
    if task.issue is not None:
        classes.append(_issue_class(task.issue, book))
    return _strictest(classes)


def decision_class(decision: Resolution, book: Book) -> str:
    """The strictest of its meeting and its issues."""
    meeting = book.meetings.get(decision.meeting)
    issues = [_issue_class(id_, book) for id_ in decision.issues]
    return _strictest([meeting.disclosure if meeting else WITHHELD, *issues])


def _issue_class(id_: str, book: Book) -> str:
    issue: Issue | None = book.issues.get(id_)
    return issue.disclosure if issue else WITHHELD


def is_wider(one: str, other: str) -> bool:
    """Whether more people see what is disclosed as ``one`` than what is as ``other``."""
    return _FROM_OPEN_TO_CLOSED.index(one) < _FROM_OPEN_TO_CLOSED.index(other)


def _strictest(classes: Iterable[str]) -> str:
    return max(classes, key=_FROM_OPEN_TO_CLOSED.index, default=WITHHELD)


def _public(records: Iterable[V]) -> Mapping[str, V]:
    return {getattr(record, "id"): reduced(record) for record in records}  # noqa: B009 - a record has one


def _public_meeting(meeting: Meeting, book: Book) -> Meeting:
    """Items keep their number where their issue is not public, so that decisions are cited rightly."""
    items = tuple(
        item if item.issue is None or _issue_class(item.issue, book) == PUBLIC else _hidden(item)
        for item in meeting.agenda
    )
    return reduced(meeting.model_copy(update={"agenda": items}))


def _hidden(item: AgendaItem) -> AgendaItem:
    return AgendaItem(no=item.no, category=item.category, title=HIDDEN)


def reduced(value: V) -> V:
    """``value`` with only what its model marks ``public``; a text that is there stays there, hidden."""
    changed: dict[str, Any] = {}
    for name, emptied in _closed(type(value)).items():
        found = getattr(value, name)
        changed[name] = HIDDEN if isinstance(found, str) else emptied
    for name in _nested(type(value)):
        changed[name] = _reduced(getattr(value, name))
    return value.model_copy(update=changed)


def _reduced(found: Any) -> Any:
    if isinstance(found, tuple):
        return tuple(map(_reduced, found))
    return reduced(found) if isinstance(found, Value) else found


@cache
def _closed(model: type[Value]) -> dict[str, Any]:
    """The fields that are not public, each with what stands there when it is left out."""
    return {
        name: None if field.is_required() else field.get_default()
        for name, field in model.model_fields.items()
        if name not in model.public
    }


@cache
def _nested(model: type[Value]) -> tuple[str, ...]:
    """The public fields that hold mappings."""
    return tuple(name for name in model.public if any(values_in(model.model_fields[name].annotation)))

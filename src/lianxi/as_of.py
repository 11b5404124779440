"""(book, day) → book: the records as they stood on a day, without what came later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from lianxi.book import Book
from lianxi.schema.base import Value, values_in
from lianxi.schema.meeting import Meeting

V = TypeVar("V", bound=Value)


def as_of(book: Book, day: date) -> Book:
    """Entries dated after ``day`` are gone, and so is what came with a later date.

    A decision is gone where its meeting had not been held. Other records stay: whether an
    issue had been collected by then, or a task assigned, is for its status to say.
    """
    meetings = {id_: _moved_back(meeting, day) for id_, meeting in book.meetings.items()}
    undecided = {id_ for id_, meeting in meetings.items() if meeting.held_on is None}
    decided = {id_: entry for id_, entry in book.resolutions.items() if entry.meeting not in undecided}
    return replace(
        book,
        issues=_Cut(book.issues, day),
        meetings=meetings,
        resolutions=decided,
        tasks=_Cut(book.tasks, day),
    )


class _Cut(Mapping[str, V]):
    """Records as of a day, each cut when it is first asked for."""

    def __init__(self, records: Mapping[str, V], day: date) -> None:
        self._records = records
        self._day = day
        self._done: dict[str, V] = {}

    def __getitem__(self, id_: str) -> V:
        found = self._done.get(id_)
        if found is None:
            found = self._done[id_] = cut(self._records[id_], self._day)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def _moved_back(meeting: Meeting, day: date) -> Meeting:
    """Before it was put off, a meeting starts when it was first to start."""
    later = [move for move in meeting.postponements if move.date > day]
    meeting = cut(meeting, day)
    if not later or meeting.starts is None:
        return meeting
    first = later[0].was
    ends = meeting.ends and meeting.ends + (first - meeting.starts)
    return meeting.model_copy(update={"starts": first, "ends": ends})


def cut(value: V, day: date) -> V:
    """``value`` without what is later than ``day``; itself where nothing is."""
    changed: dict[str, Any] = {}
    for when, dated in value.facts.items():
        found = getattr(value, when)
        if found is not None and _is_later(found, day):
            for name in (when, *dated):
                changed[name] = () if isinstance(getattr(value, name), tuple) else None
    for name in _nested(type(value)):
        if name in changed:
            continue
        found = getattr(value, name)
        kept = _cut_field(found, day)
        if kept is not found:
            changed[name] = kept
    return value.model_copy(update=changed) if changed else value


def _cut_field(found: Any, day: date) -> Any:
    if isinstance(found, tuple):
        kept = tuple(cut(item, day) for item in found if not _came_later(item, day))
        same = len(kept) == len(found) and all(a is b for a, b in zip(kept, found, strict=True))
        return found if same else kept
    if isinstance(found, Value):
        return None if _came_later(found, day) else cut(found, day)
    return found


def _came_later(item: Any, day: date) -> bool:
    own = item.day() if isinstance(item, Value) else None
    return own is not None and own > day


def _is_later(found: date | datetime, day: date) -> bool:
    return (found.date() if isinstance(found, datetime) else found) > day


@cache
def _nested(model: type[Value]) -> tuple[str, ...]:
    """The fields that hold mappings in which something may be dated."""
    return tuple(
        name for name, field in model.model_fields.items() if any(map(_is_dated, values_in(field.annotation)))
    )


def _is_dated(model: type[Value]) -> bool:
    return bool(model.dated_by or model.facts or _nested(model))

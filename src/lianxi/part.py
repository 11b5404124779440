"""The part of the records folder that one record is judged by: the conference, and what it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.book import Book, load
from lianxi.schema.base import Value
from lianxi.schema.kinds import CALENDAR, MECHANISM, MEETING, kind_of
from lianxi.schema.references import references
from lianxi.tree import Excerpt, Tree

_BEFORE, _AFTER = 1, 11
"""No duration runs longer than ten years."""
_FAR = 2
"""A task names its decision, and that its meeting: no rule on one record looks further."""


def part_of(tree: Tree, id_: str, today: date, text: bytes | None = None) -> Book:
    """The book of the record ``id_``, or of ``text`` in its place, without the rest of the folder."""
    path = path_of(id_)
    over = {} if text is None else {path: text}
    found, ahead = {path}, frozenset({path})
    for _ in range(_FAR):
        seen = load(Excerpt(tree, ahead, {name: over[name] for name in ahead & over.keys()}))
        ahead = frozenset({path_of(name) for entry in seen.entries for name in _named(entry.record)} - found)
        found |= ahead
    years = range(min(int(id_[2:6]), today.year) - _BEFORE, today.year + _AFTER)
    calendars = {f"{CALENDAR.folder}/{year}.yaml" for year in years}
    return load(Excerpt(tree, frozenset({*found, *calendars, MECHANISM.pattern}), over))


def part_of_meeting(tree: Tree, id_: str, text: bytes | None = None) -> Book:
    """The book of the meeting ``id_``, or of ``text`` in its place: what it names, and the other meetings."""
    path = path_of(id_)
    over = {} if text is None else {path: text}
    seen = load(Excerpt(tree, frozenset({path}), over))
    named = {
        path_of(reference.name)
        for entry in seen.entries
        for reference in (references(entry.record) if entry.record else ())
        if kind_of(str(reference.name)) is not None
    }
    beside = {each for each in tree.paths() if each.startswith((f"{CALENDAR.folder}/", f"{MEETING.folder}/"))}
    return load(Excerpt(tree, frozenset({path, MECHANISM.pattern, *beside, *named}), over))


def path_of(id_: str) -> str:
    """Where the record of an id lies in the folder."""
    kind = kind_of(id_)
    assert kind is not None, id_  # noqa: S101 - asked for an id
    return kind.path_of(id_)


def _named(record: Value | None) -> Iterator[str]:
    """The ids that a record names; an agenda's issues are not what a decision is judged by."""
    if record is None or type(record) is MEETING.model:
        return
    for reference in references(record):
        kind = kind_of(str(reference.name))
        if kind is not None and kind.id_in(path_of(reference.name)):
            yield reference.name

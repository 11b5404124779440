"""Which records have got another number, so that they are not taken for one deleted and one new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lianxi.book import Book, Entry
from lianxi.called import record_title
from lianxi.schema.base import Value
from lianxi.schema.kinds import RECORDS

V = TypeVar("V")
Numbers = Mapping[str, str]
"""The present number of each record by its earlier one."""


def renumbered(base: Book, head: Book) -> dict[str, str]:
    """The records of ``base`` that ``head`` has under another id: those with the same title.

    Where several have it, those with the same content are taken first.
    """
    gone = [entry for entry in _numbered(base) if entry.id not in head.known]
    if not gone:
        return {}
    new: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in _numbered(head):
        if entry.id not in base.known:
            new[_title(entry)].append(entry)
    found: dict[str, str] = {}
    for entry in gone:
        candidates = sorted(new[_title(entry)], key=lambda other: _content(other) != _content(entry))
        if candidates:
            new[_title(entry)].remove(candidates[0])
            found[entry.id or ""] = candidates[0].id or ""
    return found


def with_numbers(book: Book, numbers: Numbers) -> Book:
    """``book`` with these numbers, wherever they are named; its files are where they were."""
    if not numbers:
        return book
    entries = tuple(
        replace(each, id=_put(each.id, numbers), record=_put(each.record, numbers)) for each in book.entries
    )
    kinds: dict[str, Any] = {
        name: {_put(id_, numbers): _put(record, numbers) for id_, record in getattr(book, name).items()}
        for name in ("issues", "meetings", "resolutions", "tasks")
    }
    return replace(book, entries=entries, **kinds)


def _put(value: V, numbers: Numbers) -> V:
    """``value`` with the new numbers; itself where it has none of the old."""
    put: Any = value
    if isinstance(value, str):
        put = numbers.get(value, value)
    elif isinstance(value, tuple):
        put = tuple(_put(item, numbers) for item in value)
    elif isinstance(value, Value):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        changed = {name: new for name, old in fields.items() if (new := _put(old, numbers)) != old}
        put = value.model_copy(update=changed) if changed else value
    return put  # type: ignore[no-any-return]


def _numbered(book: Book) -> list[Entry]:
    kinds = tuple(RECORDS.values())
    return [entry for entry in book.entries if entry.record is not None and entry.kind in kinds]


def _title(entry: Entry) -> tuple[str, str]:
    assert entry.record is not None  # noqa: S101 - only of readable records
    return (entry.kind.name if entry.kind else ""), record_title(entry.record)


def _content(entry: Entry) -> Value:
    assert entry.record is not None  # noqa: S101 - as above
    return entry.record.model_copy(update={"id": ""})

"""The names that units have and had, and those in use that a change of the mechanism takes away."""

from __future__ import annotations

from lianxi.book import Book
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.references import references


def names(mechanism: Mechanism) -> frozenset[str]:
    """The present ones and the former ones."""
    former = {old.name for unit in mechanism.units for old in unit.former}
    return frozenset({*former, *(unit.name for unit in mechanism.units)})


def used_and_lost(before: Mechanism, after: Mechanism, book: Book) -> dict[str, str]:
    """The names that ``after`` no longer has, though records use them; each with the id of the first."""
    gone = names(before) - names(after)
    return _used(gone, book) if gone else {}


def _used(gone: frozenset[str], book: Book) -> dict[str, str]:
    found: dict[str, str] = {}
    for records in (book.issues, book.meetings, book.resolutions, book.tasks):
        for id_, record in records.items():
            for each in references(record):
                if isinstance(each.name, str) and each.name in gone:
                    found.setdefault(each.name, id_)
    return found

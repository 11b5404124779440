"""A base in which it was not yet said who may see some record: read as if nobody outside might."""

from __future__ import annotations

from lianxi.book import Book, Entry, load
from lianxi.schema.issue import WITHHELD
from lianxi.tree import Excerpt

_FAULT = "undisclosed"
_LARGEST = 1 << 20


def withheld(book: Book) -> Book:
    """``book`` with the records that lack nothing else: what a merge makes of them can be told."""
    lacking = [entry.path for entry in book.entries if _lacks_only_that(entry)]
    said = f"\ndisclosure: {WITHHELD}\n".encode()
    read = {path: book.tree.read(path, _LARGEST) for path in lacking}
    over = {path: data + said for path, data in read.items() if isinstance(data, bytes)}
    if not over:
        return book
    known = {entry.path: entry for entry in book.entries if not entry.faults}
    return load(Excerpt(book.tree, frozenset(book.tree.paths()), over), known)


def _lacks_only_that(entry: Entry) -> bool:
    return entry.record is None and bool(entry.faults) and {each.kind for each in entry.faults} == {_FAULT}

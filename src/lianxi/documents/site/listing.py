"""Lists of records: tables under headings, cut into pages that a browser shows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lianxi.documents.site.badge import Badge
from lianxi.documents.site.linked import Part, Text

ROWS = 200
"""On one page: a table of so many rows is laid out in a few hundredths of a second, on a phone too."""


class Cell(NamedTuple):
    """What stands in one cell; ``ref`` is the number of the record, in small."""

    text: Text
    badge: Badge | None = None
    ref: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows under one heading; ``total`` counts those on other pages too."""

    name: str
    anchor: str
    total: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: ``columns`` name the cells, the first of which heads the row."""

    number: int
    columns: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading begins."""

    name: str
    total: int
    anchor: str
    href: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list; ``ways`` lead to its pages, one each, and ``other`` to the list beside it."""

    title: str
    total: int
    other: Part | None
    pages: tuple[Page, ...]
    ways: tuple[str, ...]
    places: tuple[Place, ...]


def listing(
    title: str,
    ways: Callable[[int], str],
    columns: tuple[str, ...],
    groups: Iterable[Group],
    other: Part | None = None,
) -> Listing:
    """The list of ``groups``; those without rows are left out. There is a first page, be it empty."""
    filled = [group for group in groups if group.rows]
    pages = tuple(Page(number, columns, page) for number, page in enumerate(_cut(filled), start=1))
    begins = {group.anchor: ways(page.number) for page in reversed(pages) for group in page.groups}
    return Listing(
        title,
        sum(group.total for group in filled),
        other,
        pages or (Page(1, columns, ()),),
        tuple(ways(number) for number in range(1, max(len(pages), 1) + 1)),
        tuple(
            Place(group.name, group.total, group.anchor, f"{begins[group.anchor]}#{group.anchor}")
            for group in filled
        ),
    )


def group(name: str, anchor: str, rows: Iterable[Row]) -> Group:
    """All rows under one heading."""
    found = tuple(rows)
    return Group(name, anchor, len(found), found)


def _cut(groups: list[Group]) -> Iterator[tuple[Group, ...]]:
    """Pages of at most ``ROWS`` rows; a heading comes again where its rows go on."""
    page: list[Group] = []
    room = ROWS
    for whole in groups:
        rest = whole.rows
        while rest:
            page.append(Group(whole.name, whole.anchor, whole.total, rest[:room]))
            rest, room = rest[room:], room - len(page[-1].rows)
            if room == 0:
                yield tuple(page)
                page, room = [], ROWS
    if page:
        yield tuple(page)

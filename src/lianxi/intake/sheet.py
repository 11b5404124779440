"""A sheet as it came in: the text of each cell, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

_LETTERS = 26

Place = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell; ``fault`` says why its text cannot be relied on, in Chinese.

    ``day`` is the day of a cell that is formatted as one, ``serial`` the day that a bare number
    would be. What a merged range says stands in each of its rows: ``from_above`` in all but the first.
    """

    row: int
    column: int
    text: str
    day: date | None = None
    serial: date | None = None
    fault: str = ""
    from_above: bool = False

    @property
    def address(self) -> str:
        """D7."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """The filled cells by place, and what is said of a sheet beside its cells."""

    name: str
    cells: dict[Place, Cell]
    spans: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    filtered: bool = False

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The rows that hold something, in their order, with their cells from left to right."""
        rows: dict[int, list[Cell]] = defaultdict(list)
        for _, cell in sorted(self.cells.items()):
            rows[cell.row].append(cell)
        return dict(rows)

    @cached_property
    def edges(self) -> tuple[int, int]:
        """The first and the last column that hold something."""
        columns = {column for _, column in self.cells}
        return min(columns), max(columns)

    @cached_property
    def widths(self) -> dict[Place, int]:
        """Over how many columns each merged range goes, by its first cell."""
        return {(span.top, span.left): span.right - span.left + 1 for span in self.spans}


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came in: its sheets, and what was beside them; ``noted`` rows have comments (批注)."""

    name: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    noted: frozenset[int] = frozenset()


class NotReadable(Exception):
    """Why a file cannot be taken in, in Chinese, with what to do instead."""


def letters(column: int) -> str:
    """28 → AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def place_in(reference: str) -> Place:
    """D7 → (7, 4)."""
    head = reference.rstrip("0123456789")
    column = 0
    for letter in head.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(reference[len(head) :]), column

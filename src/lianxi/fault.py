"""A fault: what could not be read in a file, kept as data until a rule words it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Loc = tuple[str | int, ...]
"""The way from the top of a record to a value: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: 1-based line and column (in characters), and its width there.

    ``whole`` is false where it runs over the line it begins on.
    """

    line: int
    column: int
    width: int = 1
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Rows:
    """Whole lines, from the first to the last, counted from 1."""

    first: int
    last: int


MARK = Place(1, 0)
"""Where a byte order mark stands: before the first column."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with one file, in the words of the code, not of the user.

    ``kind`` is the name of the rule that words it. ``place`` is filled where the reader
    already knows the line; otherwise it is found from ``loc`` when a finding needs it.
    """

    kind: str
    loc: Loc = ()
    value: Any = None
    hints: dict[str, Any] = field(default_factory=dict)
    at_key: bool = False
    place: Place | None = None

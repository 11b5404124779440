"""What a file that came in proposes, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lianxi.schema.kinds import Kind

if TYPE_CHECKING:
    from lianxi.edit import Change
    from lianxi.situation import Situation

NEW, CHANGED, RECORDED, REFUSED, NOTHING = "新增", "有改动", "已有", "退回", "没有填"
STATUSES = (NEW, CHANGED, RECORDED, REFUSED, NOTHING)
"""What becomes of a row."""


Act = Callable[[Any, "Situation"], "Sequence[Change]"]
"""Decides, by a record as it stands, how it changes; raises ``NotAllowed``."""
Difference = tuple[str, str, str]
"""A column, what the record says in it, and what the table says."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not taken: the cell, what it says as far as it may be shown, and why.

    ``instead`` is what was probably meant, where there is such a value.
    """

    address: str
    column: str
    shown: str
    why: str
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written. ``parent`` is another, written before it, whose id it names under ``under``."""

    kind: Kind
    year: int
    values: Mapping[str, Any]
    addresses: Mapping[str, str] = field(default_factory=dict)
    """In which cell each field stood."""
    parent: Draft | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act on a record that there is: ``act`` decides as the commands do, and may refuse."""

    id: str
    what: str
    address: str
    column: str
    act: Act


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one row. ``told`` is said beside it; ``was_now`` are differences that are not taken."""

    sheet: str
    row: int
    status: str
    title: str
    id: str | None = None
    told: tuple[str, ...] = ()
    was_now: tuple[Difference, ...] = ()
    refused: tuple[Refused, ...] = ()
    draft: Draft | None = None
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What all rows of a file propose; ``remarks`` say what is not taken, sheet by sheet."""

    form: str
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]

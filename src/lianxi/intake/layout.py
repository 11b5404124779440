"""What a sheet says beside its values: what is merged, hidden or filtered, and which formulas have no value.

openpyxl reads a large sheet without any of this; here the same XML is passed through once more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from lianxi.intake.limits import COLUMNS, LAST_ROW, ROWS
from lianxi.intake.sheet import NotReadable, Place, Span, place_in

_WIDEST = 1_000_000
"""No merged range of more cells says anything."""


class TooManyRows(Exception):
    """More rows hold something than are read."""


@dataclass(slots=True)
class Layout:
    """Filled while the XML passes: ``last`` is the last row that holds something, ``filled`` how many do."""

    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unreckoned: set[Place] = field(default_factory=set)
    filtered: bool = False
    beyond: bool = False
    last: int = 0
    filled: int = 0
    _row: int = 0
    _at: Place = (0, 0)
    _formula: bool = False
    _value: bool = False
    _open: bool = False

    def begin(self, tag: str, given: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        if name == "row":
            self._begin_row(given)
        elif name == "c":
            self._begin_cell(given)
        elif name == "f":
            self._formula = True
        elif name in {"v", "is"}:
            self._open = True
        elif name == "col" and given.get("hidden") in {"1", "true"}:
            self.hidden_columns |= set(range(int(given["min"]), min(int(given["max"]), COLUMNS) + 1))
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))
        elif name == "filterColumn":
            self.filtered = True

    def text(self, _: str) -> None:
        """Characters; those of a value make it one."""
        self._value |= self._open

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition(":")[2]
        if name in {"v", "is"}:
            self._open = False
        if name != "c" or not (self._formula or self._value):
            return
        if not self._value:
            self.unreckoned.add(self._at)
        self.beyond |= self._value and self._at[1] > COLUMNS
        if self._row != self.last:
            self.last, self.filled = self._row, self.filled + 1
            if self.filled > ROWS:
                raise TooManyRows

    def _begin_row(self, given: dict[str, str]) -> None:
        self._row = int(given.get("r", self._row + 1))
        self._at = (self._row, 0)
        if given.get("hidden") in {"1", "true"}:
            self.hidden_rows.add(self._row)

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._at = place_in(given["r"]) if "r" in given else (self._row, self._at[1] + 1)
        self._formula = self._open = False
        self._value = given.get("t") == "str"  # a formula may have come to nothing

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = place_in(first), place_in(last or first)
        if (bottom - top + 1) * (right - left + 1) <= _WIDEST and bottom <= LAST_ROW:
            self.spans.append(Span(top, left, bottom, right))


def layout_of(source: IO[bytes]) -> Layout:
    """Pass the XML of a sheet through.

    Raises ``TooManyRows``, and ``NotReadable`` for what no program writes.
    """
    layout = Layout()
    parser = expat.ParserCreate()
    parser.StartElementHandler = layout.begin
    parser.EndElementHandler = layout.end
    parser.CharacterDataHandler = layout.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.ParseFile(source)
    return layout


def _refuse(*_: object) -> None:
    raise NotReadable("里面有表格程序不会写的内容（DOCTYPE），来历可疑，没有读")

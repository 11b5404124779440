"""What stands in a workbook, as frozen values; ``writing`` makes the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "whole", "tenths", "share", "day"]
"""What a column holds: text, a whole number, a number with one decimal, a share of 1 shown as a percentage, a
day. A cell may hold a text instead, as 长期坚持 where the others have a day."""
Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Level:
    """A word that colours the cell it stands in; ``colour`` is 红, 橙, 黄, 绿, 蓝 or 灰."""

    word: str
    colour: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` counts half-width characters.

    ``choices`` is the list that a cell is filled in from. ``open`` cells may be filled in on a
    protected sheet. ``levels`` colour the cells that hold their word and nothing else. ``note``
    pops up on the header. ``centred`` is for texts of a word or two.
    """

    header: str
    width: float
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    open: bool = False
    levels: tuple[Level, ...] = ()
    note: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows. ``title`` stands above the header where a sheet holds several tables.

    ``blank`` rows below are ready to be filled in. ``strong`` numbers the rows that are totals, from 0.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    blank: int = 0
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Series:
    """One column of figures in a chart. ``rate`` draws a line against an axis of percentages of its own."""

    column: int
    colour: str
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a table on its sheet: a column a row, without the totals; it takes its words from the cells.

    ``table`` and the columns count from 0; ``stacked`` sets the series upon each other.
    """

    title: str
    table: int
    series: tuple[Series, ...]
    across: str
    upward: str
    stacked: bool = False
    names: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, the lines below it, and one table, or several one below the other.

    A sheet of one table has its header in view, filtered and repeated on every page; the columns
    left of ``held`` stay in view too. ``protected`` sheets take changes in open columns only,
    without a password: it guards against a slip, not against a will. ``charts`` stand above the
    tables, those of a row side by side.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    lines: tuple[str, ...] = ()
    held: int = 0
    protected: bool = False
    charts: tuple[tuple[Chart, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets, and the day as of which they speak, which the file gives as that of its making."""

    title: str
    day: date
    sheets: tuple[Sheet, ...]

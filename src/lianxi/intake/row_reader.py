"""One row while it is read: what it gives, what is said of it, and what is wrong with its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from lianxi.book import Book
from lianxi.intake.proposal import Refused
from lianxi.intake.screening import safe
from lianxi.intake.sheet import Cell
from lianxi.intake.table import Row, Table
from lianxi.intake.values import Reading, Unread

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Intake:
    """What the rows of a file are read by.

    ``given`` is what the command line says where the file does not: ``by`` (a unit), ``date``
    (ISO) and ``item`` (a number of the agenda). ``source`` is the name of the file.
    """

    book: Book
    reading: Reading
    given: Mapping[str, str]
    source: str

    @property
    def day(self) -> date | None:
        """The day that was given."""
        return date.fromisoformat(self.given["date"]) if "date" in self.given else None


@dataclass
class RowReader:
    """``values`` are those of the record, ``addresses`` the cells they stood in."""

    row: Row
    table: Table
    reading: Reading
    intake: Intake
    values: dict[str, Any] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def take(self, key: str, read: Callable[[Cell], T]) -> T | None:
        """What ``read`` makes of the cell of a key; ``None`` where it is empty or refused."""
        cell = self.row.cells.get(key)
        if cell is None or not cell.text:
            return None
        try:
            found = read(cell)
        except Unread as wrong:
            self.refuse(key, wrong.why, wrong.instead)
            return None
        self.addresses[key] = cell.address
        return found

    def keep(self, key: str, read: Callable[[Cell], Any]) -> None:
        """Let what ``read`` makes of a cell be the record's value; another way of writing it is told."""
        found = self.take(key, read)
        if found is None:
            return
        self.values[key] = found
        written = self.row.text(key)
        if isinstance(found, str) and found != written and "\n" not in found:
            self.told.append(f"{self.addresses[key]} “{safe(written)}”写作 {found}")

    def refuse(self, key: str, why: str, instead: str | None = None) -> None:
        """What is wrong with the cell of a key, or with the row where the table has no such column."""
        header = self.table.header(key)
        name = header.name if header else self.table.form.column(key).name
        self.refused.append(Refused(self.address(key), name, safe(self.row.text(key)), why, instead))

    def address(self, key: str) -> str:
        """Where the cell of a key is, or would be."""
        header = self.table.header(key)
        return f"{header.letter}{self.row.number}" if header else f"第{self.row.number}行"

    @property
    def where(self) -> str:
        """“Sheet1”第7行."""
        return f"“{safe(self.table.sheet.name)}”第{self.row.number}行"

    @property
    def origin(self) -> str:
        """The last line of a note: from which row of which file a record was made."""
        return f"来源：{safe(self.intake.source, 60)}{self.where}"

    @property
    def extras(self) -> list[str]:
        """What stands in columns that are not understood, each with its header."""
        return [f"{header.name}：{cell.text}" for header, cell in self.row.extra if cell.text]

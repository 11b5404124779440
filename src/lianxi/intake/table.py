"""Where in a sheet the table is, which form it is, and what each row of it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lianxi.forms.all import FORMS
from lianxi.forms.form import Form
from lianxi.forms.unit_list import UNIT_LIST
from lianxi.intake.header import Header, matched
from lianxi.intake.sheet import Cell, Sheet, Span
from lianxi.near import folded

_SEARCHED = 40
"""The header is among so many filled rows from the top."""
_HIGHEST = 3
_FEWEST = 3
"""A table has so many columns that are understood."""
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|汇\s*总")
_NOTE = re.compile(r"(?:备\s*注|注|说\s*明|填[表报]说明|填写说明|备考)\s*[:：0-9一1]|注[:：]?$|附件[:：]")
_FOOT = re.compile(
    r"(?:填[表报]人|填[表报]单位|填[表报]日期|制表人?|审核人?|联系人|联系电话|单位负责人|负责人|报送单位|日期)\s*[:：].*",
    re.DOTALL,
)
_TASK_ID = re.compile(r"[Tt][-_－—]?[0-9]{4}[-_－—]?[0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by key, and those whose column is not understood."""

    number: int
    cells: Mapping[str, Cell]
    extra: tuple[tuple[Header, Cell], ...] = ()
    private: tuple[Cell, ...] = ()

    def text(self, key: str) -> str:
        """What stands in a column; empty where nothing does."""
        cell = self.cells.get(key)
        return cell.text if cell else ""

    @property
    def all(self) -> tuple[Cell, ...]:
        """Every cell that may be taken."""
        return (*self.cells.values(), *(cell for _, cell in self.extra))


@dataclass(frozen=True, slots=True)
class Left:
    """A row that is no data: what it is, and what it says."""

    row: int
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a sheet: its headers, its rows, and what stands above and between them."""

    sheet: Sheet
    form: Form
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]
    left: tuple[Left, ...] = ()
    above: tuple[str, ...] = field(default=())

    @property
    def keys(self) -> frozenset[str]:
        """The columns it has."""
        return frozenset(header.key for header in self.headers if header.key)

    @property
    def beside(self) -> tuple[str, ...]:
        """The lines above the table, and those below it."""
        return (*self.above, *(each.text for each in self.left))

    def header(self, key: str) -> Header | None:
        """What stands above the column of a key."""
        return next((header for header in self.headers if header.key == key), None)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A header that may be the one: its first and last row, and what it means by a form."""

    form: Form
    top: int
    bottom: int
    headers: tuple[Header, ...]

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """The heaviest is the one: most understood, least high, first, then by the order of forms."""
        understood = sum(header.weight for header in self.headers)
        return understood, self.top - self.bottom, -self.top, -FORMS.index(self.form)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(header.key for header in self.headers if header.weight)


def table_of(sheet: Sheet) -> Table | None:
    """The table of ``sheet``; none where no form is recognised."""
    candidates = [each for each in _candidates(sheet) if _is_table(each, sheet)]
    found = max(candidates, key=lambda each: each.weight, default=None)
    return _table(sheet, found) if found else None


def _candidates(sheet: Sheet) -> Iterator[_Candidate]:
    for top in islice(sheet.rows, _SEARCHED):
        for height in range(1, _HIGHEST + 1):
            labels = _labels(sheet, top, top + height - 1)
            if labels is None:
                break
            for form in FORMS:
                yield _Candidate(form, top, top + height - 1, tuple(matched(form, labels)))


def _is_table(each: _Candidate, sheet: Sheet) -> bool:
    if not each.form.fits(each.keys) or len(each.keys) < _FEWEST:
        return False
    if each.form is not UNIT_LIST:
        return True
    place = next(header.place for header in each.headers if header.key == "id")
    below = [cell.text for cell in sheet.cells.values() if cell.column == place and cell.row > each.bottom]
    return not below or any(_TASK_ID.fullmatch(folded(text)) for text in below)


def _labels(sheet: Sheet, top: int, bottom: int) -> dict[int, tuple[str, ...]] | None:
    """What stands above each column in these rows; none where they are no header of that height."""
    spans = [span for span in sheet.spans if span.top <= bottom and span.bottom >= top]
    if bottom > top and not any(_is_group(span, sheet, bottom) for span in spans):
        return None
    parts: dict[int, list[str]] = {}
    for row in range(top, bottom + 1):
        for column, text in _spread(sheet, row, spans if row < bottom else []).items():
            known = parts.setdefault(column, [])
            if text not in known:
                known.append(text)
    return {column: tuple(texts) for column, texts in parts.items()}


def _is_group(span: Span, sheet: Sheet, bottom: int) -> bool:
    """Whether a header of several columns has others below it."""
    return span.top < bottom and span.right > span.left and not _is_title(span, sheet)


def _is_title(span: Span, sheet: Sheet) -> bool:
    first, last = sheet.edges
    return span.left <= first and span.right >= last


def _spread(sheet: Sheet, row: int, spans: list[Span]) -> dict[int, str]:
    """The texts of a row of headers, those over several columns in each of them."""
    texts = {cell.column: cell.text for cell in sheet.rows.get(row, ()) if cell.text}
    for span in spans:
        if span.top <= row <= span.bottom and span.left in texts and not _is_title(span, sheet):
            for column in range(span.left + 1, span.right + 1):
                texts.setdefault(column, texts[span.left])
    return texts


def _table(sheet: Sheet, found: _Candidate) -> Table:
    headers = {header.place: header for header in found.headers}
    rows, left = [], []
    for number, cells in sheet.rows.items():
        if number <= found.bottom:
            continue
        what = _no_data(cells, headers, sheet)
        if what is None:
            rows.append(_row(number, cells, headers))
        elif what:
            left.append(Left(number, what, " ".join(cell.text for cell in cells if cell.text)))
    above = tuple(
        " ".join(cell.text for cell in cells) for number, cells in sheet.rows.items() if number < found.top
    )
    strays = {cell.column for row in rows for _, cell in row.extra} - headers.keys()
    unnamed = (Header(place, ("",)) for place in sorted(strays))
    return Table(sheet, found.form, (*found.headers, *unnamed), tuple(rows), tuple(left), above)


def _row(number: int, cells: list[Cell], headers: Mapping[int, Header]) -> Row:
    known: dict[str, Cell] = {}
    extra, private = [], []
    for cell in cells:
        header = headers.get(cell.column) or Header(cell.column, ("",))
        if header.column is None:
            extra.append((header, cell))
        elif header.column.private:
            private.append(cell)
        else:
            known[header.key] = cell
    return Row(number, known, tuple(extra), tuple(private))


def _no_data(cells: list[Cell], headers: Mapping[int, Header], sheet: Sheet) -> str | None:
    """What a row is that is no data; empty for one in which nothing was filled in, none for data."""
    texts = [cell.text for cell in cells]
    own = [cell for cell in cells if not cell.from_above]
    keyed = {headers[cell.column].key for cell in own if cell.column in headers}
    if keyed <= {"no"} and all(cell.column in headers for cell in own):
        return "说明" if own and not own[0].text.isdecimal() and _is_wide(own[0], sheet) else ""
    if any(_TOTAL.fullmatch(text) for text in texts[:2]):
        return "合计"
    if all(_FOOT.fullmatch(cell.text) for cell in own):
        return "落款"
    if len(own) == 1 and (_NOTE.match(own[0].text) or _is_wide(own[0], sheet)):
        return "说明"
    repeated = [cell for cell in own if cell.column in headers and cell.text in headers[cell.column].parts]
    return "重复的表头" if repeated == own else None


def _is_wide(cell: Cell, sheet: Sheet) -> bool:
    """Whether a cell is merged over several columns, as a note or a heading between rows is."""
    return sheet.widths.get((cell.row, cell.column), 1) >= _FEWEST

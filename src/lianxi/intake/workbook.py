"""An .xlsx or .xlsm as sheets of texts, days and faults, read row by row within limits."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZipFile

from lianxi.intake.layout import Layout, TooManyRows, layout_of
from lianxi.intake.limits import COLUMNS, LAST_ROW, ROWS, TEXT
from lianxi.intake.sheet import Cell, NotReadable, Place, Received, Sheet

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.workbook import Workbook

_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_EXACT = 15
"""Excel keeps so many digits of a number."""
_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
_COMMENT = re.compile(rb'<(?:\w+:)?comment [^>]*?ref="[A-Z]+([0-9]+)"')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_workbook(data: bytes, name: str) -> Received:
    """Every sheet that holds something. Raises ``NotReadable``; ``ModuleNotFoundError`` without openpyxl."""
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second, and only for workbooks

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = tuple(_sheets(book, data))
        except NotReadable:
            raise
        except Exception as error:  # openpyxl lets whatever a broken file causes pass through
            raise NotReadable(
                "内容损坏，读不出来；请用 Excel 或 WPS 打开，另存为新的 .xlsx，再导入"
            ) from error
    return Received(name, sheets, tuple(_remarks(data, name)), frozenset(_noted(data)))


def _sheets(book: Workbook, data: bytes) -> Iterator[Sheet]:
    with ZipFile(BytesIO(data)) as package:
        sheets: list[Any] = list(book.worksheets)  # what this mode gives has types of its own
        for sheet in sheets:
            # Its only name for the part it reads: the workbook's own list would have to be resolved again.
            with package.open(sheet._worksheet_path) as source:  # noqa: SLF001
                layout = _layout(source, sheet.title)
            if layout.beyond:
                raise NotReadable(f"工作表“{sheet.title}”超过{COLUMNS}列；请只留要导入的几列，再导入")
            if layout.last:
                sheet.reset_dimensions()  # what the file says of its size is often wrong
                year_1904 = book.epoch.year == _DAY_ZERO_1904.year
                rows = sheet.iter_rows(max_row=min(layout.last, LAST_ROW), max_col=COLUMNS)
                cells = _cells(rows, year_1904=year_1904)
                if cells or layout.unreckoned:
                    yield _sheet(sheet.title, sheet.sheet_state, cells, layout)


def _layout(source: IO[bytes], title: str) -> Layout:
    try:
        return layout_of(source)
    except TooManyRows:
        raise NotReadable(f"工作表“{title}”有{ROWS}行以上；请分成几个文件，再导入") from None


def _sheet(title: str, state: str, cells: dict[Place, Cell], layout: Layout) -> Sheet:
    for row, column in layout.unreckoned:
        if row <= LAST_ROW and column <= COLUMNS:
            cells[row, column] = Cell(row, column, "", fault="公式没有算出值：打开表格重算、保存，再导入")
    last = max((row for row, _ in cells), default=0)
    for span in layout.spans:
        anchor = cells.get((span.top, span.left))
        if anchor is not None:
            for row in range(span.top + 1, min(span.bottom, last) + 1):
                cells.setdefault((row, span.left), replace(anchor, row=row, from_above=True))
    return Sheet(
        title,
        cells,
        tuple(layout.spans),
        frozenset(layout.hidden_rows),
        frozenset(layout.hidden_columns),
        hidden=state != "visible",
        filtered=layout.filtered,
    )


def _cells(rows: Iterable[Iterable[ReadOnlyCell]], *, year_1904: bool) -> dict[Place, Cell]:
    cells: dict[Place, Cell] = {}
    for number, row in enumerate(rows, 1):
        for each in row:
            if each.value is not None:
                cell = _cell(each, number, year_1904=year_1904)
                if cell.text or cell.fault:
                    cells[cell.row, cell.column] = cell
    return cells


def _cell(each: ReadOnlyCell, row: int, *, year_1904: bool) -> Cell:
    value, column = each.value, each.column
    if each.data_type == "e" or (isinstance(value, str) and _ERRORS.fullmatch(value)):
        return Cell(row, column, str(value), fault=f"公式出错（{value}）：改好或者直接填上值")
    if isinstance(value, datetime):
        return Cell(row, column, _moment(value), day=value.date())
    if isinstance(value, bool):
        return Cell(row, column, "是" if value else "否")
    if isinstance(value, int | float):
        return _number(value, each.number_format or "", row, column, year_1904=year_1904)
    text = _text(value)
    too_long = f"有{len(text)}个字，一格最多{TEXT}个字：长的材料另附，这里写要点" if len(text) > TEXT else ""
    return Cell(row, column, text, fault=too_long)


def _number(value: float, style: str, row: int, column: int, *, year_1904: bool) -> Cell:
    if not isfinite(value):
        return Cell(row, column, str(value), fault="不是能用的数：核对以后重新填")
    if "%" in style:
        return Cell(row, column, f"{_plain(round(value * 100, 6))}%")
    text = _plain(value)
    if len(text.lstrip("-")) > _EXACT and value == int(value):
        fault = f"是超过{_EXACT}位的数字，表格只留前{_EXACT}位，后面的已经不对：按文本重新填"
        return Cell(row, column, text, fault=fault)
    return Cell(row, column, text, serial=_serial(value, year_1904=year_1904))


def _serial(value: float, *, year_1904: bool) -> date | None:
    """The day that a bare number is in a column of days, within a century of ours."""
    zero = _DAY_ZERO_1904 if year_1904 else _DAY_ZERO
    if value != int(value) or not (_FIRST - zero).days <= value <= (_LAST - zero).days:
        return None
    return zero + timedelta(days=int(value))


def _plain(value: float) -> str:
    """3602.0 is 3602, as it is seen in the cell."""
    if isinstance(value, int) or value == int(value):
        return str(int(value))
    return f"{value:.15g}"


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")


def _text(value: object) -> str:
    """A text as it is seen: _x000D_ is how Excel writes a carriage return."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _remarks(data: bytes, name: str) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as package:
        parts = package.namelist()
    if any(part.endswith("vbaProject.bin") for part in parts) or name.lower().endswith(".xlsm"):
        yield "文件里有宏，没有运行，只读了单元格"
    if any(part.startswith(("xl/media/", "xl/embeddings/")) for part in parts):
        yield "有图片或附件，没有读；原件自存"


def _noted(data: bytes) -> Iterator[int]:
    """The rows in which a cell has a comment, of whichever sheet."""
    with ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith("xl/") and "comments" in part.rpartition("/")[2] and part.endswith(".xml"):
                yield from map(int, _COMMENT.findall(package.read(part)))

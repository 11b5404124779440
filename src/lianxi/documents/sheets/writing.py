"""A workbook as the bytes of an .xlsx file: the same description, the same bytes."""

from __future__ import annotations

import io
from datetime import date, datetime

import xlsxwriter

from lianxi.documents.sheets.charts import CHART_HEIGHT, Cells, drawing
from lianxi.documents.sheets.filling import LISTS, Filling
from lianxi.documents.sheets.heights import Growing, height, lines
from lianxi.documents.sheets.limits import held, sheet_names
from lianxi.documents.sheets.looks import PLAIN, Looks
from lianxi.documents.sheets.pages import Paging, pixels, set_up
from lianxi.documents.sheets.workbook import Cell, Chart, Column, Sheet, Table, Workbook
from lianxi.documents.zipped import settled
from lianxi.tabular import FORMULA

_TITLE_LINE, _LINE = 30, 15
"""Points for a line of the title, and of those below it."""
_TITLE_GROWS = 1.8
"""How much wider the letters of the title are than those that a column's width counts."""
_HEADER_HEIGHT = 30
_POINTS = 0.75
"""A pixel, at 96 to the inch."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel knows no day before 1900, and a 29 February 1900 that there never was."""


def xlsx(workbook: Workbook) -> bytes:
    """The file."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "default_format_properties": PLAIN}
    book = xlsxwriter.Workbook(out, options)
    made = datetime(workbook.day.year, workbook.day.month, workbook.day.day)  # noqa: DTZ001 - Excel knows no zones
    book.set_properties({"title": held(workbook.title), "created": made})
    looks, filling = Looks(book), Filling(book)
    names = sheet_names([LISTS, *(sheet.name for sheet in workbook.sheets)])[1:]
    sheets = [
        (sheet, book.add_worksheet(name, Growing)) for sheet, name in zip(workbook.sheets, names, strict=True)
    ]
    for sheet, page in sheets:
        _Page(book, page, looks, filling).write(sheet)
    book.close()
    return settled(out.getvalue())


class _Page:
    """One sheet while it is written; ``row`` is the next one."""

    def __init__(self, book: xlsxwriter.Workbook, page: Growing, looks: Looks, filling: Filling) -> None:
        self._book = book
        self._page = page
        self._looks = looks
        self._filling = filling
        self._row = 0
        self._headers: list[int] = []
        self._widths: list[float] = []

    def write(self, sheet: Sheet) -> None:
        self._widths = _widths(sheet)
        for place, size in enumerate(self._widths):
            self._page.set_column(place, place, size)
        paging = Paging(self._widths)
        self._head(sheet, paging)
        above = self._row
        self._row += len(sheet.charts)
        for row in range(above, self._row):
            self._page.set_row(row, CHART_HEIGHT * _POINTS)
            paging.put(CHART_HEIGHT * _POINTS)
        for table in sheet.tables:
            self._table(table, paging)
        for row, charts in enumerate(sheet.charts, above):
            self._charts(row, charts, sheet.tables)
        if len(sheet.tables) == 1:
            self._hold(sheet, sheet.tables[0])
        set_up(self._page)
        self._page.set_h_pagebreaks(paging.breaks)
        if sheet.protected:
            self._page.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})

    def _head(self, sheet: Sheet, paging: Paging) -> None:
        room = sum(self._widths)
        texts = [(sheet.title, self._looks.title(), _TITLE_LINE, room / _TITLE_GROWS)]
        texts += [(line, self._looks.line(), _LINE, room) for line in sheet.lines]
        for text, look, points, size in texts:
            shown = held(text)
            self._page.set_row(self._row, points * lines(shown, size))
            paging.put(points * lines(shown, size))
            if len(self._widths) > 1:
                self._page.merge_range(self._row, 0, self._row, len(self._widths) - 1, "", look)
            self._text(self._row, 0, shown, look)
            self._row += 1

    def _table(self, table: Table, paging: Paging) -> None:
        heights = [self._height(row) for row in table.rows]
        if table.title:
            whole = 2 * _LINE + self._header_height(table) + sum(heights)
            paging.place(self._row + 1, whole)
            paging.put(whole)
            self._text(self._row + 1, 0, held(table.title), self._looks.heading())
            self._row += 2
        self._header(table)
        first = self._row
        for number, (row, points) in enumerate(zip(table.rows, heights, strict=True)):
            self._page.set_growing_row(self._row, points)
            self._cells(table, row, strong=number in table.strong)
        for _ in range(table.blank):
            self._cells(table, (None,) * len(table.columns), strong=False)
        if self._row > first:
            self._rules(table, first, self._row - 1)

    def _height(self, row: tuple[Cell, ...]) -> float:
        pairs = zip(row, self._widths, strict=False)
        return height((held(value), size) for value, size in pairs if isinstance(value, str))

    def _header_height(self, table: Table) -> float:
        names = (held(column.header) for column in table.columns)
        return max(height(zip(names, self._widths, strict=False)), _HEADER_HEIGHT)

    def _charts(self, row: int, charts: tuple[Chart, ...], tables: tuple[Table, ...]) -> None:
        share = pixels(self._widths) // len(charts)
        for place, chart in enumerate(charts):
            table = tables[chart.table]
            cells = Cells.below(self._page.get_name(), self._headers[chart.table], table)
            drawn = drawing(self._book, chart, table, cells)
            drawn.set_size({"width": share, "height": CHART_HEIGHT})
            self._page.insert_chart(row, 0, drawn, {"x_offset": place * share, "object_position": 2})

    def _header(self, table: Table) -> None:
        self._headers.append(self._row)
        self._page.set_row(self._row, self._header_height(table))
        for place, column in enumerate(table.columns):
            self._text(self._row, place, held(column.header), self._looks.header())
            if column.note:
                self._page.write_comment(self._row, place, held(column.note), {"x_scale": 2, "font_size": 10})
        self._row += 1

    def _cells(self, table: Table, row: tuple[Cell, ...], *, strong: bool) -> None:
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            self._cell(place, column, value, strong=strong)
        self._row += 1

    def _cell(self, place: int, column: Column, value: Cell, *, strong: bool) -> None:
        quoted = isinstance(value, str) and value.startswith(FORMULA)
        look = self._looks.cell(column, quoted=quoted, strong=strong)
        if value is None or value == "":
            self._page.write_blank(self._row, place, None, look)
        elif isinstance(value, str):
            self._text(self._row, place, held(value), look)
        elif isinstance(value, date) and value >= _FIRST_DAY:
            self._page.write_datetime(self._row, place, value, look)
        elif isinstance(value, date):
            self._text(self._row, place, value.isoformat(), look)
        else:
            self._page.write_number(self._row, place, value, look)

    def _text(self, row: int, place: int, text: str, look: xlsxwriter.format.Format) -> None:
        """Never a formula nor a link. Markup that XlsxWriter takes for its own rich text is parted."""
        if text.startswith("<r>") and text.endswith("</r>"):
            self._page.write_rich_string(row, place, look, text[0], look, text[1:], look)
        else:
            self._page.write_string(row, place, text, look)

    def _rules(self, table: Table, first: int, last: int) -> None:
        for place, column in enumerate(table.columns):
            rule = self._filling.rule(column)
            if rule is not None:
                self._page.data_validation(first, place, last, place, rule)
            for level in column.levels:
                shown = {"type": "cell", "criteria": "==", "value": f'"{level.word}"'}
                look = self._looks.level(level.colour)
                self._page.conditional_format(first, place, last, place, shown | {"format": look})

    def _hold(self, sheet: Sheet, table: Table) -> None:
        """Keep the header in view, on every page, with a filter."""
        header, last = self._headers[0], self._row - 1
        self._page.freeze_panes(header + 1, sheet.held)
        self._page.repeat_rows(header)
        self._page.autofilter(header, 0, last, len(table.columns) - 1)


def _widths(sheet: Sheet) -> list[float]:
    """Of each column the greatest width that a table asks for."""
    count = max(len(table.columns) for table in sheet.tables)
    return [
        max(table.columns[place].width for table in sheet.tables if place < len(table.columns))
        for place in range(count)
    ]

"""A workbook as the bytes of an .xlsx file: the same description, the same bytes."""

from __future__ import annotations

import io
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from lianxi.documents.sheets.charts import CHART_HEIGHT, Cells, drawing
from lianxi.documents.sheets.filling import LISTS, Filling
from lianxi.documents.sheets.limits import held, sheet_names
from lianxi.documents.sheets.looks import PLAIN, Looks
from lianxi.documents.sheets.workbook import Cell, Chart, Column, Sheet, Table, Workbook
from lianxi.documents.zipped import settled
from lianxi.tabular import FORMULA
from lianxi.width import width

_A4 = 9
_FOOTER = "&C第&P页 共&N页"
_TITLE_HEIGHT, _LINE_HEIGHT, _HEADER_HEIGHT = 30, 16, 30
_TITLE_GROWS, _LINE_GROWS = 1.8, 1.0
"""How much wider the letters of the title are than those a column's width counts."""


def xlsx(workbook: Workbook) -> bytes:
    """The file."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "default_format_properties": PLAIN}
    book = xlsxwriter.Workbook(out, options)
    made = datetime(workbook.day.year, workbook.day.month, workbook.day.day)  # noqa: DTZ001 - Excel knows no zones
    book.set_properties({"title": held(workbook.title), "created": made})
    looks, filling = Looks(book), Filling(book)
    names = sheet_names([LISTS, *(sheet.name for sheet in workbook.sheets)])[1:]
    sheets = [(sheet, book.add_worksheet(name)) for sheet, name in zip(workbook.sheets, names, strict=True)]
    for sheet, page in sheets:
        _Page(book, page, looks, filling).write(sheet)
    book.close()
    return settled(out.getvalue())


class _Page:
    """One sheet while it is written; ``row`` is the next one."""

    def __init__(self, book: xlsxwriter.Workbook, page: Worksheet, looks: Looks, filling: Filling) -> None:
        self._book = book
        self._page = page
        self._looks = looks
        self._filling = filling
        self._row = 0
        self._headers: list[int] = []

    def write(self, sheet: Sheet) -> None:
        widths = _widths(sheet)
        for place, size in enumerate(widths):
            self._page.set_column(place, place, size)
        self._head(sheet, widths)
        above = self._row
        for _ in sheet.charts:
            self._page.set_row_pixels(self._row, CHART_HEIGHT)
            self._row += 1
        for table in sheet.tables:
            self._table(table)
        for row, charts in enumerate(sheet.charts, above):
            self._charts(row, charts, sheet.tables, _pixels(widths))
        if len(sheet.tables) == 1:
            self._hold(sheet, sheet.tables[0])
        self._print()
        if sheet.protected:
            self._page.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})

    def _head(self, sheet: Sheet, widths: list[float]) -> None:
        self._across(sheet.title, widths, _TITLE_HEIGHT, _TITLE_GROWS, title=True)
        for line in sheet.lines:
            self._across(line, widths, _LINE_HEIGHT, _LINE_GROWS, title=False)

    def _across(self, text: str, widths: list[float], height: int, grows: float, *, title: bool) -> None:
        """A text over all columns, on as many lines as it takes: merged cells do not grow by themselves."""
        look = self._looks.title() if title else self._looks.line()
        shown = held(text)
        lines = sum(-(-int(width(line) * grows + 1) // int(sum(widths))) for line in shown.split("\n"))
        self._page.set_row(self._row, height * max(lines, 1))
        if len(widths) > 1:
            self._page.merge_range(self._row, 0, self._row, len(widths) - 1, "", look)
        self._text(self._row, 0, shown, look)
        self._row += 1

    def _table(self, table: Table) -> None:
        if table.title:
            self._row += 1
            self._text(self._row, 0, held(table.title), self._looks.heading())
            self._row += 1
        self._header(table)
        first = self._row
        for number, row in enumerate(table.rows):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(place, column, value, strong=number in table.strong)
            self._row += 1
        for _ in range(table.blank):
            for place, column in enumerate(table.columns):
                self._cell(place, column, None, strong=False)
            self._row += 1
        if self._row > first:
            self._rules(table, first, self._row - 1)

    def _charts(self, row: int, charts: tuple[Chart, ...], tables: tuple[Table, ...], width: int) -> None:
        share = width // len(charts)
        for place, chart in enumerate(charts):
            table = tables[chart.table]
            cells = Cells.below(self._page.get_name(), self._headers[chart.table], table)
            drawn = drawing(self._book, chart, table, cells)
            drawn.set_size({"width": share, "height": CHART_HEIGHT})
            self._page.insert_chart(row, 0, drawn, {"x_offset": place * share, "object_position": 2})

    def _header(self, table: Table) -> None:
        self._headers.append(self._row)
        self._page.set_row(self._row, _HEADER_HEIGHT)
        for place, column in enumerate(table.columns):
            self._text(self._row, place, held(column.header), self._looks.header())
            if column.note:
                self._page.write_comment(self._row, place, held(column.note), {"x_scale": 2, "font_size": 10})
        self._row += 1

    def _cell(self, place: int, column: Column, value: Cell, *, strong: bool) -> None:
        quoted = isinstance(value, str) and value.startswith(FORMULA)
        look = self._looks.cell(column, quoted=quoted, strong=strong)
        if value is None or value == "":
            self._page.write_blank(self._row, place, None, look)
        elif isinstance(value, str):
            self._text(self._row, place, held(value), look)
        elif isinstance(value, date):
            self._page.write_datetime(self._row, place, value, look)
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

    def _print(self) -> None:
        """A4 landscape, as wide as the page, as many pages as it takes."""
        self._page.set_paper(_A4)
        self._page.set_landscape()
        self._page.fit_to_pages(1, 0)
        self._page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self._page.center_horizontally()
        self._page.set_footer(_FOOTER)
        self._page.hide_gridlines(2)


def _widths(sheet: Sheet) -> list[float]:
    """Of each column the greatest width that a table asks for."""
    count = max(len(table.columns) for table in sheet.tables)
    return [
        max(table.columns[place].width for table in sheet.tables if place < len(table.columns))
        for place in range(count)
    ]


def _pixels(widths: list[float]) -> int:
    """How wide the columns are together: 7 a half-width character, and 5 of padding."""
    return sum(int(size * 7 + 5) for size in widths)

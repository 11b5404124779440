"""Charts of Excel's own, drawn from the cells of a table on their sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart as Drawn

from lianxi.documents.sheets.looks import BODY, STRONG
from lianxi.documents.sheets.workbook import Chart, Series, Table

CHART_HEIGHT = 270
"""In pixels: two rows of charts below a title fill an A4 page on its side."""
_SHADES = {
    "红": ("#C00000", "#E06666", "#F4B6B6"),
    "橙": ("#ED7D31", "#F4B183", "#F8D3B8"),
    "黄": ("#FFC000", "#FFD966", "#FFECB3"),
    "绿": ("#548235", "#A9D18E", "#D5E8C9"),
    "蓝": ("#2F5597", "#8FAADC", "#C9D6EE"),
    "灰": ("#7F7F7F", "#BFBFBF", "#E0E0E0"),
}
"""Where several series have one colour, each is lighter than the one before."""
_DARK = 128_000
"""Below this brightness letters are white: https://www.w3.org/TR/AERT/#color-contrast, in thousandths."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the table of a chart stands: its sheet, the row of its header and its last row, from 0."""

    page: str
    header: int
    last: int

    @classmethod
    def below(cls, page: str, header: int, table: Table) -> Cells:
        """The rows below ``header`` but for the totals, which stand last."""
        return cls(page, header, header + len(table.rows) - len(table.strong))

    def series(self, chart: Chart, column: int) -> dict[str, Any]:
        """What XlsxWriter takes for the name, the categories and the values of a series."""
        return {
            "name": [self.page, self.header, column],
            "categories": [self.page, self.header + 1, chart.names, self.last, chart.names],
            "values": [self.page, self.header + 1, column, self.last, column],
        }


def drawing(book: xlsxwriter.Workbook, chart: Chart, table: Table, cells: Cells) -> Drawn:
    """The chart of ``table``, ready to be set into its sheet."""
    drawn = _columns(book, chart, cells)
    rates = [each for each in chart.series if each.rate]
    if rates:
        drawn.combine(_rates(book, chart, rates, table, cells))
    drawn.set_title({"name": chart.title, "name_font": _font(12, STRONG), "overlay": False})
    drawn.set_x_axis(_axis(chart.across))
    grid = {"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}}
    drawn.set_y_axis(_axis(chart.upward) | grid | {"num_format": "0", "min": 0})
    drawn.set_legend({"position": "bottom", "font": _font(9)})
    return drawn


def _columns(book: xlsxwriter.Workbook, chart: Chart, cells: Cells) -> Drawn:
    drawn = book.add_chart({"type": "column"} | ({"subtype": "stacked"} if chart.stacked else {}))
    counted = [each for each in chart.series if not each.rate]
    for each, shade in zip(counted, _shades(counted), strict=True):
        look = {"fill": {"color": shade}, "border": {"color": "#FFFFFF", "width": 0.5}, "gap": 60}
        drawn.add_series(cells.series(chart, each.column) | look | {"data_labels": _labels(shade)})
    return drawn


def _rates(book: xlsxwriter.Workbook, chart: Chart, rates: list[Series], table: Table, cells: Cells) -> Drawn:
    drawn = book.add_chart({"type": "line"})
    for each, shade in zip(rates, _shades(rates), strict=True):
        marker = {"type": "circle", "size": 6, "fill": {"color": shade}, "border": {"color": shade}}
        look = {"line": {"color": shade, "width": 2}, "marker": marker, "y2_axis": True}
        drawn.add_series(cells.series(chart, each.column) | look)
    header = table.columns[rates[0].column].header
    drawn.set_y2_axis(_axis(header) | {"num_format": "0%", "min": 0, "max": 1})
    return drawn


def _shades(series: list[Series]) -> Iterator[str]:
    used: Counter[str] = Counter()
    for each in series:
        shades = _SHADES[each.colour]
        yield shades[used[each.colour] % len(shades)]
        used[each.colour] += 1


def _labels(shade: str) -> dict[str, Any]:
    """The figure in its column, none where it is 0."""
    red, green, blue = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
    dark = 299 * red + 587 * green + 114 * blue < _DARK
    colour = {"color": "#FFFFFF" if dark else "#000000"}
    return {"value": True, "num_format": "0;;", "font": _font(9) | colour}


def _axis(name: str) -> dict[str, Any]:
    return {"name": name, "name_font": _font(9), "num_font": _font(9)}


def _font(size: int, name: str = BODY) -> dict[str, Any]:
    return {"name": name, "size": size, "bold": False}

"""How cells look: fonts, borders and the colours of levels, each look made once for a workbook."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from lianxi.documents.sheets.workbook import Column, Kind

BODY, STRONG = "宋体", "黑体"
"""The two that every Windows with Office or WPS has under these names; 仿宋_GB2312 it often has not."""
_CHINESE = {"font_charset": 134, "font_family": 3}
PLAIN = {"font_name": BODY, "font_size": 10, "font_scheme": False, **_CHINESE}
_NUMBERS: dict[Kind, str] = {"whole": "0", "tenths": "0.0", "share": "0.0%", "day": "yyyy-mm-dd"}
"""Days as 2026-09-21: as wide for every day, found by typing its beginning into the filter, and still a day,
which the filter groups by year and month."""
_FILLS = {
    "红": ("#FFC7CE", "#9C0006"),
    "橙": ("#FCD5B4", "#974706"),
    "黄": ("#FFEB9C", "#7F6000"),
    "绿": ("#C6EFCE", "#006100"),
    "蓝": ("#BDD7EE", "#1F4E78"),
    "灰": ("#D9D9D9", "#404040"),
}
"""Background and letter: light enough for print, dark enough to read (WCAG AA, 4.5:1)."""


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._cells: dict[tuple[Kind, bool, bool, bool, bool], Format] = {}

    def _look(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def title(self) -> Format:
        """Of the sheet's title."""
        return self._look(
            **{**PLAIN, "font_name": STRONG, "font_size": 18},
            align="center",
            valign="vcenter",
            text_wrap=True,
        )

    def line(self) -> Format:
        """Of a line below the title, or above a table."""
        return self._look(**PLAIN, align="left", valign="vcenter", text_wrap=True)

    def heading(self) -> Format:
        """Of the title of one table among several."""
        return self._look(**{**PLAIN, "font_name": STRONG, "font_size": 12}, align="left", valign="vcenter")

    def header(self) -> Format:
        """Of a table's header."""
        return self._look(
            **{**PLAIN, "font_name": STRONG},
            align="center",
            valign="vcenter",
            text_wrap=True,
            border=1,
            bg_color="#DDEBF7",
        )

    def cell(self, column: Column, *, quoted: bool = False, strong: bool = False) -> Format:
        """Of a cell in ``column``.

        ``quoted`` keeps a text a text when somebody edits the cell, as a leading apostrophe
        does. What is filled in by hand is text from the start, so that 3-4 becomes no day.
        """
        key = (column.kind, column.centred, column.open, quoted, strong)
        found = self._cells.get(key)
        if found is None:  # asked for every cell: a look is put together once
            found = self._cells[key] = self._cell(*key)
        return found

    def _cell(self, kind: Kind, centred: bool, open_: bool, quoted: bool, strong: bool) -> Format:  # noqa: FBT001
        own = {"font_name": STRONG} if strong else {}
        return self._look(
            **{**PLAIN, **own},
            align="left" if kind == "text" and not centred else "center",
            valign="vcenter",
            text_wrap=True,
            border=1,
            num_format=_NUMBERS.get(kind, "@" if open_ else "General"),
            locked=not open_,
            quote_prefix=quoted,
        )

    def level(self, colour: str) -> Format:
        """Of a cell whose word has ``colour``."""
        background, letter = _FILLS[colour]
        return self._look(bg_color=background, font_color=letter, bold=True)

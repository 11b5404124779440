"""Paper: A4 on its side, and where one page ends so that a table begins on the next."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

_A4 = 9
_FOOTER = "&C第&P页 共&N页"
_SIDE, _TOP, _BOTTOM = 0.4, 0.6, 0.7
"""Margins in inches."""
_INCH, _WIDE, _HIGH = 72, 841.89, 595.28
"""Points: an inch, and the sides of A4."""
_SAFE = 0.97
"""Programs differ in how high they draw a row."""


def set_up(page: Worksheet) -> None:
    """As wide as the page, as many pages as it takes."""
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_BOTTOM)
    page.center_horizontally()
    page.set_footer(_FOOTER)
    page.hide_gridlines(2)


def pixels(widths: Sequence[float]) -> int:
    """How wide the columns are together: 7 a half-width character, and 5 of padding."""
    return sum(int(size * 7 + 5) for size in widths)


class Paging:
    """How full the page is while a sheet is written from top to bottom."""

    def __init__(self, widths: Sequence[float]) -> None:
        shrunk = min(1.0, (_WIDE - 2 * _SIDE * _INCH) / (pixels(widths) * 0.75))
        self._room = (_HIGH - (_TOP + _BOTTOM) * _INCH) / shrunk * _SAFE
        self._used = 0.0
        self.breaks: list[int] = []

    def put(self, points: float) -> None:
        """Go on below a row, or several."""
        self._used = self._used + points if self._used + points <= self._room else points

    def place(self, row: int, points: float) -> None:
        """Have a block that begins in ``row`` stand on one page, if it is no higher than that."""
        if self._used and self._used + points > self._room:
            self.breaks.append(row)
            self._used = 0.0

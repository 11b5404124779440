"""How high a row must be for its texts: reckoned here, since not every program does so on opening a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xlsxwriter.worksheet import Worksheet

_HIGHEST = 409
"""Points; Excel makes no row higher, and prints no more of a cell than that."""
_LINE, _MARGIN = 13.5, 3
_ROOM = 0.95
"""How much of a column's width a line fills: a mark may not begin one, nor a number be parted."""


def lines(text: str, size: float) -> int:
    """On how many lines ``text`` stands in a column as wide as ``size`` half-width characters."""
    room = max(int(size * _ROOM), 2)
    if 2 * len(text) <= room and "\n" not in text:  # most texts, and no letter is wider than two
        return 1
    return sum(max(1, -(-_wide(line) // room)) for line in text.split("\n"))


def _wide(text: str) -> int:
    """How wide at most, in half-width characters: a Chinese one has three bytes. Asked for every cell."""
    return (len(text) + len(text.encode("utf-8")) + 1) // 2


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Points for a row of texts, each with the width of its column."""
    most = max((lines(text, size) for text, size in cells), default=1)
    return min(most * _LINE + _MARGIN, _HIGHEST)


class Growing(Worksheet):  # type: ignore[misc]  # XlsxWriter carries no types
    """A sheet some of whose rows still grow when more is written into them.

    XlsxWriter fixes every row that it gives a height. A row with a height that is not fixed
    is what Excel itself writes: it is shown so, and reckoned anew when a cell of it changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self._growing: set[int] = set()

    def set_growing_row(self, row: int, points: float) -> None:
        """Give a row its height for now."""
        self.set_row(row, points)
        self._growing.add(row + 1)

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        if tag == "row" and dict(attributes)["r"] in self._growing:
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

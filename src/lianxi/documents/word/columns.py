"""How wide the columns of a table are, and how small its characters: so that it stays low and readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from lianxi.documents.word.measure import em

Texts = Sequence[Sequence[str]]
MARGIN = 57
"""Twips of white on either side of a cell's text."""
_AROUND = 2 * MARGIN + 20
"""With the lines between the cells."""
_NARROWEST = 2
WORDS = (5, 4, 3)
"""A column that holds more is at least so wide, that its words stay together: the best, then what may do."""
_TO_WRITE = 4
"""A column that is filled in by hand."""
_LABEL = 7
"""The words of a form take no more."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Widths in twips for characters of ``size`` points, and how many lines each row takes."""

    size: float
    widths: tuple[int, ...]
    lines: tuple[int, ...]


def grid(texts: Texts, width: int, size: float, words: Sequence[int] = WORDS) -> Grid | None:
    """The columns for ``width`` twips; None where they would be narrower than the last of ``words``."""
    room = _room(width, size, len(texts[0]))
    wide = [[_widest(cell) for cell in row] for row in texts]
    by_column = list(zip(*wide, strict=True))
    for word in words:
        least = [_least(column, word) for column in by_column]
        if sum(least) <= room:
            return _grid(wide, _shared(wide, least, room), width, size)
    return None


def form_grid(texts: Texts, width: int, size: float) -> Grid:
    """The columns of a form: its words as wide as they are, what is filled in shares the rest."""
    wide = [[_widest(cell) for cell in row] for row in texts]
    labels = min(_LABEL, max(cell for row in wide for cell in row[::2]))
    pairs = (len(texts[0]) + 1) // 2
    rest = max(1.0, (_room(width, size, len(texts[0])) - labels * pairs) / max(1, len(texts[0]) - pairs))
    columns = [rest if at % 2 else labels for at in range(len(texts[0]))]
    return _grid(wide, columns, width, size)


def _room(width: int, size: float, count: int) -> float:
    """The characters that ``count`` cells hold together."""
    return int((width - _AROUND * count) / (size * 20) * 2) / 2


def _grid(wide: Sequence[Sequence[float]], columns: Sequence[float], width: int, size: float) -> Grid:
    twips = [round(column * size * 20) + _AROUND for column in columns]
    twips[-1] += width - sum(twips)
    return Grid(size, tuple(twips), tuple(_height(row, columns) for row in wide))


def squeezed(texts: Texts, width: int, size: float) -> Grid:
    """Equal columns, for a table that has more of them than any size leaves room for."""
    count = len(texts[0])
    each = width // count
    columns = [max(1.0, each / (size * 20))] * count
    widths = (*[each] * (count - 1), width - each * (count - 1))
    return Grid(size, widths, tuple(_height([_widest(cell) for cell in row], columns) for row in texts))


def _widest(cell: str) -> float:
    """Of a cell with breaks the sum of its lines: what it needs altogether."""
    return em(cell.replace("\n", "　"))


def _least(column: Sequence[float], word: float) -> float:
    """``column`` is its heading and what stands below it."""
    widest, empty = max(column), sum(not cell for cell in column[1:])
    if empty * 2 >= len(column):
        return max(_TO_WRITE, min(widest, word))
    return max(_NARROWEST, min(widest, word))


def _shared(wide: Sequence[Sequence[float]], least: Sequence[float], room: float) -> list[float]:
    """Give half a character at a time to the column that brings most rows down by most."""
    columns, step = list(least), 0.5
    for _ in range(int((room - sum(columns)) / step)):
        gains = [0.0] * len(columns)
        for row in wide:
            high = [cell / column for cell, column in zip(row, columns, strict=True)]
            at = max(range(len(high)), key=high.__getitem__)
            others = max(high[:at] + high[at + 1 :], default=1.0)
            gains[at] += max(0.0, high[at] - max(1.0, others, row[at] / (columns[at] + step)))
            gains[at] += max(0.0, high[at] - 1) / 1000  # where two columns are equally high, one has to begin
        chosen = max(range(len(columns)), key=lambda at: (gains[at], -columns[at]))
        columns[chosen] += step
    return columns


def _height(row: Sequence[float], columns: Sequence[float]) -> int:
    return max(map(_lines, row, columns))


def _lines(cell: float, column: float) -> int:
    return max(1, ceil(cell / column))

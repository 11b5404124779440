"""Rows as CSV that Excel opens: marked as UTF-8, and nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from lianxi.visible import visible

_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet would reckon with; a full-width sign is one too."""


def as_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A heading and one line a row; what is unknown is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue()


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    text = visible(" ".join(str(value).split("\n")))
    return f"'{text}" if str(value).startswith(FORMULA) else text

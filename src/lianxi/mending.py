"""Puts mendings into a text: what they name is replaced, every other character stays."""

from __future__ import annotations

from collections.abc import Iterable

from lianxi.finding import Mend

_BOM = "\ufeff"


def mended(text: str, mends: Iterable[Mend]) -> str:
    """``text``, a file as it stands, with each mending whose ``was`` still stands at its place.

    Of two that overlap only the later takes place. Lines end as they did before. Columns count
    without a byte order mark, which itself stands in column 0.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    starts = _line_starts(text)
    end = len(text) + 1
    for mend in sorted(mends, key=lambda mend: (mend.line, mend.column), reverse=True):
        start = starts[mend.line - 1] + mend.column - 1 if mend.line <= len(starts) else len(text)
        was = mend.was.replace("\n", newline)
        stop = start + len(was)
        if stop <= end and text[start:stop] == was:
            text = text[:start] + mend.now.replace("\n", newline) + text[stop:]
            end = start
    return text


def _line_starts(text: str) -> list[int]:
    """Where each line begins, the byte order mark left aside."""
    starts = [1 if text.startswith(_BOM) else 0]
    for index, char in enumerate(text):
        if char == "\n":
            starts.append(index + 1)
    return starts

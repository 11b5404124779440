"""The index of the search as scripts that hand their rows over: a page from a disk may read no other file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lianxi.documents.site.sought import Row
from lianxi.visible import visible

ROWS = 1000
"""In one file: taken in within a few thousandths of a second, so that typing goes on meanwhile."""
_KIND, _STATE, _UNITS, _AREA, _PLACE, _YEAR = 0, 4, 6, 7, 8, 9
"""Where in a row of ``site.js`` the filters look."""
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""So that no row ends a script, wherever it is pasted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter with what may be chosen; ``field`` is the place in a row that it looks at."""

    name: str
    field: int
    options: tuple[str, ...]


def count_files(rows: list[Row]) -> int:
    """How many ``files`` there are."""
    return -(-len(rows) // ROWS)


def files(rows: list[Row]) -> dict[str, bytes]:
    """The files by path."""
    return {
        f"search/{number + 1}.js": _script(rows[number * ROWS : (number + 1) * ROWS])
        for number in range(count_files(rows))
    }


def choices(rows: list[Row], place_label: str, order: Iterable[str]) -> list[Choice]:
    """The filters that have anything to choose from; units in ``order``."""
    units = {name for row in rows for name in row.units}
    options = (
        Choice("种类", _KIND, _distinct(row.kind for row in rows)),
        Choice("状态或等级", _STATE, _distinct(row.state for row in rows)),
        Choice("单位", _UNITS, _distinct(name for name in order if name in units)),
        Choice("工作领域", _AREA, _distinct(row.area for row in rows)),
        Choice(place_label, _PLACE, _distinct(row.place for row in rows)),
        Choice("年份", _YEAR, tuple(sorted(_distinct(row.year for row in rows), reverse=True))),
    )
    return [choice for choice in options if choice.options]


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _script(rows: list[Row]) -> bytes:
    text = json.dumps([_fields(row) for row in rows], ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _ESCAPED.items():
        text = text.replace(char, escaped)
    return f"lianxi.take({text});\n".encode()


def _fields(row: Row) -> list[object]:
    """A row as ``site.js`` has it; the last field is what is looked through."""
    names = [visible(name) for name in row.units]
    head = (row.kind, row.id, row.title, row.href, row.state, row.badge.word)
    tail = (row.area, row.place, row.year, row.badge.tint)
    looked_through = "\n".join((row.id, row.title, *row.units, row.area, row.place, *row.text))
    return [*map(visible, head), names, *map(visible, tail), folded(visible(looked_through))]


def folded(text: str) -> str:
    """As the search compares: full-width as half-width, capital as small letters."""
    return unicodedata.normalize("NFKC", text).lower()

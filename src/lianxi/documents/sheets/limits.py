"""What a workbook cannot hold as it is: long texts, long lists, and names that Excel forbids for a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lianxi.visible import visible

# https://support.microsoft.com/office/excel-specifications-and-limits: lengths count UTF-16 units
_CELL = 32_767
_LIST = 255
_NAME = 31
_CUT = "……（以下略：Excel 一格最多 32767 字，全文见记录）"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def length(text: str) -> int:
    """How long Excel takes ``text`` to be; a rare character counts two."""
    return len(text) + sum(1 for char in text if char > "\uffff")


@lru_cache(maxsize=4096)
def held(text: str) -> str:
    """``text`` as a cell can hold it: nothing unseen, and cut openly where it is too long."""
    shown = visible(text)
    return shown if 2 * len(shown) <= _CELL or length(shown) <= _CELL else _cut(shown, _CELL, _CUT)


def too_long(text: str) -> bool:
    """Whether a cell cannot hold all of ``text``."""
    return length(text) > _CELL


def _cut(text: str, limit: int, sign: str = "…") -> str:
    if length(text) <= limit:
        return text
    room, kept = limit - length(sign), 0
    for char in text:
        room -= length(char)
        if room < 0:
            break
        kept += 1
    return text[:kept] + sign


def fits_in_place(choices: Iterable[str]) -> bool:
    """Whether a list to choose from can stand in the cell's own rule; a comma would part an entry."""
    choices = list(choices)
    return length(",".join(choices)) <= _LIST and not any(map(_parts, choices))


def _parts(choice: str) -> bool:
    return "," in choice or '"' in choice or choice != choice.strip()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that Excel takes, one a sheet: at most 31 characters, none forbidden, no two alike."""
    names: list[str] = []
    for name in wanted:
        plain = _FORBIDDEN.sub("_", visible(name).replace("\n", " ")).strip(" '") or "表"
        plain = f"{plain}_" if plain.casefold() == _RESERVED else plain
        names.append(_unlike(plain, {taken.casefold() for taken in names}))
    return names


def _unlike(name: str, taken: set[str]) -> str:
    found, number = _cut(name, _NAME), 1
    while found.casefold() in taken:
        number += 1
        end = f"（{number}）"
        found = _cut(name, _NAME - len(end)) + end
    return found

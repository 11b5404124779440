"""The number that a text speaks of, in Arabic or Chinese numerals."""

from __future__ import annotations

import re

_ONES = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_WEIGHTS = {"十": 10, "百": 100}
NUMERAL = r"(?:[0-9０-９]{1,9}|[零〇一二两三四五六七八九十百]{1,7})"
"""A pattern for one number as people write it."""
_ORDINAL = re.compile(rf"第\s*({NUMERAL})")
_ANY = re.compile(NUMERAL)


def value_of(numeral: str) -> int:
    """What ``numeral`` (a match of ``NUMERAL``) is worth: 十二 → 12, 二〇二六 → 2026."""
    if numeral.isdecimal():
        return int(numeral)
    if not set(numeral) & set(_WEIGHTS):
        return int("".join(str(_ONES[sign]) for sign in numeral))
    total, ones = 0, 0
    for sign in numeral:
        if sign in _WEIGHTS:
            total, ones = total + (ones or 1) * _WEIGHTS[sign], 0
        else:
            ones = _ONES[sign]
    return total + ones


def number_in(text: str) -> int | None:
    """The number of 第N, or the only one in ``text``; where there are several, none."""
    ordinal = _ORDINAL.search(text)
    if ordinal:
        return value_of(ordinal[1])
    found = _ANY.findall(text)
    return value_of(found[0]) if len(found) == 1 else None

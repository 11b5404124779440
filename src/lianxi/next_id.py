"""The next free number of a kind of record in a year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianxi.schema.kinds import Kind

_STEM = re.compile(r"([A-Z])-([0-9]{4})-([0-9]{1,9})(?:\..*)?")


def next_id(kind: Kind, year: int, names: Iterable[str]) -> str:
    """One more than the greatest number that a file of ``names`` has; gaps are not filled again."""
    letter = kind.numbered(year, 1)[0]
    found = (_STEM.fullmatch(name.rpartition("/")[2]) for name in names)
    numbers = [int(each[3]) for each in found if each and each[1] == letter and int(each[2]) == year]
    return kind.numbered(year, max(numbers, default=0) + 1)

"""One thing that a merge changes for people, and the sentences that many of them become."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_EACH, _MANY = 3, 12
"""So many of one kind are told one by one in the summary, unless there are so many in all."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``counted`` says how many there are, with the number at {}; ``alone`` marks those told one by one."""

    name: str
    counted: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` says what changes, without its full stop; of what is not told alone, only of which."""

    kind: Kind
    record: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that a point counts."""

    record: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """All changes of one kind; ``told`` where ``text`` says all that ``items`` do."""

    kind: str
    text: str
    told: bool
    items: tuple[Item, ...]


def points(changes: Iterable[Change], order: tuple[Kind, ...]) -> tuple[Point, ...]:
    """The changes by kind, in this order."""
    found: dict[Kind, dict[Item, None]] = defaultdict(dict)
    for change in changes:
        found[change.kind][Item(change.record, change.text)] = None
    each = _EACH if sum(map(len, found.values())) <= _MANY else 1
    return tuple(_point(kind, tuple(found[kind]), each) for kind in order if kind in found)


def _point(kind: Kind, items: tuple[Item, ...], each: int) -> Point:
    if kind.alone and len(items) <= each:
        return Point(kind.name, "；".join(item.text for item in items), told=True, items=items)
    counted = kind.counted.format(len(items))
    if len(items) == 1:
        return Point(kind.name, f"{counted}：{items[0].text}", told=True, items=items)
    return Point(kind.name, counted, told=False, items=items)

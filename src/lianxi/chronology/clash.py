"""Two days of a record that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.chronology.order import Breach, Order, Table
from lianxi.fault import Loc
from lianxi.schema.days import Dated, Days

_REACH = 6
"""An entry is compared with so many after it: enough to tell which of them is out of place."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What must hold between two days, and does not.

    ``≤``, ``<``, ``=``, ``≠``, or ``≈``: not far from each other.
    """

    breach: Breach
    early: Dated
    late: Dated
    must: str = "≤"


def clashes(days: Days, table: Table) -> list[Clash]:
    """Every pair of days that contradicts the table."""
    found: list[Clash] = []
    for path, late in days.items():
        for order in table.get(path, ()):
            early = days.get(order.before)
            if early and late and not _hold(early, late):
                found += _between(order, early, late)
    return found


def related(days: Days, table: Table, loc: Loc, path: str) -> Iterator[tuple[Dated, bool]]:
    """The days that the one at ``loc`` is compared with, each with whether it comes before."""
    for orders in table.values():
        for order in orders:
            if order.after == path:
                yield from ((at, True) for at in days.get(order.before, ()) if _meet(order, at[1], loc))
            if order.before == path:
                yield from ((at, False) for at in days.get(order.after, ()) if _meet(order, loc, at[1]))


def _meet(order: Order, early: Loc, late: Loc) -> bool:
    """Whether these two are compared at all."""
    shared = order.shared
    if early[:shared] != late[:shared]:
        return False
    return not order.entries or 0 < _place(late, shared) - _place(early, shared) <= _REACH


def _place(loc: Loc, step: int) -> int:
    place = loc[step]
    assert isinstance(place, int)  # noqa: S101 - an entry is known by its place in the list
    return place


def _hold(early: list[Dated], late: list[Dated]) -> bool:
    """Whether all is well at first sight: one list in its order, or none later than any of the others."""
    last = early[0][0]
    if early is late:
        for day, _ in early:
            if day < last:
                return False
            last = day
        return True
    if len(early) > 1:
        last = max(early)[0]
    return min(late)[0] >= last


def _between(order: Order, early: list[Dated], late: list[Dated]) -> Iterator[Clash]:
    for one, others in _compared(order, early, late):
        for other in others:
            if one[0] > other[0] and _meet(order, one[1], other[1]):
                yield Clash(order.breach, one, other)


def _compared(order: Order, early: list[Dated], late: list[Dated]) -> Iterator[tuple[Dated, list[Dated]]]:
    """For each earlier day the later ones that it may meet: never all with all in a long list."""
    if early is late:
        for place, one in enumerate(early):
            yield one, early[place + 1 : place + 1 + _REACH]
    elif order.shared and not order.entries:
        together: dict[Loc, list[Dated]] = defaultdict(list)
        for other in late:
            together[other[1][: order.shared]].append(other)
        for one in early:
            yield one, together.get(one[1][: order.shared], [])
    else:
        for one in early:
            yield one, late

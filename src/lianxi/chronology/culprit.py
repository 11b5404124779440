"""Which date is wrong where several contradict each other: the fewest that explain it all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lianxi.chronology.clash import Clash
from lianxi.chronology.derived import is_elsewhere, is_reference
from lianxi.chronology.exact import Judged
from lianxi.chronology.order import PLANS, Breach
from lianxi.fault import Loc
from lianxi.schema.days import Dated, Days
from lianxi.workdays import Workdays

_APART = 200
"""So many days away from every other date of the record it is the year that is wrong."""
_ALIKE = 21
"""So many days more or less do not tell two dates apart."""

_OFF = frozenset({"from", "to"})
"""The keys of days off: nobody works on them, and they lie months apart."""

Doubt = Callable[[Dated], tuple[Any, ...]]
"""How likely a date is to be the wrong one of two that contradict each other."""


def culprits(found: list[Clash], doubt: Doubt) -> Iterator[tuple[Dated, list[Clash]]]:
    """The dates that are probably wrong, each with the contradictions it explains.

    A date that contradicts several others is wrong rather than all of these. A list out of
    order is told once, however many of its entries are out of place.
    """
    told: set[Loc | None] = set()
    for together in _apart(found):
        left = [clash for clash in together if _list_of(clash) not in told]
        while left:
            wrong = _worst(left, doubt)
            explained = [clash for clash in left if wrong in (clash.early, clash.late)]
            yield wrong, explained
            told |= {_list_of(clash) for clash in explained} - {None}
            rest = (clash for clash in left if wrong not in (clash.early, clash.late))
            left = [clash for clash in rest if _list_of(clash) not in told]


def _apart(found: list[Clash]) -> Iterator[list[Clash]]:
    """Contradictions that have no date in common, each lot for itself."""
    of: dict[Dated, list[Clash]] = defaultdict(list)
    for clash in found:
        of[clash.early].append(clash)
        of[clash.late].append(clash)
    seen: set[Dated] = set()
    for first in of:
        if first in seen:
            continue
        reached = [first]
        seen.add(first)
        for dated in reached:  # grows while it is gone through
            others = {at for clash in of[dated] for at in (clash.early, clash.late)} - seen
            seen |= others
            reached += sorted(others)
        lot = {id(clash): clash for dated in reached for clash in of[dated]}
        yield list(lot.values())


def _worst(left: list[Clash], doubt: Doubt) -> Dated:
    against: dict[Dated, set[Loc]] = defaultdict(set)
    for clash in left:
        against[clash.early].add(clash.late[1])
        against[clash.late].add(clash.early[1])
    here = [dated for dated in against if not is_elsewhere(dated[1])]
    return max(here, key=lambda dated: (len(against[dated]), doubt(dated)))


def _list_of(clash: Clash) -> Loc | None:
    """The list whose entries are out of order."""
    return clash.early[1][:-2] if clash.breach is Breach.LISTED else None


@dataclass(frozen=True)
class Signs:
    """The signs of a wrong date in one record, the surest first.

    No other key confirms it, it is written here, it has not come yet, it lies far from the
    rest of the record, nobody works on it; else it is the one that was written later.
    ``home`` is a day of the record's own year.
    """

    days: Days
    found: list[Clash]
    judged: list[Judged]
    home: date
    today: date
    workdays: Workdays

    def doubt(self, dated: Dated) -> tuple[Any, ...]:
        """How likely it is that this one is wrong."""
        day, loc = dated
        off = loc[-1] in _OFF
        apart = 0 if off else min(abs((day - other).days) for other in self._others)
        return (
            loc not in self._agreed,
            not is_reference(loc),
            loc[-1] not in PLANS and day > self.today,
            apart // _APART,
            not off and not self.workdays.is_workday(day),
            apart // _ALIKE,
            self._place[loc],
        )

    @cached_property
    def _agreed(self) -> set[Loc]:
        """What stands twice, and alike."""
        held = (clash for clash, holds in self.judged if holds and clash.must == "=")
        return {at[1] for clash in held for at in (clash.early, clash.late)}

    @cached_property
    def _others(self) -> list[date]:
        """The days that contradict nothing."""
        parties = {at[1] for clash in self.found for at in (clash.early, clash.late)}
        others = [day for dated in self.days.values() for day, loc in dated if loc not in parties]
        return others or [self.home]

    @cached_property
    def _place(self) -> dict[Loc, int]:
        every = [loc for dated in self.days.values() for _, loc in dated]
        return {loc: -after for after, loc in enumerate(reversed(every))}

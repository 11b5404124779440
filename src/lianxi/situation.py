"""The records as of a day, with the terms and the working days they are judged by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from lianxi.as_of import as_of
from lianxi.book import Book
from lianxi.membership import taking_part
from lianxi.schema.mechanism import Group, Mechanism, Unit
from lianxi.terms import Terms
from lianxi.workdays import Workdays


@dataclass(frozen=True)
class Situation:
    """What every status, duty and report is derived from.

    ``tasks`` and ``issues`` keep what has been derived of a record, ``beyond`` the years that
    no calendar covers, so that the many who ask for it share the answer.
    """

    book: Book
    today: date
    terms: Terms
    workdays: Workdays
    tasks: dict[str, Any] = field(default_factory=dict)
    issues: dict[str, Any] = field(default_factory=dict)
    beyond: dict[int, str] = field(default_factory=dict)

    @cached_property
    def mechanism(self) -> Mechanism:
        """The conference itself."""
        return self.terms.mechanism

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Units by their present short name."""
        return {unit.name: unit for unit in self.mechanism.units}

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """Members and everybody who serves the conference; empty where no member is marked."""
        return taking_part(self.mechanism)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups of units by their collective name."""
        return {group.name: group for group in self.mechanism.groups}

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """Former names, each with the present one."""
        return {old.name: unit.name for unit in self.mechanism.units for old in unit.former}

    def present(self, name: str) -> str:
        """Who answers to ``name`` today: under its present name, or its successor after 机构改革."""
        return self.bearer(name, self.today)

    def bearer(self, name: str, day: date) -> str:
        """Who answers to ``name`` on ``day``."""
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            name = self._renamed.get(name, name)
            unit = self.units.get(name)
            gone = unit is not None and unit.dissolved_on is not None and unit.dissolved_on <= day
            if unit is not None and gone and unit.successor:
                name = unit.successor
        return name

    def is_unit(self, name: str, day: date | None) -> bool:
        """Whether a unit goes by ``name`` on ``day``; where none does, that is told of the name itself."""
        unit = self.units.get(name)
        if unit is None:
            return any(
                old.name == name and (day is None or day <= old.until)
                for present in self.mechanism.units
                for old in present.former
            )
        gone = day and unit.dissolved_on and unit.dissolved_on <= day
        return not (gone or (day and unit.since and day < unit.since))

    def same_unit(self, one: str, other: str) -> bool:
        """Whether two names stand for one unit, or the one for who took over from the other."""
        return self._heirs(one)[0] in self._heirs(other) or self._heirs(other)[0] in self._heirs(one)

    def is_of(self, name: str, names: Iterable[str]) -> bool:
        """Whether the unit ``name`` is one of ``names``, or may belong to a group among them.

        It may be one that nobody has: that is told where it is named.
        """
        key = (name, tuple(names))
        if key not in self._kin:
            self._kin[key] = self._is_of(*key)
        return self._kin[key]

    @cached_property
    def _kin(self) -> dict[tuple[str, tuple[str, ...]], bool]:
        """What ``is_of`` has found: a few names are asked for in very many records."""
        return {}

    def _is_of(self, name: str, names: tuple[str, ...]) -> bool:
        if any(each not in self.groups and self._heirs(each)[0] not in self.units for each in names):
            return True
        groups = [self.groups[each] for each in names if each in self.groups]
        if any(self.same_unit(name, each) for each in names):
            return True
        bodies = [unit for unit in self.mechanism.units if groups and self.same_unit(name, unit.name)]
        return any(group.may_hold(body) for group in groups for body in bodies)

    def _heirs(self, name: str) -> list[str]:
        """Its present name, and the units its work has passed to one after the other."""
        heirs: list[str] = []
        following: str | None = self._renamed.get(name, name)
        while following is not None and following not in heirs:
            heirs.append(following)
            unit = self.units.get(following)
            following = unit.successor if unit else None
        return heirs


def situation(book: Book, today: date) -> Situation:
    """Look at ``book`` on ``today``. The book's mechanism must be readable."""
    assert book.mechanism is not None  # noqa: S101 - the command line refuses a book without one
    return Situation(as_of(book, today), today, Terms(book.mechanism), Workdays(book.calendars))

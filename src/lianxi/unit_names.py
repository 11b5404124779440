"""The names that units have and had, and those in use that a change of the mechanism takes away."""

from __future__ import annotations

from lianxi.book import Book
from lianxi.schema.mechanism import Mechanism, Unit
from lianxi.schema.references import references


def names(mechanism: Mechanism) -> frozenset[str]:
    """The present ones and the former ones."""
    return frozenset(_holders(mechanism))


def used_and_lost(before: Mechanism, after: Mechanism, book: Book) -> dict[str, str]:
    """The names that ``after`` no longer has, or gives to another unit, though records use them.

    Each with the id of the first that does.
    """
    was, now = _holders(before), _holders(after)
    gone = {name for name, unit in was.items() if name not in now or _is_another(unit, now[name], before)}
    return _used(gone, book) if gone else {}


def _holders(mechanism: Mechanism) -> dict[str, Unit]:
    """The unit that each name means, a present one before a former one."""
    former = {old.name: unit for unit in mechanism.units for old in unit.former}
    return former | {unit.name: unit for unit in mechanism.units}


def _is_another(was: Unit, now: Unit, before: Mechanism) -> bool:
    """Whether ``now`` is one of the other units of ``before``: by its name, or by its full name."""
    if now == was:
        return False
    others = [unit for unit in before.units if unit is not was]
    if now.name != was.name:
        return any(now.name == unit.name for unit in others)
    return now.full != was.full and any(now.full == unit.full for unit in others)


def _used(gone: set[str], book: Book) -> dict[str, str]:
    found: dict[str, str] = {}
    for records in (book.issues, book.meetings, book.resolutions, book.tasks):
        for id_, record in records.items():
            for each in references(record):
                if isinstance(each.name, str) and each.name in gone:
                    found.setdefault(each.name, id_)
    return found

"""What was done to the entries of a record, and to the days of the record itself, whoever may excuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple, TypeVar

from lianxi.aligned import Alignment, aligned
from lianxi.classified import marks_in
from lianxi.differing import likeness
from lianxi.fault import Loc
from lianxi.private.found import cleared
from lianxi.schema.base import EvidenceItem, Value, values_in
from lianxi.schema.days import is_list
from lianxi.wording import reads_alike

T = TypeVar("T", bound=Value)
NOTHING = (None, "", ())


class Fate(Enum):
    """What was done to it."""

    REWRITTEN = auto()
    REMOVED = auto()
    REORDERED = auto()
    BACK_DATED = auto()


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing done to an entry, or to a fact that has no entry of its own (``entry`` is then None).

    ``at`` is the way to it, to its list where it is gone or out of order, and ``key`` the way from there.
    ``was`` and ``now`` are the values, of what is reordered the positions, of what is back-dated the last
    day before and its own. ``more`` counts what else of it was altered.
    """

    fate: Fate
    at: Loc
    key: Loc
    entry: Value | None
    was: Any
    now: Any
    more: int = 0

    @property
    def loc(self) -> Loc:
        """Where it is told."""
        return (*self.at, *self.key)


def entry_edits(before: Value, after: Value) -> Iterator[Edit]:
    """Everything that was rewritten, removed, put elsewhere, or added with an earlier day."""
    yield from _facts(before, after)
    yield from _below(before, after, ())


def fresh(before: tuple[Value, ...], after: tuple[Value, ...]) -> frozenset[int]:
    """The positions in ``after`` of the entries that are new, or newly answered."""
    found = _aligned(before, after)
    answered = (new for old, new in (*found.kept, *found.moved) if before[old] != after[new])
    return frozenset({*found.new, *answered})


def _facts(before: Value, after: Value) -> Iterator[Edit]:
    """The days of the record itself."""
    for name in before.facts:
        was, now = getattr(before, name), getattr(after, name)
        if was is None or was == now or (name in before.renewed and now is not None and now > was):
            continue
        yield Edit(Fate.REMOVED if now is None else Fate.REWRITTEN, (), (name,), None, was, now)


class _Part(NamedTuple):
    """A field below which something is recorded, and how it is looked at."""

    name: str
    key: str
    look: Callable[[Any, Any, Loc], Iterator[Edit]]
    renewed: bool


def _below(before: Value, after: Value, loc: Loc) -> Iterator[Edit]:
    for name, key, look, renewed in _parts(type(before)):
        was, now = getattr(before, name), getattr(after, name)
        if was in NOTHING or was == now:
            continue
        if renewed and now is not None and now.day() > was.day():
            yield from _below(was, now, (*loc, key))
        else:
            yield from look(was, now, (*loc, key))


@cache
def _parts(model: type[Value]) -> tuple[_Part, ...]:
    found = []
    for name, field in model.model_fields.items():
        inner = next(values_in(field.annotation), None)
        look = _look(inner, listed=is_list(field.annotation)) if inner else None
        if look is not None:
            found.append(_Part(name, field.alias or name, look, name in model.renewed))
    return tuple(found)


def _look(inner: type[Value], *, listed: bool) -> Callable[[Any, Any, Loc], Iterator[Edit]] | None:
    if inner.dated_by:
        return _list if listed else _one
    if listed:
        return _known if inner.known_by else None
    return _one if _parts(inner) else None


def _one(was: Value, now: Value | None, loc: Loc) -> Iterator[Edit]:
    """A single entry, or what holds some."""
    if now is None:
        yield Edit(Fate.REMOVED, loc, (), was, (was,), None)
    elif was.dated_by:
        yield from _altered(was, now, loc)
    else:
        yield from _below(was, now, loc)


def _known(was: tuple[Value, ...], now: tuple[Value, ...], loc: Loc) -> Iterator[Edit]:
    """What was filled in there stays. Their other fields are no entries, and nor is their order."""
    for old, new in known_again(was, now).again:
        later = filled_later(type(was[old]))
        found = [each for each in alterations(was[old], now[new]) if each[0][0] in later]
        yield from _told(found, was[old], (*loc, new))
        yield from _below(was[old], now[new], (*loc, new))


def known_again(was: tuple[T, ...], now: tuple[T, ...]) -> Alignment:
    """Which is which of those that have a name: known by it, and where it was changed by the rest."""
    return aligned(was, now, _of_one_name, likeness)


def _of_one_name(was: Value, now: Value) -> bool:
    return bool(getattr(was, was.known_by) == getattr(now, now.known_by))


def _list(was: tuple[Value, ...], now: tuple[Value, ...], loc: Loc) -> Iterator[Edit]:
    found = _aligned(was, now)
    for old, new in found.kept:
        yield from _below(was[old], now[new], (*loc, new))
    for old, new in found.rewritten:
        yield from _altered(was[old], now[new], (*loc, new))
    if found.removed:
        yield Edit(Fate.REMOVED, loc, (), was[found.removed[0]], tuple(was[at] for at in found.removed), None)
    for old, new in found.moved[:1]:
        yield Edit(Fate.REORDERED, (*loc, new), (), was[old], old, new)
    last = last_day(was)
    for new in found.new:
        day = now[new].day()
        if day is not None and day < last:
            key = next(name for name in now[new].dated_by if getattr(now[new], name) is not None)
            yield Edit(Fate.BACK_DATED, (*loc, new), (key,), now[new], last, day)


def last_day(entries: tuple[Value, ...]) -> date:
    """The latest of their days; the first of the calendar where they have none."""
    return max((day for entry in entries if (day := entry.day())), default=date.min)


def _aligned(was: tuple[Value, ...], now: tuple[Value, ...]) -> Alignment:
    found = aligned(was, now, _goes_on, likeness)
    return found.with_displaced(lambda old, new: _is_of_day(was[old], now[new]))


def _is_of_day(was: Value, now: Value) -> bool:
    return was.day() is not None and was.day() == now.day()


def _goes_on(was: Value, now: Value) -> bool:
    """Whether nothing of an entry was altered, though it may have been answered."""
    return was == now or next(alterations(was, now), None) is None


def _altered(was: Value, now: Value, loc: Loc) -> Iterator[Edit]:
    yield from _told(list(alterations(was, now)), was, loc)
    yield from _below(was, now, loc)


def _told(found: list[tuple[Loc, Any, Any]], was: Value, loc: Loc) -> Iterator[Edit]:
    """All that was altered of one entry is told once; a proof or a fact that is gone is no rewriting."""
    if found:
        key, old, new = found[0]
        gone = all(other is None and _is_by_itself(way, each, was) for way, each, other in found)
        yield Edit(Fate.REMOVED if gone else Fate.REWRITTEN, loc, key, was, old, new, len(found) - 1)


def _is_by_itself(way: Loc, value: Any, entry: Value) -> bool:
    """Whether it was recorded for itself: a proof, or what was filled in where the rest is no entry."""
    return isinstance(value, EvidenceItem) or (not entry.dated_by and way[0] in filled_later(type(entry)))


def alterations(was: Value, now: Value, way: Loc = ()) -> Iterator[tuple[Loc, Any, Any]]:
    """What of an entry itself was altered, beyond what may be filled in later."""
    below, later = {part.name for part in _parts(type(was))}, filled_later(type(was))
    for name, field in type(was).model_fields.items():
        old, new = getattr(was, name), getattr(now, name)
        if reads_alike(old, new) or name in below or (name in later and old in NOTHING):
            continue
        if isinstance(old, str) and isinstance(new, str) and _had_to_go(old, new):
            continue
        key = (*way, field.alias or name)
        if isinstance(old, Value) and type(new) is type(old):
            yield from alterations(old, new, key)
        else:
            yield key, old, new


def _had_to_go(was: str, now: str) -> bool:
    """Whether only that was done which the rules on privacy ask for.

    What bears a mark of secrecy has to go with its whole text; what stands there instead is free.
    """
    return cleared(was, now) or (any(marks_in(was)) and not any(marks_in(now)))


@cache
def filled_later(model: type[Value]) -> frozenset[str]:
    """The fields of an entry that may be empty at first: what answers it, and what came with a later day."""
    return frozenset(
        {*model.answers, *model.facts, *(name for with_ in model.facts.values() for name in with_)}
    )

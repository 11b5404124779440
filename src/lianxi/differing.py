"""Where two values of one kind differ: the way to each difference, what stood there and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import eq
from typing import Any

from lianxi.aligned import aligned
from lianxi.changed_value import NONE, before_and_after
from lianxi.fault import Loc
from lianxi.schema.base import Duration, Value
from lianxi.schema.labels import label_at
from lianxi.wording import reads_alike


@dataclass(frozen=True, slots=True)
class Difference:
    """One of them. An entry that is gone stands at its list, since it has no place any more."""

    loc: Loc
    was: Any
    now: Any

    @property
    def key(self) -> str:
        """The key of the record in which it lies."""
        return str(self.loc[0])

    @property
    def fills(self) -> bool:
        """Whether something was written where nothing stood."""
        return self.was in NONE

    @property
    def place(self) -> Loc:
        """Where it is told: of a list of names the first that is new, if there is one."""
        if not (isinstance(self.was, tuple) and isinstance(self.now, tuple)):
            return self.loc
        new = (index for index, each in enumerate(self.now) if each not in self.was)
        return next(((*self.loc, index) for index in new), self.loc)

    @property
    def at_key(self) -> bool:
        """Whether nothing stands there that could be marked."""
        return self.now in NONE or (isinstance(self.now, tuple) and self.place == self.loc)

    @property
    def said(self) -> str:
        """agenda（议程）第2条的 judgement（会议认为）由“…”改为“…”."""
        named = way(self.loc)
        gap = " " if named.isascii() else ""
        return f"{named}{gap}{before_and_after(self.was, self.now)}"


@dataclass(frozen=True, slots=True)
class Moved(Difference):
    """An entry that stands at another place among the others; the values are its positions."""

    @property
    def said(self) -> str:
        return f"{way(self.loc[:-1])}的次序变了：现在的第{self.now + 1}条原来是第{self.was + 1}条"


def way(loc: Loc) -> str:
    """The keys that lead to a place, each with its Chinese name; entries are counted from 1."""
    parts: list[str] = []
    keys: tuple[str, ...] = ()
    for step in loc:
        if isinstance(step, int):
            parts[-1] += f"第{step + 1}条"
        else:
            keys = (*keys, step)
            label = label_at(keys)
            parts.append(step if label == step else f"{step}（{label}）")
    return "的 ".join(parts)


def differences(was: Any, now: Any, loc: Loc = ()) -> Iterator[Difference]:
    """Every one, as deep as there are keys, in the order of the fields.

    A length of time is one value, and so is a list of names.
    """
    if reads_alike(was, now):
        return
    if isinstance(was, Value) and type(was) is type(now) and type(was) is not Duration:
        for name, field in type(was).model_fields.items():
            yield from differences(getattr(was, name), getattr(now, name), (*loc, field.alias or name))
    elif _entries(was) and _entries(now):
        yield from _between(was, now, loc)
    else:
        yield Difference(loc, was, now)


def _entries(value: Any) -> bool:
    """Whether it is a list of mappings, be it empty."""
    return isinstance(value, tuple) and all(isinstance(item, Value) for item in value)


def _between(was: tuple[Any, ...], now: tuple[Any, ...], loc: Loc) -> Iterator[Difference]:
    """Entries that stand as they stood are passed over; of those in another order one is told."""
    found = aligned(was, now, eq, likeness)
    for old, new in found.rewritten:
        yield from differences(was[old], now[new], (*loc, new))
    for old in found.removed:
        yield Difference(loc, was[old], None)
    for new in found.new:
        yield Difference((*loc, new), None, now[new])
    for old, new in found.moved[:1]:
        yield Moved((*loc, new), old, new)


def likeness(was: Value, now: Value) -> int:
    """How many fields of two values agree."""
    if type(was) is not type(now):
        return 0
    return sum(getattr(was, name) == getattr(now, name) for name in type(was).model_fields)

"""What is to change in a record, and the data that it then holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lianxi.edit.block import as_data
from lianxi.edit.error import EditError
from lianxi.fault import Loc
from lianxi.schema.labels import named

EMPTY: tuple[Any, ...] = (None, "", [], {})
"""What says no more than that nothing stands there."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Give keys of the mapping at ``loc`` their values, where they are absent, ``null`` or empty.

    A mapping that is not there yet is made. What has a value keeps it: a key that already has
    another one is an ``EditError``.
    """

    loc: Loc
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Append:
    """Add ``entries`` to the list at ``loc``: behind the others, or before the one at position ``at``.

    A list that is not there yet is made.
    """

    loc: Loc
    entries: Sequence[Any]
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Let ``now`` stand for ``was`` at ``loc``, a text on one line; its quotes stay."""

    loc: Loc
    was: Any
    now: Any


Change = Fill | Append | Replace


def applied(data: Any, change: Change) -> Any:
    """``data`` as it is to be after ``change``. Raises ``EditError`` where it does not fit."""
    data = as_data(data)
    if isinstance(change, Fill):
        holder = _made(data, change.loc, {})
        for key, value in as_data(change.values).items():
            refuse_other(holder.get(key), value, key)
            holder[key] = value
    elif isinstance(change, Append):
        entries = _made(data, change.loc, [])
        place = len(entries) if change.at is None else change.at
        entries[place:place] = as_data(change.entries)
    else:
        holder = _at(data, change.loc[:-1])
        if _at(data, change.loc) != change.was:
            raise EditError(f"{named(str(change.loc[-1]))} 已经不是“{change.was}”了，没有改动")
        holder[change.loc[-1]] = change.now
    return data


def refuse_other(found: Any, value: Any, key: str) -> None:
    """Nothing that was written is written over."""
    if found not in EMPTY and not same(found, value):
        raise EditError(f"{named(key)} 已经写了，不能改写；写错了的请手工更正")


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same: a record's texts are read without the blanks around them."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
    return bool(one == other)


def _made(data: Any, loc: Loc, empty: Any) -> Any:
    """The mapping or list at ``loc``, of the type of ``empty``, made where nothing stands."""
    found = _reached(data, loc, empty)
    if type(found) is not type(empty):
        raise EditError(f"{named(str(loc[-1]))} 写成了一个值，请先手工展开，再运行")
    return found


def _reached(data: Any, loc: Loc, empty: Any) -> Any:
    if not loc:
        return data
    *way, last = loc
    holder = _reached(data, tuple(way), {})
    try:
        if isinstance(holder, dict) and holder.get(last) in EMPTY:
            holder[last] = empty
        return holder[last]
    except (IndexError, KeyError, TypeError):
        raise EditError(f"没有第{_number(last)}条") from None


def _number(step: Any) -> Any:
    return step + 1 if isinstance(step, int) else step


def _at(data: Any, loc: Loc) -> Any:
    try:
        for step in loc:
            data = data[step]
    except (IndexError, KeyError, TypeError):
        raise EditError(f"没有 {'.'.join(map(str, loc))}") from None
    return data

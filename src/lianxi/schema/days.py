"""Every day in a record, with the way to it, by the path of its keys: ``reports[].date``."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, get_args

from lianxi.fault import Loc
from lianxi.schema.base import Value, values_in

Dated = tuple[date, Loc]
"""A day and where it stands; of a minute its day."""
Days = dict[str, list[Dated]]
FIRST = "day"
"""Added to the path of an entry that may be dated by one key or another: the one it is dated by."""


class _Step(NamedTuple):
    """One field that may hold a day, or what holds days below it."""

    name: str
    key: str
    path: str
    below: Any
    listed: bool


def days_of(record: Value) -> Days:
    """The days that are filled in, in the order of the fields."""
    found: Days = {}
    _gather(record, _plan(type(record), ""), (), found)
    return found


def path_of(loc: Loc) -> str:
    """``reports[].date`` for ``("reports", 1, "date")``."""
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in loc).removeprefix(".")


def _gather(value: Value, steps: tuple[_Step, ...], loc: Loc, found: Days) -> None:
    for name, key, path, below, listed in steps:
        held = value.__dict__[name]
        if not held:
            continue
        if listed:
            for index, item in enumerate(held):
                _gather(item, below, (*loc, key, index), found)
        elif isinstance(held, date):
            day = held.date() if isinstance(held, datetime) else held
            if path in found:
                found[path].append((day, (*loc, key)))
            else:
                found[path] = [(day, (*loc, key))]
        elif below and isinstance(held, Value):
            _gather(held, below, (*loc, key), found)


@cache
def _plan(model: type[Value], prefix: str) -> tuple[_Step, ...]:
    plan = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        path = f"{prefix}{key}"
        inner = next(values_in(field.annotation), None)
        listed = is_list(field.annotation)
        below = _plan(inner, f"{path}{'[].' if listed else '.'}") if inner else ()
        if below or _holds_day(field.annotation):
            plan.append(_Step(name, key, path, below, listed))
    return tuple(plan)


def _holds_day(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, date)
    return any(_holds_day(part) for part in get_args(annotation))


def is_list(annotation: Any) -> bool:
    """Whether a field of this type holds a list."""
    origin = getattr(annotation, "__origin__", None)
    return origin is tuple or any(is_list(part) for part in get_args(annotation))

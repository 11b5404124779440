"""Every name in a record that refers to something, with its place and the day it is judged on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

from lianxi.fault import Loc
from lianxi.schema.base import Names, Value, items_of
from lianxi.schema.shape import names_in


@dataclass(frozen=True, slots=True)
class Reference:
    """One name: what it may name, where it stands, and the mapping around it.

    ``day`` is the day of the nearest entry around it that has one.
    """

    marker: Names
    name: Any
    loc: Loc
    day: date | None
    holder: Value


def references(record: Value) -> Iterator[Reference]:
    """Every reference in ``record``, in the order of its fields."""
    return _below(record, (), None)


def _below(value: Value, loc: Loc, day: date | None) -> Iterator[Reference]:
    day = value.day() or day
    for name, key, marker, nested in _plan(type(value)):
        found = getattr(value, name)
        if found is None or found == ():
            continue
        for index, item in items_of(found):
            place = (*loc, key) if index is None else (*loc, key, index)
            if marker is not None and not isinstance(item, Value):
                yield Reference(marker, item, place, day, value)
            elif nested and isinstance(item, Value):
                yield from _below(item, place, day)


@cache
def _plan(model: type[Value]) -> tuple[tuple[str, str, Names | None, bool], ...]:
    """The fields that hold names or other mappings; the rest is never looked at."""
    plan = []
    for name, field in model.model_fields.items():
        marker = next((part for part in field.metadata if isinstance(part, Names)), None)
        marker = marker or next(names_in(field.annotation), None)
        nested = _nests(field.annotation)
        if marker or nested:
            plan.append((name, field.alias or name, marker, nested))
    return tuple(plan)


def _nests(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Value)
    return any(_nests(part) for part in get_args(annotation))

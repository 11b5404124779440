"""Every name in a record that refers to something, with its place and the day it is judged on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Self, get_args

from lianxi.fault import Loc
from lianxi.schema.base import Names, Value, items_of, values_in
from lianxi.schema.shape import names_in

ITEM = "agenda_item"


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


_Plan = tuple[tuple[str, str, Names | None, bool], ...]
"""Each field by its name and key, with its mark if it holds names, and whether mappings may stand in it."""
_APART = frozenset({"post", ITEM})


def items(record: Value) -> Iterator[Reference]:
    """The numbers of agenda items in ``record``."""
    return _below(record, (), None, _items_plan)


def references(record: Value) -> Iterator[Reference]:
    """Every reference in ``record``, in the order of its fields."""
    return _below(record, (), None, _plan)


class Steady:
    """Passes by the records in which every name is right whatever the day.

    ``right`` gives, for the mark of a field, the names that are right there on any day;
    ``posts`` the pairs of post and unit (or ``None``) that are. Most records hold no other
    names, and need no place or day of any of them. Numbers of agenda items are looked at apart.
    """

    def __init__(self, right: Callable[[Names], frozenset[Any]], posts: frozenset[tuple[Any, Any]]) -> None:
        self._right = right
        self._posts = posts
        self._plans: dict[type[Value], _Quick] = {}

    def holds(self, value: Value) -> bool:
        """Whether each name in ``value``, and in what it holds, is one of them."""
        plan = self._plans.get(type(value)) or self._planned(type(value))
        fields = value.__dict__
        for name, right in plan.names:
            found = fields[name]
            if found is not None and not _within(found, right):
                return False
        for name in plan.posts:
            if fields[name] is not None and (fields[name], fields.get("unit")) not in self._posts:
                return False
        for name in plan.nested:
            found = fields[name]
            if found and not self._hold(found):
                return False
        return True

    def _hold(self, found: Any) -> bool:
        """Whether the mapping, or each in the list, holds nothing else; a bare value names nothing."""
        for item in found if type(found) is tuple else (found,):
            if isinstance(item, Value) and not self.holds(item):
                return False
        return True

    def _planned(self, model: type[Value]) -> _Quick:
        plan = _plan(model)
        names = [(name, marker) for name, _, marker, _ in plan if marker is not None]
        self._plans[model] = _Quick(
            tuple((name, self._right(marker)) for name, marker in names if marker.spaces[0] not in _APART),
            tuple(name for name, marker in names if marker.spaces == ("post",)),
            tuple(name for name, _, marker, nested in plan if nested and marker is None),
        )
        return self._plans[model]


def _within(found: Any, right: frozenset[Any]) -> bool:
    return right.issuperset(found) if type(found) is tuple else found in right


@dataclass(frozen=True, slots=True)
class _Quick:
    """The fields of a model with names, with posts, and with mappings."""

    names: tuple[tuple[str, frozenset[Any]], ...]
    posts: tuple[str, ...]
    nested: tuple[str, ...]


def _below(
    value: Value, loc: Loc, day: date | None, planned: Callable[[type[Value]], _Plan]
) -> Iterator[Reference]:
    day = value.day() or day
    for name, key, marker, nested in planned(type(value)):
        found = getattr(value, name)
        if found is None or found == ():
            continue
        for index, item in items_of(found):
            place = (*loc, key) if index is None else (*loc, key, index)
            if marker is not None and not isinstance(item, Value):
                yield Reference(marker, item, place, day, value)
            elif nested and isinstance(item, Value):
                yield from _below(item, place, day, planned)


@cache
def _items_plan(model: type[Value]) -> _Plan:
    """The fields that hold the numbers of agenda items, or mappings that do."""
    inner = {
        name: any(map(_items_plan, values_in(model.model_fields[name].annotation)))
        for name, *_ in _plan(model)
    }
    return tuple(
        step for step in _plan(model) if inner[step[0]] or (step[2] is not None and step[2].spaces == (ITEM,))
    )


@cache
def _plan(model: type[Value]) -> _Plan:
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
    """Whether mappings with names may stand there."""
    if annotation is Self:
        return True  # as what it stands in
    if isinstance(annotation, type):
        return issubclass(annotation, Value) and bool(_plan(annotation))
    return any(_nests(part) for part in get_args(annotation))

"""What the models allow at a place: keys, closed lists, units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Self, get_args

from pydantic import BaseModel

from lianxi.fault import Loc
from lianxi.schema.base import Names

_JOINT = re.compile(r"(?:[、，,；;/]|\s+)(?![^（(]*[）)])")
"""What joins names; that in 各县（市、区）政府 is part of one."""
_AROUND = " 。“”‘’\"'"
_BRACKETED = re.compile(r"[\[【［〔（(](.*)[\]】］〕）)]")


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys a mapping may have, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def required_keys(model: type[BaseModel]) -> list[str]:
    """The keys that a mapping has to have."""
    return [field.alias or name for name, field in model.model_fields.items() if field.is_required()]


def is_listed(model: type[BaseModel], loc: Loc) -> bool:
    """Whether a list may stand at ``loc``."""
    holder = model_at(model, loc[:-1])
    field = _field(holder, str(loc[-1])) if holder else None
    return field is not None and _holds_list(field.annotation)


def _holds_list(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", None)
    return origin is tuple or any(_holds_list(part) for part in get_args(annotation))


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the mapping that stands at ``loc``."""
    found: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        field = _field(found, part) if found else None
        found = next(_models(field.annotation, found), None) if field and found else None
    return found


def _field(model: type[BaseModel], key: str) -> Any:
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def _models(annotation: Any, holder: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The mappings that may stand in a field of ``holder``."""
    if annotation is Self:
        yield holder
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part, holder)


def keys_holding(model: type[BaseModel], inner: set[str]) -> list[str]:
    """The keys of ``model`` under which a mapping may have all the keys ``inner``."""
    return [
        field.alias or name
        for name, field in model.model_fields.items()
        if any(inner <= set(keys_of(found)) for found in _models(field.annotation, model))
    ]


def listed_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The closed list of values at ``loc``; empty where there is none."""
    keys = [part for part in loc if isinstance(part, str)]
    if not keys:
        return []
    holder = model_at(model, tuple(keys[:-1]))
    field = _field(holder, keys[-1]) if holder else None
    return list(_literals(field.annotation)) if field else []


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def spaces_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """What the text at ``loc`` may name; empty where it is no name."""
    keys = tuple(part for part in loc if isinstance(part, str))
    holder = model_at(model, keys[:-1])
    field = _field(holder, keys[-1]) if holder and keys else None
    if field is None:
        return ()
    marks = (*(mark for mark in field.metadata if isinstance(mark, Names)), *names_in(field.annotation))
    return tuple(space for mark in marks for space in mark.spaces)


@cache
def name_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys under which a name or a listed word stands somewhere in a record of ``model``."""
    keys = set()
    for name, field in model.model_fields.items():
        marked = any(isinstance(mark, Names) for mark in field.metadata) or any(names_in(field.annotation))
        if marked or any(_literals(field.annotation)):
            keys.add(field.alias or name)
        for inner in _models(field.annotation, model):
            keys |= name_keys(inner) if inner is not model else frozenset()
    return frozenset(keys)


def parts_of(text: str) -> list[str]:
    """The names that were written into one text, with brackets around them or without."""
    bracketed = _BRACKETED.fullmatch(text.strip())
    return [
        part for each in _JOINT.split(bracketed[1] if bracketed else text) if (part := each.strip(_AROUND))
    ]


def names_in(annotation: Any) -> Iterator[Names]:
    """The marks on an annotation that make a text the name of something."""
    for part in get_args(annotation):
        if isinstance(part, Names):
            yield part
        else:
            yield from names_in(part)

"""Turns what pydantic could not read into faults, named as the rules that word them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from lianxi.fault import Fault, Loc
from lianxi.schema.base import Names

_KINDS = {
    "extra_forbidden": "unknown_key",
    "missing": "missing_key",
    "literal_error": "value_not_listed",
    "string_too_short": "blank_text",
    "too_short": "blank_text",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "greater_than": "out_of_range",
    "string_pattern_mismatch": "bad_digest",
    "not_a_day": "not_a_day",
    "not_a_minute": "not_a_minute",
    "not_an_event": "not_an_event",
    "not_one_duration": "not_one_duration",
    "nobody_named": "nobody_named",
}
_WIDE_SPACES = ("\u3000", "\xa0")
_TYPES = {
    "string_type": "text",
    "int_type": "integer",
    "int_from_float": "integer",
    "bool_type": "boolean",
    "float_type": "number",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}


def faults_of(
    error: ValidationError, model: type[BaseModel], data: Any = None, text: str = ""
) -> list[Fault]:
    """One fault for each thing the schema refuses, in the order of the fields.

    A key that is missing where an unknown one stands has been misspelt: one fault, not two.
    ``data`` is what was refused and ``text`` how it stands in the file.
    """
    faults = []
    for item in error.errors(include_url=False):
        if item["type"] == "too_short" and item.get("input"):
            continue  # not empty: what it holds is told by itself
        loc = tuple(part for part in item["loc"] if not str(part).startswith("·"))
        faults.append(_fault(str(item["type"]), loc, item.get("input"), item.get("ctx") or {}, model))
    faults = [_seen_in_text(fault, data, text) for fault in faults]
    crooked = [fault for fault in faults if fault.kind == "tab"]
    return crooked[:1] or list(_without_misspelt(faults))


def _seen_in_text(fault: Fault, data: Any, text: str) -> Fault:
    """What an unknown key really is: the rest of a sentence that was cut, or a crooked indentation."""
    if fault.kind != "unknown_key":
        return fault
    key = str(fault.value)
    if key[:1] in _WIDE_SPACES:
        return replace(fault, kind="tab", hints={})
    if not key.isascii() and re.search(rf",\s*{re.escape(key)}\s*[,}}:\n]", text):
        return replace(fault, kind="cut_by_comma", hints={"whole": _at(data, fault.loc[:-1])})
    return fault


def _at(data: Any, loc: Loc) -> Any:
    """The value at ``loc``; a single value stands for a list of one."""
    for step in loc:
        if isinstance(data, list):
            data = data[int(step)]
        elif step in data:
            data = data[step]
    return data


def _without_misspelt(faults: list[Fault]) -> Iterator[Fault]:
    missing = {fault.loc: fault for fault in faults if fault.kind == "missing_key"}
    for fault in faults:
        if fault.kind == "unknown_key":
            absent = [str(loc[-1]) for loc in missing if loc[:-1] == fault.loc[:-1]]
            if absent:
                meant = (get_close_matches(fault.value, absent, 1, 0) or absent)[0]
                del missing[*fault.loc[:-1], meant]
                fault.hints["meant"] = meant
    for fault in faults:
        if fault.kind != "missing_key" or fault.loc in missing:
            yield fault


def _fault(type_: str, loc: Loc, value: Any, ctx: dict[str, Any], model: type[BaseModel]) -> Fault:
    if type_ in {"extra_forbidden", "invalid_key"}:
        return _unknown(loc, model)
    if type_ == "missing":
        return Fault("missing_key", loc, loc[-1], {"listed": _listed(model, loc)})
    if value is None:
        return Fault("no_value", loc, value=loc[-1] if loc else None, at_key=True)
    if type_ in _TYPES:
        return _mistyped(loc, value, _TYPES[type_], model)
    kind = _KINDS.get(type_, "wrong_type")
    hints: dict[str, Any] = dict(ctx)
    if kind == "value_not_listed":
        hints["listed"] = _listed(model, loc)
    return Fault(kind, loc, value, hints)


def _mistyped(loc: Loc, value: Any, expected: str, model: type[BaseModel]) -> Fault:
    if expected == "list" and isinstance(value, str) and "、" in value and _lists_units(model, loc):
        return Fault(
            "joined_names", (*loc, 0), value, {"parts": [part for part in value.split("、") if part]}
        )
    holder = model_at(model, loc) if expected == "mapping" else None
    known = keys_of(holder) if holder else []
    return Fault("wrong_type", loc, value, {"expected": expected, "known": known})


def _lists_units(model: type[BaseModel], loc: Loc) -> bool:
    keys = tuple(part for part in loc if isinstance(part, str))
    holder = model_at(model, keys[:-1])
    field = _field(holder, keys[-1]) if holder else None
    return field is not None and any("unit" in names.spaces for names in _names(field.annotation))


def _names(annotation: Any) -> Iterator[Names]:
    for part in get_args(annotation):
        if isinstance(part, Names):
            yield part
        else:
            yield from _names(part)


def _unknown(loc: Loc, model: type[BaseModel]) -> Fault:
    key = str(loc[-1])
    holder = model_at(model, loc[:-1])
    known = keys_of(holder) if holder else []
    return Fault("unknown_key", loc, key, {"known": known}, at_key=True)


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys a mapping may have, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the mapping that stands at ``loc``."""
    found: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        field = _field(found, part) if found else None
        found = next(_models(field.annotation), None) if field else None
    return found


def _field(model: type[BaseModel], key: str) -> Any:
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _listed(model: type[BaseModel], loc: Loc) -> list[str]:
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

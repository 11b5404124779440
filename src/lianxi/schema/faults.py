"""Turns what pydantic could not read into faults, named as the rules that word them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from lianxi.fault import Fault, Loc
from lianxi.schema.shape import keys_of, listed_at, model_at, parts_of, spaces_at
from lianxi.schema.together import at, together
from lianxi.source import Lines

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
    "odd_year": "odd_year",
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


def faults_of(error: ValidationError, model: type[BaseModel], data: Any, lines: Lines) -> list[Fault]:
    """One fault for each thing the schema refuses, in the order of the fields.

    A key that is missing where an unknown one stands has been misspelt: one fault, not two.
    ``data`` is what was refused and ``lines`` how it stands in the file.
    """
    faults = []
    for item in error.errors(include_url=False):
        if item["type"] == "too_short" and item.get("input"):
            continue  # not empty: what it holds is told by itself
        loc = tuple(part for part in item["loc"] if not str(part).startswith("·"))
        faults.append(_fault(str(item["type"]), loc, item.get("input"), item.get("ctx") or {}, model))
    faults = list(_once_cut(_seen_in_text(fault, data, lines) for fault in faults))
    crooked = [fault for fault in faults if fault.kind == "tab"]
    told = _without_misspelt(together(faults, model, data))
    return crooked[:1] or [_undisclosed(fault, data) for fault in told]


def _undisclosed(fault: Fault, data: Any) -> Fault:
    """A record without its 公开属性 is a matter of its own; whether it gives a reason is kept."""
    if fault.kind != "missing_key" or fault.loc != ("disclosure",):
        return fault
    reasoned = bool(data.get("disclosure_reason"))
    return replace(fault, kind="undisclosed", hints={**fault.hints, "reasoned": reasoned})


def _seen_in_text(fault: Fault, data: Any, lines: Lines) -> Fault:
    """What an unknown key really is: the rest of a sentence that was cut, or a crooked indentation.

    A number or a word that is none stands in the file as it was typed, not as it was read.
    """
    if fault.hints.get("expected") == "text" and not isinstance(fault.value, dict | list):
        place = lines.place(fault.loc)
        raw = lines.line(place.line)[place.column - 1 :][: place.width]
        return replace(fault, hints={**fault.hints, "raw": raw})
    if fault.kind != "unknown_key":
        return fault
    key = str(fault.value)
    if key[:1] in _WIDE_SPACES:
        return replace(fault, kind="tab", hints={})
    whole = at(data, fault.loc[:-1])
    if not key.isascii() and re.search(rf",\s*{re.escape(key)}\s*[,}}:\n]", lines.text):
        before = list(whole)[: list(whole).index(fault.value)]
        kept = whole[before[-1]] if before else ""
        return replace(fault, kind="cut_by_comma", hints={"kept": kept})
    return replace(fault, hints={**fault.hints, "there": whole})


def _once_cut(faults: Iterable[Fault]) -> Iterator[Fault]:
    """A sentence that several commas cut is told once."""
    cut: set[Loc] = set()
    for fault in faults:
        if fault.kind != "cut_by_comma" or fault.loc[:-1] not in cut:
            yield fault
        if fault.kind == "cut_by_comma":
            cut.add(fault.loc[:-1])


def _without_misspelt(faults: list[Fault]) -> Iterator[Fault]:
    missing = {fault.loc: fault for fault in faults if fault.kind == "missing_key"}
    for fault in faults:
        if fault.kind == "unknown_key" and "lost" not in fault.hints:
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
        return Fault("missing_key", loc, loc[-1], {"listed": listed_at(model, loc)})
    if value is None:
        return Fault("no_value", loc, value=loc[-1] if loc else None, at_key=True)
    if type_ in _TYPES:
        return _mistyped(loc, value, _TYPES[type_], model)
    kind = _KINDS.get(type_, "wrong_type")
    hints: dict[str, Any] = dict(ctx)
    if kind == "value_not_listed":
        hints["listed"] = listed_at(model, loc)
    return Fault(kind, loc, value, hints)


def _mistyped(loc: Loc, value: Any, expected: str, model: type[BaseModel]) -> Fault:
    spaces = spaces_at(model, loc)
    if expected == "list" and isinstance(value, str):
        parts = parts_of(value)
        if spaces and (len(parts) > 1 or parts != [value.strip()]):
            return Fault("joined_names", (*loc, 0), value, {"parts": parts, "spaces": spaces})
    holder = model_at(model, loc) if expected == "mapping" else None
    hints: dict[str, Any] = {"expected": expected, "keys": keys_of(holder) if holder else []}
    if spaces:
        hints["spaces"] = spaces
    return Fault("wrong_type", loc, value, hints)


def _unknown(loc: Loc, model: type[BaseModel]) -> Fault:
    key = str(loc[-1])
    holder = model_at(model, loc[:-1])
    known = keys_of(holder) if holder else []
    return Fault("unknown_key", loc, key, {"known": known}, at_key=True)

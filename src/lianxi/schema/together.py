"""Faults that one lost or doubled line gave rise to, told as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from lianxi.fault import Fault, Loc
from lianxi.schema.shape import keys_holding, model_at


def together(faults: list[Fault], model: type[BaseModel], data: Any) -> list[Fault]:
    """``faults`` with those merged that come from one line; ``data`` is what was refused."""
    return _nearly_empty(_headless(faults, model, data), data)


def at(data: Any, loc: Loc) -> Any:
    """The value at ``loc``; a single value stands for a list of one."""
    for step in loc:
        if isinstance(data, list):
            data = data[int(step)]
        elif step in data:
            data = data[step]
    return data


def _headless(faults: list[Fault], model: type[BaseModel], data: Any) -> list[Fault]:
    """Keys whose heading line was lost have fallen, together, into the mapping above."""
    groups: dict[Loc, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.kind == "unknown_key":
            groups[_home(fault.loc[:-1])].append(fault)
    for home, unknown in groups.items():
        keys = list(dict.fromkeys(str(fault.value) for fault in unknown))
        headings = _headings(home, set(keys), model, data) if len(unknown) > 1 else []
        if headings:
            lost = headings[0] if len(headings) == 1 else ""
            told = replace(unknown[0], hints={"lost": lost, "keys": keys})
            inside = {fault.loc[:-1] for fault in unknown}
            faults = [told if fault is unknown[0] else fault for fault in faults]
            faults = [fault for fault in faults if fault is told or not _within(fault.loc, inside)]
    return faults


def _home(loc: Loc) -> Loc:
    """The mapping, or the whole list where it stands in one."""
    return loc[:-1] if loc and isinstance(loc[-1], int) else loc


def _within(loc: Loc, places: set[Loc]) -> bool:
    return any(loc[: len(place)] == place for place in places)


def _headings(home: Loc, keys: set[str], model: type[BaseModel], data: Any) -> list[str]:
    """The absent keys, of the mapping or the nearest around it, under which ``keys`` may stand."""
    for end in range(len(home), -1, -1):
        holder = model_at(model, home[:end])
        written = at(data, home[:end])
        absent = keys_holding(holder, keys) if holder else []
        if isinstance(written, dict):
            absent = [key for key in absent if key not in written]
        if absent:
            return absent
    return []


def _nearly_empty(faults: list[Fault], data: Any) -> list[Fault]:
    """An entry of one line, as where the first line of another was doubled, lacks all the rest."""
    lacking: dict[Loc, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.kind == "missing_key" and len(fault.loc) > 1 and isinstance(fault.loc[-2], int):
            lacking[fault.loc[:-1]].append(fault)
    merged = dict(_merged(lacking, data))
    dropped = {id(fault) for loc in merged for fault in lacking[loc][1:]}
    first = {id(lacking[loc][0]): fault for loc, fault in merged.items()}
    return [first.get(id(fault), fault) for fault in faults if id(fault) not in dropped]


def _merged(lacking: dict[Loc, list[Fault]], data: Any) -> Iterator[tuple[Loc, Fault]]:
    for loc, missing in lacking.items():
        entry = at(data, loc)
        if isinstance(entry, dict) and len(entry) == 1:
            hints = {"only": next(iter(entry)), "absent": [str(fault.value) for fault in missing]}
            yield loc, replace(missing[0], hints={**missing[0].hints, **hints})

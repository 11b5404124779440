"""A missing name is told once to a file; once in all where many files use it, or it is known to be lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from lianxi.fault import Fault
from lianxi.rule import Told

_KINDS = frozenset({"post_elsewhere", "unknown_area", "unknown_county", "unknown_post", "unknown_unit"})
_MANY_FILES = 3

ByPath = dict[str, list[Fault]]


def once(faults: ByPath, doubled: bool) -> ByPath:  # noqa: FBT001 - a fact, not a switch
    """The faults by path, in the order of paths, without those that only repeat one before them.

    ``doubled`` says that a unit bears the name of another: what many files call it is not told.
    """
    uses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, fault in _recurring(faults):
        uses[_name(fault)].append(path)
    kept: ByPath = {path: [] for path in faults}
    told: set[tuple[str, tuple[str, str]]] = set()
    for path in sorted(faults):
        for fault in faults[path]:
            if fault.kind not in _KINDS:
                kept[path].append(fault)
                continue
            name = _name(fault)
            paths = uses[name]
            wide = len(set(paths)) >= _MANY_FILES or fault.hints.get("lost", False)
            where = ("" if wide else path, name)
            if where not in told and not (wide and doubled and fault.kind == "unknown_unit"):
                told.add(where)
                hints = {**fault.hints, "uses": len(paths) if wide else paths.count(path), "wide": wide}
                kept[path].append(replace(fault, hints=hints))
    return kept


def counted(told: Told, fault: Fault) -> Told:
    """What is told of ``fault``, with how often the name stands there."""
    uses = fault.hints.get("uses", 1)
    if uses == 1:
        return told
    told = replace(told, message=f"{told.message}（共{uses}处）")
    if not fault.hints["wide"]:
        return told
    changed = "各处原来都认得的，多半是 mechanism.yaml 里改了它的写法，改回去或者加上这一个；"
    return replace(told, remedy=changed + told.remedy)


def _recurring(faults: ByPath) -> Iterable[tuple[str, Fault]]:
    return ((path, fault) for path, found in faults.items() for fault in found if fault.kind in _KINDS)


def _name(fault: Fault) -> tuple[str, str]:
    where = f"{fault.hints['unit']} " if fault.kind == "post_elsewhere" else ""
    return fault.kind, f"{where}{fault.value}"

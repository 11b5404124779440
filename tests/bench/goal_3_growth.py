"""Goal 3: how time and memory grow with the number of records."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bench.plan import Ground
from bench.programs import check
from bench.table import Limit, Table, at_most, figure, note, row, table
from bench.timing import KB, Measured, in_turn


def tables(ground: Ground) -> Iterator[Table]:
    plan = ground.plan
    sizes = [*plan.sizes, plan.large] if plan.large else [*plan.sizes]
    works = [check(ground.records(size), name=f"lianxi check, {size:,} records") for size in sizes]
    found = in_turn(works, plan.rounds, plan.seconds * len(sizes))
    lines = [row(found[0])]
    for smaller, larger in pairwise(found):
        goal = at_most(12) if plan.large and larger is found[-1] else None
        lines.append(row(larger, smaller, goal))
    for (few, smaller), (many, larger) in pairwise(zip(sizes, found, strict=True)):
        goal = at_most(6) if many == plan.large else None
        lines.append(_slope(f"memory a record, {few:,} → {many:,}", smaller, larger, many - few, goal))
    yield table("goal 3: growth, each size against the one before", found, lines)


def _slope(name: str, smaller: Measured, larger: Measured, more: int, goal: Limit | None) -> str:
    if smaller.peak is None or larger.peak is None:
        return note(f"{name}: not known, for the process that measures is larger")
    return figure(name, (larger.peak - smaller.peak) / more / KB, "KB", goal)

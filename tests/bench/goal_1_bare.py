"""Goal 1: ``check``, every rule, cold, beside the bare reading of the same files by the same parser."""

from __future__ import annotations

from collections.abc import Iterator

from bench.plan import Ground
from bench.programs import bare, check
from bench.table import Table, at_most, row, table
from bench.timing import in_turn


def tables(ground: Ground) -> Iterator[Table]:
    for size in ground.plan.sizes:
        records = ground.records(size)
        works = [
            bare("reading the files", "read", records),
            bare("reading, parsing", "parse", records),
            bare("reading, parsing, validating", "validate", records),
            check(records),
        ]
        found = in_turn(works, ground.plan.rounds, ground.plan.seconds)
        read, parsed, validated, checked = found
        lines = [row(read, validated), row(parsed, validated), row(validated)]
        goal = at_most(2) if size == ground.most else None
        yield table(f"goal 1: check, {size:,} records", found, [*lines, row(checked, validated, goal)])

"""Goal 4: what a command costs before it does anything, beside an interpreter that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bench.plan import ROOT, Ground
from bench.programs import lianxi, nothing, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import in_turn

SAMPLE = ROOT / "records"


def tables(ground: Ground) -> Iterator[Table]:
    sample = on_the_day(SAMPLE)
    works = [
        nothing(),
        lianxi("lianxi --version", "--version"),
        lianxi("lianxi --help", "--help"),
        lianxi("lianxi show T-2026-005, the sample", "show", "T-2026-005", *sample),
        lianxi("lianxi agenda, the sample", "agenda", *sample),
    ]
    found = in_turn(works, ground.plan.many, ground.plan.seconds)
    empty = found[0]
    limits = (2, 9, 30, 30)
    lines = [row(each, empty, at_most(limit)) for each, limit in zip(found[1:], limits, strict=True)]
    yield table("goal 4: start-up against python -c pass", found, [row(empty), *lines])

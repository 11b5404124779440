"""Goal 8: what it costs to find faults, to say where they are, and to write them down."""

from __future__ import annotations

from collections.abc import Iterator

from bench.faulty import FAULTS, full_of_faults, with_faults
from bench.plan import Ground
from bench.programs import FOUND, check
from bench.table import Table, at_most, row, table
from bench.timing import in_turn

FORMATS = ("text", "json", "github")


def tables(ground: Ground) -> Iterator[Table]:
    clean = ground.records(ground.most)
    faulty, full = clean.parent / "faulty", clean.parent / "full"
    few = len(with_faults(clean, faulty))
    many = len(full_of_faults(clean, full)) * FAULTS
    works = [check(clean, name="lianxi check, clean")]
    works.append(check(faulty, name=f"{few} faulty files", code=FOUND))
    for form in FORMATS:
        name = f"{many:,} findings in {few} files, {form}"
        works.append(check(full, "--format", form, name=name, code=FOUND))
    found = in_turn(works, ground.plan.rounds, ground.plan.seconds)
    first, located, *written = found
    lines = [row(first), row(located, first, at_most(1.6))]
    lines += [row(each, first, at_most(3)) for each in written]
    yield table(f"goal 8: faults among {ground.most:,} records against a clean run", found, lines)

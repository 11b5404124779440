"""Goal 5: the reports that look at every record, beside the check of the same folder."""

from __future__ import annotations

from collections.abc import Iterator

from bench.plan import Ground
from bench.programs import check, lianxi, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import in_turn


def tables(ground: Ground) -> Iterator[Table]:
    records = ground.records(ground.most)
    named = on_the_day(records)
    works = [
        check(records),
        lianxi("lianxi agenda", "agenda", *named),
        lianxi("lianxi overdue", "overdue", *named),
        lianxi("lianxi issues", "issues", *named),
        lianxi("lianxi (the front screen)", *named),
    ]
    found = in_turn(works, ground.plan.rounds, ground.plan.seconds)
    checked = found[0]
    lines = [row(checked), *(row(each, checked, at_most(1.2)) for each in found[1:])]
    yield table(f"goal 5: reports on {ground.most:,} records against check", found, lines)

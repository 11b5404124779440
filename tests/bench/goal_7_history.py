"""Goal 7: the history of one record from its commits, beside what Git itself takes to tell it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bench.plan import Ground, say
from bench.programs import lianxi, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import Work, in_turn
from corpus.history import make_history

ON_ONE = 300
"""Commits that changed the record."""


def tables(ground: Ground) -> Iterator[Table]:
    records = ground.folder / "history" / "records"
    shutil.copytree(ground.records(ground.plan.sizes[0]), records)
    say(f"making {ground.plan.commits:,} commits …")
    matter = make_history(records.parent, ground.plan.commits, ON_ONE)
    git = ("git", "-C", str(records.parent), "log", "--follow", "-p", "--", matter.path)
    works = [
        Work("git log --follow -p", git),
        lianxi("lianxi history --git", "history", matter.id, "--git", *on_the_day(records)),
        lianxi("lianxi history", "history", matter.id, *on_the_day(records)),
    ]
    found = in_turn(works, ground.plan.many, ground.plan.seconds)
    told, ours, without = found
    lines = [row(told), row(ours, told, at_most(2)), row(without, told)]
    yield table(f"goal 7: {ON_ONE} of {ground.plan.commits:,} commits", found, lines)

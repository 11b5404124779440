"""Goal 9: the minutes of a long meeting, beside Jinja alone with the same template and the same facts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.plan import Ground, python_path
from bench.programs import lianxi, on_the_day
from bench.table import Table, at_most, row, table
from bench.timing import Work, in_turn
from corpus.long_meeting import make_long_meeting

ITEMS = 29
"""They make minutes of about three hundred lines."""
_BARE = Path(__file__).with_name("bare_jinja.py")


def tables(ground: Ground) -> Iterator[Table]:
    records = ground.folder / "long" / "records"
    records.mkdir(parents=True)
    meeting = make_long_meeting(records, ITEMS)
    words = ("minutes", meeting, "--format", "md", *on_the_day(records))
    facts = records.parent / "facts.pickle"
    taken = [sys.executable, "-m", "bench.facts_of", str(facts), *words]
    paper = subprocess.run(taken, env=python_path(), check=True, stdout=subprocess.PIPE).stdout
    works = [
        Work("jinja2 alone", (sys.executable, str(_BARE), str(facts))),
        lianxi("lianxi minutes", *words),
    ]
    found = in_turn(works, ground.plan.many, ground.plan.seconds)
    bare, ours = found
    lines = [row(bare), row(ours, bare, at_most(3))]
    length = len(paper.splitlines())
    yield table(f"goal 9: minutes of {length} lines", found, lines)

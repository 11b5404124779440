"""The played year once more, each step of it a merge: none is refused, and the plan says what each does."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import test_year
from lianxi.book import Book, load
from lianxi.gate import changed
from lianxi.reports.plan import plan
from lianxi.tree import FolderTree, TextTree
from test_year import Year, close, collect, convene, follow_up, issue, prepare, settle

year = test_year.year
STEPS = Path(__file__).parent / "golden" / "year-merged.txt"


def read(folder: Path) -> Book:
    """The records as they are now, kept whatever becomes of the folder."""
    tree = FolderTree(folder)
    held = {path: tree.read(path, 1 << 20) for path in tree.paths()}
    return load(TextTree({path: data for path, data in held.items() if isinstance(data, bytes)}))


class Merged(Year):
    """The year, of which every step is looked at as a merge into what was before."""

    def __init__(self, played: Year) -> None:
        super().__init__(played.root, played.capsys)
        self.stood = read(self.path(""))
        self.told: list[str] = []
        self.refused_steps: list[str] = []

    def is_clean(self, day: str) -> None:
        super().is_clean(day)
        after, today = read(self.path("")), date.fromisoformat(day)
        self.refused_steps += [
            f"{day} {each.code} {each.message}" for each in changed(self.stood, after, today)
        ]
        said = plan(self.stood, after, today, "before", "内部").summary
        if said:
            self.told.append(f"{day} {said}")
        self.stood = after


def test_every_step_of_a_year_is_allowed_and_told(year: Year) -> None:
    merged = Merged(year)
    for part in (collect, prepare, convene, settle, issue, follow_up, close):
        part(merged)
    assert merged.refused_steps == []
    text = "".join(f"{line}\n" for line in merged.told)
    if os.environ.get("LIANXI_BLESS"):
        STEPS.write_text(text, encoding="utf-8", newline="\n")
    assert text == STEPS.read_text(encoding="utf-8")

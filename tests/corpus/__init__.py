"""A seeded records folder of any size: a conference at work for three years, about 1 KB of Chinese a record.

All four kinds in the proportions of the sample: issues go to meetings, meetings decide, decisions
give tasks, and most tasks have been confirmed. ``lianxi check`` finds no error in it.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from corpus.conference import Conference
from corpus.days import SAMPLE

SMALLEST = 150
"""A few meetings with all that belongs to them."""


def make_corpus(root: Path, size: int, seed: int = 1) -> int:
    """Write the sample's mechanism and calendars and ``size`` records into ``root``; gives their number."""
    if size < SMALLEST:
        raise ValueError(f"a corpus has at least {SMALLEST} records")
    shutil.copy(SAMPLE / "mechanism.yaml", root)
    shutil.copytree(SAMPLE / "calendar", root / "calendar")
    return Conference(root, size, random.Random(seed)).work()  # noqa: S311 - a corpus, no secret

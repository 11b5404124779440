"""The programs that are run: lianxi, and the least that can be done with the same files."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.plan import DAY
from bench.timing import Work

FOUND = 1
"""The exit code of a check that found errors."""
_BARE = Path(__file__).with_name("bare.py")


def nothing() -> Work:
    return Work("python -c pass", (sys.executable, "-c", "pass"))


def lianxi(name: str, *words: str, code: int = 0) -> Work:
    return Work(name, (sys.executable, "-m", "lianxi", *words), code=code)


def on_the_day(records: Path) -> tuple[str, ...]:
    """The options that name a folder, and the day it is looked at."""
    return ("--records", str(records), "--as-of", DAY)


def check(records: Path, *words: str, name: str = "lianxi check", code: int = 0) -> Work:
    return lianxi(name, "check", *on_the_day(records), *words, code=code)


def bare(name: str, stage: str, records: Path) -> Work:
    """Reading, also parsing, also validating the files, and nothing else."""
    return Work(name, (sys.executable, str(_BARE), stage, str(records)))

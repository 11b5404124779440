"""How much is measured, and the folders it is measured on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DAY = "2026-09-21"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes of folders, the most rounds of a table, and the seconds after which it has had enough.

    ``rounds`` is for what takes a second, ``many`` for what takes a tenth of one. ``large`` is
    the size that growth is measured by, beside the largest of ``sizes``; ``commits`` is the length of
    a history.
    """

    sizes: tuple[int, ...]
    large: int | None
    rounds: int
    many: int
    seconds: float
    peers: bool
    commits: int


FULL = Plan((1_000, 10_000), 100_000, rounds=7, many=15, seconds=30, peers=True, commits=20_000)
QUICK = Plan((1_000, 10_000), None, rounds=3, many=5, seconds=8, peers=False, commits=2_000)


@dataclass(frozen=True)
class Ground:
    """The plan, and a folder for one run that corpora are made in, each when it is first asked for."""

    plan: Plan
    folder: Path

    @property
    def most(self) -> int:
        """The size that most goals speak of."""
        return self.plan.sizes[-1]

    def records(self, size: int) -> Path:
        """A corpus of so many records."""
        root = self.folder / str(size) / "records"
        if not root.exists():
            root.mkdir(parents=True)
            say(f"making {size:,} records …")
            # In a process of its own: a measuring process that has grown hides what its children need.
            words = [sys.executable, "-m", "corpus", str(root), str(size)]
            subprocess.run(words, env=python_path(), check=True)
        return root


@contextmanager
def ground(plan: Plan) -> Iterator[Ground]:
    """A ground that is gone when the run is over."""
    with tempfile.TemporaryDirectory(prefix="lianxi-bench-") as folder:
        yield Ground(plan, Path(folder))


def python_path() -> dict[str, str]:
    """The environment of a process that is to find lianxi, the bench and the corpus.

    What is installed has been compiled once; where bytecode may not be kept, each run would compile us anew.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))}


def say(line: str) -> None:
    """Tell whoever waits what is being done."""
    print(line, file=sys.stderr, flush=True)

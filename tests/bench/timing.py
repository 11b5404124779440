"""Times whole processes in turn, A B A B, so that a noisy minute spoils none of them alone."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.plan import python_path, say

KB = 1_000
_UNIT = 1 if sys.platform == "darwin" else 1_024


@dataclass(frozen=True, slots=True)
class Work:
    """A program to run; ``code`` is the exit code without which it did not do its work.

    ``before`` brings about again what a run has used up; its time is not counted.
    """

    name: str
    words: tuple[str, ...]
    cwd: Path | None = None
    code: int = 0
    before: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took: seconds on the clock and of the processors, and bytes at its peak.

    A process begins with the size of the one that starts it, so a peak no greater than ours is
    not known.
    """

    wall: float
    cpu: float
    peak: int | None


@dataclass(frozen=True)
class Measured:
    """All runs of one work, in rounds with the others of its table."""

    work: Work
    took: tuple[Took, ...]

    @property
    def wall(self) -> float:
        return median(each.wall for each in self.took)

    @property
    def cpu(self) -> float:
        return median(each.cpu for each in self.took)

    @property
    def peak(self) -> float | None:
        known = [each.peak for each in self.took if each.peak is not None]
        return median(known) if known else None

    def times(self, other: Measured, of: Callable[[Took], float]) -> float:
        """How many times what ``other`` took, the median over the rounds."""
        return median(of(mine) / of(theirs) for mine, theirs in zip(self.took, other.took, strict=True))


def in_turn(works: list[Work], rounds: int, seconds: float) -> list[Measured]:
    """Run all of ``works`` again and again: ``rounds`` times, or once if that takes ``seconds``."""
    begun = time.perf_counter()
    taken: list[list[Took]] = []
    while len(taken) < rounds and (not taken or time.perf_counter() - begun < seconds):
        taken.append([run(work) for work in works])
    return [Measured(work, took) for work, took in zip(works, zip(*taken, strict=True), strict=True)]


def run(work: Work) -> Took:
    """Run it once. Raises ``RuntimeError`` where it did not do its work."""
    work.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        work.words,
        cwd=work.cwd,
        env=python_path(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != work.code:
        say(" ".join(work.words)[:300])
        raise RuntimeError(f"{work.name} ended with {process.returncode}, not {work.code}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = usage.ru_maxrss * _UNIT if usage.ru_maxrss > own else None
    return Took(wall, usage.ru_utime + usage.ru_stime, peak)

"""How fast it is: ratios of times taken in one run, for the machines are noisy."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from conftest import SAMPLE
from corpus import make_corpus

DAY = "2026-09-21"
RUNS = 7
SIZES = (1_000, 10_000)
BARE = """
import sys, pathlib, yaml_rs
from lianxi.schema.task import Task
for path in sorted(pathlib.Path(sys.argv[1], "tasks").rglob("*.yaml")):
    Task.model_validate(yaml_rs.loads(path.read_bytes().decode(), parse_datetime=False))
"""


def timed(*words: str) -> Callable[[], float]:
    def run() -> float:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *words], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return time.perf_counter() - start

    return run


def ratio(work: Callable[[], float], measure: Callable[[], float], runs: int) -> tuple[float, float]:
    """The median time of ``work``, and its median ratio to ``measure`` taken in turn."""
    work(), measure()
    pairs = [(work(), measure()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(a / b for a, b in pairs)


def told(name: str, found: tuple[float, float], goal: str) -> None:
    print(f"{name:<34} {found[0] * 1000:>8.0f} ms   {found[1]:>5.1f} ×   goal {goal}")


def main() -> None:
    program = ("-m", "lianxi")
    sample = ("--records", str(SAMPLE), "--as-of", DAY)
    nothing = timed("-c", "pass")
    print("start-up against python -c pass")
    told("--version", ratio(timed(*program, "--version"), nothing, RUNS), "≤ 2")
    told("--help", ratio(timed(*program, "--help"), nothing, RUNS), "≤ 9")
    told("show T-2026-005", ratio(timed(*program, "show", "T-2026-005", *sample), nothing, RUNS), "≤ 30")
    told("agenda", ratio(timed(*program, "agenda", *sample), nothing, RUNS), "≤ 30")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            records = Path(folder, "records")
            records.mkdir()
            count = make_corpus(records, size)
            named = ("--records", str(records), "--as-of", DAY)
            bare = timed("-c", BARE, str(records))
            print(f"{count:,} records against reading, parsing and validating them alone")
            check = timed(*program, "check", *named)
            told("check", ratio(check, bare, 3), "≤ 2")
            told("issues, against check", ratio(timed(*program, "issues", *named), check, 3), "≤ 1.2")
            told("agenda, against check", ratio(timed(*program, "agenda", *named), check, 3), "≤ 1.2")
            told("front screen, against check", ratio(timed(*program, *named), check, 3), "≤ 1.2")


if __name__ == "__main__":
    main()

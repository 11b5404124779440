"""Measures goal after goal and prints a table of each."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator

from bench import (
    goal_1_bare,
    goal_2_peers,
    goal_3_growth,
    goal_4_startup,
    goal_5_reports,
    goal_6_since,
    goal_7_history,
    goal_8_faults,
    goal_9_minutes,
    goal_10_editing,
)
from bench.plan import FULL, QUICK, Ground, Plan, ground
from bench.table import Table

Goal = Callable[[Ground], Iterator[Table]]
GOALS: tuple[Goal, ...] = (
    goal_4_startup.tables,
    goal_3_growth.tables,
    goal_10_editing.tables,
    goal_1_bare.tables,
    goal_5_reports.tables,
    goal_8_faults.tables,
    goal_9_minutes.tables,
    goal_6_since.tables,
    goal_7_history.tables,
    goal_2_peers.tables,
)
"""Growth comes early, while this process is small: the peak of a child is only known above its parent's."""


def measure(plan: Plan) -> Iterator[Table]:
    """The tables of every goal, each as soon as it is known."""
    with ground(plan) as made:
        for goal in GOALS:
            yield from goal(made)


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the speed of lianxi.")
    parser.add_argument("--quick", action="store_true", help="only what can be told in about a minute")
    plan = QUICK if parser.parse_args(words).quick else FULL
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}")
    for table in measure(plan):
        print(table, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

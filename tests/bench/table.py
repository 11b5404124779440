"""Tells what was measured: a line a row, with its goal and whether it was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.timing import Measured

BUSY = 1.3
"""A program that waits for nothing but the processors takes hardly longer than they work for it."""
_BUSY = "The machine had other things to do: the ratios by cpu say more here."
_HEAD = f"  {'':<44}{'clock s':>9}{'cpu s':>9}{'ratio':>9}{'by cpu':>9}   goal"


@dataclass(frozen=True, slots=True)
class Limit:
    """What a figure is to be: at most, or at least."""

    value: float
    least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.least else '≤'} {self.value:g}"

    def met(self, found: float) -> bool:
        return found >= self.value if self.least else found <= self.value


@dataclass(frozen=True)
class Table:
    """A title, and the lines below it."""

    title: str
    lines: tuple[str, ...]
    rounds: int

    def __str__(self) -> str:
        return "\n".join((f"\n{self.title} (median of {self.rounds})", _HEAD, *self.lines))


def at_most(value: float) -> Limit:
    return Limit(value)


def at_least(value: float) -> Limit:
    return Limit(value, least=True)


def row(found: Measured, against: Measured | None = None, limit: Limit | None = None) -> str:
    """A work with its times and, ``against`` another, their ratios. The clock's is held to the goal."""
    times = f"  {found.work.name:<44}{found.wall:>9.3f}{found.cpu:>9.3f}"
    if against is None:
        return times
    ratio = found.times(against, lambda took: took.wall)
    by_cpu = found.times(against, lambda took: took.cpu)
    return f"{times}{ratio:>8.2f}×{by_cpu:>8.2f}×{_goal(ratio, limit, '×')}"


def figure(name: str, value: float, unit: str, limit: Limit | None = None) -> str:
    """A figure that is no time."""
    return f"  {name:<62}{value:>8.2f} {unit:<9}{_goal(value, limit, unit)}"


def note(text: str) -> str:
    return f"  {text}"


def table(title: str, found: list[Measured], lines: Iterable[str]) -> Table:
    rest = (note(_BUSY),) if any(each.wall > BUSY * each.cpu for each in found) else ()
    return Table(title, (*lines, *rest), min(len(each.took) for each in found))


def _goal(value: float, limit: Limit | None, unit: str) -> str:
    if limit is None:
        return ""
    return f"   {limit} {unit}  {'met' if limit.met(value) else 'MISSED'}"

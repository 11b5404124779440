"""How all tasks stand and how they were handled, by unit, area, county and meeting (办理统计)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.reports import stats
from lianxi.reports.dimension import AREA, COUNTY, MEETING, UNIT
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.tally import Tally
from lianxi.reports.totals import TOTAL, counts
from lianxi.situation import Situation
from lianxi.status.task import TaskStanding


@dataclass(frozen=True, slots=True)
class Line:
    """One group: how its tasks stand today, and how they were handled since the first was given."""

    name: str
    stand: Tally
    handled: stats.Line

    @property
    def total(self) -> bool:
        """Whether it sums up the others."""
        return self.name == TOTAL


@dataclass(frozen=True, slots=True)
class Table:
    """The groups along one dimension, with the total."""

    name: str
    lines: tuple[Line, ...]


def handling(now: Situation) -> tuple[Table, ...]:
    """The figures of the bulletin beside those of the statistics, over all years; none without tasks."""
    tasks = counted_tasks(now)
    names = {UNIT: "牵头单位", AREA: "工作领域", COUNTY: now.mechanism.place_label, MEETING: MEETING}
    return tuple(Table(name, tuple(_lines(tasks, by, now))) for by, name in names.items()) if tasks else ()


def _lines(tasks: list[TaskStanding], by: str, now: Situation) -> Iterator[Line]:
    handled = stats.lines(tasks, by, date.min, now)
    for stand, done in zip(counts(tasks, by, now), handled, strict=True):
        yield Line(stand.name, stand.counts, done)

"""How earlier decisions stood at each plenary, and stand today: whether it gets better or worse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.tally import Tally, tally
from lianxi.situation import situation
from lianxi.status.citation import meeting_name, ordinal_of
from lianxi.status.meeting import plenaries

MEETINGS = 7
"""The last so many plenaries; with today eight points, whose names stand side by side."""


@dataclass(frozen=True, slots=True)
class Point:
    """How all tasks given until ``day`` stood on it; ``meeting`` is None for today."""

    day: date
    meeting: str | None
    name: str
    short: str
    counts: Tally


def trend(book: Book, today: date) -> tuple[Point, ...]:
    """One point a plenary, on the records as of its day, and one for ``today``."""
    now = situation(book, today)
    points = [
        Point(met.held_on, met.id, meeting_name(met, now), ordinal_of(met, now), _on(book, met.held_on))
        for met in plenaries(now)[-MEETINGS:]
        if met.held_on is not None
    ]
    return (*points, Point(today, None, "今天", "今天", tally(counted_tasks(now))))


def _on(book: Book, day: date) -> Tally:
    return tally(counted_tasks(situation(book, day)))

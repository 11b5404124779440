"""The working days of the years whose calendars the sample holds, counted through from the first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from lianxi.book import load
from lianxi.tree import FolderTree
from lianxi.workdays import Workdays

SAMPLE = Path(__file__).parents[2] / "records"
TODAY = "2026-09-21"
"""The day on which the corpus is looked at; nothing in it has happened later."""


def _working_days() -> Iterator[str]:
    known = Workdays(load(FolderTree(SAMPLE)).calendars)
    day = date(min(known.calendars), 1, 1)
    while day.year <= max(known.calendars):
        if known.is_workday(day):
            yield day.isoformat()
        day += timedelta(days=1)


DAYS = tuple(_working_days())
NOW = DAYS.index(TODAY)
COMING = bisect_left(DAYS, "2026-09-29")
"""The day of the meeting in preparation."""


def year(number: int) -> int:
    """The year of a working day."""
    return int(DAYS[number][:4])


def meeting_day(share: float, first: int, last: int) -> int:
    """The day a ``share`` of the way; never one whose minutes would be issued in the next year."""
    number = first + int((last - first) * share)
    while year(number + 5) != year(number):
        number -= 1
    return number

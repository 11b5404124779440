"""Working days with 调休, against the published schedules and a second source."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from conftest import SAMPLE
from lianxi.book import load
from lianxi.schema.base import Duration
from lianxi.tree import FolderTree
from lianxi.workdays import Workdays

DAYS = Workdays(load(FolderTree(SAMPLE)).calendars)
FORWARD = [
    ("2026-02-13", 1, "2026-02-14"),
    ("2026-02-13", 3, "2026-02-25"),
    ("2026-02-14", 5, "2026-02-28"),
    ("2026-04-30", 3, "2026-05-08"),
    ("2026-09-18", 7, "2026-09-29"),
    ("2026-09-30", 1, "2026-10-08"),
    ("2026-09-30", 7, "2026-10-15"),
    ("2026-10-09", 2, "2026-10-12"),
    ("2025-12-31", 1, "2026-01-04"),
    ("2026-10-12", -3, "2026-10-08"),
    ("2026-03-02", -2, "2026-02-27"),
    ("2026-05-11", -3, "2026-05-07"),
]


@pytest.mark.parametrize(("start", "count", "expected"), FORWARD)
def test_golden_values(start: str, count: int, expected: str) -> None:
    found = DAYS.shift(date.fromisoformat(start), count)
    assert found.day == date.fromisoformat(expected)
    assert not found.provisional


@pytest.mark.parametrize(("year", "total"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year(year: int, total: int) -> None:
    assert DAYS.between(date(year - 1, 12, 31), date(year, 12, 31)) == total


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_agrees_with_a_second_source(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert DAYS.is_workday(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_the_horizon_is_the_last_published_day() -> None:
    assert DAYS.horizon == date(2026, 12, 31)
    assert Workdays({}).horizon is None


def test_what_lies_beyond_is_provisional() -> None:
    assert not DAYS.shift(date(2026, 12, 24), 5).provisional
    beyond = DAYS.shift(date(2026, 12, 25), 5)
    assert beyond.provisional
    assert beyond.day == date(2027, 1, 1)  # a weekday: nothing is guessed about holidays
    assert DAYS.shift(date(2027, 1, 4), -3).provisional


def test_months_end_where_the_month_ends() -> None:
    assert DAYS.after(date(2026, 1, 31), Duration(months=1)).day == date(2026, 2, 28)
    assert DAYS.before(date(2026, 3, 31), Duration(months=1)).day == date(2026, 2, 28)
    assert DAYS.after(date(2026, 12, 15), Duration(months=1)).day == date(2027, 1, 15)
    assert DAYS.after(date(2026, 2, 13), Duration(days=3)).day == date(2026, 2, 16)

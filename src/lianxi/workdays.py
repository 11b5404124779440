"""Working days with 调休, and the horizon up to which they are known."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from lianxi.schema.calendar import Calendar, DaysOff

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = timedelta(days=45)
"""No holiday lasts so long: a wrong year would make one of all the days to the end of its own."""


class Length(Protocol):
    """A length of time in exactly one of three units, as ``Duration`` and ``Counted`` have it."""

    @property
    def workdays(self) -> int | None: ...
    @property
    def days(self) -> int | None: ...
    @property
    def months(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day that was counted; 暂定 where the count left the published years."""

    day: date
    provisional: bool = False


@dataclass(frozen=True)
class Workdays:
    """Counts by the calendars a records folder holds.

    In a year without one, Monday to Friday are taken for working days and the result is
    marked provisional: nothing is guessed about holidays that are not published.
    """

    calendars: Mapping[int, Calendar]

    @cached_property
    def horizon(self) -> date | None:
        """The last day whose year is published."""
        return date(max(self.calendars), 12, 31) if self.calendars else None

    @cached_property
    def _off(self) -> frozenset[date]:
        ranges = (_within(span, year.year) for year in self.calendars.values() for span in year.off)
        return frozenset(day for first, last in ranges for day in _days(first, last))

    @cached_property
    def _worked(self) -> frozenset[date]:
        return frozenset(day for year in self.calendars.values() for day in year.work)

    def published(self, day: date) -> bool:
        """Whether the schedule of the day's year is in the records."""
        return day.year in self.calendars

    def workdays_of(self, year: int) -> frozenset[date]:
        """The days of ``year`` on which people work."""
        return frozenset(day for day in _days(date(year, 1, 1), date(year, 12, 31)) if self.is_workday(day))

    def is_workday(self, day: date) -> bool:
        """Whether people work on ``day``, weekends worked by 调休 included."""
        if day in self._worked:
            return True
        return day.weekday() < _SATURDAY and day not in self._off

    def after(self, start: date, length: Length) -> Reckoned:
        """The day that lies ``length`` after ``start``; ``start`` itself is not counted."""
        if length.workdays is not None:
            return self.shift(start, length.workdays)
        if length.days is not None:
            return Reckoned(start + length.days * _DAY)
        return Reckoned(_months_later(start, length.months or 0))

    def before(self, end: date, length: Length) -> Reckoned:
        """The day that lies ``length`` before ``end``."""
        if length.workdays is not None:
            return self.shift(end, -length.workdays)
        if length.days is not None:
            return Reckoned(end - length.days * _DAY)
        return Reckoned(_months_later(end, -(length.months or 0)))

    def shift(self, start: date, count: int) -> Reckoned:
        """``count`` working days on from ``start``, or back where it is negative."""
        step = _DAY if count >= 0 else -_DAY
        day, left, provisional = start, abs(count), False
        while left:
            day += step
            provisional = provisional or not self.published(day)
            left -= self.is_workday(day)
        return Reckoned(day, provisional)

    def between(self, start: date, end: date) -> int:
        """The working days after ``start`` up to and including ``end``."""
        return sum(self.is_workday(day) for day in _days(start + _DAY, end))


def _within(span: DaysOff, year: int) -> tuple[date, date]:
    """A calendar speaks of its own year only; a day of another is told by itself."""
    first, last = max(span.from_, date(year, 1, 1)), min(span.to, date(year, 12, 31))
    return first, last if last - first < _LONGEST else first


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += _DAY


def _months_later(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))

"""What belongs into a calendar (日程): meetings, and the days by which something is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from lianxi.book import Book
from lianxi.reports.calendar.entry import Entry
from lianxi.reports.calendar.of_meeting import meeting_entries
from lianxi.reports.calendar.of_resolution import resolution_entries
from lianxi.reports.calendar.of_task import task_entries
from lianxi.schema.mechanism import Unit
from lianxi.situation import Situation, situation
from lianxi.status.division import shown_name


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries by their days; ``domain`` tells the keys of one conference from another's."""

    name: str
    domain: str
    entries: tuple[Entry, ...]
    unread: int


def calendar(book: Book, today: date, unit: Unit | None = None) -> Calendar:
    """The calendar of the conference on ``today``, or what of it concerns ``unit``."""
    now = situation(book, today)
    whose = f"（{shown_name(unit.name, now)}）" if unit is not None else ""
    found = list(_all(now) if unit is None else _of_unit(unit, now))
    found.sort(key=lambda entry: (_day(entry.starts), entry.key))
    return Calendar(f"{now.mechanism.name}日程{whose}", _domain(now), tuple(found), book.unread)


def _all(now: Situation) -> Iterator[Entry]:
    for meeting in now.book.meetings.values():
        yield from meeting_entries(meeting, now)
    for decision in now.book.resolutions.values():
        yield from resolution_entries(decision, now)
    for task in now.book.tasks.values():
        yield from task_entries(task, now)


def _of_unit(unit: Unit, now: Situation) -> Iterator[Entry]:
    """What it has to do with; what has passed to another is withdrawn, so that its calendars drop it."""
    for entry in _all(now):
        if any(unit.name in {name, now.present(name)} for name in entry.units):
            yield entry
        elif unit.name in entry.before:
            yield entry.withdrawn()


def _day(when: date | datetime) -> str:
    return when.isoformat()


def _domain(now: Situation) -> str:
    """A name under .invalid, which belongs to nobody (RFC 2606): made of that of the conference."""
    return f"{sha256(now.mechanism.name.encode()).hexdigest()[:12]}.lianxi.invalid"

"""How the conference stands today, on one screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.obligations import obligations, papers
from lianxi.reports.candidates import candidates
from lianxi.reports.clock import clock
from lianxi.reports.todo import Todo, todos
from lianxi.reports.unready import unready
from lianxi.situation import situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import NOT_YET, issue_standing
from lianxi.status.meeting import meeting_status, open_meetings
from lianxi.status.task import LEVELS, task_standing
from lianxi.wording import moment

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Light:
    """One level, its colour and how many tasks have it; the word always stands beside it."""

    level: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Next:
    """The next meeting; ``left`` counts calendar days and is below 0 when its day has passed."""

    id: str
    name: str
    status: str
    time: str
    left: int | None
    items: int
    minutes: int
    length: int | None
    papers_missing: int


@dataclass(frozen=True, slots=True)
class Front:
    """The screen."""

    conference: str
    today: date
    next: Next | None
    lights: tuple[Light, ...]
    tasks: int
    issues: int
    ready: int
    not_ready: int
    todos: tuple[Todo, ...]
    more: int
    horizon: date | None
    unread: int


def front(book: Book, today: date) -> Front:
    """What the liaison sees first."""
    now = situation(book, today)
    owed = obligations(now)
    standings = [found for task in now.book.tasks.values() if (found := task_standing(task, now)).counted]
    levels = Counter(found.level for found in standings)
    issues = [issue_standing(issue, now) for issue in now.book.issues.values()]
    meetings = open_meetings(now)
    upcoming = None
    if meetings:
        meeting = meetings[0]
        ticking = clock(meeting, now)
        upcoming = Next(
            meeting.id,
            meeting_name(meeting, now),
            meeting_status(meeting),
            moment(meeting.starts) if meeting.starts else "时间待定",
            (meeting.starts.date() - today).days if meeting.starts else None,
            len(meeting.agenda),
            ticking.total,
            ticking.length,
            sum(1 for entry in owed if entry.duty == papers.DUTY and entry.record == meeting.id),
        )
    pressing = todos(owed)
    return Front(
        now.mechanism.name,
        today,
        upcoming,
        tuple(
            Light(level, now.terms.colours.get(level, ""), levels[level]) for level in LEVELS if levels[level]
        ),
        len(standings),
        sum(1 for item in issues if item.status != NOT_YET),
        len(candidates(now)),
        len(unready(now, owed)),
        tuple(pressing[:_SHOWN]),
        max(len(pressing) - _SHOWN, 0),
        now.workdays.horizon,
        book.unread,
    )

"""The papers of one meeting from one set of facts: 议程, 附件1, 附件2 and the 工作单."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.agenda import Page, page, wants_progress
from lianxi.reports.materials import Sheet, materials
from lianxi.reports.office import office_name
from lianxi.reports.progress import Progress, progress
from lianxi.reports.worksheet import Worksheet, worksheet
from lianxi.schema.meeting import Meeting
from lianxi.situation import situation
from lianxi.status.meeting import OPEN, meeting_day, meeting_status, open_meetings

AGENDA, PROGRESS, MATERIALS, WORKSHEET = "议程", "附件1", "附件2", "工作单"
PARTS = (AGENDA, PROGRESS, MATERIALS, WORKSHEET)


@dataclass(frozen=True, slots=True)
class Papers:
    """All that is known of a meeting to come, as of ``today``."""

    today: date
    conference: str
    office: str
    meeting: str
    name: str
    title: str
    day: date | None
    open: bool
    page: Page
    progress: Progress | None
    sheets: tuple[Sheet, ...]
    worksheet: Worksheet | None
    unread: int

    @property
    def passed(self) -> bool:
        """Whether its day has gone by without its having been held."""
        return self.open and self.day is not None and self.day < self.today


def meeting_papers(book: Book, today: date, id_: str, parts: tuple[str, ...] = PARTS) -> Papers:
    """The papers of the meeting ``id_``, which must be readable; the 工作单 only if asked for."""
    now = situation(book, today)
    meeting = now.book.meetings[id_]
    first = page(meeting, now)
    return Papers(
        today,
        now.mechanism.name,
        office_name(now),
        id_,
        first.name,
        meeting.title or f"{now.mechanism.name}{first.name}",
        meeting_day(meeting),
        meeting_status(meeting) in OPEN,
        first,
        progress(meeting, now) if wants_progress(meeting, now) else None,
        materials(meeting, now),
        worksheet(meeting, now) if WORKSHEET in parts else None,
        book.unread,
    )


def next_meeting(book: Book, today: date) -> Meeting | None:
    """The earliest meeting that is 筹备 or 已通知 on ``today``."""
    found = open_meetings(situation(book, today))
    return found[0] if found else None

"""What a meeting has settled: its minutes (纪要), a function of the records and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.book import Book
from lianxi.reports.minutes.attendance import Row as People
from lianxi.reports.minutes.attendance import attendance
from lianxi.reports.minutes.breakdown import Breakdown, breakdown
from lianxi.reports.minutes.distribution import Line, disclosure, distribution
from lianxi.reports.minutes.items import Item, items, spoken
from lianxi.reports.minutes.opening import opening
from lianxi.reports.minutes.reprint import Note, notes
from lianxi.reports.minutes.settled import settled
from lianxi.reports.minutes.signatures import Side, sides
from lianxi.reports.minutes.titles import short_name, titles
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.correction import as_issued, marks_of
from lianxi.status.meeting import issued_on, meeting_day
from lianxi.terms import Terms
from lianxi.wording import full_date
from lianxi.workdays import Workdays

DRAFT, ASKED, SIGNED = "草稿", "征求意见稿", "签发稿"
_OPENING = ("purpose", "place", "mode", "starts", "ends", "held_on", "chair")
"""What the first paragraph says."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes, part by part as they are printed; ``stage`` is empty once they are issued."""

    meeting: str
    conference: str
    mark: str
    number: int | None
    doc_no: str | None
    stage: str
    office: str
    sender: str
    issued: str | None
    prefix: str
    title: str
    opening: str
    items: tuple[Item, ...]
    demands: str | None
    breakdown: Breakdown | None
    attendance: tuple[People, ...]
    sides: tuple[Side, ...]
    disclosure: str
    distribution: tuple[Line, ...]
    notes: tuple[Note, ...]


def minutes(book: Book, id_: str) -> Minutes:
    """The minutes of the meeting ``id_``, which has been held, with the names of its day.

    Of its tasks they say what was first set: what came later, as an extension, changes nothing.
    What a 更正 corrected is printed as it was issued, with a 〔注〕. Raises ``Uncorrectable``.
    """
    assert book.mechanism is not None  # noqa: S101 - the command line refuses a book without one
    record = book.meetings[id_]
    day = meeting_day(record)
    assert day is not None  # noqa: S101 - it has been held
    issued = as_issued(book, record)
    meeting = issued.meetings[id_]
    return _printed(meeting, Situation(issued, day, Terms(book.mechanism), Workdays(book.calendars)))


def _printed(meeting: Meeting, now: Situation) -> Minutes:
    marks, anew, named = marks_of(meeting), settled(meeting, now), titles(meeting, now)
    office, head, day = now.mechanism.office, now.mechanism.name, issued_on(meeting)
    name = office.name if office else ""
    demands = spoken("会议要求", meeting.demands)
    return Minutes(
        meeting.id,
        head,
        named.mark,
        meeting.minutes.issue_no if meeting.minutes else None,
        _doc_no(meeting, now),
        _stage(meeting),
        f"{short_name(now)}{name}",
        f"{head}{name}",
        full_date(day) if day else None,
        named.prefix,
        named.title,
        opening(meeting, now) + marks.at(meeting.id, *_OPENING),
        items(meeting, anew, now, marks),
        demands + marks.at(meeting.id, "demands") if demands else None,
        breakdown(meeting, named, anew, now, marks),
        attendance(meeting, now, marks),
        sides(meeting, now),
        disclosure(meeting, now),
        distribution(now),
        notes(meeting, now, marks),
    )


def _stage(meeting: Meeting) -> str:
    written = meeting.minutes
    if written is None or written.issued_on:
        return "" if written else DRAFT
    if written.signed_on or written.signatures:
        return SIGNED
    return ASKED if written.consent else DRAFT


def _doc_no(meeting: Meeting, now: Situation) -> str | None:
    """Only a conference that issues formal documents has numbers for them."""
    formal = now.terms.nature("formal_documents")
    return meeting.minutes.doc_no if meeting.minutes and formal and formal.value else None

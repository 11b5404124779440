"""The desk on which minutes are moved on: the meeting, what it is judged by, and its paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lianxi.cli.folder import Folder
from lianxi.cli.minutes_paper import facts_of, paper
from lianxi.cli.output import write_file
from lianxi.cli.writing import Desk

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.schema.meeting import Meeting
    from lianxi.situation import Situation


@dataclass(frozen=True, slots=True)
class Stand:
    """A meeting whose minutes are to be moved on, with all that it is judged by."""

    at: Desk
    book: Book
    meeting: Meeting
    now: Situation

    @property
    def command(self) -> str:
        return f"lianxi minutes {self.meeting.id} --advance"


def stand_for(folder: Folder, book: Book, meeting: Meeting, day: date) -> Stand:
    from lianxi.situation import Situation
    from lianxi.terms import Terms
    from lianxi.workdays import Workdays

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    now = Situation(book, day, Terms(book.mechanism), Workdays(book.calendars))
    return Stand(Desk(folder, meeting.id, day), book, meeting, now)


def fresh(folder: Folder, book: Book, meeting: Meeting) -> bytes:
    from lianxi.minutes import minutes_markdown

    return minutes_markdown(facts_of(book, meeting), folder.house).encode("utf-8")


def keep(folder: Folder, id_: str, text: bytes) -> None:
    write_file(paper(folder, id_), text)


def lies(folder: Folder, id_: str, text: bytes) -> bool:
    path = paper(folder, id_)
    return path.is_file() and path.read_bytes() == text

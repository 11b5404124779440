"""What is known of each matter that a meeting is to decide: its material, with its 办理经过."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lianxi.book import Book
from lianxi.reports.history.chain import chain
from lianxi.reports.materials import Section, Sheet, materials
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation, situation
from lianxi.status.citation import meeting_name
from lianxi.wording import numeral, titled

_WAY = "办理经过"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A sheet for each item that rests on an issue or asks for a decision."""

    today: date
    meeting: str
    name: str
    title: str
    sheets: tuple[Sheet, ...]
    unread: int


def dossier(book: Book, today: date, id_: str) -> Dossier:
    """The dossier of the readable meeting ``id_`` as of ``today``."""
    now = situation(book, today)
    meeting = now.book.meetings[id_]
    name = meeting_name(meeting, now)
    title = titled(meeting.title or f"{now.mechanism.name}{name}", "议题材料")
    sheets = (_with_way(sheet, meeting, now) for sheet in materials(meeting, now))
    return Dossier(today, id_, f"联席会议{name}", title, tuple(sheets), book.unread)


def _with_way(sheet: Sheet, meeting: Meeting, now: Situation) -> Sheet:
    """The sheet, and as its last part how the matter has come to the meeting."""
    issue = now.book.issues.get(sheet.issue or "")
    if issue is None:
        return sheet
    way = Section(numeral(len(sheet.sections) + 1), _WAY, f"{chain(issue, meeting, now)}。")
    return replace(sheet, sections=(*sheet.sections, way))

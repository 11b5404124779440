"""Which items should be added to a meeting's agenda: what is ready and on no agenda yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxi.book import Book
from lianxi.reports.agenda import wants_progress
from lianxi.reports.candidates import candidates
from lianxi.reports.progress import progress
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation, situation
from lianxi.status.meeting import PLENARY

_COOPERATION = "合作事项"
_SOLVING, _COOPERATING = 1, 2
"""The places of the two kinds of matter among the categories of the founding document."""


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """One agenda item to be added."""

    no: int
    category: str
    title: str
    issue: str | None
    presenter: str | None
    attending: tuple[str, ...]
    reason: str

    def record(self) -> dict[str, Any]:
        """The item as it is written into the meeting's record."""
        entry: dict[str, Any] = {"no": self.no, "category": self.category}
        entry |= {"issue": self.issue} if self.issue else {"title": self.title}
        if self.presenter:
            entry["presenter"] = self.presenter
        if self.attending:
            entry["attending"] = list(self.attending)
        if self.presenter:
            entry["papers"] = [{"by": self.presenter}]
        return entry


def proposal(book: Book, today: date, id_: str) -> list[ProposedItem]:
    """What to add to the plenary ``id_``, ranked; nothing for the other kinds of meeting."""
    now = situation(book, today)
    meeting = now.book.meetings[id_]
    if meeting.kind != PLENARY:
        return []
    first = max((item.no for item in meeting.agenda), default=0) + 1
    drafts = [*_report(meeting, now), *_ready(now)]
    return [ProposedItem(first + index, *draft) for index, draft in enumerate(drafts)]


_Draft = tuple[str, str, str | None, str | None, tuple[str, ...], str]


def _report(meeting: Meeting, now: Situation) -> list[_Draft]:
    """The report on earlier decisions, where the agenda has none yet."""
    category = now.terms.agenda_categories.value[0]
    if any(item.category == category for item in meeting.agenda) or not wants_progress(meeting, now):
        return []
    found = progress(meeting, now)
    if found is None:
        return []
    office = now.mechanism.office
    title = f"{found.meetings}议定事项落实情况"
    return [(category, title, None, office.host[0] if office else None, (), "前几次会议已有议定事项")]


def _ready(now: Situation) -> list[_Draft]:
    return [_draft(now.book.issues[item.id], item.reason, now) for item in candidates(now)]


def _draft(issue: Issue, reason: str, now: Situation) -> _Draft:
    presenter = now.present(issue.plan_by or issue.raised_by)
    heard = (entry.unit for entry in issue.consultations if entry.unit)
    units = dict.fromkeys(now.present(name) for name in (issue.raised_by, *heard))
    attending = tuple(unit for unit in units if unit != presenter)
    return _category(issue, now), issue.title, issue.id, presenter, attending, reason


def _category(issue: Issue, now: Situation) -> str:
    categories = now.terms.agenda_categories.value
    place = _COOPERATING if issue.kind == _COOPERATION else _SOLVING
    return categories[min(place, len(categories) - 1)]

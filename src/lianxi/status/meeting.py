"""Where a meeting stands: 筹备, 已通知, 已召开 or 取消; and what comes before and after it."""

from __future__ import annotations

from datetime import date, datetime

from lianxi.schema.kinds import MEETING, kind_of
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.situation import Situation

PLENARY = "联席会议"
SPECIAL = "专题工作会议"
LIAISON = "联络员会议"
OPEN = ("筹备", "已通知")
ONSITE = ("现场", "现场+视频")
_FAR = datetime(9999, 12, 31)  # noqa: DTZ001 - records hold local times without a zone


def meeting_status(meeting: Meeting) -> str:
    """One of 筹备, 已通知, 已召开, 取消."""
    if meeting.cancelled is not None:
        return "取消"
    if meeting.held_on is not None:
        return "已召开"
    return "已通知" if meeting.notified_on is not None else "筹备"


def meeting_day(meeting: Meeting) -> date | None:
    """The day it was held on, else the day it is to start on."""
    return meeting.held_on or (meeting.starts.date() if meeting.starts else None)


def issued_on(meeting: Meeting) -> date | None:
    """The day its minutes were issued (印发)."""
    return meeting.minutes.issued_on if meeting.minutes else None


def open_meetings(now: Situation) -> list[Meeting]:
    """The meetings still to be held, the earliest first, those without a day last."""
    meetings = [meeting for meeting in now.book.meetings.values() if meeting_status(meeting) in OPEN]
    return sorted(meetings, key=lambda meeting: (meeting.starts or _FAR, meeting.id))


def all_read(now: Situation) -> bool:
    """Whether every meeting could be read: only then may one be said to be missing."""
    return not any(kind_of(id_) is MEETING for id_ in now.book.unreadable)


def plenaries(now: Situation) -> list[Meeting]:
    """The plenaries that were held, in the order they were held."""
    held = [other for other in now.book.meetings.values() if other.kind == PLENARY and other.held_on]
    return sorted(held, key=lambda other: (other.held_on or date.max, other.id))


def held_before(now: Situation, meeting: Meeting) -> list[Meeting]:
    """The meetings held before ``meeting``, in the order they were held."""
    limit = meeting_day(meeting)
    held = [
        other
        for other in now.book.meetings.values()
        if other.held_on is not None and other.id != meeting.id and (limit is None or other.held_on <= limit)
    ]
    return sorted(held, key=lambda other: (other.held_on or date.max, other.id))


def in_order(now: Situation, meeting: Meeting) -> list[AgendaItem]:
    """The items as they are printed: by category in the document's order, then by ``no``."""
    categories = now.terms.agenda_categories.value
    rank = {name: index for index, name in enumerate(categories)}
    return sorted(meeting.agenda, key=lambda item: (rank.get(item.category, len(rank)), item.no))

"""A meeting in a calendar, and the days by which its papers are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lianxi.obligations import OFFICE
from lianxi.obligations.papers import paper_due
from lianxi.reports.agenda import UNDECIDED, page
from lianxi.reports.calendar.entry import (
    MEETING,
    OFF,
    PAPER,
    SETTLED,
    TENTATIVE,
    Alarm,
    Due,
    Entry,
    due_entry,
    first_of_year,
)
from lianxi.reports.invite.invitees import invitees
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.meeting import OPEN, meeting_day, meeting_status
from lianxi.wording import listed, moment

_DAY = timedelta(days=1)
_BEFORE = (_DAY, timedelta(hours=1))


def meeting_entries(meeting: Meeting, now: Situation) -> Iterator[Entry]:
    """The meeting, once its day is known, and its papers."""
    called = tuple(each.unit for each in invitees(meeting, now))
    if meeting_day(meeting) is not None:
        yield _meeting(meeting, called, now)
    for item in meeting.agenda:
        for index in range(len(item.papers)):
            due = _paper(meeting, item, index, now)
            if due is not None:
                yield due_entry(due, now)


def _meeting(meeting: Meeting, called: tuple[str, ...], now: Situation) -> Entry:
    starts, ends = _times(meeting)
    status = meeting_status(meeting)
    title = meeting.title or f"{now.mechanism.name}{meeting_name(meeting, now)}"
    marks = {"取消": "【取消】", "筹备": "【筹备】"}
    hall = "，".join(part for part in (meeting.place, meeting.venue) if part)
    rings = status in OPEN and meeting.starts is not None and meeting.starts.date() >= now.today
    return Entry(
        meeting.id,
        meeting.id,
        MEETING,
        f"{marks.get(status, '')}{title}",
        "\n".join(_lines(meeting, now)),
        hall,
        starts,
        ends,
        OFF if meeting.cancelled else TENTATIVE if status == OPEN[0] else SETTLED,
        first_of_year(meeting.id),
        tuple(sorted(_changes(meeting, now))),
        called,
        alarms=tuple(Alarm(-before, f"会议：{title}") for before in _BEFORE) if rings else (),
    )


def _times(meeting: Meeting) -> tuple[date | datetime, date | datetime | None]:
    """From when to when; a whole day where only the day is known, or it was held on another than planned.

    An end that is not recorded follows from the time allotted to the items, if each has some.
    """
    day, starts = meeting_day(meeting), meeting.starts
    assert day is not None  # noqa: S101 - asked for only where it is known
    if starts is None or starts.date() != day:
        return day, day + _DAY
    minutes = [item.allotted for item in meeting.agenda]
    if meeting.ends is not None:
        return starts, meeting.ends if meeting.ends > starts else None
    allotted = [each for each in minutes if each is not None]
    known = bool(minutes) and len(allotted) == len(minutes)
    return starts, starts + timedelta(minutes=sum(allotted)) if known else None


def _changes(meeting: Meeting, now: Situation) -> list[date]:
    """The days on which it was announced, put off, held or called off, or its record put right."""
    days = [meeting.notified_on, meeting.held_on, meeting.cancelled.date if meeting.cancelled else None]
    corrections = meeting.minutes.corrections if meeting.minutes else ()
    put_right = [each.date for each in corrections if any(way.record == meeting.id for way in each.changes)]
    moved = [move.date for move in meeting.postponements]
    return [day for day in (*days, *moved, *put_right) if day is not None and day <= now.today]


def _lines(meeting: Meeting, now: Situation) -> Iterator[str]:
    told = page(meeting, now)
    if meeting.postponements:
        yield f"原定{moment(meeting.postponements[0].was)}，已改期"
    yield f"会议方式：{meeting.mode}"
    if meeting.sites:
        yield f"视频分会场：{listed(meeting.sites)}"
    if told.chair != UNDECIDED:
        yield f"主持：{told.chair}"
    if told.items:
        yield "议程："
    yield from (f"{item.ordinal}、{item.heading}" for item in told.items)
    if meeting.held_on is None and meeting.starts is not None and meeting.ends is None:
        yield "结束时间未定"


def _paper(meeting: Meeting, item: AgendaItem, index: int, now: Situation) -> Due | None:
    """When a paper is to be in; nothing where no day is settled for it."""
    paper = item.papers[index]
    day, provisional = paper_due(paper, meeting, now)
    if day is None:
        return None
    unit, place = now.present(paper.by), item_ordinal(meeting, item.no, now)
    received = [paper.received_on] if paper.received_on is not None else []
    return Due(
        f"{meeting.id}-paper{item.no}-{index + 1}",
        meeting.id,
        PAPER,
        f"联席会议{meeting_name(meeting, now)}{place}议题汇报材料（{unit}）",
        day,
        first_of_year(meeting.id),
        [*_changes(meeting, now), *received],
        (unit,),
        mark="已报送" if received else "会议已开" if meeting.held_on else "",
        off=meeting.cancelled is not None,
        lines=(f"报送单位：{unit}", f"收件：{OFFICE}"),
        provisional=provisional,
    )

"""The list of meetings: those to come, then those that were held, by year."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from lianxi.documents.site.addresses import MEETINGS, list_page
from lianxi.documents.site.badge import Badge
from lianxi.documents.site.linked import Part, plain
from lianxi.documents.site.listing import Cell, Listing, Row, group, listing
from lianxi.documents.site.look import Look
from lianxi.schema.meeting import Meeting
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import OPEN, meeting_day, meeting_status, open_meetings
from lianxi.wording import full_date

COLUMNS = ("会议", "状态", "日期", "种类", "议定事项", "任务")


def meetings(seen: Look) -> Listing:
    """The one list."""
    book = seen.now.book
    past = [each for each in book.meetings.values() if meeting_status(each) not in OPEN]
    past.sort(key=lambda each: (str(meeting_day(each) or ""), each.id), reverse=True)
    coming = group("待召开", "coming", [_row(each, seen) for each in open_meetings(seen.now)])
    years = [
        group(f"{year}年", f"year-{year}", [_row(each, seen) for each in members])
        for year, members in groupby(past, key=_year)
    ]
    return listing("会议", partial(list_page, MEETINGS), COLUMNS, [coming, *years])


def _year(meeting: Meeting) -> str:
    day = meeting_day(meeting)
    return str(day.year) if day else meeting.year


def _row(meeting: Meeting, seen: Look) -> Row:
    book = seen.now.book
    decisions = book.resolutions_of_meeting(meeting.id)
    tasks = [task for entry in decisions for task in book.tasks_of_resolution(entry.id)]
    day = meeting_day(meeting)
    return (
        Cell((Part(meeting_name(meeting, seen.now), seen.to.of[meeting.id]),), ref=meeting.id),
        Cell((), Badge(meeting_status(meeting))),
        Cell(plain(full_date(day) if day else "待定")),
        Cell(plain(meeting.kind)),
        Cell(plain(f"{len(decisions)}项")),
        Cell(plain(f"{sum(1 for task in tasks if task.id in seen.to.of)}项")),
    )

"""An issue's 办理经过 on one line: 3月2日梅县区政府提出→3月10日去函对接→…→4月17日拟上会."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lianxi.reports.history.event import Event
from lianxi.reports.history.of_issue import collected, consulted, decided, merged, planned
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import LIAISON
from lianxi.wording import short_date


def chain(issue: Issue, meeting: Meeting, now: Situation, *, reader: str | None = None) -> str:
    """The steps up to ``meeting``, which is to have it; for a ``reader`` only what was asked of it."""
    asked = [
        entry
        for entry in issue.consultations
        if reader is None or (entry.division is not None and now.same_unit(entry.division, reader))
    ]
    events: Iterable[Event] = (
        *collected(issue),
        *merged(issue, now),
        *consulted(issue, asked, now, reader=reader),
        *planned(issue),
        *decided(issue, now),
    )
    told = {(event.day, event.brief): None for event in sorted(events, key=_day) if event.brief}
    steps = [*told, (meeting.starts.date() if meeting.starts else None, _ahead(meeting))]
    since = [now.today, *(day for day, _ in told)]
    return "→".join(_step(day, brief, year_of) for (day, brief), year_of in zip(steps, since, strict=True))


def _day(event: Event) -> date:
    return event.day


def _step(day: date | None, brief: str, before: date) -> str:
    """The year stands where it is another than that of the step before."""
    return f"{short_date(day, before)}{brief}" if day else brief


def _ahead(meeting: Meeting) -> str:
    return "拟提交联络员会议" if meeting.kind == LIAISON else "拟上会"

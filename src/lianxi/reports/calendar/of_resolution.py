"""A decision in a calendar: by when what was missing comes back to the meeting (暂缓后再议)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.reports.calendar.entry import SUPPLEMENT, Due, Entry, due_entry
from lianxi.schema.resolution import Resolution
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.issue import BEFORE_MEETING, IssueStanding, issue_standing
from lianxi.wording import flat, listed


def resolution_entries(decision: Resolution, now: Situation) -> Iterator[Entry]:
    """What a 暂缓 asks for by a day; once its issues have it, it is marked so."""
    deferred, meeting = decision.deferred, now.book.meetings.get(decision.meeting)
    if deferred is None or deferred.bring_back_by is None or meeting is None or meeting.held_on is None:
        return
    issues = [issue_standing(issue, now) for id_ in decision.issues if (issue := now.book.issues.get(id_))]
    open_ = [found for found in issues if found.deferral is decision and found.status in BEFORE_MEETING]
    changes = [day for found in issues for day in _brought(found, meeting.held_on)]
    units = tuple(dict.fromkeys(map(now.present, (deferred.unit, *deferred.support))))
    source = f"{meeting_name(meeting, now)}{item_ordinal(meeting, decision.item, now)}"
    due = Due(
        f"{decision.id}-supplement",
        decision.id,
        SUPPLEMENT,
        f"{decision.title}（{listed(units)}）",
        deferred.bring_back_by,
        meeting.held_on,
        changes,
        units,
        mark="" if open_ else "已补充",
        lines=(f"需补充：{flat(deferred.condition)}", f"来源：{source}"),
    )
    yield due_entry(due, now)


def _brought(found: IssueStanding, since: date) -> Iterator[date]:
    """The days after the 暂缓 on which an opinion, a plan or a further meeting came."""
    issue = found.issue
    answers = [entry.date for entry in issue.consultations if entry.date is not None]
    days = [min((day for day in answers if day > since), default=None), issue.plan_on]
    days += [other.held_on for other in found.discussed]
    yield from (day for day in days if day is not None and day > since)

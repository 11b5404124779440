"""汇报材料: who presents an item sends its paper before the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.obligations import Obligation, late_by, level_by
from lianxi.schema.meeting import AgendaItem, Meeting, Paper
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.meeting import open_meetings

DUTY = "汇报材料"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each paper that an open meeting waits for."""
    for meeting in open_meetings(now):
        for item in meeting.agenda:
            for paper in item.papers:
                if paper.received_on is None:
                    yield _obligation(meeting, item, paper, now)


def papers_due(meeting: Meeting, now: Situation) -> tuple[date | None, bool]:
    """The day by which papers are to be in, by the configured lead time, and whether 暂定."""
    lead = now.terms.material_lead.value
    if lead is None or meeting.starts is None:
        return None, False
    reckoned = now.workdays.before(meeting.starts.date(), lead)
    return reckoned.day, reckoned.provisional


def paper_due(paper: Paper, meeting: Meeting, now: Situation) -> tuple[date | None, bool]:
    """The day by which one paper is to be in: its own, else that of the meeting's papers."""
    return (paper.due, False) if paper.due is not None else papers_due(meeting, now)


def _obligation(meeting: Meeting, item: AgendaItem, paper: Paper, now: Situation) -> Obligation:
    due, provisional = paper_due(paper, meeting, now)
    return Obligation(
        DUTY,
        meeting.id,
        (now.present(paper.by),),
        f"{meeting_name(meeting, now)}{item_ordinal(meeting, item.no, now)}议题汇报材料",
        now.terms.material_lead.basis,
        level_by(due, now),
        due,
        late_by(due, now),
        provisional,
    )

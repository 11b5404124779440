"""议程审定: the configured post approves the agenda before the meeting is held."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, late_by, level_by, post_name
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import PLENARY, meeting_day, open_meetings

DUTY = "议程审定"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each plenary to come whose agenda nobody has approved, where that is asked for."""
    term = now.terms.agenda_approval
    if term.value is None:
        return
    for meeting in open_meetings(now):
        if meeting.kind == PLENARY and meeting.agenda_approval is None:
            due = meeting_day(meeting)
            yield Obligation(
                DUTY,
                meeting.id,
                (post_name(term.value),),
                f"{meeting_name(meeting, now)}议程",
                term.basis,
                level_by(due, now),
                due,
                late_by(due, now),
                waits=True,
            )

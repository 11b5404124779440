"""对接: the office obtains a provincial division's opinion before an issue goes to a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, office_unit
from lianxi.situation import Situation
from lianxi.status.issue import BEFORE_MEETING, CONSULTATION, issue_standing
from lianxi.status.task import ON_TRACK
from lianxi.wording import short_date

DUTY = CONSULTATION


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each issue without an answered consultation where the mechanism asks for it."""
    for issue in now.book.issues.values():
        standing = issue_standing(issue, now)
        if standing.status not in BEFORE_MEETING or CONSULTATION not in standing.lacks:
            continue
        waiting = [entry for entry in issue.consultations if entry.division and entry.date is None]
        asked = waiting[-1] if waiting else None
        detail = ""
        if asked is not None and asked.asked_on is not None:
            detail = f"{short_date(asked.asked_on, now.today)}已去函{asked.division}，未复"
        basis = now.terms.require_consultation.basis
        yield Obligation(DUTY, issue.id, (office_unit(now),), issue.title, basis, ON_TRACK, detail=detail)

"""梳理: the office sorts what has been collected."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, office_unit
from lianxi.situation import Situation
from lianxi.status.issue import BEFORE_MEETING, SORTING, issue_standing
from lianxi.status.task import ON_TRACK
from lianxi.terms import DEFAULT

DUTY = SORTING


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each issue on its way to a meeting that nobody has sorted."""
    rule = now.mechanism.rules.pre_meeting
    word = now.terms.clause(rule.clause, rule.basis) if rule and rule.clause else DEFAULT
    for issue in now.book.issues.values():
        standing = issue_standing(issue, now)
        if standing.status in BEFORE_MEETING and SORTING in standing.lacks:
            yield Obligation(DUTY, issue.id, (office_unit(now),), issue.title, word, ON_TRACK)

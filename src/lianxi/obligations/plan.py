"""初步解决方案: whoever collected an issue, or took it on, proposes how to solve it."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation
from lianxi.situation import Situation
from lianxi.status.issue import BEFORE_MEETING, PLAN, issue_standing
from lianxi.status.task import ON_TRACK

DUTY = PLAN


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each issue without a plan where the mechanism asks for it."""
    for issue in now.book.issues.values():
        standing = issue_standing(issue, now)
        if standing.status in BEFORE_MEETING and PLAN in standing.lacks:
            owner = now.present(issue.plan_by or issue.suggested_lead or issue.collected_by)
            yield Obligation(DUTY, issue.id, (owner,), issue.title, now.terms.require_plan.basis, ON_TRACK)

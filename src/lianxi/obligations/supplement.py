"""补充材料: after a 暂缓, the named unit brings what was missing by the promised day."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, late_by, level_by
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.issue import BEFORE_MEETING, issue_standing

DUTY = "补充材料"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each deferred issue that is not ready again."""
    for issue in now.book.issues.values():
        standing = issue_standing(issue, now)
        decision, meeting = standing.deferral, standing.deferred_at
        if decision is None or meeting is None or decision.deferred is None:
            continue
        if standing.status not in BEFORE_MEETING:
            continue
        deferred = decision.deferred
        yield Obligation(
            DUTY,
            issue.id,
            tuple(now.present(name) for name in (deferred.unit, *deferred.support)),
            issue.title,
            f"{meeting_name(meeting, now)}{item_ordinal(meeting, decision.item, now)}",
            level_by(deferred.bring_back_by, now),
            deferred.bring_back_by,
            late_by(deferred.bring_back_by, now),
            detail=deferred.condition,
        )

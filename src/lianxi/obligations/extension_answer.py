"""答复延期申请: the approver says yes or no to a request that waits."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, late_by, level_by, post_name
from lianxi.situation import Situation
from lianxi.status.task import task_standing
from lianxi.wording import short_date

DUTY = "答复延期申请"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each request without an answer; it should be answered before the deadline."""
    term = now.terms.approver
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        pending = standing.pending
        if not standing.open or pending is None or pending.requested_on is None:
            continue
        asked = short_date(pending.requested_on, now.today)
        detail = f"{asked}申请延至{short_date(pending.new_due, now.today)}：{pending.reason}"
        yield Obligation(
            DUTY,
            task.id,
            (post_name(term.value),),
            task.title,
            term.basis,
            level_by(standing.due, now),
            standing.due,
            late_by(standing.due, now),
            detail=detail,
        )

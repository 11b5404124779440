"""答复延期申请: the approver says yes or no to a request that waits."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, post_name
from lianxi.situation import Situation
from lianxi.status.task import ON_TRACK, task_standing
from lianxi.wording import short_date

DUTY = "答复延期申请"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each request without an answer."""
    term = now.terms.approver
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        pending = standing.pending
        if not standing.open or pending is None or pending.requested_on is None:
            continue
        asked = short_date(pending.requested_on, now.today)
        waited = (now.today - pending.requested_on).days
        until = short_date(pending.new_due, now.today)
        detail = f"{asked}申请延至{until}，已等{waited}天：{pending.reason}"
        owners = (post_name(term.value),)
        yield Obligation(DUTY, task.id, owners, task.title, term.basis, ON_TRACK, detail=detail, waits=True)

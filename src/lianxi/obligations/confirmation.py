"""销号: the configured post confirms what has been reported done."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, office_unit, post_name
from lianxi.schema.base import Post
from lianxi.situation import Situation
from lianxi.status.task import DONE, ON_TRACK, task_standing
from lianxi.terms import Term
from lianxi.wording import short_date

DUTY = "销号"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each task reported done, neither confirmed nor returned."""
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        if standing.status != DONE or standing.completion is None:
            continue
        term = confirmer(standing.lead, now)
        reported = standing.completion.reported_on
        waited = (now.today - reported).days
        detail = f"{short_date(reported, now.today)}报办结，待核销已{waited}天"
        owners = (post_name(term.value),)
        yield Obligation(DUTY, task.id, owners, task.title, term.basis, ON_TRACK, detail=detail, waits=True)


def confirmer(leads: tuple[str, ...], now: Situation) -> Term[Post | None]:
    """Who confirms what ``leads`` report done; the office's own tasks may have a post of their own."""
    own = office_unit(now) in leads
    return now.terms.own_tasks_confirmed_by if own else now.terms.confirmed_by

"""销号: the configured post confirms what has been reported done."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, office_unit, post_name
from lianxi.schema.base import Post
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.posts import is_named, is_one_of
from lianxi.status.task import DONE, ON_TRACK, acting_lead, task_standing
from lianxi.terms import DEFAULT, Term
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


def rightful_confirmer(task: Task, now: Situation) -> Term[Post] | None:
    """The post that is settled for this task, where another has confirmed it."""
    if task.confirmation is None:
        return None
    by, term = task.confirmation.by, confirmer(acting_lead(task, now), now)
    wanted = term.value
    if wanted is None or term.basis == DEFAULT or is_one_of(by, [wanted], now) or not is_named(by, None, now):
        return None
    return Term(wanted, term.basis)


def confirmer_beside_lead(task: Task, now: Situation) -> Term[Post] | None:
    """The post by default where nothing is settled and the lead has confirmed what it did itself."""
    if task.confirmation is None or now.terms.settled("closing", "confirmed_by") is not None:
        return None
    by, leads = task.confirmation.by, acting_lead(task, now)
    wanted = now.terms.confirmed_by.value
    if by.unit is None or wanted is None or office_unit(now) in leads:
        return None
    if now.present(by.unit) in leads and not is_one_of(by, [wanted], now) and is_named(by, None, now):
        return Term(wanted, DEFAULT)
    return None


def is_of_lead(task: Task, now: Situation) -> bool:
    """Whether the post that has confirmed it belongs to the unit that leads."""
    if task.confirmation is None:
        return False
    by = task.confirmation.by
    units = {by.unit} if by.unit else {post.unit for post in now.mechanism.posts if post.post == by.post}
    return len(units) == 1 and now.present(units.pop() or "") in acting_lead(task, now)

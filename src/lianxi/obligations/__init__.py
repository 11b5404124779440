"""应办事项: who owes what, by when, on whose word, and at which level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from lianxi.schema.base import Post
from lianxi.situation import Situation
from lianxi.status.task import DUE_SOON, ON_TRACK, OVERDUE

OFFICE = "联席会议办公室"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing somebody owes.

    ``owners`` are units or posts, the one that answers for all first. ``due`` is ``None``
    where no day is set or the event it counts from has not happened. ``late`` counts calendar
    days. ``word`` is the decision, clause, configuration or default it rests on.
    ``waits`` marks an answer that others wait for, whatever its day.
    """

    duty: str
    record: str
    owners: tuple[str, ...]
    what: str
    word: str
    level: str
    due: date | None = None
    late: int = 0
    provisional: bool = False
    detail: str = ""
    waits: bool = False


def obligations(now: Situation) -> list[Obligation]:
    """Every duty of the day, the most pressing first, each from the file that knows it."""
    found = [owed for module in _duties() for owed in module.owed(now)]
    return sorted(found, key=lambda owed: (-owed.late, owed.due or date.max, owed.record, owed.duty))


def _duties() -> Iterator:  # type: ignore[type-arg]
    for found in iter_modules(__path__, f"{__name__}."):
        yield import_module(found.name)


def office_unit(now: Situation) -> str:
    """The unit the office is set in."""
    office = now.mechanism.office
    return office.host[0] if office else OFFICE


def post_name(post: Post | None) -> str:
    """A post as it is told to people: 联络员（市工业和信息化局）."""
    if post is None:
        return OFFICE
    return f"{post.post}（{post.unit}）" if post.unit else post.post


def level_by(due: date | None, now: Situation) -> str:
    """逾期, 临期 or 正常, by a deadline alone."""
    if due is None:
        return ON_TRACK
    if due < now.today:
        return OVERDUE
    soon = now.workdays.after(now.today, now.terms.due_soon.value).day
    return DUE_SOON if due <= soon else ON_TRACK


def late_by(due: date | None, now: Situation) -> int:
    """Calendar days past ``due``; 0 when it has not passed."""
    return max((now.today - due).days, 0) if due else 0

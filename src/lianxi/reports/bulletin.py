"""What all members are told of the decided tasks (督办情况通报): the figures, who is late, what is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.dimension import MEETING, UNIT
from lianxi.reports.office import office_name
from lianxi.reports.overdue import counted_tasks, summary
from lianxi.reports.since import Since, since
from lianxi.reports.tally import Tally, tally
from lianxi.reports.task_row import Row, past_due, row
from lianxi.reports.totals import Count, counts
from lianxi.situation import situation
from lianxi.status.task import OVERDUE, STALE
from lianxi.wording import shared_remark


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin. ``basis`` is the clause that asks for it, empty where none does."""

    today: date
    office: str
    remark: str
    basis: str
    summary: str
    counts: Tally
    since: Since | None
    by_meeting: tuple[Count, ...]
    by_unit: tuple[Count, ...]
    late: tuple[Row, ...]
    stale: tuple[Row, ...]
    unread: int


def bulletin(book: Book, today: date, compare: date | None = None) -> Bulletin:
    """The bulletin as of ``today``, with what has changed since ``compare`` if that is named."""
    now = situation(book, today)
    tasks = counted_tasks(now)
    changes = since(book, compare, now) if compare else None
    new = {named.id for named in changes.newly_late} if changes else set()
    worst = sorted((found for found in tasks if found.level in {OVERDUE, STALE}), key=past_due)
    rows = [row(found, now, new=found.task.id in new) for found in worst]
    figures = tally(tasks)
    return Bulletin(
        today,
        office_name(now),
        shared_remark(found.task.title for found in tasks),
        now.terms.basis("informing") or "",
        summary(tasks, figures, changes, now),
        figures,
        changes,
        counts(tasks, MEETING, now),
        counts(tasks, UNIT, now),
        tuple(each for each in rows if each.level == OVERDUE),
        tuple(each for each in rows if each.level == STALE),
        book.unread,
    )

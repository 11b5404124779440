"""What the office has to send to one unit today: a short message on all that is due, one paper a matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.obligations.chasing import REMINDER
from lianxi.reports.notice import Notice, Wish, notice_of, time_to_reply
from lianxi.reports.notice_text import message
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.task_row import past_due
from lianxi.situation import Situation, situation
from lianxi.status.task import DUE_SOON, OVERDUE, STALE, TaskStanding

_PRESSING = (OVERDUE, STALE, DUE_SOON)


@dataclass(frozen=True, slots=True)
class UnitNotices:
    """``message`` is empty where nothing is due; ``notices`` are the steps whose turn has come."""

    today: date
    unit: str
    message: str
    notices: tuple[Notice, ...]
    unread: int


def unit_notices(book: Book, today: date, unit: str, wish: Wish) -> UnitNotices:
    """What ``unit``, or who has succeeded it, leads and must be told of."""
    now = situation(book, today)
    unit = now.present(unit)
    led = [found for found in counted_tasks(now) if unit in found.lead and found.level in _PRESSING]
    led.sort(key=lambda found: (_PRESSING.index(found.level or OVERDUE), *past_due(found)))
    reply_by = wish.reply_by or time_to_reply(REMINDER, now)
    text = message(led, (unit,), reply_by, now) if led and reply_by else ""
    return UnitNotices(today, unit, text, tuple(_steps(led, wish, book, now)), book.unread)


def _steps(led: list[TaskStanding], wish: Wish, book: Book, now: Situation) -> Iterator[Notice]:
    given: Counter[str] = Counter()
    for found in led:
        if found.level != OVERDUE:
            continue
        form = notice_of(found, wish, book, now).form
        made = notice_of(found, wish, book, now, given[form])
        if made.recorded or not (made.unfit or made.too_early):
            given[form] += not made.recorded
            yield made

"""What is more than an order: a meeting on its day, a postponement that leads on, a deadline made longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from lianxi.chronology.clash import Clash
from lianxi.chronology.order import Breach
from lianxi.schema.base import Value
from lianxi.schema.days import Dated
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task

LONGEST = timedelta(days=10)
"""No meeting lasts longer."""
Judged = tuple[Clash, bool]
"""A pair of days, and whether what must hold between them does."""


def exact(record: Value) -> Iterator[Judged]:
    """Every such pair of ``record``, those that hold among them."""
    if isinstance(record, Meeting):
        yield from _of_meeting(record)
    elif isinstance(record, Task) and record.extensions:
        yield from _of_deadlines(record)


def _of_meeting(meeting: Meeting) -> Iterator[Judged]:
    starts = meeting.starts
    if starts is None:
        return
    at = (starts.date(), ("starts",))
    day = (meeting.held_on, ("held_on",)) if meeting.held_on else None
    if day:
        yield Clash(Breach.HELD, at, day, "="), at[0] == day[0]
    if meeting.ends:
        yield from _of_end(meeting.ends, starts, day)
    if meeting.postponements and _sorted([move.date for move in meeting.postponements]):
        yield from _of_postponements(meeting, starts)


def _of_end(ends: datetime, starts: datetime, day: Dated | None) -> Iterator[Judged]:
    """After the beginning and not long after it; that it is the same day confirms that day."""
    at, end = (starts.date(), ("starts",)), (ends.date(), ("ends",))
    yield Clash(Breach.SPAN, at, end), starts < ends
    yield Clash(Breach.SPAN, at, end, "≈"), end[0] - at[0] <= LONGEST
    for other in (at, day):
        if other and other[0] == end[0]:
            yield Clash(Breach.SPAN, other, end, "="), True


def _of_postponements(meeting: Meeting, starts: datetime) -> Iterator[Judged]:
    """From one day to the next, up to the one the meeting now starts on."""
    moves = meeting.postponements
    for index, move in enumerate(moves):
        was, now = _moment(index, "was", move.was), _moment(index, "now", move.now)
        yield Clash(Breach.POSTPONED, was, now, "≠"), move.was != move.now
    for index, (move, after) in enumerate(pairwise(moves)):
        now, was = _moment(index, "now", move.now), _moment(index + 1, "was", after.was)
        yield Clash(Breach.POSTPONED, now, was, "="), move.now == after.was
    last = _moment(len(moves) - 1, "now", moves[-1].now)
    yield Clash(Breach.POSTPONED, last, (starts.date(), ("starts",)), "="), moves[-1].now == starts


def _moment(index: int, key: str, when: datetime) -> Dated:
    return when.date(), ("postponements", index, key)


def _of_deadlines(task: Task) -> Iterator[Judged]:
    """Each extension that was asked for reaches beyond the deadlines before it, stage by stage.

    One that was set from above may also shorten them.
    """
    asked = [entry.day() for entry in task.extensions]
    if not _sorted([day for day in asked if day]):
        return  # which deadline each of them extends is not known
    before: dict[str | None, list[Dated]] = {
        stage.title: [(stage.due, ("milestones", at, "due"))] for at, stage in enumerate(task.milestones)
    }
    before[None] = [(task.due, ("due",))] if isinstance(task.due, date) else []
    for index, entry in enumerate(task.extensions):
        wanted = (entry.new_due, ("extensions", index, "new_due"))
        deadlines = before.setdefault(entry.milestone, [])
        if entry.requested_on:
            for deadline in deadlines:
                yield Clash(Breach.EXTENDED, deadline, wanted, "<"), deadline[0] < wanted[0]
        if entry.basis:
            before[entry.milestone] = [wanted]
        elif entry.granted:
            deadlines.append(wanted)


def _sorted(days: list[date]) -> bool:
    return all(one <= other for one, other in pairwise(days))

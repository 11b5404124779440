"""What comes before what in a record, as those know it who hold meetings and chase tasks.

Days are named by the path of their keys, ``[]`` marking a list; where two paths share a list,
the two days of one entry are meant. A name that begins with ``·`` is a day that is found
elsewhere, as that of the meeting which gave a task: ``derived.py`` says where.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from lianxi.schema.base import Value
from lianxi.schema.calendar import Calendar
from lianxi.schema.issue import Issue
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task


class Breach(Enum):
    """What is wrong with a date, by the rule that words it; of several the first of these is told."""

    POSTPONED = "postponement_broken"
    HELD = "held_on_another_day"
    SPAN = "reversed_range"
    ANSWERED = "answered_before_asked"
    EXTENDED = "deadline_not_extended"
    STEP = "steps_out_of_order"
    ASSIGNED = "before_it_was_assigned"
    SOURCE = "before_its_source"
    DEADLINE = "deadline_before_it_was_set"
    LISTED = "entries_out_of_order"
    AHEAD = "day_not_come"
    FAR = "year_far_off"


class Order(NamedTuple):
    """No day at ``before`` is later than one at ``after``.

    Only those days are compared whose ways have ``shared`` steps in common; of the entries of
    one list (``entries``), each only with those that stand after it.
    """

    breach: Breach
    before: str
    after: str
    shared: int
    entries: bool = False


Table = dict[str, tuple[Order, ...]]
"""What is known of a kind of record, by the path of the later day."""


def _first(breach: Breach, before: str, *after: str) -> Iterator[Order]:
    """``before`` comes before each of the others."""
    for path in after:
        yield Order(breach, before, path, _shared(before, path))


def _steps(breach: Breach, *paths: str) -> Iterator[Order]:
    """Each comes before all that follow it here."""
    for index, path in enumerate(paths):
        yield from _first(breach, path, *paths[index + 1 :])


def _listed(*paths: str) -> Iterator[Order]:
    """The entries of a list stand in the order of their days."""
    for path in paths:
        yield Order(Breach.LISTED, path, path, _depth(path[: path.rindex("[]")]), entries=True)


def _next(breach: Breach, before: str, after: str) -> Iterator[Order]:
    """A day of an entry comes before a day of each later entry of the same list."""
    yield Order(breach, before, after, _shared(before, after) - 1, entries=True)


def _shared(one: str, other: str) -> int:
    """How many steps of the way two paths have in common, down to the last list they share."""
    common = []
    for part, same in zip(one.lstrip("·").split("."), other.split("."), strict=False):
        if part != same:
            break
        common.append(part)
    while common and not common[-1].endswith("[]"):
        common.pop()
    return _depth(".".join(common))


def _depth(path: str) -> int:
    return path.count(".") + bool(path) + path.count("[]")


_ISSUE = (
    *_first(
        Breach.STEP,
        "collected_on",
        "sorted_on",
        "consultations[].asked_on",
        "consultations[].date",
        "plan_on",
        "exit.date",
        "settled.date",
        "feedback.date",
    ),
    *_first(Breach.ANSWERED, "consultations[].asked_on", "consultations[].date"),
    *_first(Breach.ANSWERED, "exit.date", "feedback.date"),
    *_first(Breach.ANSWERED, "settled.date", "feedback.date"),
    *_listed("consultations[].asked_on", "instructions[].date", "notes[].date"),
    *_next(Breach.LISTED, "·consultations[].day", "consultations[].date"),
    *_first(Breach.STEP, "collected_on", "·discussed"),
)
_MINUTES = ("minutes.drafted_on", "minutes.signed_on", "minutes.issued_on", "minutes.corrections[].date")
_CONSENT = ("minutes.drafted_on", "minutes.consent.asked_on")
_REPLIES = "minutes.consent.replies[].date"
_SIGNATURES = "minutes.signatures[].date"
_MEETING = (
    *_first(Breach.STEP, "agenda_approval.date", "starts", "held_on"),
    *_first(Breach.STEP, "·agenda_approval", "notified_on"),
    *_first(Breach.STEP, "delegated_on", "notified_on", "starts", "held_on"),
    *_first(Breach.STEP, "chair[].delegated_on", "starts", "held_on"),
    *_steps(Breach.STEP, "notified_on", "held_on", *_MINUTES),
    *_steps(Breach.STEP, "notified_on", "starts", *_MINUTES),
    *_first(Breach.ANSWERED, "notified_on", "receipts[].date"),
    *_first(
        Breach.POSTPONED,
        "postponements[].date",
        "postponements[].was",
        "postponements[].now",
        "postponements[].notified_on",
        "starts",
        "held_on",
    ),
    *_first(Breach.POSTPONED, "postponements[].notified_on", "postponements[].now", "starts", "held_on"),
    *_listed("postponements[].date", "minutes.corrections[].date", "notes[].date"),
    *_steps(Breach.STEP, "held_on", *_CONSENT),
    *_steps(Breach.STEP, "starts", *_CONSENT),
    *_first(Breach.STEP, "minutes.drafted_on", _REPLIES, _SIGNATURES),
    *_first(Breach.STEP, "held_on", _REPLIES, _SIGNATURES),
    *_first(Breach.STEP, "starts", _REPLIES, _SIGNATURES),
    *_first(Breach.ANSWERED, "minutes.consent.asked_on", _REPLIES),
    *_first(Breach.DEADLINE, "minutes.consent.asked_on", "minutes.consent.reply_by"),
    *_first(Breach.STEP, _SIGNATURES, "minutes.issued_on", "minutes.corrections[].date"),
    *_first(Breach.SOURCE, "·collected[]", "held_on"),
)
_ACTS = (
    "milestones[].done_on",
    "extensions[].requested_on",
    "extensions[].date",
    "extensions[].approved_on",
    "extensions[].refused_on",
    "reassignments[].date",
    "reports[].date",
    "completions[].reported_on",
    "completions[].returned.date",
    "confirmation.date",
    "suspensions[].since",
    "upward[].sent_on",
    "upward[].replied_on",
    "notices[].date",
    "notices[].replied_on",
    "cancelled.date",
)
_DEADLINES = ("due", "review_on", "milestones[].due", "extensions[].new_due")
_TASK = (
    *_first(Breach.SOURCE, "·source", "assigned_on", *_ACTS),
    *_first(Breach.ASSIGNED, "·assigned", *_ACTS),
    *_first(Breach.DEADLINE, "·assigned", *_DEADLINES),
    Order(Breach.SOURCE, "·basis[]", "·based[]", 2),
    *_first(Breach.ANSWERED, "extensions[].requested_on", "extensions[].approved_on"),
    *_first(Breach.ANSWERED, "extensions[].requested_on", "extensions[].refused_on"),
    *_first(Breach.DEADLINE, "extensions[].requested_on", "extensions[].new_due"),
    *_first(Breach.DEADLINE, "extensions[].date", "extensions[].new_due"),
    *_first(Breach.ANSWERED, "completions[].reported_on", "completions[].returned.date", "confirmation.date"),
    *_first(Breach.DEADLINE, "completions[].returned.date", "completions[].returned.redo_by"),
    *_next(Breach.ANSWERED, "completions[].returned.date", "completions[].reported_on"),
    *_first(Breach.STEP, "completions[].returned.date", "confirmation.date"),
    *_first(Breach.STEP, "milestones[].done_on", "confirmation.date"),
    *_first(Breach.ANSWERED, "upward[].sent_on", "upward[].replied_on"),
    *_first(Breach.ANSWERED, "notices[].date", "notices[].replied_on"),
    *_first(Breach.DEADLINE, "notices[].date", "notices[].reply_by"),
    *_first(Breach.SPAN, "suspensions[].since", "suspensions[].until"),
    *_listed(
        "·extensions[].day",
        "reassignments[].date",
        "reports[].date",
        "completions[].reported_on",
        "suspensions[].since",
        "upward[].sent_on",
        "notices[].date",
        "instructions[].date",
        "notes[].date",
    ),
)
_RESOLUTION = (
    *_first(Breach.SOURCE, "·superseded", "·decided"),
    *_first(Breach.DEADLINE, "·decided", "deferred.bring_back_by"),
)
_MECHANISM = (
    *_first(Breach.SPAN, "posts[].incumbents[].since", "posts[].incumbents[].until"),
    *_first(Breach.SPAN, "units[].since", "units[].dissolved_on"),
    *_first(Breach.SPAN, "units[].former[].until", "units[].dissolved_on"),
    *_first(Breach.SPAN, "term.since", "term.until"),
    *_listed("units[].former[].until"),
)
_CALENDAR = (*_first(Breach.SPAN, "off[].from", "off[].to"),)


def _by_later(orders: tuple[Order, ...]) -> Table:
    table: dict[str, list[Order]] = defaultdict(list)
    for order in orders:
        table[order.after].append(order)
    return {path: tuple(found) for path, found in table.items()}


TABLES: dict[type[Value], Table] = {
    Issue: _by_later(_ISSUE),
    Meeting: _by_later(_MEETING),
    Task: _by_later(_TASK),
    Resolution: _by_later(_RESOLUTION),
    Mechanism: _by_later(_MECHANISM),
    Calendar: _by_later(_CALENDAR),
}


@cache
def chronicles(model: type[Value]) -> frozenset[str]:
    """The lists of a record whose entries stand by their days: ``reports``, ``minutes.corrections``."""
    return frozenset(
        path.lstrip("·").rpartition("[]")[0]
        for path, orders in TABLES.get(model, {}).items()
        if any(order.breach is Breach.LISTED and order.entries for order in orders)
    )


PLANS = frozenset(
    {
        "from",
        "to",
        "starts",
        "ends",
        "was",
        "now",
        "due",
        "after",
        "new_due",
        "review_on",
        "reply_by",
        "redo_by",
        "bring_back_by",
        "since",
        "until",
    }
)
"""The keys whose days may lie ahead: everything else that is dated has happened."""

"""The records as of a day, with the terms and the working days they are judged by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from lianxi.as_of import as_of
from lianxi.book import Book
from lianxi.schema.mechanism import Mechanism
from lianxi.terms import Terms
from lianxi.workdays import Workdays


@dataclass(frozen=True)
class Situation:
    """What every status, duty and report is derived from.

    ``tasks`` and ``issues`` keep what has been derived of a record, so that the many who ask
    for it in one report share the answer.
    """

    book: Book
    today: date
    terms: Terms
    workdays: Workdays
    tasks: dict[str, Any] = field(default_factory=dict)
    issues: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def mechanism(self) -> Mechanism:
        """The conference itself."""
        return self.terms.mechanism

    @cached_property
    def unit_order(self) -> dict[str, int]:
        """Units and groups in the order of mechanism.yaml, former names beside the present."""
        order: dict[str, int] = {}
        for index, unit in enumerate(self.mechanism.units):
            order[unit.name] = index
            for former in unit.former:
                order.setdefault(former.name, index)
        for group in self.mechanism.groups:
            order.setdefault(group.name, len(order))
        return order


def situation(book: Book, today: date) -> Situation:
    """Look at ``book`` on ``today``. The book's mechanism must be readable."""
    assert book.mechanism is not None  # noqa: S101 - the command line refuses a book without one
    return Situation(as_of(book, today), today, Terms(book.mechanism), Workdays(book.calendars))

"""The records before and after a merge as they stand on one day, as far as both can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from lianxi.book import Book
from lianxi.disclosure import disclosed
from lianxi.schema.base import Value
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation, situation

V = TypeVar("V", bound=Value)
_KINDS = ("issues", "meetings", "resolutions", "tasks")


@dataclass(frozen=True, slots=True)
class Sides:
    """``before`` and ``after`` are looked at on the same day, each under its own rules."""

    before: Situation
    after: Situation

    @property
    def today(self) -> date:
        """The day of both."""
        return self.after.today

    @property
    def issues(self) -> Iterator[tuple[Issue | None, Issue | None]]:
        """Every issue before and after, by id; one of the two is ``None`` where it is new, or gone."""
        return _pairs(self.before.book.issues, self.after.book.issues)

    @property
    def meetings(self) -> Iterator[tuple[Meeting | None, Meeting | None]]:
        """The same of meetings."""
        return _pairs(self.before.book.meetings, self.after.book.meetings)

    @property
    def resolutions(self) -> Iterator[tuple[Resolution | None, Resolution | None]]:
        """The same of decisions."""
        return _pairs(self.before.book.resolutions, self.after.book.resolutions)

    @property
    def tasks(self) -> Iterator[tuple[Task | None, Task | None]]:
        """The same of tasks."""
        return _pairs(self.before.book.tasks, self.after.book.tasks)


def _pairs(was: Mapping[str, V], now: Mapping[str, V]) -> Iterator[tuple[V | None, V | None]]:
    for id_ in sorted({*was, *now}, key=_by_number):
        yield was.get(id_), now.get(id_)


def sides(base: Book, head: Book, today: date, audience: str) -> Sides:
    """What ``audience`` may see of both; one of the two must have a mechanism that can be read.

    A record that could not be read on one side, or that the audience could not see there, is left
    out of both: it is neither new nor gone. So is what it has decided, and given as a task.
    """
    base, head = _with_mechanism(base, head), _with_mechanism(head, base)
    one, other = disclosed(base, audience), disclosed(head, audience)
    unreadable = base.unreadable | head.unreadable
    given = _given_by(unreadable, base) | _given_by(unreadable, head)
    left_out = unreadable | given | _veiled(base, one) | _veiled(head, other)
    return Sides(situation(_without(one, left_out), today), situation(_without(other, left_out), today))


def _with_mechanism(book: Book, other: Book) -> Book:
    return replace(book, mechanism=other.mechanism) if book.mechanism is None else book


def _given_by(lost: frozenset[str], book: Book) -> frozenset[str]:
    """What rests on lost meetings and decisions: of its tasks nobody can say whether they were given."""
    decided = {id_ for id_, decision in book.resolutions.items() if decision.meeting in lost}
    sources = lost | decided
    tasks = {
        id_ for id_, task in book.tasks.items() if task.assigned_on is None and task.resolution in sources
    }
    return frozenset(decided | tasks)


def _veiled(whole: Book, seen: Book) -> frozenset[str]:
    return frozenset(id_ for kind in _KINDS for id_ in getattr(whole, kind) if id_ not in getattr(seen, kind))


def _without(book: Book, ids: frozenset[str]) -> Book:
    if not ids:
        return book
    kept: dict[str, Any] = {
        kind: {id_: record for id_, record in getattr(book, kind).items() if id_ not in ids}
        for kind in _KINDS
    }
    return replace(book, **kept)


def _by_number(id_: str) -> tuple[str, int, str]:
    """``T-2026-1000`` after ``T-2026-999``."""
    return id_[:6], len(id_), id_

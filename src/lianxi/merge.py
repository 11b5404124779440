"""What a merge would change: the records before and after it, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from lianxi.book import Book, Entry
from lianxi.renumbering import renumbered, with_numbers
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Correction, Meeting
from lianxi.situation import Situation
from lianxi.status.correction import corrections_of, key_of
from lianxi.terms import Terms
from lianxi.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What others did since the branch began.

    ``taken`` names, by id, the titles of the records that the other side has got; ``begun`` is what stood
    at the beginning, where what they did has been merged into the branch.
    """

    taken: Mapping[str, str] = field(default_factory=dict)
    begun: Book | None = None


ALONE = Meanwhile()


@dataclass(frozen=True)
class Merge:
    """``base`` is what stands now, ``head`` what would stand; both hold what is written for any day.

    ``head`` is judged by the rules and the calendars of ``base``, so that one change cannot loosen a
    rule and use it. ``base`` has the numbers of ``head``; ``renumbered`` names, by these, those that stand
    in its files.
    """

    base: Situation
    head: Situation
    renumbered: Mapping[str, str] = field(default_factory=dict)
    meanwhile: Meanwhile = ALONE

    def corrects(self, id_: str, key: str) -> bool:
        """Whether a 更正 that is new with this merge changes the field ``key`` of the record."""
        return (id_, key) in self._corrected

    @cached_property
    def _corrected(self) -> frozenset[tuple[str, str]]:
        """The fields that the new 更正 name, by record and key."""
        return frozenset(
            (change.record, key_of(change))
            for meeting in self.head.book.meetings.values()
            for correction in self._new_corrections(meeting)
            for change in correction.changes
        )

    def _new_corrections(self, meeting: Meeting) -> tuple[Correction, ...]:
        before = self.base.book.meetings.get(meeting.id)
        return corrections_of(meeting)[len(corrections_of(before)) if before else 0 :]


@dataclass(frozen=True, slots=True)
class Pair:
    """One record before and after; one of them is None where it is new, or gone."""

    before: Entry | None
    after: Entry | None


def merge(base: Book, head: Book, today: date, meanwhile: Meanwhile = ALONE) -> Merge | None:
    """The merge of ``head`` into ``base``; None where no mechanism can be read to judge it by."""
    held = under_rules_of(base, head)
    numbers = renumbered(base, head)
    base = with_numbers(base, numbers)
    before = base if base.mechanism is not None else replace(base, mechanism=head.mechanism)
    if held.mechanism is None:
        return None
    earlier = {new: old for old, new in numbers.items()}
    return Merge(_whole(before, today), _whole(held, today), earlier, meanwhile)


def under_rules_of(base: Book, head: Book) -> Book:
    """``head`` with the rules and the calendars of ``base``; its units, posts and areas are its own."""
    calendars = {**head.calendars, **base.calendars}
    return replace(head, mechanism=_held(base.mechanism, head.mechanism), calendars=calendars)


def _held(base: Mechanism | None, head: Mechanism | None) -> Mechanism | None:
    if base is None or head is None or base.rules == head.rules:
        return head or base
    return head.model_copy(update={"rules": base.rules})


def _whole(book: Book, today: date) -> Situation:
    assert book.mechanism is not None  # noqa: S101 - asked for only where there is one
    return Situation(book, today, Terms(book.mechanism), Workdays(book.calendars))


def pairs(base: Book, head: Book) -> Iterator[Pair]:
    """The records that differ, by id.

    Those that could not be read on one side are passed over, and those whose file has got a wrong name.
    """
    before, after, misnamed = _by_id(base), _by_id(head), _misnamed(head)
    for id_ in sorted({*before, *after}):
        was, is_ = before.get(id_), after.get(id_)
        if was is is_ or (was and is_ and was.record == is_.record and was.path == is_.path):
            continue
        if is_ is None and (id_ in head.unreadable or id_ in misnamed or head.hides(id_)):
            continue
        if was is None and id_ in base.unreadable:
            continue
        yield Pair(was, is_)


def _by_id(book: Book) -> dict[str, Entry]:
    return {entry.id: entry for entry in book.entries if entry.id and entry.record is not None}


def _misnamed(book: Book) -> frozenset[str]:
    """The ids of files that lie in a wrong place, or whose name says another: that is told of them."""
    placed = {entry.path.rpartition("/")[2].partition(".")[0] for entry in book.entries if entry.id is None}
    written = (fault.value for each in book.entries for fault in each.faults if fault.kind == "name_not_id")
    return frozenset({*placed, *(id_ for id_ in written if isinstance(id_, str))})

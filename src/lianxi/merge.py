"""What a merge would change: the records before and after it, pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from lianxi.book import Book, Entry, bases
from lianxi.renumbering import renumbered, with_numbers
from lianxi.schema.base import Value
from lianxi.schema.kinds import MECHANISM
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Change, Correction, Meeting
from lianxi.sealed import LIMIT, meeting_at
from lianxi.situation import Situation
from lianxi.source import read
from lianxi.status.correction import corrections_of, key_of, undone
from lianxi.status.meeting import issued_on
from lianxi.terms import Terms
from lianxi.tree import Obstacle
from lianxi.workdays import Workdays

R = TypeVar("R", bound=Value)


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
        """Whether a 更正 that is new with this merge changes the field ``key`` of the record, and all of it.

        One that names only a part of it, as ``agenda[2].judgement``, excuses nothing else there.
        """
        named = [change for change in self.new_changes.get(id_, ()) if key_of(change) == key]
        if not named or any(change.field.strip() == key for change in named):
            return bool(named)
        before = self.base.book.record(id_)
        restored = self.uncorrected.get(id_)
        return restored is not None and getattr(restored, key) == getattr(before, key, None)

    def corrected(self, meeting: Meeting) -> tuple[Correction, ...]:
        """The 更正 of its minutes that are new; what was not yet issued cannot be corrected."""
        before = self.base.book.meetings.get(meeting.id)
        if before is None or issued_on(before) is None:
            return ()
        return corrections_of(meeting)[len(corrections_of(before)) :]

    def before_corrections(self, record: R) -> R:
        """A record of ``head`` as it is without the new 更正, as far as they can be undone."""
        found = self.uncorrected.get(getattr(record, "id", ""))
        return cast("R", found) if found is not None else record

    @cached_property
    def new_changes(self) -> dict[str, list[Change]]:
        """What the new 更正 change, by record; only what the minutes in question speak of."""
        found: dict[str, list[Change]] = defaultdict(list)
        for meeting in self.head.book.meetings.values():
            changes = [change for each in self.corrected(meeting) for change in each.changes]
            spoken_of = _spoken_of(meeting, self.head.book) if changes else frozenset()
            for change in changes:
                if change.record in spoken_of:
                    found[change.record].append(change)
        return dict(found)

    @cached_property
    def uncorrected(self) -> dict[str, Value]:
        """The records that the new 更正 name, each without them; those left out where that fails."""
        undid = ((id_, undone(self.head.book, id_, changes)) for id_, changes in self.new_changes.items())
        return {id_: record for id_, record in undid if record is not None}


def _spoken_of(meeting: Meeting, book: Book) -> frozenset[str]:
    """The records that the minutes of a meeting print: its own, and the older tasks it settled anew."""
    decisions = {each.id for each in book.resolutions_of_meeting(meeting.id)}
    issues = {item.issue for item in meeting.agenda if item.issue}
    tasks = {task.id for task in book.tasks.values() if decisions & {task.resolution, *bases(task)}}
    return frozenset({meeting.id, *decisions, *issues, *tasks})


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
    """``head`` with the rules, the office and the calendars of ``base``; its units and posts are its own."""
    calendars = {**head.calendars, **base.calendars}
    return replace(head, mechanism=_held(base.mechanism, head.mechanism), calendars=calendars)


def _held(base: Mechanism | None, head: Mechanism | None) -> Mechanism | None:
    if base is None or head is None:
        return head or base
    office = head.office if _is_same_office(base, head) else base.office
    return head.model_copy(update={"rules": base.rules, "office": office})


def _is_same_office(base: Mechanism, head: Mechanism) -> bool:
    """Whether it is still with the unit it was with, under whatever name, or with its successor."""
    now = {old.name: unit.name for unit in head.units for old in unit.former}
    now |= {unit.name: unit.successor for unit in head.units if unit.successor}
    hosts = base.office.host if base.office else ()
    return tuple(now.get(name, name) for name in hosts) == (head.office.host if head.office else ())


def _whole(book: Book, today: date) -> Situation:
    assert book.mechanism is not None  # noqa: S101 - asked for only where there is one
    return Situation(book, today, Terms(book.mechanism), Workdays(book.calendars))


def pairs(base: Book, head: Book) -> Iterator[Pair]:
    """The records whose file differs, by id, and the meetings whose minutes file does.

    Those that could not be read on one side are passed over, and those whose file has got a wrong name.
    """
    before, after, papers = _by_id(base), _by_id(head), other_papers(base, head)
    misnamed = _misnamed(head)
    for id_ in sorted({*before, *after}):
        was, is_ = before.get(id_), after.get(id_)
        if was is is_ and id_ not in papers:
            continue
        if is_ is None and (id_ in head.unreadable or id_ in misnamed or head.hides(id_)):
            continue
        if was is None and id_ in base.unreadable:
            continue
        yield Pair(was, is_)


def other_papers(base: Book, head: Book) -> set[str]:
    """The meetings whose minutes file is another, or on one side only."""
    return {
        id_
        for path in base.papers | head.papers
        if (id_ := meeting_at(path)) and paper_of(base, path) != paper_of(head, path)
    }


def paper_of(book: Book, path: str) -> bytes | None:
    """The bytes of a minutes file; ``None`` where there is none that can be read."""
    found = book.tree.read(path, LIMIT) if path in book.papers else None
    return found if isinstance(found, bytes) else None


def _by_id(book: Book) -> dict[str, Entry]:
    return {entry.id: entry for entry in book.entries if entry.id and entry.record is not None}


def _misnamed(book: Book) -> frozenset[str]:
    """The ids of files that lie in a wrong place, or whose name says another: that is told of them."""
    placed = [entry.path for entry in book.entries if entry.id is None]
    named = {path.rpartition("/")[2].partition(".")[0] for path in placed}
    inside = {id_ for path in placed if (id_ := _written_in(book, path))}
    written = (fault.value for each in book.entries for fault in each.faults if fault.kind == "name_not_id")
    return frozenset({*named, *inside, *(id_ for id_ in written if isinstance(id_, str))})


def _written_in(book: Book, path: str) -> str:
    """The id, or the year of a calendar, that a file says of itself."""
    raw = book.tree.read(path, MECHANISM.limit)
    data = None if isinstance(raw, Obstacle) else read(raw).data
    found = data.get("id", data.get("year", "")) if isinstance(data, dict) else ""
    return str(found)

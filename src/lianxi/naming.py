"""Whether every name in a record names something, on the day it is judged on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lianxi.book import Book
from lianxi.fault import Fault
from lianxi.membership import listed
from lianxi.schema.base import Names, Value
from lianxi.schema.issue import Issue
from lianxi.schema.kinds import kind_of
from lianxi.schema.mechanism import Mechanism, Unit
from lianxi.schema.meeting import SPEECH, Meeting
from lianxi.schema.references import Reference, Steady, items, references
from lianxi.schema.resolution import Resolution
from lianxi.schema.shape import parts_of
from lianxi.schema.task import Task
from lianxi.terms import Terms

_RECORD_SPACES = frozenset({"issue", "meeting", "resolution", "task"})
_SEVERAL = 2
_INSTRUCTION = "批示"
_ON_A_DAY = frozenset({"former_name", "dissolved_unit", "unit_not_yet"})


@dataclass(frozen=True)
class Register:
    """Everything a name may name, indexed once."""

    book: Book
    mechanism: Mechanism

    @cached_property
    def terms(self) -> Terms:
        """What this conference has settled."""
        return Terms(self.mechanism)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Units by their present short name."""
        return {unit.name: unit for unit in self.mechanism.units}

    @property
    def doubled(self) -> bool:
        """Whether two units bear one name; the other one's own is then missing."""
        return len(self.units) < len(self.mechanism.units)

    @cached_property
    def former(self) -> dict[str, tuple[Unit, date]]:
        """Names that units bore, and until when."""
        return {old.name: (unit, old.until) for unit in self.mechanism.units for old in unit.former}

    @cached_property
    def groups(self) -> frozenset[str]:
        """The collective names."""
        return frozenset(group.name for group in self.mechanism.groups)

    def names(self, spaces: tuple[str, ...]) -> frozenset[str]:
        """Every name that may stand where ``spaces`` are named: units, groups and records."""
        found = {*self.units} if "unit" in spaces else set()
        if "group" in spaces:
            found |= self.groups
        return frozenset(
            {*found, *(id_ for id_ in self.book.known if (kind := kind_of(id_)) and kind.name in spaces)}
        )

    def members(self, group: str) -> list[str]:
        """The units that a collective name stands for, as far as they are listed."""
        return list(listed(self.mechanism, group))

    @cached_property
    def posts(self) -> dict[str, list[str]]:
        """The units, or groups of units, in which each post is held."""
        held: dict[str, list[str]] = {}
        for post in self.mechanism.posts:
            held.setdefault(post.post, []).append(post.unit)
        return held

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The closed lists that the mechanism, or a default, sets."""
        counties = dict.fromkeys(unit.county for unit in self.mechanism.units if unit.county)
        return {
            "area": tuple(area.name for area in self.mechanism.areas),
            "county": tuple(counties),
            "issue_kind": self.terms.issue_kinds.value,
            "issue_category": self.terms.issue_categories.value,
            "agenda_category": (*self.terms.agenda_categories.value, SPEECH),
        }

    @cached_property
    def steady(self) -> Steady:
        """Passes by the records whose names are all right whatever the day."""
        held = {(post, unit) for post, units in self.posts.items() for unit in units}
        alone = {(post, None) for post, units in self.posts.items() if len(units) == 1}
        return Steady(self._right, frozenset(held | alone))

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids that have a file, by the name of their kind."""
        found: dict[str, list[str]] = {}
        for id_ in self.book.known:
            kind = kind_of(id_)
            if kind is not None:
                found.setdefault(kind.name, []).append(id_)
        return found

    def _right(self, marker: Names) -> frozenset[object]:
        """The names that are right on any day where ``marker`` stands."""
        first = marker.spaces[0]
        if first in _RECORD_SPACES:
            return frozenset(id_ for space in marker.spaces for id_ in self._ids.get(space, ()))
        if first in {"unit", "group"}:
            lasting = {unit.name for unit in self.mechanism.units if not (unit.since or unit.dissolved_on)}
            return frozenset(lasting | self.groups if "group" in marker.spaces else lasting)
        return frozenset(self.lists.get(first, ()))


def naming_faults(
    record: Value, register: Register, doubtful: Callable[[Value], frozenset[date]]
) -> Iterator[Fault]:
    """A fault for each name in ``record`` that names nothing.

    What a name is on one of the ``doubtful`` days, or by one, is not told: such a day is told by itself.
    """
    if register.steady.holds(record):
        yield from _item_faults(record, register)
        return
    default = _own_day(record, register.book)
    steady = isinstance(record, Mechanism)
    for reference in references(record):
        fault = _fault(reference, record, default, register, steady=steady)
        if fault is None:
            continue
        if fault.kind in _ON_A_DAY:
            turn = doubtful(register.mechanism) & set(fault.hints.values())
            if turn or (reference.day or default) in doubtful(record):
                continue
        yield fault


def _item_faults(record: Value, register: Register) -> Iterator[Fault]:
    """A fault for each agenda item that the meeting does not have."""
    if isinstance(record, Resolution):
        meeting = register.book.meetings.get(record.meeting)
        if meeting is None or any(item.no == record.item for item in meeting.agenda):
            return
    elif not isinstance(record, Meeting):
        return
    for reference in items(record):
        fault = _item_fault(reference, record, register.book)
        if fault is not None:
            yield fault


def _fault(
    reference: Reference, record: Value, default: date | None, register: Register, *, steady: bool
) -> Fault | None:
    spaces = reference.marker.spaces
    first = spaces[0]
    if first in _RECORD_SPACES:
        return _record_fault(reference, register)
    if first in {"unit", "group"}:
        if "guest" in spaces and getattr(reference.holder, "as_", None) == "列席":
            return None
        day = None if steady or not reference.marker.on_day else reference.day or default
        return _unit_fault(reference, day, register, former=not reference.marker.on_day or steady)
    if first == "post":
        return _post_fault(reference, register, steady=steady)
    if first == "agenda_item":
        return _item_fault(reference, record, register.book)
    listed = register.lists[first]
    if reference.name in listed or (not listed and first in {"area", "county"}):
        return None
    kind = {"area": "unknown_area", "county": "unknown_county"}.get(first, "unlisted_choice")
    lost = any(
        unit.county is None and unit.name.startswith(reference.name) for unit in register.units.values()
    )
    hints = {"listed": list(listed), "place": register.mechanism.place_label, "lost": lost}
    return Fault(kind, reference.loc, reference.name, hints)


def _record_fault(reference: Reference, register: Register) -> Fault | None:
    name, spaces, book = reference.name, reference.marker.spaces, register.book
    kind = kind_of(name)
    if kind is None and ("text" in spaces or ("instruction" in spaces and name == _INSTRUCTION)):
        return None
    if kind is not None and kind.name not in spaces:
        meant = [space for space in spaces if space in _RECORD_SPACES]
        return Fault("wrong_kind", reference.loc, name, {"wanted": meant, "kind": kind.title})
    if name in book.known or book.hides(name):
        return None
    parts = parts_of(name)
    if len(parts) >= _SEVERAL and any(part in book.known for part in parts):
        return Fault("joined_names", reference.loc, name, {"parts": parts, "known": register.names(spaces)})
    wanted = {kind.name} if kind else set(spaces)
    same = sorted(id_ for id_ in book.known if (like := kind_of(id_)) and like.name in wanted)
    return Fault("dangling_reference", reference.loc, name, {"known": same, "spaces": list(spaces)})


def _unit_fault(reference: Reference, day: date | None, register: Register, *, former: bool) -> Fault | None:
    name = reference.name
    unit = register.units.get(name)
    if unit is not None:
        return _alive(unit, reference, day) if day else None
    if "group" in reference.marker.spaces and name in register.groups:
        return None
    if name in register.former:
        renamed, until = register.former[name]
        if former or (day is not None and day <= until):
            return None
        return Fault("former_name", reference.loc, name, {"now": renamed.name, "until": until})
    parts = _parts(name, register)
    if parts:
        known = register.names(reference.marker.spaces)
        return Fault("joined_names", reference.loc, name, {"parts": parts, "known": known})
    if name in register.groups:
        return Fault("unknown_unit", reference.loc, name, {"group": register.members(name)})
    groups = sorted(register.groups) if "group" in reference.marker.spaces else []
    meant = next((unit.name for unit in register.units.values() if unit.full == name), None)
    return Fault("unknown_unit", reference.loc, name, {"known": [*register.units, *groups], "meant": meant})


def _alive(unit: Unit, reference: Reference, day: date) -> Fault | None:
    if unit.dissolved_on is not None and day >= unit.dissolved_on:
        hints = {"on": unit.dissolved_on, "successor": unit.successor, "day": day}
        return Fault("dissolved_unit", reference.loc, unit.name, hints)
    if unit.since is not None and day < unit.since:
        return Fault("unit_not_yet", reference.loc, unit.name, {"since": unit.since, "day": day})
    return None


def _parts(name: str, register: Register) -> list[str]:
    """The units of a name that is several, written into one text."""
    parts = parts_of(name)
    if len(parts) < _SEVERAL:
        return []
    known = {*register.units, *register.groups, *register.former}
    return parts if any(part in known for part in parts) else []


def _post_fault(reference: Reference, register: Register, *, steady: bool) -> Fault | None:
    held = register.posts.get(reference.name)
    if held is None:
        return Fault("unknown_post", reference.loc, reference.name, {"known": list(register.posts)})
    unit = getattr(reference.holder, "unit", None)
    if unit is None:
        if steady or len(held) == 1:
            return None
        return Fault("ambiguous_post", reference.loc, reference.name, {"units": held})
    if unit in held or unit not in register.units or not set(held) <= set(register.units):
        return None  # what is not a unit is a group, or has been told where the post is
    return Fault("post_elsewhere", reference.loc, reference.name, {"unit": unit, "units": held})


def _item_fault(reference: Reference, record: Value, book: Book) -> Fault | None:
    meeting = record if isinstance(record, Meeting) else _meeting_of(record, book)
    if meeting is None:
        return None
    numbers = [item.no for item in meeting.agenda]
    if reference.name in numbers:
        return None
    return Fault("no_such_item", reference.loc, reference.name, {"meeting": meeting.id, "numbers": numbers})


def _meeting_of(record: Value, book: Book) -> Meeting | None:
    return book.meetings.get(record.meeting) if isinstance(record, Resolution) else None


def _own_day(record: Value, book: Book) -> date | None:
    """The day names are judged on where the entry they stand in has none."""
    if isinstance(record, Issue):
        return record.collected_on
    if isinstance(record, Meeting):
        return record.held_on or (record.starts.date() if record.starts else None)
    if isinstance(record, Resolution):
        meeting = book.meetings.get(record.meeting)
        return _own_day(meeting, book) if meeting else None
    if isinstance(record, Task):
        return record.assigned_on or _decided_on(record, book)
    return None


def _decided_on(task: Task, book: Book) -> date | None:
    resolution = book.resolutions.get(task.resolution or "")
    meeting = book.meetings.get(resolution.meeting) if resolution else None
    if meeting is None:
        return task.instructions[0].date if task.instructions and resolution is None else None
    issued = meeting.minutes.issued_on if meeting.minutes else None
    return issued or _own_day(meeting, book)

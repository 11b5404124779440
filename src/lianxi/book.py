"""The whole records folder, read once; it judges nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, cast

from pydantic import ValidationError

from lianxi.fault import Fault, Place
from lianxi.schema.base import Value
from lianxi.schema.calendar import Calendar
from lianxi.schema.faults import faults_of
from lianxi.schema.issue import Issue
from lianxi.schema.kinds import CALENDAR, FOLDERS, ISSUE, MECHANISM, RESOLUTION, TASK, Kind, kind_at, kind_of
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.sealed import FOLDER
from lianxi.source import Lines, Source, read
from lianxi.tree import Obstacle, Tree

_YAML = (".yaml", ".yml")
_PAPERS = f"{FOLDER}/"
MANY = 300
"""No one mends more at a time, and each costs a search for what was meant."""
_LEVELS = frozenset({"unknown_key", "missing_key", "wrong_type", "joined_names", "tab"})
"""What a line at a wrong level may give rise to."""
_SOME = 30
"""One line at a wrong level gives rise to fewer faults."""
_PADDING = re.compile(r"-0+(?=[0-9])")
_FOLDER = re.compile(r"[a-z]+(?:/[0-9]{4})?")
_NEVER_ENTERED = ("symlink", "unreadable")
"""What stands in the way of a whole folder as of a file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: the record it holds, or why it holds none.

    A record that cannot be read stays known by its ``id``, so that references to it hold.
    """

    path: str
    kind: Kind | None
    id: str | None
    record: Value | None
    faults: tuple[Fault, ...] = ()
    suspect: bool = False


@dataclass(frozen=True)
class Book:
    """Every record by id. The dictionaries hold what could be read, in the order of ids.

    ``audience`` is who may see all that is in it.
    """

    tree: Tree
    entries: tuple[Entry, ...]
    mechanism: Mechanism | None
    calendars: dict[int, Calendar] = field(default_factory=dict)
    issues: Mapping[str, Issue] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    audience: str = "内部"
    papers: frozenset[str] = frozenset()
    """The paths of the minutes files."""

    @cached_property
    def known(self) -> frozenset[str]:
        """Every id that has a file, readable or not."""
        return frozenset(entry.id for entry in self.entries if entry.id)

    @cached_property
    def _hidden(self) -> tuple[str, ...]:
        """The folders that were not looked into."""
        return tuple(f"{entry.path}/" for entry in self.entries if _FOLDER.fullmatch(entry.path))

    def hides(self, id_: str) -> bool:
        """Whether the record ``id_`` may lie in a folder that was not looked into."""
        if id_.isdigit():
            return f"{CALENDAR.folder}/".startswith(self._hidden)
        kind = kind_of(id_)
        return kind is not None and f"{kind.folder}/{id_[2:6]}/".startswith(self._hidden)

    @cached_property
    def paths(self) -> dict[str, str]:
        """The first path of each id."""
        return {entry.id: entry.path for entry in reversed(self.entries) if entry.id}

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """The ids whose file holds no readable record."""
        return frozenset(entry.id for entry in self.entries if entry.id and entry.record is None)

    @cached_property
    def unread(self) -> int:
        """How many records a report must leave out: unreadable, or decided by an unreadable one."""
        lost = self.unreadable
        decisions = {entry.id for entry in self.resolutions.values() if entry.meeting in lost}
        tasks = sum(1 for task in self.tasks.values() if task.resolution in lost | decisions)
        files = sum(1 for entry in self.entries if entry.record is None)
        return files + len(decisions) + tasks

    @cached_property
    def _tasks_by_resolution(self) -> dict[str, list[Task]]:
        return _grouped((task.resolution, task) for task in self.tasks.values())

    @cached_property
    def _tasks_by_issue(self) -> dict[str, list[Task]]:
        return _grouped((task.issue, task) for task in self.tasks.values())

    @cached_property
    def _resolutions_by_meeting(self) -> dict[str, list[Resolution]]:
        return _grouped((resolution.meeting, resolution) for resolution in self.resolutions.values())

    @cached_property
    def _resolutions_by_issue(self) -> dict[str, list[Resolution]]:
        return _grouped(
            (id_, resolution) for resolution in self.resolutions.values() for id_ in resolution.issues
        )

    @cached_property
    def _meetings_by_issue(self) -> dict[str, list[Meeting]]:
        return _grouped(
            (item.issue, meeting) for meeting in self.meetings.values() for item in meeting.agenda
        )

    @cached_property
    def _issues_left_into(self) -> dict[str, list[Issue]]:
        return _grouped((issue.exit.into, issue) for issue in self.issues.values() if issue.exit)

    @cached_property
    def _successors(self) -> dict[str, list[Resolution]]:
        return _grouped((resolution.supersedes, resolution) for resolution in self.resolutions.values())

    @cached_property
    def rested_on(self) -> frozenset[str]:
        """The decisions on which an extension or a reassignment of a task rests."""
        return frozenset(basis for task in self.tasks.values() for basis in bases(task))

    @cached_property
    def sources_known(self) -> bool:
        """Whether it is known of every task which decision gave it, and of every change on which it rests.

        It is not while a file that may hold a task cannot be read, or a name in one names nothing.
        """
        lost = any(
            entry.record is None and (entry.kind is None or entry.kind is TASK) for entry in self.entries
        )
        return not lost and all(self._is_sourced(task) for task in self.tasks.values())

    def _is_sourced(self, task: Task) -> bool:
        named = [(RESOLUTION, basis) for basis in bases(task) if kind_of(basis)]
        if task.resolution:
            named.append((RESOLUTION, task.resolution))
        elif task.issue:
            named.append((ISSUE, task.issue))
        elif not task.instructions:
            return False
        return all(kind_of(id_) is kind and id_ in self.known for kind, id_ in named)

    @cached_property
    def numbered_notices(self) -> dict[tuple[str, int, int], list[tuple[str, int]]]:
        """The notices of all tasks by form, year and number: the task's id and the position in it."""
        notices: dict[tuple[str, int, int], list[tuple[str, int]]] = defaultdict(list)
        for task in self.tasks.values():
            for index, notice in enumerate(task.notices):
                if notice.no is not None:
                    notices[notice.form, notice.date.year, notice.no].append((task.id, index))
        return dict(notices)

    def record(self, id_: str | None) -> Value | None:
        """The readable record of an id; a calendar goes by its year."""
        if id_ == MECHANISM.name:
            return self.mechanism
        kind = kind_of(id_ or "")
        if kind is None or id_ is None:
            return self.calendars.get(int(id_)) if id_ and id_.isdigit() else None
        records: Mapping[str, Value] = getattr(self, f"{kind.name}s")
        return records.get(id_)

    def run_of(self, meeting: Meeting) -> str:
        """The year in which its numbers run, where they begin anew each year; else nothing."""
        yearly = self.mechanism is not None and self.mechanism.numbering == "按年"
        return meeting.year if yearly else ""

    @cached_property
    def numbered_meetings(self) -> dict[tuple[str, str, int], list[Meeting]]:
        """The meetings by the run of their numbers, their kind and number."""
        found: dict[tuple[str, str, int], list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            found[self.run_of(meeting), meeting.kind, meeting.number].append(meeting)
        return dict(found)

    @cached_property
    def numbered_minutes(self) -> dict[tuple[str, int], list[Meeting]]:
        """The meetings with minutes by the run of their numbers and the number of the issue."""
        found: dict[tuple[str, int], list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            if meeting.minutes is not None:
                found[self.run_of(meeting), meeting.minutes.issue_no].append(meeting)
        return dict(found)

    def tasks_of_resolution(self, id_: str) -> list[Task]:
        """The tasks a decision gave, by id."""
        return self._tasks_by_resolution.get(id_, [])

    def tasks_of_issue(self, id_: str) -> list[Task]:
        """The tasks given for an issue without a meeting, by id."""
        return self._tasks_by_issue.get(id_, [])

    def resolutions_of_meeting(self, id_: str) -> list[Resolution]:
        """The decisions of a meeting, by id."""
        return self._resolutions_by_meeting.get(id_, [])

    def resolutions_of_issue(self, id_: str) -> list[Resolution]:
        """The decisions that name an issue, by id."""
        return self._resolutions_by_issue.get(id_, [])

    def issues_left_into(self, id_: str) -> list[Issue]:
        """The issues that left into another (并入), by id."""
        return self._issues_left_into.get(id_, [])

    def successors_of(self, id_: str) -> list[Resolution]:
        """The decisions that replaced another, by id."""
        return self._successors.get(id_, [])

    def meetings_of_issue(self, id_: str) -> list[Meeting]:
        """The meetings that have an issue on their agenda, by id."""
        return self._meetings_by_issue.get(id_, [])


def load(tree: Tree, known: Mapping[str, Entry] = MappingProxyType({})) -> Book:
    """Read every record of ``tree``. What cannot be read becomes a fault, never an error.

    ``known`` holds, by path, entries that another reading of the same bytes has given.
    """
    paths = tree.paths()
    entries = tuple(_once(list(_entries(tree, paths, known))))
    readable: dict[str, dict[str, Any]] = defaultdict(dict)
    for entry in sorted((e for e in entries if e.record is not None), key=_by_number):
        assert entry.kind is not None  # noqa: S101 - a record has a kind
        readable[entry.kind.name].setdefault(entry.id or "", entry.record)
    return Book(
        tree,
        entries,
        readable[MECHANISM.name].get("mechanism"),
        {int(year): calendar for year, calendar in readable[CALENDAR.name].items()},
        readable["issue"],
        readable["meeting"],
        readable["resolution"],
        readable["task"],
        papers=frozenset(path for path in paths if path.startswith(_PAPERS) and path.endswith(".md")),
    )


def _by_number(entry: Entry) -> tuple[str, int, str]:
    """``T-2026-1000`` after ``T-2026-999``."""
    return (entry.id or "")[:6], len(entry.id or ""), entry.id or ""


def _entries(tree: Tree, paths: list[str], known: Mapping[str, Entry]) -> Iterator[Entry]:
    taken = frozenset(paths)
    for path in paths:
        if path in known:
            yield known[path]
            continue
        kind = kind_at(path)
        if not path.lower().endswith(_YAML) and not (kind and _hides_records(tree, path)):
            continue
        if kind is not None:
            yield _entry(tree, path, kind, taken)
        else:
            yield _misplaced(path, None, {"folders": sorted(FOLDERS)})


def _hides_records(tree: Tree, path: str) -> bool:
    """Whether records may lie behind it unseen, or would lie in it were it a folder."""
    found = tree.read(path, 0)
    return (isinstance(found, Obstacle) and found.why != "too_large") or _FOLDER.fullmatch(path) is not None


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """One file to a number: T-2026-0001 beside T-2026-001 is a fault."""
    seen: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: len(entry.path)):
        if entry.id:
            seen.setdefault(_PADDING.sub("-", entry.id), entry.path)
    for entry in entries:
        first = seen[_PADDING.sub("-", entry.id)] if entry.id else entry.path
        if first == entry.path:
            yield entry
        else:
            fault = Fault("duplicate_id", (), entry.id, {"first": first}, place=Place(1, 1))
            yield replace(entry, record=None, faults=(fault,))


def _entry(tree: Tree, path: str, kind: Kind, taken: frozenset[str]) -> Entry:
    id_ = kind.id_in(path)
    raw = tree.read(path, kind.limit)
    if isinstance(raw, Obstacle) and (id_ is not None or raw.why in _NEVER_ENTERED):
        fault = Fault(raw.why, (), raw.detail, {"limit": kind.limit}, place=Place(1, 1))
        return Entry(path, kind, id_, None, (fault,))
    if id_ is None or isinstance(raw, Obstacle):
        return _misplaced(path, kind, {"pattern": kind.pattern, "taken": taken})
    source = read(raw, _flaws(kind))
    if source.data is None or any(fault.kind != "byte_order_mark" for fault in source.faults):
        return Entry(path, kind, id_, None, source.faults, source.suspect)
    return _validated(path, kind, id_, source, raw)


@cache
def _flaws(kind: Kind) -> Callable[[Any], int]:
    """How many things the schema of a kind refuses in data; more than any if they are no record."""

    def flaws(data: Any) -> int:
        if not isinstance(data, dict):
            return MANY
        try:
            kind.model.model_validate(data)
        except ValidationError as error:
            return error.error_count()
        return 0

    return flaws


def _misplaced(path: str, kind: Kind | None, hints: dict[str, Any]) -> Entry:
    return Entry(path, kind, None, None, (Fault("misplaced_file", (), path, hints, place=Place(1, 1)),))


def _validated(path: str, kind: Kind, id_: str, source: Source, raw: bytes) -> Entry:
    faults = source.faults
    try:
        record = kind.model.model_validate(source.data)
    except ValidationError as error:
        lines = Lines(raw)
        found = faults_of(error, kind.model, source.data, lines)
        places = [fault.loc for fault in found if fault.kind in _LEVELS]
        slip = lines.mislaid(places, _flaws(kind)) if len(found) < _SOME else None
        found = [slip] if slip else found
        return Entry(path, kind, id_, None, (*faults, *found[:MANY]), source.suspect)
    written = _written_id(kind, record)
    if written != id_ and kind is not MECHANISM:
        at = ("year",) if kind is CALENDAR else ("id",)
        fault = Fault("name_not_id", at, written, {"name": id_})
        return Entry(path, kind, id_, None, (*faults, fault), source.suspect)
    return Entry(path, kind, id_, record, faults, source.suspect)


def _written_id(kind: Kind, record: Value) -> str:
    if kind is CALENDAR:
        return str(cast("Calendar", record).year)
    return str(getattr(record, "id", ""))


def bases(task: Task) -> Iterator[str]:
    """The decisions and 批示 on which its extensions and reassignments rest."""
    named = [entry.basis for entry in task.extensions]
    named += [entry.basis for entry in task.reassignments]
    yield from (basis for basis in named if basis is not None)


def _grouped(pairs: Iterable[tuple[str | None, Any]]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        if key is not None and (not groups[key] or groups[key][-1] is not value):
            groups[key].append(value)
    return dict(groups)

"""Finds the rules, runs them over a book, stamps the codes and sorts the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from typing import get_args

from lianxi.allowance import idle, withheld
from lianxi.book import MANY, Book, Entry
from lianxi.catalogue import on_records
from lianxi.chronology.doubts import Doubts
from lianxi.fault import Fault
from lianxi.finding import ERROR, Finding, in_order
from lianxi.naming import Register, naming_faults
from lianxi.placing import Page
from lianxi.recurring import ByPath, counted, once
from lianxi.rule import Rule, Told
from lianxi.schema.base import Value
from lianxi.schema.kinds import MECHANISM
from lianxi.schema.task import Task
from lianxi.situation import Situation, situation
from lianxi.terms import Terms
from lianxi.tree import Obstacle
from lianxi.workdays import Workdays

Said = tuple[Rule, Told, Fault | None]
ByType = dict[type[Value], list[tuple[Rule, Callable[..., Iterator[Told]], Book | Situation]]]
"""For each type of record its rules, the function of each, and what it looks at beside the record."""


def check(book: Book, today: date, prefix: str = "") -> list[Finding]:
    """All findings of one run on the day ``today``, by path and line. ``prefix`` precedes every path."""
    run = _Run(book, today)
    return in_order(finding for entry in book.entries for finding in run.findings(entry, prefix))


def check_record(book: Book, today: date, path: str, prefix: str = "") -> list[Finding]:
    """The findings of the one file ``path``, as far as ``book`` holds what it is judged by."""
    run = _Run(book, today)
    entries = [entry for entry in book.entries if entry.path == path]
    return in_order(finding for entry in entries for finding in run.findings(entry, prefix))


def placed(fault: Fault, entry: Entry, raw: bytes, prefix: str = "") -> Finding:
    """The finding for a fault of the file ``entry``, which holds ``raw``; comments allow nothing of it."""
    return Page(prefix + entry.path, entry.id, raw).finding(*_worded(fault, entry))


@dataclass(frozen=True)
class _Run:
    """The rules over one book on one day."""

    book: Book
    today: date

    @cached_property
    def _judges(self) -> ByType:
        """The rules that look at a record as it is written."""
        judges = _by_type("judge", self.book)
        if self._whole is not None:
            for type_, rules in _by_type("measure", self._whole).items():
                judges[type_] += rules
        return judges

    @cached_property
    def _lapses(self) -> ByType:
        """The rules that look at what passing days have brought."""
        return _by_type("lapse", self._now) if self._now is not None else {}

    @cached_property
    def _scans(self) -> list[Rule]:
        return [rule for rule in on_records().values() if rule.form == "scan"]

    @cached_property
    def _whole(self) -> Situation | None:
        """Everything that is written, whatever its day; none without a mechanism."""
        if self.book.mechanism is None:
            return None
        return Situation(self.book, self.today, Terms(self.book.mechanism), Workdays(self.book.calendars))

    @cached_property
    def _now(self) -> Situation | None:
        """The records as they stand on the day; none without a mechanism."""
        return situation(self.book, self.today) if self.book.mechanism is not None else None

    @cached_property
    def _register(self) -> Register | None:
        return Register(self.book, self.book.mechanism) if self.book.mechanism is not None else None

    @cached_property
    def _names(self) -> ByPath:
        """What is wrong with the names in each file; without a mechanism there is nothing to name."""
        if self._register is None:
            return {}
        register, doubtful = self._register, self._doubts.doubtful_days
        named = ((entry.path, entry.record) for entry in self.book.entries if entry.record is not None)
        found = (
            (path, list(islice(naming_faults(record, register, doubtful), MANY))) for path, record in named
        )
        return once({path: faults for path, faults in found if faults}, register.doubled)

    @cached_property
    def _doubts(self) -> Doubts:
        """The dates that are probably wrong; nothing else is told by them."""
        return Doubts(self.book, self.today)

    def findings(self, entry: Entry, prefix: str) -> list[Finding]:
        """What is wrong with one file, without what its comments allow.

        What has lapsed is told where nothing is in error: a day mistyped is one slip.
        """
        said, lapsed = [*self._faults(entry), *self._judged(entry)], list(self._lapsed(entry))
        if not said and not lapsed and not entry.suspect:
            return []
        raw = self.book.tree.read(entry.path, entry.kind.limit if entry.kind else MECHANISM.limit)
        page = Page(prefix + entry.path, entry.id, b"" if isinstance(raw, Obstacle) else raw)
        found = [page.finding(*each) for each in [*said, *self._scanned(entry, page.text)]]
        late = [page.finding(*each) for each in lapsed]
        kept = [finding for finding in found if not withheld(finding, page.allowances)]
        if all(finding.severity != ERROR for finding in kept):
            kept += [finding for finding in late if not withheld(finding, page.allowances)]
        unused = idle([*found, *late], page.allowances)
        return kept + [page.finding(*_worded(fault, entry)) for fault in unused]

    def _faults(self, entry: Entry) -> Iterator[Said]:
        for fault in entry.faults:
            yield _worded(self._informed(fault), entry)
        for fault in self._names.get(entry.path, ()):
            yield _worded(fault, entry)
        if entry.record is not None:
            for fault in self._doubts.faults(entry.record):
                yield _worded(fault, entry)

    def _informed(self, fault: Fault) -> Fault:
        """A fault of a value that should have named something knows the names that there are."""
        if "spaces" not in fault.hints or self._register is None:
            return fault
        return replace(fault, hints={**fault.hints, "known": self._register.names(fault.hints["spaces"])})

    def _judged(self, entry: Entry) -> Iterator[Said]:
        record = entry.record
        if record is None:
            return
        doubted = {slip.loc for slip in self._doubts.slips(record)}
        for rule, says, beside in self._judges.get(type(record), ()):
            for told in says(record, beside):
                if told.loc not in doubted and not (
                    told.rests_on and (doubted or self._is_doubted(told.rests_on))
                ):
                    yield rule, told, None

    def _is_doubted(self, id_: str) -> bool:
        """Whether a record has dates that are probably wrong: those are told by themselves."""
        record = self.book.record(id_)
        return record is not None and bool(self._doubts.slips(record))

    def _lapsed(self, entry: Entry) -> Iterator[Said]:
        record = entry.record
        lapses = self._lapses.get(type(record)) if record is not None else None
        if record is None or not lapses or _is_over(record, self.today) or self._doubts.doubtful_days(record):
            return
        assert self._now is not None  # noqa: S101 - there are no such rules without it
        current = self._now.book.record(entry.id)
        if current is not None:
            for rule, says, beside in lapses:
                for told in says(current, beside):
                    yield rule, told, None

    def _scanned(self, entry: Entry, text: str) -> list[Said]:
        if not entry.suspect:
            return []
        return [(rule, told, None) for rule in self._scans for told in rule.says(text, entry, self.book)]


def _by_type(form: str, beside: Book | Situation) -> ByType:
    found: ByType = defaultdict(list)
    for rule in on_records().values():
        if rule.form == form:
            for record in get_args(rule.record) or (rule.record,):
                found[record].append((rule, rule.says, beside))
    return found


def _is_over(record: Value, today: date) -> bool:
    """Whether passing days can bring nothing more: the task was confirmed or cancelled by then."""
    if not isinstance(record, Task):
        return False
    ends = (record.confirmation, record.cancelled)
    return any(end is not None and end.date <= today for end in ends)


def _worded(fault: Fault, entry: Entry) -> Said:
    rule = on_records()[fault.kind]
    assert rule.form == "word", fault.kind  # noqa: S101 - a fault's rule words it
    return rule, counted(rule.says(fault, entry), fault), fault

"""Finds the rules on changes and runs them over a base and a head (LX5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, get_args

from lianxi.book import Book
from lianxi.catalogue import on_changes
from lianxi.check import check_record
from lianxi.finding import ERROR, Finding, in_order
from lianxi.merge import ALONE, Meanwhile, Merge, Pair, merge, pairs, paper_of
from lianxi.placing import Page
from lianxi.rule import Rule, Told
from lianxi.schema.kinds import MECHANISM
from lianxi.source import Lines
from lianxi.tree import Obstacle


def changed(
    base: Book, head: Book, today: date, prefix: str = "", meanwhile: Meanwhile = ALONE
) -> list[Finding]:
    """What is wrong with merging ``head`` into ``base``, though both may be right by themselves.

    A finding stands in the file of ``head``, in that of ``base`` where a record is gone. Without a
    mechanism nothing can be said.
    """
    wanted = merge(base, head, today, meanwhile)
    if wanted is None:
        return []
    run = _Run(base, head, wanted)
    found = (run.findings(pair, prefix) for pair in pairs(wanted.base.book, head))
    return in_order(finding for findings in found for finding in findings)


def once(found: list[Finding], changes: list[Finding]) -> list[Finding]:
    """``found`` without what a rule on changes tells of the same record instead."""
    rules = {rule.code: rule for rule in on_changes().values()}
    told = {(code, each.path) for each in changes for code in rules[each.code].stands_for}
    return [each for each in found if (each.code, each.path) not in told]


def redrawn(base: Mapping[str, bytes], head: Mapping[str, bytes], prefix: str) -> list[Finding]:
    """What is to be told of the templates beside the records, by their names; ``prefix`` precedes them."""
    rules = [rule for rule in on_changes().values() if rule.form == "replaced"]
    return [
        Page(prefix + name, None, head.get(name, base.get(name, b""))).finding(rule, told, None)
        for name in sorted({*base, *head})
        for rule in rules
        for told in rule.says(_written(base.get(name)), _written(head.get(name)))
    ]


def told_once(papers: Iterable[Finding], changes: Iterable[Finding]) -> list[Finding]:
    """What is wrong with the minutes files, without those of which a rule on changes says what was done."""
    code = on_changes()["issued_minutes_changed"].code
    told = {finding.record for finding in changes if finding.code == code}
    return [finding for finding in papers if finding.record not in told]


@dataclass(frozen=True)
class _Run:
    base: Book
    head: Book
    merge: Merge

    def findings(self, pair: Pair, prefix: str) -> Iterator[Finding]:
        """What is wrong with what becomes of one record, and of its minutes file."""
        said = [*self._not_mending(pair, list(self._judged(pair))), *self._reread(pair)]
        shown, book = (pair.after, self.head) if pair.after else (pair.before, self.base)
        assert shown is not None  # noqa: S101 - a pair has one of the two
        for path in dict.fromkeys(told.paper or shown.path for _, told in said):
            raw = _raw(book, path) if path == shown.path else self._paper(path)
            page = Page(prefix + path, shown.id, raw)
            yield from (
                page.finding(rule, told, None) for rule, told in said if (told.paper or shown.path) == path
            )

    def _not_mending(self, pair: Pair, said: list[tuple[Rule, Told]]) -> list[tuple[Rule, Told]]:
        """Without what changes a value that was an error before: it has to be mended."""
        if pair.before is None or not any(rule.severity == ERROR for rule, _ in said):
            return said
        lines = Lines(_raw(self.base, pair.before.path))
        found = check_record(self.base, self.merge.base.today, pair.before.path)
        wrong = {each.line for each in found if each.severity == ERROR}
        return [(rule, told) for rule, told in said if not _stands_in(told, lines, wrong)]

    def _paper(self, path: str) -> bytes:
        """A minutes file as it would stand; as it stood where it is gone."""
        return paper_of(self.head, path) or paper_of(self.base, path) or b""

    def _judged(self, pair: Pair) -> Iterator[tuple[Rule, Told]]:
        was = pair.before.record if pair.before else None
        now = pair.after.record if pair.after else None
        if was is not None and now is not None:
            yield from _asked("compare", was, now, self.merge)
        elif was is not None:
            yield from _asked("lost", was, self.merge)
        elif now is not None:
            yield from _asked("added", now, self.merge)

    def _reread(self, pair: Pair) -> Iterator[tuple[Rule, Told]]:
        if pair.after is None or pair.before is pair.after:
            return
        was = _text(_raw(self.base, pair.before.path)) if pair.before else ""
        now = _text(_raw(self.head, pair.after.path))
        for rule in self._rereaders if was != now else ():
            yield from ((rule, told) for told in rule.says(was, now))

    @cached_property
    def _rereaders(self) -> list[Rule]:
        return [rule for rule in on_changes().values() if rule.form == "reread"]


def _stands_in(told: Told, lines: Lines, wrong: set[int]) -> bool:
    """Whether the value that a rule tells of stands in one of these lines of the file before."""
    if told.place is not None or not told.loc or not lines.holds(told.loc):
        return False
    return lines.place(told.loc, at_key=told.at_key).line in wrong


def _asked(form: str, record: Any, *beside: Any) -> Iterator[tuple[Rule, Told]]:
    for rule in on_changes().values():
        if rule.form == form and isinstance(record, get_args(rule.record) or rule.record):  # type: ignore[arg-type]
            yield from ((rule, told) for told in rule.says(record, *beside))


def _raw(book: Book, path: str) -> bytes:
    found = book.tree.read(path, MECHANISM.limit)
    return b"" if isinstance(found, Obstacle) else found


def _text(raw: bytes) -> str:
    return Lines(raw).text


def _written(raw: bytes | None) -> str | None:
    return None if raw is None else _text(raw)

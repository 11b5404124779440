"""Finds the rules, runs them over a book, stamps the codes and sorts the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_args

import lianxi.rules
from lianxi.book import Book, Entry
from lianxi.fault import Fault, Place
from lianxi.finding import Finding
from lianxi.naming import Register, naming_faults
from lianxi.recurring import ByPath, counted, once
from lianxi.rule import Rule, Told, rule_of
from lianxi.schema.kinds import MECHANISM
from lianxi.source import Lines
from lianxi.tree import Obstacle


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by its name, in the order of codes."""
    modules = (import_module(found.name) for found in iter_modules(lianxi.rules.__path__, "lianxi.rules."))
    rules = sorted((rule_of(module) for module in modules), key=lambda rule: rule.code)
    return {rule.name: rule for rule in rules}


def check(book: Book, prefix: str = "") -> list[Finding]:
    """All findings of one run, by path and line. ``prefix`` precedes every path."""
    return sorted(
        _findings(book, prefix), key=lambda found: (found.path, found.line, found.column, found.code)
    )


def _findings(book: Book, prefix: str) -> Iterator[Finding]:
    names = _names(book)
    judging: dict[type[Any], list[Rule]] = defaultdict(list)
    for rule in catalogue().values():
        for record in get_args(rule.record) or (rule.record,):
            judging[record].append(rule)
    for entry in book.entries:
        told = list(_told(entry, book, names, judging.get(type(entry.record), [])))
        if told:
            yield from _placed(entry, told, book, prefix)


def _names(book: Book) -> ByPath:
    """What is wrong with the names in each file; without a mechanism there is nothing to name."""
    if book.mechanism is None:
        return {}
    register = Register(book, book.mechanism)
    named = ((entry.path, entry.record) for entry in book.entries if entry.record is not None)
    return once({path: list(naming_faults(record, register)) for path, record in named})


def _told(
    entry: Entry, book: Book, names: ByPath, rules: list[Rule]
) -> Iterator[tuple[Rule, Told, Fault | None]]:
    for fault in entry.faults:
        yield _worded(fault, entry)
    if entry.record is None:
        return
    for fault in names.get(entry.path, ()):
        yield _worded(fault, entry)
    for rule in rules:
        if rule.judge is not None:
            for told in rule.judge(entry.record, book):
                yield rule, told, None


def _worded(fault: Fault, entry: Entry) -> tuple[Rule, Told, Fault]:
    rule = catalogue()[fault.kind]
    assert rule.word is not None, fault.kind  # noqa: S101 - a fault's rule words it
    return rule, counted(rule.word(fault, entry), fault), fault


def _placed(
    entry: Entry, told: list[tuple[Rule, Told, Fault | None]], book: Book, prefix: str
) -> Iterator[Finding]:
    """The place of each, found by reading the file once more."""
    raw = book.tree.read(entry.path, entry.kind.limit if entry.kind else MECHANISM.limit)
    lines = Lines(b"" if isinstance(raw, Obstacle) else raw)
    for rule, said, fault in told:
        place = _place(lines, said, fault)
        yield Finding(
            rule.code,
            rule.severity,
            prefix + entry.path,
            place.line,
            place.column,
            entry.id,
            said.message,
            said.remedy,
            said.basis,
            lines.line(place.line),
            place.width,
        )


def _place(lines: Lines, said: Told, fault: Fault | None) -> Place:
    if fault is None:
        return lines.place(said.loc, at_key=said.at_key)
    return fault.place or lines.place(fault.loc, at_key=fault.at_key)

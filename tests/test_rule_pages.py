"""Each rule's page is its test: the bad example gives this one finding, the good one none."""

from __future__ import annotations

import re

import pytest

from conftest import TINY_DAY
from lianxi.book import load
from lianxi.catalogue import catalogue, on_records
from lianxi.check import check
from lianxi.finding import ERROR, WARNING, Finding
from lianxi.generated import generated
from lianxi.rule import Example, Rule
from lianxi.tree import TextTree

BUILT_BY_TESTS = {
    "byte_order_mark",
    "control_character",
    "id_taken",
    "lfs_pointer",
    "not_utf8",
    "not_a_file",
    "reprint_beyond",
    "symlink",
    "template_changed",
    "too_large",
    "unreadable",
    "unread_minutes",
    "leaked",
}
"""Faults that no text on a page can show; other tests build them."""
CASES = [(rule, example) for rule in on_records().values() for example in rule.examples]
_KEY = re.compile(r"^([^\s#:：-][^:：]*)[:：]")


def overlay(files: dict[str, str], path: str, fragment: str) -> dict[str, str]:
    """``files`` with the fragment's keys in the place of the file's own."""
    keys = {found[1] for line in fragment.splitlines() if (found := _KEY.match(line))}
    kept, dropping = [], False
    for line in files.get(path, "").splitlines():
        found = _KEY.match(line)
        if found:
            dropping = found[1] in keys
        if not dropping:
            kept.append(line)
    return {**files, path: "\n".join([*kept, fragment])}


def laid(files: dict[str, str], example: Example) -> dict[str, str]:
    """``files`` with what is given, and the example on it."""
    for path, fragment in (*example.given, (example.path, example.text)):
        files = overlay(files, path, fragment)
    return files


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{r.code}-{'good' if e.good else 'bad'}" for r, e in CASES]
)
def test_example(rule: Rule, example: Example, tiny: dict[str, str]) -> None:
    found = [each for each in _findings(rule, laid(tiny, example)) if _is_new(rule, each, tiny)]
    expected = [] if example.good else [rule.code]
    assert [finding.code for finding in found] == expected, [finding.message for finding in found]
    if not example.good:
        assert found[0].path == example.path
        assert found[0].message
        assert found[0].remedy
        assert found[0].mend or found[0].person


def _findings(rule: Rule, files: dict[str, str]) -> list[Finding]:
    """What the records are told of; of their papers, for a rule on those."""
    book = load(TextTree(files))
    return generated(book) if rule.code.startswith("LX6") else check(book, TINY_DAY)


_OWN: dict[bool, set[tuple[str, str, str]]] = {}
LAPSES = frozenset(rule.code for rule in catalogue().values() if rule.form == "lapse")


def _is_new(rule: Rule, finding: Finding, tiny: dict[str, str]) -> bool:
    """Whether the tiny conference is not told the same without the example."""
    of_papers = rule.code.startswith("LX6")
    if of_papers not in _OWN:
        _OWN[of_papers] = set(map(_told, _findings(rule, tiny)))
    return _told(finding) not in _OWN[of_papers]


def _told(finding: Finding) -> tuple[str, str, str]:
    """A finding as it is known again; what has lapsed is the same, be the days some more or less."""
    return finding.code, finding.path, "" if finding.code in LAPSES else finding.message


@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.code)
def test_page_is_complete(rule: Rule) -> None:
    for part in ("抓什么：", "为什么：", "怎么改："):
        assert part in rule.page
    kinds = {example.good for example in rule.examples}
    assert kinds == (set() if rule.name in BUILT_BY_TESTS else {True, False})


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in catalogue().values()]
    assert len(codes) == len(set(codes))


def test_the_tiny_conference_has_no_errors(tiny: dict[str, str]) -> None:
    assert [each for each in check(load(TextTree(tiny)), TINY_DAY) if each.severity == ERROR] == []


def test_time_alone_never_closes_the_gate() -> None:
    assert {rule.severity for rule in catalogue().values() if rule.form == "lapse"} <= {WARNING}

"""Each page of a rule on changes is its test: 前提 makes the base, the examples are heads."""

from __future__ import annotations

import pytest

from conftest import TINY_DAY
from lianxi.book import Book, load
from lianxi.catalogue import on_changes
from lianxi.gate import changed
from lianxi.rule import Example, Rule
from lianxi.tree import TextTree
from test_rule_pages import overlay

GONE = "（没有这个文件）\n"
CASES = [(rule, example) for rule in on_changes().values() for example in rule.examples]


def book(files: dict[str, str]) -> Book:
    return load(TextTree(files))


def base_of(tiny: dict[str, str], example: Example) -> dict[str, str]:
    files = tiny
    for path, fragment in example.given:
        files = overlay(files, path, fragment)
    return files


def head_of(base: dict[str, str], example: Example) -> dict[str, str]:
    files = base
    for path, fragment in ((example.path, example.text), *example.beside):
        if fragment == GONE:
            files = {name: text for name, text in files.items() if name != path}
        else:
            files = overlay(files, path, fragment)
    return files


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{r.code}-{'good' if e.good else 'bad'}" for r, e in CASES]
)
def test_example(rule: Rule, example: Example, tiny: dict[str, str]) -> None:
    base = base_of(tiny, example)
    head = head_of(base, example)
    assert base != head
    assert book(head).unreadable == frozenset()
    found = changed(book(base), book(head), TINY_DAY)
    expected = [] if example.good else [rule.code]
    assert [finding.code for finding in found] == expected, [finding.message for finding in found]
    if not example.good:
        assert found[0].path == example.path
        assert found[0].mend or found[0].person


def test_nothing_is_said_of_nothing(tiny: dict[str, str]) -> None:
    assert changed(book(tiny), book(tiny), TINY_DAY) == []

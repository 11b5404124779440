"""One value of the sample altered in a merge: one thing at most is told of it, and nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from conftest import SAMPLE, SAMPLE_DAY, texts
from lianxi.book import load
from lianxi.finding import Finding
from lianxi.gate import changed
from lianxi.tree import TextTree

FILES = texts(SAMPLE)
RECORDS = [path for path in FILES if path[0] in "imrt" and "/" in path]
VALUE = re.compile(
    r"(?P<before>\s*(?:- )?(?P<key>[a-z_0-9]+): )(?P<value>[^\s|#][^#]*?)(?P<rest>\s*(?:#.*)?)"
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OPENING = re.compile(r"[a-z_]+:( \|)?\s*(#.*)?")


BASE = load(TextTree(FILES))


def told(path: str, text: str) -> list[Finding]:
    """What is told of the sample with this text in one file."""
    same = {entry.path: entry for entry in BASE.entries if entry.path != path}
    head = load(TextTree({**FILES, path: text}), same)
    return changed(BASE, head, SAMPLE_DAY)


def mutations(path: str) -> Iterator[tuple[int, str]]:
    """On each line one value made another, or the line left out; with the number of the line, from 1."""
    lines = FILES[path].split("\n")
    for number, line in enumerate(lines, 1):
        found = VALUE.fullmatch(line)
        other = [f"{found['before']}{altered(found['value'], number)}{found['rest']}"] if found else []
        if line.startswith("    ") and "- " not in line and ":" not in line:
            other = [line + "另"]
        if other or number % 3:
            yield number, "\n".join([*lines[: number - 1], *other, *lines[number:]])


def altered(value: str, number: int) -> str:
    if DAY.fullmatch(value):
        return (date.fromisoformat(value) + timedelta(days=-3 if number % 2 else 30)).isoformat()
    if value.isdigit():
        return str(int(value) + 1)
    if value in {"true", "false"}:
        return {"true": "false", "false": "true"}[value]
    return value + "另" if number % 2 else "市财政局"


def keys_altered(path: str, number: int, text: str) -> int:
    """Two where the line that opens a key is left out: what stood below it falls to the one before."""
    is_left_out = len(text.split("\n")) < len(FILES[path].split("\n"))
    return 2 if is_left_out and OPENING.fullmatch(FILES[path].split("\n")[number - 1]) else 1


@pytest.mark.parametrize("path", RECORDS)
def test_one_value(path: str) -> None:
    for number, text in mutations(path):
        found = told(path, text)
        most = keys_altered(path, number, text)
        assert len(found) <= most, (number, [(each.code, each.message) for each in found])
        assert all(each.path == path and each.remedy for each in found)


def test_the_mutations_reach_the_rules() -> None:
    paths = [path for path in RECORDS if path.startswith("tasks/2025")]
    codes = {found.code for path in paths for _, text in mutations(path) for found in told(path, text)}
    assert codes >= {"LX503", "LX504", "LX508", "LX510"}


@pytest.mark.parametrize("path", RECORDS)
def test_a_file_that_is_gone(path: str) -> None:
    head = load(TextTree({name: text for name, text in FILES.items() if name != path}))
    assert [(each.code, each.path) for each in changed(BASE, head, SAMPLE_DAY)] == [("LX501", path)]

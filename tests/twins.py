"""Pairs of a base and a head over the tiny conference: forbidden changes, and their allowed twins."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from conftest import TINY_DAY
from lianxi.book import load
from lianxi.finding import Finding
from lianxi.gate import changed
from lianxi.sealed import digest
from lianxi.tree import TextTree
from test_rule_pages import overlay

Files = dict[str, str]
Edit = Callable[[Files], Files]
FIRST, SECOND = "meetings/2026/M-2026-01.yaml", "meetings/2026/M-2026-02.yaml"
PAPER = "minutes/2026/M-2026-01.md"
DECISION, PUT_OFF = "resolutions/2026/R-2026-001.yaml", "resolutions/2026/R-2026-002.yaml"
PIPES, PLAN_TASK, WATCH = (f"tasks/2026/T-2026-00{number}.yaml" for number in (1, 2, 3))
WATER, FLATS, PERMIT = (f"issues/2026/I-2026-00{number}.yaml" for number in (1, 2, 4))
RULES, YEAR = "mechanism.yaml", "calendar/2026.yaml"
SEALED = "7e6b70c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f332555"


def swap(path: str, old: str, new: str) -> Edit:
    def edit(files: Files) -> Files:
        assert files[path].count(old) == 1, (path, old)
        return {**files, path: files[path].replace(old, new)}

    return edit


def lay(path: str, fragment: str) -> Edit:
    return lambda files: overlay(files, path, fragment)


def gone(path: str) -> Edit:
    return lambda files: {name: text for name, text in files.items() if name != path}


def both(*edits: Edit) -> Edit:
    def edit(files: Files) -> Files:
        for each in edits:
            files = each(files)
        return files

    return edit


def same(files: Files) -> Files:
    return files


def correction(*changes: str, place: str = "第一项") -> Edit:
    """A 更正 with these changes, resealed."""
    listed = "".join(f"        - {change}\n" for change in changes)
    lines = (
        f"  sha256: {'b' * 64}\n  corrections:\n    - date: 2026-03-02\n      place: {place}\n"
        "      reason: 排印有误\n      approved_by: {post: 召集人, unit: 市政府}\n"
        + (f"      changes:\n{listed}" if changes else "")
    )
    return swap(FIRST, f"  sha256: {SEALED}\n", lines)


def reseal(files: Files) -> Files:
    """The file as it stands is sealed."""
    return swap(FIRST, SEALED, digest(files[PAPER].encode()))(files)


def told(base: Files, head: Files) -> list[Finding]:
    before, after = load(TextTree(base)), load(TextTree(head))
    assert not after.unreadable, [entry for entry in after.entries if entry.faults]
    return changed(before, after, TINY_DAY)


class Forbidden(NamedTuple):
    """What the base has beside tiny, what the head changes, and the one finding: its line holds ``line``."""

    base: Edit
    edit: Edit
    code: str
    record: str
    line: str


def forbidden(case: Forbidden, files: Files) -> None:
    base = case.base(files)
    found = told(base, case.edit(base))
    assert [(each.code, each.record) for each in found] == [(case.code, case.record)], found
    assert case.line in found[0].excerpt, found[0]
    assert found[0].remedy
    assert found[0].person


def allowed(given: Edit, edit: Edit, files: Files) -> None:
    base = given(files)
    head = edit(base)
    assert head != base
    assert [(each.code, each.message) for each in told(base, head)] == []

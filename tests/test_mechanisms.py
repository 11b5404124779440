"""Conferences of other kinds are written as mechanism.yaml, without a change of code."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from conftest import SAMPLE, SAMPLE_DAY, TINY_DAY, texts
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import ERROR, Finding
from lianxi.papers import agenda_markdown
from lianxi.reports.digest import digest
from lianxi.reports.front import front
from lianxi.reports.meeting_papers import meeting_papers
from lianxi.tree import FolderTree, TextTree

HERE = Path(__file__).parent / "mechanisms"
NAMES = sorted(path.name for path in HERE.iterdir())
GIVEN = {"county-liaison-first", "eldercare-2019", "fujian-stat-2007", "logistics"}
DAY = date(2026, 9, 21)


def errors(found: list[Finding]) -> list[Finding]:
    """Without the warnings: some task is always late."""
    return [each for each in found if each.severity == ERROR]


def test_the_given_ones_are_there() -> None:
    assert set(NAMES) >= GIVEN


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_without_a_finding(name: str) -> None:
    book = load(FolderTree(HERE / name))
    assert book.mechanism is not None
    assert check(book, TINY_DAY) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_year_has_a_front_screen_and_a_digest(name: str) -> None:
    book = load(FolderTree(HERE / name))
    assert front(book, DAY).tasks == 0
    assert digest(book, DAY).total == 0


MEETING = """
id: M-2026-01
kind: 联席会议
number: 1
mode: {mode}
starts: 2026-09-28T15:00
disclosure: 不予公开
disclosure_reason: 过程性信息
agenda:
  - no: 1
    category: {category}
    title: 示例事项（示例）
    presenter: {unit}
"""


@pytest.mark.parametrize("name", NAMES)
def test_it_can_hold_a_meeting(name: str) -> None:
    files = texts(HERE / name)
    mechanism = load(TextTree(files)).mechanism
    assert mechanism is not None
    content = mechanism.rules.content
    category = content.categories[0] if content and content.categories else "协商解决重大问题"
    cadence = mechanism.rules.cadence
    mode = "视频" if cadence is None or not cadence.modes else cadence.modes[0]
    text = MEETING.format(category=category, unit=mechanism.units[0].name, mode=mode)
    book = load(TextTree({**files, "meetings/2026/M-2026-01.yaml": text}))
    assert check(book, TINY_DAY) == []
    found = front(book, DAY)
    assert found.next is not None
    assert found.next.left == 7
    assert "示例事项（示例）" in agenda_markdown(meeting_papers(book, DAY, "M-2026-01"))


def test_the_sample_is_clean() -> None:
    assert errors(check(load(FolderTree(SAMPLE)), SAMPLE_DAY)) == []


def test_numbers_may_begin_anew_each_year(tiny: dict[str, str]) -> None:
    yearly = {**tiny, "mechanism.yaml": tiny["mechanism.yaml"] + "numbering: 按年\n"}
    first = tiny["meetings/2026/M-2026-01.yaml"].replace("M-2026-01", "M-2025-01").replace("2026-", "2025-")
    first = re.sub(r"issue: \S+", "title: 示例事项（示例）", first)
    found = {
        numbering: [
            finding.code
            for finding in errors(
                check(load(TextTree({**files, "meetings/2025/M-2025-01.yaml": first})), TINY_DAY)
            )
        ]
        for numbering, files in (("连续", tiny), ("按年", yearly))
    }
    assert found == {"连续": ["LX221", "LX222"], "按年": []}
    papers = meeting_papers(load(TextTree(yearly)), date(2026, 5, 6), "M-2026-02")
    assert papers.name == "2026年第二次会议"

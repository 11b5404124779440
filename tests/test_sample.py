"""The repository's own records: what the notice says, and an invented year in every state."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from conftest import SAMPLE, texts
from lianxi.book import Book, load
from lianxi.reports.candidates import candidates
from lianxi.reports.meeting_papers import meeting_papers, next_meeting
from lianxi.situation import Situation, situation
from lianxi.status.issue import STATUSES, issue_standing
from lianxi.status.task import task_standing
from lianxi.tree import FolderTree

DAY = date(2026, 9, 21)
LATE = {"T-2025-005": 11, "T-2026-005": 21, "T-2026-021": 10}
LEVELS = {
    "逾期": set(LATE),
    "滞后": {"T-2026-009", "T-2026-020"},
    "临期": {"T-2026-006", "T-2026-017"},
    "正常": {"T-2026-010", "T-2026-013", "T-2026-018", "T-2026-022"},
    "待上级批复": {"T-2026-004"},
    "长期坚持": {"T-2026-008"},
    "暂缓": {"T-2026-019"},
    "已办结": {"T-2026-011"},
    None: {"T-2026-014"},
}
"""Every task that is not 已销号, worked out by hand from its entries."""


@pytest.fixture(scope="module")
def book() -> Book:
    return load(FolderTree(SAMPLE))


@pytest.fixture(scope="module")
def now(book: Book) -> Situation:
    return situation(book, DAY)


def test_the_notice(book: Book) -> None:
    mechanism = book.mechanism
    assert mechanism is not None
    assert mechanism.basis.doc_no == "梅市府函〔2022〕16号"
    assert mechanism.basis.date is None
    assert len(mechanism.basis.cc) == 4
    members = [unit for unit in mechanism.units if unit.member and unit.since is None]
    assert len(members) == 27
    assert sum(1 for unit in members if unit.kind == "县区政府") == 8
    assert [post.post for post in mechanism.posts] == ["召集人"] * 2 + ["副召集人"] * 2 + ["联络员"] * 2
    assert [len(post.incumbents) for post in mechanism.posts] == [1, 1, 0, 0, 1, 1]
    assert any(group.open for group in mechanism.groups)
    assert [area.clause for area in mechanism.areas] == [f"二（{n}）" for n in "一二三四五六"]
    assert "韶关" in (SAMPLE / "mechanism.yaml").read_text(encoding="utf-8").split("\nname:")[0]


def test_its_size(book: Book) -> None:
    assert len(book.issues) >= 24
    assert Counter(meeting.kind for meeting in book.meetings.values()) == {
        "联席会议": 3,
        "专题工作会议": 2,
        "联络员会议": 1,
    }
    assert (len(book.resolutions), len(book.tasks)) == (12, 30)
    assert book.mechanism is not None
    assert {issue.area for issue in book.issues.values()} == {area.name for area in book.mechanism.areas}
    counties = {unit.county for unit in book.mechanism.units if unit.kind == "县区政府"}
    assert {issue.county for issue in book.issues.values()} >= counties


def test_every_level(now: Situation) -> None:
    found: dict[str | None, set[str]] = {}
    for task in now.book.tasks.values():
        found.setdefault(task_standing(task, now).level, set()).add(task.id)
    confirmed = found.pop("已销号")
    assert found == LEVELS
    assert len(confirmed) == 14
    assert {id_: task_standing(now.book.tasks[id_], now).late for id_ in LATE} == LATE


def test_every_status(now: Situation) -> None:
    found = {issue_standing(issue, now).status for issue in now.book.issues.values()}
    assert found == {*STATUSES, "转办", "退回", "不予受理", "撤回", "并入"}


def test_the_figures_of_the_next_agenda(book: Book) -> None:
    meeting = next_meeting(book, DAY)
    assert meeting is not None
    assert meeting.id == "M-2026-05"
    papers = meeting_papers(book, DAY, meeting.id)
    progress = papers.progress
    assert progress is not None
    # 26 tasks of the two plenaries and two special meetings; T-2026-014 is withdrawn, three have no meeting
    counts = progress.counts
    assert (counts.tasks, counts.done, counts.confirmed, counts.waiting) == (26, 13, 12, 1)
    assert (counts.in_hand, counts.suspended, counts.overdue, counts.stale) == (12, 1, 3, 2)
    assert (progress.decided, progress.deferred, progress.without_task) == (10, 2, 1)
    assert counts.rate == "52%"  # 13 of 25: one is 长期坚持
    assert papers.worksheet is not None
    clock = papers.worksheet.clock
    assert (clock.total, clock.length, clock.left) == (130, 150, 20)
    assert [owed.owners for owed in papers.worksheet.papers] == [
        ("市自然资源局",),
        ("市财政局",),
        ("市工业和信息化局",),
    ]


def test_the_rank_of_what_is_ready(now: Situation) -> None:
    assert [item.id for item in candidates(now)] == ["I-2025-005", "I-2026-012", "I-2026-006", "I-2026-017"]


def test_invented_parts_are_marked(book: Book) -> None:
    titles = [record.title for record in book.issues.values()]
    titles += [record.title for record in book.tasks.values()]
    titles += [record.title for record in book.resolutions.values()]
    assert [title for title in titles if not title.endswith("（示例）")] == []
    real = {"涂高坤", "王晖", "邹勇兵", "钟光灵"}
    for path, text in texts(SAMPLE).items():
        if path != "mechanism.yaml":
            assert not any(name in text for name in real), path
    people = {row.person for meeting in book.meetings.values() for row in meeting.attendance}
    assert all(re.fullmatch("示例.{1,2}", name) for name in people)

"""Committed minutes against their records and their digest: whatever differs is told with its mend."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SAMPLE, TINY, Lianxi
from lianxi.book import Book, load
from lianxi.generated import _first_difference, generated
from lianxi.minutes import minutes_file
from lianxi.tree import FolderTree, TextTree
from test_minutes_life import put
from test_rule_pages import overlay

MEETING, PAPER = "meetings/2026/M-2026-01.yaml", "minutes/2026/M-2026-01.md"
DRAFT = "minutes:\n  issue_no: 1\n  drafted_on: 2026-02-11\n"


def files() -> dict[str, str | bytes]:
    found = [path for path in TINY.rglob("*") if path.is_file()]
    return {path.relative_to(TINY).as_posix(): path.read_bytes() for path in found}


def drafted() -> tuple[dict[str, str | bytes], bytes]:
    texts = files()
    meeting = texts[MEETING]
    assert isinstance(meeting, bytes)
    texts[MEETING] = overlay({MEETING: meeting.decode("utf-8")}, MEETING, DRAFT)[MEETING]
    text = minutes_file(load(TextTree(texts)), "M-2026-01")
    return {**texts, PAPER: text}, text


def codes(book: Book) -> list[tuple[str, str, int]]:
    return [(found.code, found.path, found.line) for found in generated(book, "records/")]


@pytest.mark.parametrize("folder", [TINY, SAMPLE])
def test_what_is_committed_is_current(folder: Path) -> None:
    assert generated(load(FolderTree(folder))) == []


def test_a_draft_is_told_at_the_first_line_that_differs() -> None:
    texts, text = drafted()
    assert codes(load(TextTree(texts))) == []
    lines = text.decode("utf-8").split("\n")
    lines[14] = "改了"
    changed = {**texts, PAPER: "\n".join(lines)}
    assert codes(load(TextTree(changed))) == [("LX601", f"records/{PAPER}", 15)]
    (found,) = generated(load(TextTree(changed)))
    assert "lianxi minutes M-2026-01 --write" in found.remedy


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_line_ends_do_not_matter(ends: bytes) -> None:
    texts, text = drafted()
    assert codes(load(TextTree({**texts, PAPER: text.replace(b"\n", ends)}))) == []
    sealed = files()
    paper = sealed[PAPER]
    assert isinstance(paper, bytes)
    assert codes(load(TextTree({**sealed, PAPER: paper.replace(b"\n", ends)}))) == []


def test_any_byte_changed_breaks_the_seal() -> None:
    texts = files()
    paper = texts[PAPER]
    assert isinstance(paper, bytes)
    for place in range(0, len(paper), 97):
        broken = paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :]
        assert codes(load(TextTree({**texts, PAPER: broken}))) == [("LX602", f"records/{PAPER}", 1)]


def test_sealed_minutes_are_not_rendered_anew() -> None:
    """A record changed under a seal is no business of the papers: the paper is as it was issued."""
    texts = files()
    task = texts["tasks/2026/T-2026-001.yaml"]
    assert isinstance(task, bytes)
    texts["tasks/2026/T-2026-001.yaml"] = task.replace("供水管网扩建".encode(), "管网".encode())
    assert codes(load(TextTree(texts))) == []


@pytest.mark.parametrize(
    "path",
    [
        "minutes/2026/M-2026-09.md",
        "minutes/M-2026-01.md",
        "minutes/2026/纪要.md",
        "minutes/2025/M-2026-01.md",
        "minutes/2026/M-2026-02.md",
    ],
)
def test_minutes_without_a_meeting_that_was_held_are_stray(path: str) -> None:
    assert codes(load(TextTree({**files(), path: "纪要"}))) == [("LX604", f"records/{path}", 1)]


def test_a_meeting_that_cannot_be_read_is_told_once() -> None:
    assert codes(load(TextTree({**files(), MEETING: "id: ["}))) == []


def test_what_was_issued_elsewhere_is_told_once() -> None:
    texts = files()
    for path in (MEETING, "meetings/2026/M-2026-02.yaml"):
        meeting = texts[path]
        assert isinstance(meeting, bytes)
        issued = "held_on: 2026-02-10\nminutes:\n  issue_no: 1\n  issued_on: 2026-02-13\n"
        texts[path] = overlay({path: meeting.decode("utf-8")}, path, issued)[path]
    (found,) = generated(load(TextTree(texts)))
    assert (found.code, found.record, found.severity) == ("LX605", "M-2026-02", "warning")
    assert "共2期" in found.message


def test_a_link_is_not_followed(lianxi: Lianxi, repository: Path) -> None:
    paper = repository / "records" / PAPER
    kept = paper.rename(repository / "kept.md")
    paper.symlink_to(kept)
    ran = lianxi("check", "--as-of", "2026-05-06")
    assert ran.code == 1
    assert "LX606 纪要文件是一个链接" in ran.out


def test_the_check_tells_papers_among_records(lianxi: Lianxi, repository: Path) -> None:
    paper = repository / "records" / PAPER
    paper.write_text("改了", encoding="utf-8")
    ran = lianxi("check", "--as-of", "2026-05-06", "--format", "github")
    assert ran.code == 1
    assert f"::error file=records/{PAPER},line=1" in ran.out
    put(repository, MEETING, DRAFT)
    assert "LX601" in lianxi("check", "--as-of", "2026-05-06").out
    assert lianxi("minutes", "M-2026-01", "--write", "--as-of", "2026-05-06").code == 0
    assert "LX60" not in lianxi("check", "--as-of", "2026-05-06").out


def test_no_comment_allows_it(lianxi: Lianxi, repository: Path) -> None:
    meeting = repository / "records" / MEETING
    text = meeting.read_text(encoding="utf-8")
    (repository / "records" / PAPER).unlink()
    meeting.write_text(text.replace("  sha256:", "  # lianxi: allow LX603 丢了\n  sha256:"), encoding="utf-8")
    found = lianxi("check", "--as-of", "2026-05-06").out
    assert "LX603" in found


def test_sealed_folders_are_checked_without_templates() -> None:
    """Only a draft needs jinja2, which takes longer to load than the rest of the check."""
    program = (
        "import sys; from pathlib import Path; from lianxi.book import load;"
        "from lianxi.tree import FolderTree;"
        "from lianxi.generated import generated; generated(load(FolderTree(Path(sys.argv[1]))));"
        "sys.exit('jinja2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(SAMPLE)], check=False, env=dict(os.environ))
    assert done.returncode == 0


def test_a_draft_without_its_last_line_end_or_with_a_broken_character_is_told() -> None:
    assert _first_difference("一\n\ufffd".encode(), "一\n\ufffd\n".encode())[0] == 3
    assert _first_difference(b"a\n\xff", "a\n\ufffd".encode()) == (2, "\ufffd", "\ufffd")

"""lianxi fmt changes what has one safe mending, byte for byte nothing else, and the second time nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DAY, Lianxi
from lianxi.finding import Mend
from lianxi.mending import mended

TASK = "records/tasks/2026/T-2026-001.yaml"
ISSUE = "records/issues/2026/I-2026-003.yaml"


def broken(path: Path, *changes: tuple[str, str], newline: str = "\n") -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline=newline)
    return text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_that_cannot_be_read_is_mended_slip_by_slip(
    lianxi: Lianxi, repository: Path, newline: str
) -> None:
    path = repository / TASK
    before = path.read_text(encoding="utf-8").replace("\n", newline).encode("utf-8")
    broken(path, ("due: ", "due："), ("title: ", "title："), newline=newline)
    ran = lianxi("fmt", "--as-of", DAY)
    assert ran.code == 0
    assert ran.out.startswith("改好了2处\n")
    assert path.read_bytes() == before


def test_a_second_run_changes_nothing(lianxi: Lianxi, repository: Path) -> None:
    path = repository / TASK
    broken(path, ("due: ", "due："))
    lianxi("fmt", "--as-of", DAY)
    after = path.read_bytes()
    ran = lianxi("fmt", "--as-of", DAY)
    assert ran.code == 0
    assert ran.out.startswith("没有可以改的\n")
    assert path.read_bytes() == after


def test_what_needs_a_person_is_left_alone(lianxi: Lianxi, repository: Path) -> None:
    text = broken(repository / TASK, ("due: 2026-04-15", "due: 年底前"))
    ran = lianxi("fmt", "--as-of", DAY)
    assert ran.code == 1
    assert "还有1处要人来改" in ran.out
    assert (repository / TASK).read_text(encoding="utf-8") == text


def test_only_the_named_records_are_mended(lianxi: Lianxi, repository: Path) -> None:
    broken(repository / TASK, ("due: ", "due："))
    text = broken(repository / ISSUE, ("kind: ", "kind："))
    for name in ("T-2026-001", TASK):
        lianxi("fmt", name, "--as-of", DAY)
    assert "due: " in (repository / TASK).read_text(encoding="utf-8")
    assert (repository / ISSUE).read_text(encoding="utf-8") == text
    refused = lianxi("fmt", "T-2026-999")
    assert refused.code == 2
    assert "没有记录“T-2026-999”" in refused.err


def test_the_check_says_how_many_can_be_mended(lianxi: Lianxi, repository: Path) -> None:
    broken(repository / TASK, ("due: ", "due："))
    broken(repository / ISSUE, ("kind: 企业诉求", "kind: 诉求"))
    out = lianxi("check", "--as-of", DAY).out
    assert "其中1处运行 lianxi fmt 就能改好" in out
    assert out.count("要人定：") == 1


def test_the_summary_for_reviewers_is_written_beside(lianxi: Lianxi, repository: Path) -> None:
    broken(repository / ISSUE, ("kind: 企业诉求", "kind: <b>诉求</b>"))
    ran = lianxi("check", "--as-of", DAY, "--summary-md", "summary.md")
    assert ran.code == 1
    page = (repository / "summary.md").read_text(encoding="utf-8")
    assert "LX114" in page
    assert r"\<b\>诉求\</b\>" in page


def test_past_fifty_of_one_code_the_rest_are_counted(lianxi: Lianxi, repository: Path) -> None:
    rows = "".join(f"  - date: 2026-02-30\n    text: 第{n}条\n" for n in range(60))
    broken(repository / TASK, ("due: ", f"notes:\n{rows}due: "))
    out = lianxi("check", "--as-of", DAY).out
    assert out.count("错误 LX105") == 50
    assert "LX105 还有10处（在1个文件里）" in out


@given(st.text(alphabet="甲a:\r\n -", max_size=40), st.data())
def test_a_mending_replaces_what_it_names_and_nothing_else(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    number = data.draw(st.integers(1, len(lines)))
    line = lines[number - 1]
    start = data.draw(st.integers(0, len(line)))
    stop = data.draw(st.integers(start, len(line)))
    was = line[start:stop]
    after = mended(text, [Mend(number, start + 1, was, "换")])
    expected = [*lines[: number - 1], f"{line[:start]}换{line[stop:]}", *lines[number:]]
    assert after == "\n".join(expected)
    assert mended(text, [Mend(number, start + 1, was + "无此字", "换")]) == text


def test_a_byte_order_mark_stands_in_column_0() -> None:
    assert mended("\ufeffid: 甲\n", [Mend(1, 0, "\ufeff", ""), Mend(1, 5, "甲", "乙")]) == "id: 乙\n"

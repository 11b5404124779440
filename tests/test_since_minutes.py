"""check --since on a real repository: minutes files, templates, and the words of the findings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import DAY, IDENTITY, Lianxi

PAPER = "records/minutes/2026/M-2026-01.md"
MEETING = "records/meetings/2026/M-2026-01.yaml"
RULES = "records/mechanism.yaml"


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *IDENTITY, *words], check=True, capture_output=True)
    return done.stdout.decode()


def swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def merge(repository: Path) -> Path:
    """A repository on a branch of its own, beside main."""
    git(repository, "branch", "-M", "main")
    git(repository, "switch", "-q", "-c", "work")
    return repository


def found(lianxi: Lianxi, *words: str, code: int) -> list[dict[str, Any]]:
    ran = lianxi("check", "--since", "main", "--as-of", DAY, "--format", "json", *words)
    assert ran.code == code, (ran.out, ran.err)
    return [each for each in json.loads(ran.out)["findings"] if each["code"][:3] in {"LX5", "LX6"}]


def test_minutes_that_were_edited_are_told_once(merge: Path, lianxi: Lianxi) -> None:
    assert found(lianxi, code=0) == []
    swap(merge, PAPER, "编制供水保障方案。", "编制方案。")
    for words in ((), ("--staged",), ("--rev", "work")):
        (told,) = found(lianxi, *words, code=1)
        assert (told["code"], told["path"], told["record"]) == ("LX530", PAPER, "M-2026-01")
        assert "编制方案。" in (merge / PAPER).read_text(encoding="utf-8").split("\n")[told["line"] - 1]
        git(merge, "add", ".")
        if words:
            git(merge, "commit", "-q", "--allow-empty", "-m", "edited")


def test_minutes_that_are_gone_are_told_where_they_lay(merge: Path, lianxi: Lianxi) -> None:
    git(merge, "rm", "-q", PAPER)
    git(merge, "commit", "-q", "-m", "gone")
    (told,) = found(lianxi, "--rev", "work", code=1)
    assert (told["code"], told["path"], told["line"]) == ("LX530", PAPER, 1)


def test_minutes_that_were_resealed_are_told_on_their_seal(merge: Path, lianxi: Lianxi) -> None:
    swap(merge, "records/tasks/2026/T-2026-001.yaml", "完成供水管网扩建", "推进供水管网扩建")
    seal = "7e6b70c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f332555"
    swap(merge, MEETING, f"  sha256: {seal}\n", "  corrections: []\n")
    assert lianxi("minutes", "M-2026-01", "--reseal", "--as-of", DAY).code == 0
    assert [each["code"] for each in found(lianxi, code=1)] == ["LX530", "LX531"]


def test_a_correction_as_people_make_it_passes(merge: Path, lianxi: Lianxi) -> None:
    swap(merge, "records/tasks/2026/T-2026-001.yaml", "完成供水管网扩建", "推进供水管网扩建")
    more = """  corrections:
    - date: 2026-05-06
      place: 第一项（一）
      reason: 排印有误（示例）
      approved_by: {post: 召集人, unit: 市政府}
      changes:
        - {record: T-2026-001, field: measure, was: 完成供水管网扩建, now: 推进供水管网扩建}
disclosure: 不予公开
"""
    swap(merge, MEETING, "disclosure: 不予公开\n", more)
    assert lianxi("minutes", "M-2026-01", "--reseal", "--as-of", DAY).code == 0
    assert "〔注〕" in (merge / PAPER).read_text(encoding="utf-8")
    assert found(lianxi, code=0) == []


def test_templates_are_named_and_those_of_the_base_are_used(merge: Path, lianxi: Lianxi) -> None:
    house = merge / "templates"
    house.mkdir()
    (house / "overdue.md.j2").write_text("一\n二\n", encoding="utf-8")
    (house / "note.txt").write_text("not a template", encoding="utf-8")
    (told,) = found(lianxi, code=0)
    assert (told["code"], told["path"], told["severity"]) == ("LX551", "templates/overdue.md.j2", "warning")
    assert "新增" in told["message"]
    git(merge, "add", ".")
    assert [each["code"] for each in found(lianxi, "--staged", code=0)] == ["LX551"]
    git(merge, "commit", "-q", "-m", "a template")
    git(merge, "branch", "-f", "main", "work")
    assert found(lianxi, code=0) == []
    (house / "overdue.md.j2").write_text("一\n三\n", encoding="utf-8")
    (told,) = found(lianxi, code=0)
    assert (told["line"], told["message"][:4]) == (2, "模板改了")
    (house / "overdue.md.j2").unlink()
    (told,) = found(lianxi, code=0)
    assert (told["path"], told["line"]) == ("templates/overdue.md.j2", 1)


DECISION = """id: R-2026-003
meeting: M-2026-01
item: 1
title: 补记（示例）
text: 由一局通报。
outcome: 议定
no_task_reason: 日常工作
"""
LEFT_OUT_TASK = """id: T-2026-004
title: 供水管网验收（示例）
resolution: R-2026-001
lead: 东县政府
measure: 组织供水管网验收
due: 2026-06-30
"""


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("resolutions/2026/R-2026-003.yaml", DECISION, "LX533"),
        ("tasks/2026/T-2026-004.yaml", LEFT_OUT_TASK, "LX534"),
    ],
)
def test_what_was_left_out_is_corrected_with_the_lines_of_the_message(
    merge: Path, lianxi: Lianxi, path: str, text: str, code: str
) -> None:
    (merge / "records" / path).write_text(text, encoding="utf-8")
    (told,) = found(lianxi, code=1 if code == "LX533" else 0)
    assert told["code"] == code
    lines = told["remedy"].partition("其中写\n")[2].partition("\n再运行")[0]
    assert "was: null" in lines
    _correct(merge, lines)
    assert lianxi("minutes", "M-2026-01", "--reseal", "--as-of", DAY).code == 0
    assert "增加“" in (merge / PAPER).read_text(encoding="utf-8")
    assert found(lianxi, code=0) == []


def _correct(root: Path, lines: str) -> None:
    """A new 更正 in the minutes, with the changes as they are indented from the left."""
    head = "  corrections:\n    - date: 2026-05-06\n      place: 第一项\n      reason: 漏印（示例）\n"
    by = "      approved_by: {post: 召集人, unit: 市政府}\n"
    changes = "".join(f"      {line}\n" for line in lines.split("\n"))
    swap(root, MEETING, "disclosure: 不予公开\n", f"{head}{by}{changes}disclosure: 不予公开\n")


ROW = "{person: 示例丙, unit: 二局, as: 出席}"


@pytest.mark.parametrize(
    ("change", "edit"),
    [
        ((3, "null", ROW), ("recorder: 一局", f"  - {ROW}\nrecorder: 一局")),
        ((1, "null", ROW), ("attendance:\n", f"attendance:\n  - {ROW}\n")),
        (
            (2, "{person: 示例乙, unit: 示例企业A, as: 列席, items: [1]}", "null"),
            ("  - person: 示例乙\n    unit: 示例企业A\n    as: 列席\n    items:\n      - 1\n", ""),
        ),
    ],
)
def test_one_who_came_is_added_or_taken_out_by_a_correction(
    merge: Path, lianxi: Lianxi, change: tuple[int, str, str], edit: tuple[str, str]
) -> None:
    swap(merge, MEETING, *edit)
    place, was, now = change
    (told,) = [each for each in found(lianxi, code=1) if each["code"] == "LX532"]
    assert f"attendance[{place}]" in told["remedy"] or "attendance[原来的第几条]" in told["remedy"]
    named = f"  - record: M-2026-01\n    field: attendance[{place}]\n    was: {was}\n    now: {now}"
    _correct(merge, f"changes:\n{named}")
    assert lianxi("minutes", "M-2026-01", "--reseal", "--as-of", DAY).code == 0
    assert found(lianxi, code=0) == []


def test_a_row_that_nobody_added_is_no_correction(merge: Path, lianxi: Lianxi) -> None:
    change = f"  - record: M-2026-01\n    field: attendance[3]\n    was: null\n    now: {ROW}"
    _correct(merge, f"changes:\n{change}")
    assert lianxi("minutes", "M-2026-01", "--reseal", "--as-of", DAY).code == 1
    assert [each["code"] for each in found(lianxi, code=1)] == ["LX531"]


def test_a_minute_is_told_as_it_is_to_be_written(merge: Path, lianxi: Lianxi) -> None:
    swap(merge, MEETING, "starts: 2026-02-10T09:00", "starts: 2026-02-10T10:00")
    (told,) = found(lianxi, code=1)
    assert "“2026-02-10T09:00”改为“2026-02-10T10:00”" in told["message"]


@pytest.mark.parametrize("name", ["foot.md.j2", "foot.md"])
def test_what_a_template_includes_is_one_too(merge: Path, lianxi: Lianxi, name: str) -> None:
    parts = merge / "templates/parts"
    parts.mkdir(parents=True)
    (merge / "templates/overdue.md.j2").write_text(f'{{% include "parts/{name}" %}}\n', encoding="utf-8")
    (parts / name).write_text("一\n", encoding="utf-8")
    git(merge, "add", ".")
    git(merge, "commit", "-q", "-m", "templates")
    git(merge, "branch", "-f", "main", "work")
    (parts / name).write_text("二\n", encoding="utf-8")
    for words in ((), ("--staged",), ("--rev", "work")):
        (told,) = found(lianxi, *words, code=0)
        assert (told["code"], told["path"]) == ("LX551", f"templates/parts/{name}")
        git(merge, "add", ".")
        if words:
            git(merge, "commit", "-q", "--allow-empty", "-m", "a part")


@pytest.mark.parametrize(
    ("moved", "code"),
    [
        (("tasks/2026/T-2026-001.yaml", "tasks/2026/t-2026-001.yaml"), "LX015"),
        (("calendar/2026.yaml", "calendar/2026x.yaml"), "LX015"),
    ],
)
def test_what_is_misplaced_is_not_told_as_deleted(
    merge: Path, lianxi: Lianxi, moved: tuple[str, str], code: str
) -> None:
    git(merge, "mv", *(f"records/{path}" for path in moved))
    ran = lianxi("check", "--since", "main", "--as-of", DAY, "--format", "json")
    codes = [each["code"] for each in json.loads(ran.out)["findings"]]
    assert code in codes
    assert "LX501" not in codes


def test_a_calendar_behind_a_link_is_not_told_as_deleted(merge: Path, lianxi: Lianxi) -> None:
    (merge / "records/calendar").rename(merge / "elsewhere")
    (merge / "records/calendar").symlink_to(merge / "elsewhere")
    ran = lianxi("check", "--since", "main", "--as-of", DAY, "--format", "json")
    codes = [each["code"] for each in json.loads(ran.out)["findings"]]
    assert "LX009" in codes
    assert "LX501" not in codes


def test_a_changed_mechanism_is_named_key_by_key_in_chinese(merge: Path, lianxi: Lianxi) -> None:
    swap(merge, RULES, "      workdays: 5", "      workdays: 9")
    swap(merge, RULES, "      days: 30", "      days: 60")
    swap(merge, RULES, "    require_plan: true", "    require_plan: false")
    told = [each["message"] for each in found(lianxi, code=0)]
    where = "联席会议的配置改了：rules（规则）的 "
    assert told == [
        f"{where}pre_meeting（会前准备）的 require_plan（须有初步解决方案）由“是”改为“否”",
        f"{where}follow_up（报告和预警）的 stale_after（多久没有报告算滞后）由“30天”改为“60天”",
        f"{where}follow_up（报告和预警）的 due_soon（距时限多久算临期）由“5个工作日”改为“9个工作日”",
    ]


def test_a_comment_that_allows_something_is_named(merge: Path, lianxi: Lianxi) -> None:
    swap(merge, "records/tasks/2026/T-2026-001.yaml", "lead:", "# lianxi: allow LX423 无变化免报\nlead:")
    (told,) = found(lianxi, code=0)
    assert told["code"] == "LX544"
    assert "无变化免报" in told["message"]


def test_a_renamed_unit_is_told_where_it_stands(merge: Path, lianxi: Lianxi) -> None:
    for path in [merge / RULES, *sorted((merge / "records").rglob("*-2026-*.yaml"))]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("西县政府", "西区政府"), encoding="utf-8")
    told = found(lianxi, code=1)
    assert ("LX541", RULES) in [(each["code"], each["path"]) for each in told]

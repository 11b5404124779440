"""Two people at work at once: what a real merge leaves behind is explained, and both sides can be kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from conftest import DAY, TINY, TINY_DAY
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import Finding
from lianxi.mending import mended
from lianxi.tree import TextTree
from test_hooks import change, commit, git, lianxi_at, tried

TASK = "records/tasks/2026/T-2026-001.yaml"
WAY = TASK.removeprefix("records/")


def entry(day: str, text: str, by: str = "东县政府", more: str = "") -> str:
    return f"  - date: {day}\n    by: {by}\n    text: |\n      {text}\n{more}"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    place = tmp_path / "desk"
    git(tmp_path, "init", "-q", "-b", "main", str(place))
    shutil.copytree(TINY, place / "records")
    commit(place)
    return place


def appended(at: Path, text: str, path: str = TASK) -> None:
    with (at / path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
    commit(at)


def merged(at: Path, mine: str, theirs: str, style: str = "merge") -> str:
    """The task after both have appended to it and Git has given up."""
    git(at, "switch", "-q", "-c", "theirs")
    appended(at, theirs)
    git(at, "switch", "-q", "main")
    appended(at, mine)
    assert tried(at, "-c", f"merge.conflictStyle={style}", "merge", "theirs").code == 1
    return (at / TASK).read_text(encoding="utf-8")


def found_in(text: str, path: str = WAY) -> list[Finding]:
    files = {
        way.relative_to(TINY).as_posix(): way.read_text(encoding="utf-8") for way in TINY.rglob("*.yaml")
    }
    return [each for each in check(load(TextTree({**files, path: text})), TINY_DAY) if each.code != "LX423"]


def only(text: str) -> Finding:
    (found,) = found_in(text)
    assert found.code == "LX032"
    return found


MORE = "    next_step: 通水试压\n"
PAIRS = {
    "another day": (entry("2026-04-13", "甲段"), entry("2026-04-12", "乙段")),
    "an equal end": (entry("2026-04-13", "甲段", more=MORE), entry("2026-04-12", "乙段", more=MORE)),
    "an equal beginning": (entry("2026-04-12", "甲段"), entry("2026-04-12", "乙段", by="二局")),
    "several": (
        entry("2026-04-11", "甲段") + entry("2026-04-14", "丙段"),
        entry("2026-04-12", "乙段") + entry("2026-04-13", "丁段"),
    ),
    "an entry that both have": (
        entry("2026-04-11", "同一条") + entry("2026-04-14", "丙段"),
        entry("2026-04-11", "同一条") + entry("2026-04-13", "丁段"),
    ),
}


@pytest.mark.parametrize("style", ["merge", "diff3"])
@pytest.mark.parametrize("name", PAIRS)
def test_what_both_have_added_is_kept(name: str, style: str, desk: Path) -> None:
    mine, theirs = PAIRS[name]
    text = merged(desk, mine, theirs, style)
    found = only(text)
    assert "两边都留" in found.remedy
    assert lianxi_at(desk, "fmt", "--as-of", DAY).code == 0
    now = (desk / TASK).read_text(encoding="utf-8")
    reports = yaml.safe_load(now)["reports"]
    before = yaml.safe_load((TINY / WAY).read_text(encoding="utf-8"))["reports"]
    added = [*yaml.safe_load(mine), *yaml.safe_load(theirs)]
    assert all(each in reports for each in [*before, *added])
    assert len(reports) == len(before) + len({str(each) for each in added})
    assert [each["date"] for each in reports] == sorted(each["date"] for each in reports)
    assert found_in(now) == []


def test_windows_line_ends_stay(desk: Path) -> None:
    text = merged(desk, *PAIRS["an equal end"]).replace("\n", "\r\n")
    found = only(text)
    assert found.mend is not None
    now = mended(text, [found.mend])
    assert now.count("\n") == now.count("\r\n")
    assert found_in(now) == []


UNSURE = {
    "one entry that both have changed": (entry("2026-04-12", "甲段"), entry("2026-04-12", "甲段和乙段")),
    "another list": (entry("2026-04-12", "甲段"), "notices:\n  - {date: 2026-04-13, form: 提醒}\n"),
    "no day": ("extensions: []\n", "colour: 红\n"),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_a_person_must_settle_is_not_mended(name: str, desk: Path) -> None:
    text = merged(desk, *UNSURE[name])
    found = only(text)
    assert found.mend is None
    assert found.person
    assert "<<<<<<<" in found.remedy
    line = text.split("\n").index("<<<<<<< HEAD") + 1
    assert found.line == line
    assert f"第{line}行到第" in found.message
    lianxi_at(desk, "fmt", "--as-of", DAY)
    assert (desk / TASK).read_text(encoding="utf-8") == text


def test_a_deadline_that_both_have_moved_is_for_a_person(desk: Path) -> None:
    git(desk, "switch", "-q", "-c", "theirs")
    commit(desk, "due: 2026-04-15", "due: 2026-05-15")
    git(desk, "switch", "-q", "main")
    commit(desk, "due: 2026-04-15", "due: 2026-06-15")
    assert tried(desk, "merge", "theirs").code == 1
    assert only((desk / TASK).read_text(encoding="utf-8")).mend is None


def test_two_conflicts_are_one_alarm_and_mended_one_after_the_other(desk: Path) -> None:
    path = desk / TASK
    reports = path.read_text(encoding="utf-8")
    notes = f"{reports}notes:\n" + "".join(f"  - date: 2026-04-0{n}\n    text: 记{n}\n" for n in (1, 2, 3))
    path.write_text(notes, encoding="utf-8")
    commit(desk)
    for branch, day in (("theirs", 12), ("main", 13)):
        git(desk, "switch", "-q", *(["-c"] if branch == "theirs" else []), branch)
        text = notes.replace("notes:", f"{entry(f'2026-04-{day}', branch)}notes:")
        path.write_text(f"{text}  - date: 2026-04-{day}\n    text: {branch}\n", encoding="utf-8")
        commit(desk)
    assert tried(desk, "merge", "theirs").code == 1
    found = only(path.read_text(encoding="utf-8"))
    assert "后面还有1处" in found.message
    assert lianxi_at(desk, "fmt", "--as-of", DAY).code == 0
    assert found_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_mark_that_was_left_behind(mark: str) -> None:
    text = (TINY / WAY).read_text(encoding="utf-8")
    for lines in (f"{mark}\n{text}", f"{text}{mark}\n", text.replace("due:", f"{mark}\ndue:")):
        found = only(lines)
        assert found.line == lines.split("\n").index(mark) + 1
        assert mark in found.message
        assert found.mend is None


def test_a_text_may_hold_such_signs() -> None:
    text = (TINY / WAY).read_text(encoding="utf-8")
    assert found_in(text.replace("管网已铺设八成。", "<<<<<<< 八成\n      =======")) == []


# --- one number for two records -----------------------------------------------------------------

WORDS = {
    "--kind": "企业诉求",
    "--category": "用地",
    "--county": "东县",
    "--raised-by": "东县政府",
    "--collected-by": "一局",
    "--date": "2026-05-05",
    "--situation": "情况（示例）。",
    "--request": "请求（示例）。",
    "--disclosure": "主动公开",
}
NEW = "I-2026-005"


def new_issue(at: Path, title: str) -> None:
    given = [word for pair in WORDS.items() for word in pair]
    ran = lianxi_at(at, "new", "议题", "--title", title, *given, "--as-of", DAY)
    assert ran.code == 0, ran.err
    assert NEW in ran.out


def both_take(desk: Path, tmp_path: Path) -> Path:
    """A colleague's clone in which a number was taken that main has given away meanwhile."""
    git(tmp_path, "clone", "-q", str(desk), "mine")
    mine = tmp_path / "mine"
    new_issue(desk, "甲的问题（示例）")
    commit(desk)
    new_issue(mine, "乙的问题（示例）")
    change(mine, "- no: 1", f"- {{no: 9, category: 协商解决重大问题, issue: {NEW}}}\n  - no: 1", MEETING)
    commit(mine)
    git(mine, "fetch", "-q")
    return mine


MEETING = "records/meetings/2026/M-2026-02.yaml"


def test_a_number_taken_twice_names_both_and_the_way_out(desk: Path, tmp_path: Path) -> None:
    mine = both_take(desk, tmp_path)
    assert tried(mine, "merge", "origin/main").code == 1
    ran = lianxi_at(mine, "check", "--as-of", DAY)
    assert ran.code == 1
    assert "LX032" in ran.out
    for word in ("甲的问题（示例）", "乙的问题（示例）", f"lianxi renumber {NEW}", "git merge --abort"):
        assert word in ran.out
    early = lianxi_at(mine, "renumber", NEW)
    assert early.code == 1
    assert "git merge --abort" in early.err
    assert early.err.count("\n") == 1


def test_another_number_mends_it_with_every_reference(desk: Path, tmp_path: Path) -> None:
    mine = both_take(desk, tmp_path)
    assert tried(mine, "merge", "origin/main").code == 1
    git(mine, "merge", "--abort")
    ran = lianxi_at(mine, "renumber", NEW)
    assert ran.code == 0
    assert "I-2026-006" in ran.out
    commit(mine)
    git(mine, "merge", "-q", "origin/main")
    titles = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))["title"]
        for path in (mine / "records" / "issues" / "2026").glob("*.yaml")
    }
    assert titles[NEW] == "甲的问题（示例）"
    assert titles["I-2026-006"] == "乙的问题（示例）"
    assert "issue: I-2026-006" in (mine / MEETING).read_text(encoding="utf-8")
    told = lianxi_at(mine, "check", "--as-of", DAY).out  # the new issue is not ready for a meeting
    assert "LX0" not in told
    assert "LX2" not in told


def test_one_number_in_two_files_is_mended_by_another(desk: Path) -> None:
    folder = desk / "records" / "tasks" / "2026"
    text = (folder / "T-2026-001.yaml").read_text(encoding="utf-8").replace("T-2026-001", "T-2026-0001")
    (folder / "T-2026-0001.yaml").write_text(text, encoding="utf-8")
    ran = lianxi_at(desk, "check", "--as-of", DAY)
    assert "LX214" in ran.out
    assert "lianxi renumber T-2026-0001" in ran.out
    assert "tasks/2026/T-2026-001.yaml" in ran.out
    ran = lianxi_at(desk, "renumber", "T-2026-0001")
    assert ran.code == 0, ran.err
    assert sorted(path.stem for path in folder.glob("*.yaml")) == ["T-2026-001", "T-2026-002", "T-2026-003"]
    assert "LX214" not in lianxi_at(desk, "check", "--as-of", DAY).out

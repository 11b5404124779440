"""lianxi check --since in real repositories: what a merge of records and tasks may change."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import DAY, IDENTITY, Lianxi

TASK, OTHER = "records/tasks/2026/T-2026-001.yaml", "records/tasks/2026/T-2026-003.yaml"
TERMS = """  extension:
    basis: 配置
    before_due: true
  closing:
    basis: 配置
    evidence: true
"""
LATE = "extensions:\n  - {requested_on: 2026-04-20, reason: 管材未到（示例）, new_due: 2026-06-20}\n"


class Desk:
    """The repository, and the program run in it on a branch of its own."""

    def __init__(self, root: Path, lianxi: Lianxi) -> None:
        self.root, self.lianxi = root, lianxi
        self.git("branch", "-M", "main")
        self.git("switch", "-q", "-c", "work")

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *IDENTITY, *words], capture_output=True, check=True
        )
        return done.stdout.decode("utf-8")

    def write(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_bytes(text.replace(old, new).encode())

    def add(self, path: str, more: str) -> None:
        file = self.root / path
        file.write_bytes(file.read_bytes().rstrip(b"\n") + b"\n" + more.encode())

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")

    def told(self, *words: str) -> list[dict[str, Any]]:
        """The findings of level error on the work tree, or on what ``words`` name, since main."""
        ran = self.lianxi("check", "--since", "main", "--format", "json", "--as-of", DAY, *words)
        assert ran.code in {0, 1}, ran.err
        found: list[dict[str, Any]] = json.loads(ran.out)["findings"]
        return [each for each in found if each["severity"] == "error" or each["code"].startswith("LX5")]

    def codes(self, *words: str) -> list[str]:
        return [each["code"] for each in self.told(*words)]


@pytest.fixture
def desk(repository: Path, lianxi: Lianxi) -> Desk:
    return Desk(repository, lianxi)


def test_a_report_is_added_and_another_rewritten(desk: Desk) -> None:
    desk.add(TASK, "  - {date: 2026-05-05, by: 东县政府, text: 管网已全部铺设}\n")
    assert desk.codes() == []
    desk.write(TASK, "铺设八成", "铺设九成")
    found = desk.told()
    assert [(each["code"], each["path"], each["record"]) for each in found] == [("LX510", TASK, "T-2026-001")]
    desk.git("add", "-A")
    assert desk.codes("--staged") == ["LX510"]
    desk.commit()
    assert desk.codes("--rev", "work") == ["LX510"]
    assert desk.codes("--rev", "main") == []


def test_the_same_fault_is_told_once(desk: Desk) -> None:
    desk.git("switch", "-q", "main")
    desk.write("records/mechanism.yaml", "  escalation:\n", TERMS + "  escalation:\n")
    desk.commit()
    desk.git("switch", "-q", "work")
    desk.git("merge", "-q", "main")
    desk.add(TASK, LATE)
    assert desk.codes() == ["LX505"]
    desk.add(OTHER, "confirmation: {date: 2026-05-05, by: {post: 联络员, unit: 一局}}\n")
    assert sorted(desk.codes()) == ["LX505", "LX520"]
    desk.write("records/mechanism.yaml", TERMS, "")
    assert set(desk.codes()) == {"LX505", "LX520", "LX550"}  # the last for each key


def test_a_new_record_may_be_renumbered_and_an_old_one_not(desk: Desk) -> None:
    old, new = "records/issues/2026/I-2026-003.yaml", "records/issues/2026/I-2026-005.yaml"
    text = (desk.root / old).read_text(encoding="utf-8")
    (desk.root / new).write_text(
        text.replace("I-2026-003", "I-2026-005").replace("企业B用工", "企业B供电"), encoding="utf-8"
    )
    assert desk.lianxi("renumber", "I-2026-005", "I-2026-008").code == 0
    assert desk.codes() == []
    assert desk.lianxi("renumber", "I-2026-001", "I-2026-009").code == 0
    found = desk.told()
    assert [(each["code"], each["record"]) for each in found if each["code"] != "LX602"] == [
        ("LX502", "I-2026-009")
    ]


def test_one_number_on_two_branches(desk: Desk) -> None:
    new = "records/issues/2026/I-2026-005.yaml"
    text = (desk.root / "records/issues/2026/I-2026-003.yaml").read_text(encoding="utf-8")
    ours = text.replace("I-2026-003", "I-2026-005").replace("企业B用工", "企业B供电")
    theirs = ours.replace("企业B供电", "企业C用水")
    (desk.root / new).write_text(ours, encoding="utf-8")
    desk.commit()
    assert desk.codes() == []
    desk.git("switch", "-q", "main")
    (desk.root / new).write_text(theirs, encoding="utf-8")
    desk.commit()
    desk.git("switch", "-q", "work")
    found = desk.told()
    assert [(each["code"], each["path"], each["line"]) for each in found] == [("LX560", new, 1)]
    assert "示例企业B供电问题" in found[0]["message"]
    assert "示例企业C用水问题" in found[0]["message"]
    assert desk.codes("--rev", "work") == ["LX560"]
    assert desk.lianxi("renumber", "I-2026-005").code == 0
    desk.commit()
    assert desk.codes() == []
    desk.git("merge", "-q", "main")
    assert desk.codes() == []
    assert len(list((desk.root / "records/issues/2026").glob("*.yaml"))) == 6


def test_one_record_on_two_branches_is_no_clash(desk: Desk) -> None:
    new = "records/issues/2026/I-2026-005.yaml"
    text = (desk.root / "records/issues/2026/I-2026-003.yaml").read_text(encoding="utf-8")
    (desk.root / new).write_text(text.replace("I-2026-003", "I-2026-005"), encoding="utf-8")
    desk.commit()
    desk.git("switch", "-q", "main")
    desk.git("cherry-pick", "-x", "work")  # -x: another commit
    desk.git("switch", "-q", "work")
    desk.add(new, "industry: 制造业\n")
    desk.commit()
    assert desk.codes() == []


def test_both_sides_of_a_conflict_are_kept(desk: Desk) -> None:
    report = "  - {{date: {day}, by: {by}, text: {text}}}\n"
    desk.add(TASK, report.format(day="2026-05-04", by="东县政府", text="一标段完工"))
    desk.commit()
    desk.git("switch", "-q", "main")
    desk.add(TASK, report.format(day="2026-05-05", by="二局", text="二标段完工"))
    desk.commit()
    desk.git("switch", "-q", "work")
    with pytest.raises(subprocess.CalledProcessError):
        desk.git("merge", "-q", "main")
    text = (desk.root / TASK).read_text(encoding="utf-8").splitlines(keepends=True)
    both = "".join(line for line in text if line[0] not in "<=>")
    (desk.root / TASK).write_text(both, encoding="utf-8")
    desk.commit()
    assert desk.codes() == []


def test_other_line_ends_are_no_change(desk: Desk) -> None:
    for path in (desk.root / "records").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert desk.codes() == []

"""A year of a conference, from an empty folder to the last confirmed task, by the commands people run.

Where a person would write text, the test writes YAML; after every step the check is clean.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from conftest import IDENTITY, SAMPLE, texts
from lianxi.book import load
from lianxi.cli import run
from lianxi.gate import changed
from lianxi.tree import TextTree

ISSUE, STAFF = "issues/2026/I-2026-001.yaml", "issues/2026/I-2026-002.yaml"
POWER, JOBS = "T-2026-001", "T-2026-002"
PAPER = "records/minutes/2026/M-2026-01.md"
PLENARY = "meetings/2026/M-2026-01.yaml"
SEPARATE = ("--disclosure", "不予公开", "--disclosure-reason", "涉及企业商业秘密")
OFFICE = "市工业和信息化局"
PROPOSED = """    allotted: 20
    judgement: 坚持市级挖潜与向上争取并重。
    proposed:
      - title: 示例企业A铜箔项目用能指标市级审核（示例）
        lead: 市发展改革局
        support: [梅县区政府, 梅州供电局]
        measure: 完成项目用能指标市级审核，并按程序报省有关部门
        due: 2026-06-30
"""
HIRING = """    allotted: 10
    proposed:
      - title: 示例企业B专场招聘（示例）
        lead: 兴宁市政府
        support: [市人力资源社会保障局]
        measure: 组织专场招聘，形成录用名单
        due: 2026-06-01
"""
HELD = """held_on: 2026-04-16
chair: {post: 召集人, unit: 市政府, person: 示例甲, title: 梅州市市长}
demands: 各单位要按时限办理，及时报告进展。
attendance:
  - {person: 示例甲, unit: 市政府, post: 召集人, title: 梅州市市长, as: 出席}
  - {person: 示例乙, unit: 省工业和信息化厅, post: 召集人, as: 请假, reason: 公务}
  - {person: 示例辛, unit: 梅县区政府, as: 出席}
  - {person: 示例壬, unit: 兴宁市政府, as: 出席}
  - {person: 示例子, unit: 市发展改革局, as: 出席}
  - {person: 示例丑, unit: 市人力资源社会保障局, as: 出席}
  - {person: 示例申, unit: 梅州供电局, as: 出席}
  - {person: 示例己, unit: 市工业和信息化局, as: 出席}
"""


class Year:
    """The repository, the program run in it, and the person at the editor."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.before: dict[str, str] = {}

    def path(self, name: str) -> Path:
        return self.root / "records" / name

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *IDENTITY, *words], cwd=self.root, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    def asked(self, day: str, *words: str) -> str:
        """Run a command on a day; the check is clean after it."""
        self.capsys.readouterr()
        code = run([*words, "--as-of", day])
        said = self.capsys.readouterr()
        assert code == 0, (words, said.err, said.out[-2000:])
        self.is_clean(day)
        return said.out

    def refused(self, day: str, *words: str) -> str:
        self.capsys.readouterr()
        assert run([*words, "--as-of", day]) != 0
        return self.capsys.readouterr().err

    def wrote(self, day: str, name: str, more: str, *swaps: tuple[str, str]) -> None:
        """A person adds ``more`` to a record and puts one text in the place of another."""
        text = self.path(name).read_text(encoding="utf-8")
        for old, now in swaps:
            assert text.count(old) == 1, (old, text)
            text = text.replace(old, now)
        self.path(name).write_text(text.rstrip("\n") + "\n" + more, encoding="utf-8")
        self.is_clean(day)

    def is_clean(self, day: str) -> None:
        self.capsys.readouterr()
        code = run(["check", "--as-of", day])
        said = self.capsys.readouterr().out
        assert code == 0, said
        self.may_be_merged(day)

    def may_be_merged(self, day: str) -> None:
        """Nothing in the way of a merge has been done since the last step."""
        now = texts(self.root / "records")
        found = changed(load(TextTree(self.before)), load(TextTree(now)), date.fromisoformat(day))
        assert [(each.code, each.message) for each in found] == []
        self.before = now


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Year:
    root = tmp_path / "conference"
    (root / "records/calendar").mkdir(parents=True)
    for name in ("mechanism.yaml", "calendar/2026.yaml"):
        shutil.copy(SAMPLE / name, root / "records" / name)
    played = Year(root, capsys)
    played.git("init", "-q")
    played.git("config", "user.name", "联络员")
    played.git("config", "user.email", "liaison@example.invalid")
    played.git("add", ".")
    played.git("commit", "-q", "-m", "start")
    monkeypatch.chdir(root)
    monkeypatch.delenv("LIANXI_RECORDS", raising=False)
    return played


def test_a_year(year: Year) -> None:
    year.is_clean("2026-03-02")
    collect(year)
    prepare(year)
    convene(year)
    settle(year)
    issue(year)
    follow_up(year)
    close(year)


def collect(year: Year) -> None:
    """Two issues come in, are sorted, discussed with the division, and get a plan."""
    told = year.asked(
        "2026-03-02",
        "new",
        "议题",
        "--title",
        "示例企业A铜箔项目用能指标问题（示例）",
        "--kind",
        "企业诉求",
        "--category",
        "用能",
        "--area",
        "铜箔集群",
        "--county",
        "梅县区",
        "--raised-by",
        "梅县区政府",
        "--enterprise",
        "示例企业A",
        "--collected-by",
        OFFICE,
        "--situation",
        "项目已备案，用能指标有缺口。",
        "--request",
        "协调落实用能指标。",
        *SEPARATE,
    )
    assert ISSUE in told
    year.asked(
        "2026-03-03",
        "new",
        "议题",
        "--title",
        "示例企业B用工保障问题（示例）",
        "--kind",
        "企业诉求",
        "--category",
        "用工",
        "--area",
        "民营经济",
        "--county",
        "兴宁市",
        "--raised-by",
        "兴宁市政府",
        "--enterprise",
        "示例企业B",
        "--collected-by",
        OFFICE,
        "--situation",
        "旺季缺工六十人。",
        "--request",
        "组织专场招聘。",
        *SEPARATE,
    )
    year.wrote("2026-03-06", ISSUE, "sorted_on: 2026-03-06\nkey: true\n")
    year.wrote("2026-03-06", STAFF, "sorted_on: 2026-03-06\n")
    for name in (ISSUE, STAFF):
        asked = "consultations:\n  - division: 规划与产业政策处\n    asked_on: 2026-03-10\n    form: 书面\n"
        year.wrote("2026-03-10", name, asked)
        answer = "    date: 2026-03-18\n    opinion: 符合产业方向。\n    view: 同意\n"
        year.wrote("2026-03-18", name, answer)
        plan = f"plan: |\n  市级先行统筹，缺口按程序报省。\nplan_by: {OFFICE}\nplan_on: 2026-03-27\n"
        year.wrote("2026-03-27", name, plan)
    assert "示例企业A铜箔项目" in year.asked("2026-03-30", "issues")


def prepare(year: Year) -> None:
    """A meeting is planned; what is ready goes on its agenda."""
    year.asked(
        "2026-03-30",
        "new",
        "会议",
        "--title",
        "联席会议第一次会议（示例）",
        "--mode",
        "现场",
        "--place",
        "梅州市",
        "--starts",
        "2026-04-16T09:00",
        "--ends",
        "2026-04-16T11:00",
        *SEPARATE[:2],
        "--disclosure-reason",
        "过程性信息",
    )
    year.asked("2026-03-31", "agenda", "--write")


def convene(year: Year) -> None:
    """What is to be decided is proposed, units are called, and the meeting is held."""
    first = "    issue: I-2026-001\n    presenter: 市工业和信息化局\n"
    second = "    issue: I-2026-002\n    presenter: 市工业和信息化局\n"
    year.wrote(
        "2026-04-08",
        PLENARY,
        "agenda_approval:\n  date: 2026-04-08\n  approved_by: {post: 召集人, unit: 市政府}\n"
        "notified_on: 2026-04-08\npurpose: 研究企业诉求\n",
        (first, first + PROPOSED),
        (second, second + HIRING),
    )
    assert "梅县区政府" in year.asked("2026-04-08", "invite")
    assert "办理经过" in year.asked("2026-04-10", "dossier")
    year.wrote("2026-04-16", PLENARY, HELD)


def settle(year: Year) -> None:
    """What was proposed becomes decisions and tasks; what was decided otherwise is edited."""
    year.asked("2026-04-16", "resolve", "M-2026-01")
    names = sorted(path.name for path in year.path("resolutions/2026").iterdir())
    assert names == ["R-2026-001.yaml", "R-2026-002.yaml"]
    assert len(list(year.path("tasks/2026").iterdir())) == 2
    year.asked("2026-04-16", "resolve", "M-2026-01")
    assert len(list(year.path("tasks/2026").iterdir())) == 2
    year.wrote("2026-04-16", "tasks/2026/T-2026-002.yaml", "", ("组织专场招聘", "组织两场专场招聘"))
    assert "两场" in year.asked("2026-04-16", "breakdown", "M-2026-01")


def issue(year: Year) -> None:
    """The minutes are drafted, asked about, signed, issued and committed: once."""
    minutes = ("minutes", "M-2026-01")
    year.asked("2026-04-17", *minutes, "--advance")
    year.asked("2026-04-17", *minutes, "--advance")
    year.asked("2026-04-22", *minutes, "--advance", "--by", "召集人（市政府）")
    year.asked("2026-04-23", *minutes, "--advance")
    paper = year.path("minutes/2026/M-2026-01.md").read_text(encoding="utf-8")
    assert "由市发展改革局牵头，梅县区政府、梅州供电局配合，于2026年6月30日前完成" in paper
    assert "由兴宁市政府牵头，市人力资源社会保障局配合，于2026年6月1日前组织两场专场招聘" in paper
    year.git("add", "records/issues")
    year.asked("2026-04-23", *minutes, "--commit")
    year.asked("2026-04-23", *minutes, "--commit")
    assert year.git("show", "--name-only", "--format=", "HEAD").split() == [PAPER]
    assert year.git("rev-list", "--count", "HEAD").strip() == "2"
    assert "A  records/issues/2026/I-2026-001.yaml" in year.git("status", "--short")
    year.git("add", ".")
    year.git("commit", "-q", "-m", "第一次会议")


def follow_up(year: Year) -> None:
    """Reports come; one deadline passes, is reminded of and served a sheet; the other is extended."""
    year.asked("2026-05-12", "report", POWER, "--text", "已形成市级初审意见。")
    year.asked("2026-05-14", "report", JOBS, "--text", "已联系三所院校。", "--obstacles", "场地未定")
    assert "逾期1项" in year.asked("2026-06-03", "overdue")
    assert "提醒" in year.asked("2026-06-03", "notice", JOBS, "--write")
    assert "6月15日起可以发督办通知单" in year.refused("2026-06-04", "notice", JOBS, "--write")
    assert "督办通知单" in year.asked("2026-06-15", "notice", JOBS, "--write")
    year.asked("2026-06-18", "complete", JOBS, "--evidence", "招聘会签到表（示例）")
    year.asked("2026-06-19", "return", JOBS, "--reason", "只有签到表", "--redo-by", "2026-06-26")
    year.asked("2026-06-20", "extend", POWER, "--to", "2026-07-15", "--reason", "省级指标尚未下达")
    year.asked("2026-06-23", "extend", POWER, "--approve")
    assert "2026年7月15日" in year.asked("2026-06-23", "show", POWER)


def close(year: Year) -> None:
    """What is done is proved and confirmed, by whom it should be; all are told."""
    year.asked("2026-06-25", "complete", JOBS, "--evidence", "录用名单（示例）")
    assert "联络员" in year.refused("2026-06-26", "confirm", JOBS, "--by", "召集人（市政府）")
    year.asked("2026-06-26", "confirm", JOBS)
    year.asked("2026-07-10", "complete", POWER, "--evidence", "审核意见（示例）", "--kept-by", "市发展改革局")
    again = ("extend", POWER, "--to", "2026-08-15", "--reason", "还没有批复")
    assert "T-2026-001" in year.refused("2026-07-20", *again)
    year.asked("2026-07-20", "confirm", POWER)
    assert "办结率100%（2/2）" in year.asked("2026-07-20", "bulletin")
    assert "合计" in year.asked("2026-12-31", "stats", "--from", "2026-01-01")
    told = year.asked("2026-12-31", "history", "I-2026-001")
    for step in ("提出", "第一次会议", "延期", "销号"):
        assert step in told
    year.git("add", ".")
    year.git("commit", "-q", "-m", "全部销号")
    assert "联络员" in year.asked("2026-12-31", "history", POWER, "--git")

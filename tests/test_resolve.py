"""lianxi resolve: proposals become resolutions and tasks, and only what is missing is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Lianxi, texts
from lianxi.book import Book, load
from lianxi.tree import FolderTree
from test_minutes_life import put, read

MEETING = "meetings/2026/M-2026-02.yaml"
ID = "M-2026-02"
DAY = "2026-05-13"
AGENDA = """held_on: 2026-05-12
agenda:
  - no: 1
    category: 通报工作进展情况
    title: 第一次会议议定事项落实情况（示例）
    presenter: 一局
  - no: 2
    category: 协商解决重大问题
    issue: I-2026-004
    presenter: 二局
    proposed:
      - lead: 二局
        support:
          - 东县政府
        measure: |
          完成污水处理并联审批，取得批复
        due: 2026-06-30
      - title: 示例园区A管网（示例）
        lead:
          - 东县政府
          - 二局
        measure: |
          建成管网
        milestones:
          - title: 完成招标
            due: 2026-07-31
          - title: 建成
            due: 2026-12-31
            due_text: 年底前
      - outcome: 原则同意
        text: 原则同意收费办法
        lead: 一局
        measure: 修改收费办法
        due: 长期坚持
  - no: 3
    category: 议定具体合作事项
    title: 示例合作事项（示例）
    presenter: 西县政府
    proposed:
      - outcome: 暂缓
        lead: 西县政府
        support: [二局]
        measure: 补充测算
        due: 2026-08-31
  - no: 4
    category: 议定具体合作事项
    title: 示例支持政策（示例）
    presenter: 西县政府
    proposed:
      - outcome: 报请上级审定
        text: 同意建议，按程序报省政府审定
  - no: 5
    category: 讲话
    speaker:
      post: 召集人
      unit: 市政府
chair:
  post: 召集人
  unit: 省厅
  person: 示例丙
attendance:
  - person: 示例丙
    unit: 省厅
    post: 召集人
    as: 出席
"""


@pytest.fixture
def held(repository: Path) -> Path:
    put(repository, MEETING, AGENDA)
    return repository


def book_of(root: Path) -> Book:
    return load(FolderTree(root / "records"))


def test_every_proposal_becomes_a_record(lianxi: Lianxi, held: Path) -> None:
    ran = lianxi("resolve", ID, "--as-of", DAY)
    assert ran.code == 0, ran.err
    book = book_of(held)
    decisions = [(entry.item, entry.outcome, entry.issues) for entry in book.resolutions_of_meeting(ID)]
    assert decisions == [
        (1, "通报", ()),
        (2, "议定", ("I-2026-004",)),
        (2, "原则同意", ("I-2026-004",)),
        (3, "暂缓", ()),
        (4, "报请上级审定", ()),
    ]
    tasks = [task for entry in book.resolutions_of_meeting(ID) for task in book.tasks_of_resolution(entry.id)]
    assert [(task.title, task.lead, task.support) for task in tasks] == [
        ("完成污水处理并联审批（示例）", ("二局",), ("东县政府",)),
        ("示例园区A管网（示例）", ("东县政府", "二局"), ()),
        ("修改收费办法（示例）", ("一局",), ()),
    ]
    assert [stage.due_text for stage in tasks[1].milestones] == [None, "年底前"]
    deferred = book.resolutions_of_meeting(ID)[3].deferred
    assert deferred is not None
    assert (deferred.condition, deferred.unit, deferred.support) == ("补充测算", "西县政府", ("二局",))
    assert str(deferred.bring_back_by) == "2026-08-31"


@pytest.mark.usefixtures("held")
def test_the_check_is_clean_afterwards(lianxi: Lianxi) -> None:
    lianxi("resolve", ID, "--as-of", DAY)
    found = lianxi("check", "--as-of", DAY).out
    assert "：错误 " not in found
    assert not any(f"T-2026-00{number}.yaml" in found for number in (4, 5, 6))
    draft = lianxi("minutes", ID, "--as-of", DAY)
    assert draft.err == ""
    assert "由西县政府会同二局补充测算，条件成熟后于2026年8月31日前再提交联席会议研究。" in draft.out


def test_every_key_has_its_chinese_name(lianxi: Lianxi, held: Path) -> None:
    lianxi("resolve", ID, "--as-of", DAY)
    text = read(held, "tasks/2026/T-2026-004.yaml")
    assert "lead: 二局                           # 牵头单位" in text
    assert "measure: |                           # 工作任务" in text


def test_again_adds_nothing(lianxi: Lianxi, held: Path) -> None:
    lianxi("resolve", ID, "--as-of", DAY)
    before = texts(held / "records")
    ran = lianxi("resolve", ID, "--as-of", DAY)
    assert (ran.code, texts(held / "records")) == (0, before)
    assert "没有要补的" in ran.out


def test_what_was_amended_stays(lianxi: Lianxi, held: Path) -> None:
    """A task renamed and reworded is the same task; a decision put off gets none back."""
    lianxi("resolve", ID, "--as-of", DAY)
    put(held, "tasks/2026/T-2026-004.yaml", "title: 审批（示例）\nmeasure: 办完审批\n")
    before = texts(held / "records")
    lianxi("resolve", ID, "--as-of", DAY)
    assert texts(held / "records") == before


def test_a_run_cut_short_is_completed(lianxi: Lianxi, held: Path) -> None:
    lianxi("resolve", ID, "--as-of", DAY)
    (held / "records/tasks/2026/T-2026-005.yaml").unlink()
    lost = [
        path
        for path in texts(held / "records")
        if path.startswith("resolutions") and path > "resolutions/2026/R-2026-005"
    ]
    for path in lost:
        (held / "records" / path).unlink()
    (held / "records/tasks/2026/T-2026-006.yaml").unlink()
    lianxi("resolve", ID, "--as-of", DAY)
    book = book_of(held)
    assert [entry.item for entry in book.resolutions_of_meeting(ID)] == [1, 2, 2, 3, 4]
    titles = [task.title for task in book.tasks.values() if task.id > "T-2026-003"]
    assert sorted(titles) == ["修改收费办法（示例）", "完成污水处理并联审批（示例）", "示例园区A管网（示例）"]


def test_an_item_without_a_proposal_gets_a_skeleton(lianxi: Lianxi, held: Path) -> None:
    put(held, MEETING, "agenda:\n  - no: 1\n    category: 协商解决重大问题\n    issue: I-2026-004\n")
    ran = lianxi("resolve", ID, "--as-of", DAY)
    assert "要填的：R-2026-003 的 outcome（议定结果）" in ran.out
    assert "outcome:                             # 议定结果" in read(held, "resolutions/2026/R-2026-003.yaml")


@pytest.mark.parametrize(
    ("words", "fragment", "said"),
    [
        (["M-2026-01"], "", "的纪要已于2026年2月13日印发"),
        ([ID], "held_on: null\n", "还没有召开"),
        ([ID], "cancelled:\n  date: 2026-05-10\n  reason: 台风\nheld_on: null\n", "取消"),
    ],
)
def test_one_line_for_what_cannot_be(
    words: list[str], fragment: str, said: str, lianxi: Lianxi, held: Path
) -> None:
    if fragment:
        put(held, MEETING, fragment)
    before = texts(held / "records")
    ran = lianxi("resolve", *words, "--as-of", DAY)
    assert ran.code in {1, 2}
    assert said in ran.err
    assert texts(held / "records") == before


def test_records_that_cannot_be_read_forbid_it(lianxi: Lianxi, held: Path) -> None:
    (held / "records/resolutions/2026/R-2026-002.yaml").write_text("id: [", encoding="utf-8")
    ran = lianxi("resolve", ID, "--as-of", DAY)
    assert ran.code == 1
    assert "R-2026-002 读不出来" in ran.err

"""The minutes: every formula from the records, and nothing that came later."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import SAMPLE, TINY, texts
from lianxi.book import Book, load
from lianxi.minutes import minutes_file
from lianxi.reports.minutes import Minutes, minutes
from lianxi.schema.base import Post
from lianxi.schema.task import Completion, Extension, Notice, Reassignment, Report
from lianxi.status.correction import Uncorrectable
from lianxi.tree import FolderTree, TextTree
from test_rule_pages import overlay

M1 = "meetings/2026/M-2026-01.yaml"
R1, R2 = "resolutions/2026/R-2026-001.yaml", "resolutions/2026/R-2026-002.yaml"
T1, T2, T3 = (f"tasks/2026/T-2026-00{number}.yaml" for number in (1, 2, 3))
MECHANISMS = Path(__file__).parent / "mechanisms"
ID = re.compile(r"[IMRT]-[0-9]{4}-[0-9]+")


def book_of(*fragments: tuple[str, str], without: tuple[str, ...] = ()) -> Book:
    files = {path: text for path, text in texts(TINY).items() if path not in without}
    for path, fragment in fragments:
        files = overlay(files, path, fragment)
    return load(TextTree(files))


def facts(*fragments: tuple[str, str], without: tuple[str, ...] = ()) -> Minutes:
    return minutes(book_of(*fragments, without=without), "M-2026-01")


def printed(*fragments: tuple[str, str], without: tuple[str, ...] = ()) -> str:
    return minutes_file(book_of(*fragments, without=without), "M-2026-01").decode("utf-8")


def item(number: int, *fragments: tuple[str, str], without: tuple[str, ...] = ()) -> str:
    return "\n".join(facts(*fragments, without=without).items[number - 1].paragraphs)


ONE = (T2, T3)
"""Without these, the first item has one task."""
AWAY = (
    "2026年2月10日上午，",
    "示例产业共建联席会议第一次会议",
    "，研究示例园区A供水问题，议定示例产业人才公寓问题。",
)
TWO = """attendance:
  - person: 示例甲
    unit: 市政府
    post: 召集人
    title: 示例市市长
    as: 出席
  - person: 示例丙
    unit: 省厅
    post: 召集人
    title: 示例省厅厅长
    as: 出席
"""
DELEGATED = """chair:
  unit: 一局
  person: 示例戊
  title: 第一局局长
  delegated_by:
    post: 召集人
"""
SPEECHES = """agenda:
  - no: 1
    category: 协商解决重大问题
    issue: I-2026-001
  - no: 2
    category: 讲话
    speaker:
      post: 召集人
      unit: 省厅
  - no: 3
    category: 讲话
    speaker:
      post: 召集人
      unit: 市政府
      person: 示例甲
"""


@pytest.mark.parametrize(
    ("fragment", "opening"),
    [
        ("", f"{AWAY[0]}联席会议召集人、示例市市长示例甲在示例市主持召开{AWAY[1]}{AWAY[2]}"),
        ("mode: 视频\n", f"{AWAY[0]}联席会议召集人、示例市市长示例甲以视频方式主持召开{AWAY[1]}{AWAY[2]}"),
        ("mode: 书面\n", f"{AWAY[0]}联席会议召集人、示例市市长示例甲以书面方式主持召开{AWAY[1]}{AWAY[2]}"),
        (
            "mode: 现场+视频\npurpose: |\n  研究供水。\n",
            f"{AWAY[0]}联席会议召集人、示例市市长示例甲以现场和视频相结合的方式在示例市主持召开{AWAY[1]}，研究供水。",
        ),
        (
            "starts: 2026-02-10T19:30\nends: 2026-02-10T21:00\n",
            f"2026年2月10日晚上，联席会议召集人、示例市市长示例甲在示例市主持召开{AWAY[1]}{AWAY[2]}",
        ),
        (
            "starts: 2026-02-10T15:00\nends: 2026-02-11T11:00\n",
            f"2026年2月10日至11日，联席会议召集人、示例市市长示例甲在示例市主持召开{AWAY[1]}{AWAY[2]}",
        ),
        (
            TWO,
            (
                f"{AWAY[0]}{AWAY[1]}在示例市召开{AWAY[2]}联席会议召集人、示例省厅厅长示例丙，"
                "联席会议召集人、示例市市长示例甲出席会议，会议由示例甲主持。"
            ),
        ),
        (
            TWO + SPEECHES,
            (
                f"{AWAY[0]}{AWAY[1]}在示例市召开，研究示例园区A供水问题。联席会议召集人、示例省厅厅长示例丙，"
                "联席会议召集人、示例市市长示例甲出席会议并讲话，会议由示例甲主持。"
            ),
        ),
        (
            TWO + SPEECHES.replace("      unit: 省厅\n", "      unit: 省厅\n      person: 示例丁\n"),
            (
                f"{AWAY[0]}{AWAY[1]}在示例市召开，研究示例园区A供水问题。联席会议召集人、示例省厅厅长示例丙，"
                "联席会议召集人、示例市市长示例甲出席会议，示例甲讲话，会议由示例甲主持。"
            ),
        ),
        (
            TWO
            + "chair:\n  - post: 召集人\n    unit: 省厅\n    person: 示例丙\n"
            + "  - post: 召集人\n    unit: 市政府\n    person: 示例甲\n",
            (
                f"{AWAY[0]}{AWAY[1]}在示例市召开{AWAY[2]}联席会议召集人、示例省厅厅长示例丙，"
                "联席会议召集人、示例市市长示例甲出席会议，会议由示例丙、示例甲共同主持。"
            ),
        ),
        (
            (DELEGATED + "    unit: 省厅\nattendance: []\n"),
            f"{AWAY[0]}受联席会议召集人委托，第一局局长示例戊在示例市主持召开{AWAY[1]}{AWAY[2]}",
        ),
        (
            DELEGATED + TWO.replace("as: 出席", "as: 请假"),
            f"{AWAY[0]}受联席会议召集人、示例市市长示例甲委托，第一局局长示例戊在示例市主持召开{AWAY[1]}{AWAY[2]}",
        ),
        ("chair: null\nattendance: []\n", f"{AWAY[0]}{AWAY[1]}在示例市召开{AWAY[2]}"),
        (
            (
                "kind: 专题工作会议\nconvened_by: 二局\ndelegated_by:\n  post: 召集人\n  unit: 市政府\n"
                "chair:\n  unit: 二局\n  person: 示例戊\nattendance: []\n"
            ),
            (
                "2026年2月10日上午，受联席会议召集人委托，二局示例戊在示例市主持召开示例产业共建联席会议"
                f"第一次专题工作会议{AWAY[2]}"
            ),
        ),
    ],
)
def test_the_opening(fragment: str, opening: str) -> None:
    found = facts((M1, fragment)).opening
    assert found == f"{opening}现将会议议定事项纪要如下："


@pytest.mark.parametrize(
    ("fragment", "clause"),
    [
        ("", "由东县政府牵头，二局配合，于2026年4月15日前完成供水管网扩建"),
        ("support: []\n", "由东县政府负责，于2026年4月15日前完成供水管网扩建"),
        (
            "lead: [东县政府, 西县政府]\n",
            "由东县政府、西县政府共同牵头，二局配合，于2026年4月15日前完成供水管网扩建",
        ),
        ("due: 2026-12-31\ndue_text: 年底前\n", "由东县政府牵头，二局配合，于2026年底前完成供水管网扩建"),
        ("due: 2026-06-30\ndue_text: 6月底前\n", "由东县政府牵头，二局配合，于2026年6月底前完成供水管网扩建"),
        (
            "due:\n  workdays: 20\n  after: 印发\n",
            "由东县政府牵头，二局配合，于本纪要印发之日起20个工作日内，完成供水管网扩建",
        ),
        (
            "due:\n  days: 30\n  after: 召开\n",
            "由东县政府牵头，二局配合，于会议召开之日起30日内，完成供水管网扩建",
        ),
        (
            "due:\n  months: 1\n  after: 2026-03-01\n",
            "由东县政府牵头，二局配合，于2026年3月1日起1个月内，完成供水管网扩建",
        ),
        ("due: 长期坚持\n", "由东县政府牵头，二局配合，完成供水管网扩建，并长期坚持"),
        ("due: null\n", "由东县政府牵头，二局配合，完成供水管网扩建"),
        (
            (
                "due: null\nmilestones:\n  - title: 完成立项\n    due: 2026-06-30\n  - title: 完成招标\n"
                "    due: 2026-09-30\n  - title: 完工\n    due: 2027-06-30\n    due_text: 年中\n"
            ),
            "由东县政府牵头，二局配合，分阶段完成供水管网扩建：2026年6月30日前完成立项，9月30日前完成招标，2027年中完工",
        ),
    ],
)
def test_one_task_alone(fragment: str, clause: str) -> None:
    assert item(1, (T1, fragment), without=ONE) == f"会议听取了东县政府的汇报。会议议定，{clause}。"


def test_several_tasks_are_numbered() -> None:
    first, *numbered = facts().items[0].paragraphs
    assert first == "会议听取了东县政府的汇报。会议议定："
    assert [each[:4] for each in numbered] == ["（一）由", "（二）由", "（三）由"]


TASK = "由东县政府牵头，二局配合，于2026年4月15日前完成供水管网扩建"


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("outcome: 议定\ntext: 扩建资金由两县分担。\n", f"会议议定，扩建资金由两县分担，{TASK}。"),
        ("outcome: 原则同意\n", f"会议原则同意示例园区A供水问题，{TASK}。"),
        ("outcome: 原则同意\ntext: 原则同意供水方案\n", f"会议原则同意供水方案，{TASK}。"),
        ("outcome: 审议通过\ntext: 审议通过《供水方案》\n", f"会议审议通过《供水方案》，{TASK}。"),
        ("outcome: 原则通过\n", f"会议审议并原则通过示例园区A供水问题，{TASK}。"),
        (
            "outcome: 议定\nvotes:\n  for: 5\n  against: 1\n",
            f"会议经表决（赞成5票、反对1票、弃权0票）议定，{TASK}。",
        ),
        (
            "outcome: 同意\nvotes:\n  for: 5\n",
            f"会议经表决（赞成5票、反对0票、弃权0票）同意示例园区A供水问题，{TASK}。",
        ),
        ("outcome: 报请上级审定\n", f"会议议定，该事项按程序报上级审定，{TASK}。"),
    ],
)
def test_an_outcome_with_a_task(fragment: str, said: str) -> None:
    assert item(1, (R1, fragment), without=ONE) == f"会议听取了东县政府的汇报。{said}"


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (
            "",
            "会议议定，该事项暂缓研究，由西县政府补充资金测算，条件成熟后于2026年4月15日前再提交联席会议研究。",
        ),
        (
            "deferred:\n  condition: 补充资金测算\n  unit: 西县政府\n  support: [二局]\n",
            "会议议定，该事项暂缓研究，由西县政府会同二局补充资金测算，条件成熟后再提交联席会议研究。",
        ),
        ("outcome: 不同意\ndeferred: null\ntext: 不同意新建公寓。\n", "会议不同意新建公寓。"),
        ("outcome: 不同意\ndeferred: null\ntext: 条件尚不具备。\n", "会议议定，条件尚不具备。"),
        ("outcome: 报请上级审定\ndeferred: null\n", "会议议定，该事项按程序报上级审定。"),
        (
            "outcome: 报请上级审定\ndeferred: null\ntext: 同意方案，按程序报省政府审定\n",
            "会议同意方案，按程序报省政府审定。",
        ),
        ("outcome: 通报\ndeferred: null\ntext: 请各县加快进度\n", "会议明确，请各县加快进度。"),
        ("outcome: 通报\ndeferred: null\n", ""),
    ],
)
def test_an_outcome_without_a_task(fragment: str, said: str) -> None:
    assert item(2, (R2, fragment)) == f"会议听取了西县政府的汇报。{said}"


def test_no_empty_verb() -> None:
    bare = "agenda:\n  - no: 1\n    category: 协商解决重大问题\n    issue: I-2026-001\n"
    found = facts((M1, bare), without=(R1, R2, T1, T2, T3))
    assert found.items[0].paragraphs == ()
    assert found.breakdown is None
    assert "附件" not in printed((M1, bare), without=(R1, R2, T1, T2, T3))
    assert found.demands is None


def test_what_is_heard_is_a_report_or_a_notification() -> None:
    told = """agenda:
  - no: 1
    category: 通报工作进展情况
    title: 供水工作进展情况（示例）
    presenter: 一局
    judgement: |
      进展总体顺利
"""
    assert item(1, (M1, told), without=(R1, T1, T2, T3)) == (
        "会议听取了一局关于供水工作进展情况的通报。会议认为，进展总体顺利。"
    )


def test_what_was_written_with_its_verb_is_not_doubled() -> None:
    agenda = """agenda:
  - no: 1
    category: 协商解决重大问题
    issue: I-2026-001
    judgement: 会议指出，供水要保障。
demands: |
  会议强调，要抓紧。
"""
    found = facts((M1, agenda))
    assert found.items[0].paragraphs[0] == "会议指出，供水要保障。会议议定："
    assert found.demands == "会议强调，要抓紧。"
    assert facts((M1, "demands: 要抓紧\n")).demands == "会议要求，要抓紧。"


def test_a_decision_that_replaces_an_older_one_says_so() -> None:
    later = """id: M-2026-03
kind: 联席会议
number: 3
mode: 现场
place: 示例市
starts: 2026-05-01T09:00
held_on: 2026-05-01
disclosure: 不予公开
disclosure_reason: 过程性信息
agenda:
  - no: 1
    category: 协商解决重大问题
    issue: I-2026-001
"""
    decision = """id: R-2026-009
meeting: M-2026-03
item: 1
title: 供水
outcome: 同意
text: 同意新方案
supersedes: R-2026-001
"""
    book = book_of(("meetings/2026/M-2026-03.yaml", later), ("resolutions/2026/R-2026-009.yaml", decision))
    said = minutes(book, "M-2026-03").items[0].paragraphs[0]
    assert said == "会议同意新方案。第一次会议纪要（第1期）第一项相应内容以本纪要为准。"


ANEW = """reassignments:
  - date: 2026-02-10
    from: 三局
    to: 四局
    reason: 机构调整
    basis: R-2026-002
extensions:
  - date: 2026-02-10
    reason: 承接
    new_due: 2026-06-30
    basis: R-2026-002
"""
OLD = """id: T-2026-009
title: 示例人才公寓选址（示例）
issue: I-2026-002
assigned_on: 2026-01-20
lead: 三局
measure: |
  完成选址
due: 2026-01-31
"""
OLD_PATH = "tasks/2026/T-2026-009.yaml"


@pytest.mark.parametrize(
    ("task", "sentence", "row", "remark"),
    [
        (
            OLD + ANEW,
            "会议明确，原由三局牵头的示例人才公寓选址事项（示例），由四局承接，于2026年6月30日前完成。",
            ("四局（承接）", "2026年6月30日前"),
            "第4项为原有事项重新明确牵头单位和时限，不重复计数",
        ),
        (
            OLD + ANEW[ANEW.index("extensions") :],
            "会议明确，由三局牵头的示例人才公寓选址事项（示例），于2026年6月30日前完成。",
            ("三局", "2026年6月30日前"),
            "第4项为原有事项重新明确时限，不重复计数",
        ),
        (
            OLD + ANEW[: ANEW.index("extensions")],
            "会议明确，原由三局牵头的示例人才公寓选址事项（示例），由四局承接。",
            ("四局（承接）", "2026年1月31日前"),
            "第4项为原有事项重新明确牵头单位，不重复计数",
        ),
    ],
)
def test_an_older_task_settled_anew(task: str, sentence: str, row: tuple[str, str], remark: str) -> None:
    found = facts((OLD_PATH, task))
    assert sentence in found.items[1].paragraphs[0]
    assert found.breakdown is not None
    last = found.breakdown.rows[-1]
    assert (last.task, last.place, last.work) == ("T-2026-009", "第二项", "示例人才公寓选址（示例）")
    assert (last.lead, last.due) == row
    assert found.breakdown.remarks[-1] == remark


def test_a_task_of_this_meeting_is_no_older_one() -> None:
    entry = "  - date: 2026-02-10\n    reason: 写明\n    new_due: 2026-06-30\n    basis: R-2026-001\n"
    extension = f"extensions:\n{entry}"
    found = facts((T1, extension))
    assert found.breakdown is not None
    assert [row.task for row in found.breakdown.rows] == ["T-2026-001", "T-2026-002", "T-2026-003"]
    assert "会议明确" not in found.items[0].paragraphs[0]


def test_the_table() -> None:
    table = facts((T2, "due:\n  workdays: 10\n  after: 印发\n")).breakdown
    assert table is not None
    assert [row.place for row in table.rows] == ["第一项（一）", "第一项（二）", "第一项（三）"]
    assert table.rows[1].due == "印发之日起10个工作日内（2026年3月5日前）"
    assert table.rows[2].lead == "东县政府、二局"
    assert table.rows[1].support == "—"
    assert table.remarks == ("有两个牵头单位的，排在第一位的负责汇总报告",)


def test_a_day_that_is_not_known_is_not_printed() -> None:
    draft = "minutes:\n  issue_no: 1\n"
    for fragment in ((M1, draft), (T2, "due:\n  workdays: 300\n  after: 印发\n")):
        table = facts(fragment).breakdown
        assert table is not None
        assert table.rows[1].due.endswith("个工作日内")


def test_who_was_there() -> None:
    rows = """attendance:
  - {person: 示例丁, unit: 示例企业B, as: 列席, items: [2, 1]}
  - {person: 示例戊, unit: 四局, as: 缺席}
  - {person: 示例己, unit: 西县政府, as: 请假}
  - {person: 示例庚, unit: 西县政府, as: 出席, represents: 示例己}
  - {person: 示例辛, unit: 一局, post: 联络员, as: 出席}
  - {person: 示例壬, unit: 产业处, as: 出席}
  - {person: 示例癸, unit: 老二局, as: 出席}
  - {person: 示例甲, unit: 市政府, post: 召集人, as: 出席}
  - {person: 示例丙, unit: 省厅, post: 召集人, as: 出席}
"""
    found = {row.word: row.names for row in facts((M1, rows)).attendance}
    assert found == {
        "出席": (
            "省厅示例丙",
            "市政府示例甲",
            "省厅产业处示例壬",
            "西县政府示例庚",
            "一局示例辛",
            "老二局示例癸",
        ),
        "请假": ("西县政府示例己",),
        "列席": ("示例企业B示例丁（第一、二项议题）",),
    }
    assert "示例戊" not in printed((M1, rows))


MINUTES_RULE = """rules:
  minutes:
    basis: 配置
    distribute: [联席会议召集人、副召集人, 各成员单位, 一局]
    cc: [市政府办公室]
    copy_up: [省政府]
"""


def test_the_foot() -> None:
    found = facts(("mechanism.yaml", MINUTES_RULE))
    assert [(line.word, line.to) for line in found.distribution] == [
        ("报送", ("省政府",)),
        ("发", ("联席会议召集人、副召集人", "各成员单位", "一局")),
        ("抄送", ("市政府办公室",)),
    ]
    assert [(line.word, line.to) for line in facts().distribution] == [("发", ("各成员单位",))]


def test_disclosure_is_the_strictest() -> None:
    assert facts((M1, "disclosure: 主动公开\n")).disclosure == "不予公开"
    issues = [(f"issues/2026/I-2026-00{number}.yaml", "disclosure: 主动公开\n") for number in (1, 2)]
    assert facts((M1, "disclosure: 主动公开\n"), *issues).disclosure == "主动公开"
    assert facts((M1, "disclosure: 依申请公开\n"), *issues).disclosure == "依申请公开"


def test_an_issue_that_cannot_be_read_leaves_no_id() -> None:
    assert facts(without=("issues/2026/I-2026-001.yaml",)).items[0].heading == "关于示例园区A供水问题（示例）"


@pytest.mark.parametrize(
    ("minutes_", "stage"),
    [
        ("minutes: null\n", "草稿"),
        ("minutes:\n  issue_no: 1\n", "草稿"),
        ("minutes:\n  issue_no: 1\n  consent:\n    asked_on: 2026-02-11\n", "征求意见稿"),
        ("minutes:\n  issue_no: 1\n  signed_by: 召集人\n  signed_on: 2026-02-12\n", "签发稿"),
        ("minutes:\n  issue_no: 1\n  issued_on: 2026-02-13\n", ""),
    ],
)
def test_a_draft_says_what_it_is(minutes_: str, stage: str) -> None:
    text = printed((M1, minutes_))
    assert facts((M1, minutes_)).stage == stage
    assert (f"（{stage}）" in text) == bool(stage)
    assert ("年　　月　　日" in text) == bool(stage)


def test_numbers_of_documents_only_where_the_conference_has_them() -> None:
    written = (M1, "minutes:\n  issue_no: 1\n  doc_no: 示联会〔2026〕1号\n  issued_on: 2026-02-13\n")
    assert "〔2026〕1号" not in printed(written)
    assert "〔2026〕1号" not in printed(written, ("mechanism.yaml", "rules:\n  formal_documents: false\n"))
    assert "〔2026〕1号" in printed(written, ("mechanism.yaml", "rules:\n  formal_documents: true\n"))


CORRECTED = """minutes:
  issue_no: 1
  issued_on: 2026-02-13
  corrections:
    - date: 2026-02-20
      place: 第一项第（一）条及附件第1项
      reason: 漏列配合单位
      approved_by: 召集人
      changes:
        - record: T-2026-001
          field: support
          was: [二局]
          now: [二局, 西县政府]
"""


def test_a_correction_prints_what_was_issued() -> None:
    task = (T1, "support: [二局, 西县政府]\n")
    text = printed((M1, CORRECTED), task)
    assert "（一）由东县政府牵头，二局配合，于2026年4月15日前完成供水管网扩建。〔注〕" in text
    assert "| 东县政府 | 二局〔注〕 | 2026年4月15日前 |" in text
    assert "“由东县政府牵头，二局配合”更正为“由东县政府牵头，二局、西县政府配合”。" in text
    issued = printed((M1, "minutes:\n  issue_no: 1\n  issued_on: 2026-02-13\n"))
    bare = re.sub("〔注〕", "", text.partition("\n---\n\n〔注〕")[0])
    assert bare.rstrip() == issued.rstrip()


def test_two_corrections_of_one_place_are_told_apart() -> None:
    second = CORRECTED + CORRECTED[CORRECTED.index("    - date") :].replace(
        "2026-02-20", "2026-02-24"
    ).replace(
        "was: [二局]\n          now: [二局, 西县政府]", "was: [二局, 西县政府]\n          now: [西县政府]"
    )
    text = printed((M1, second), (T1, "support: [西县政府]\n"))
    assert "由东县政府牵头，二局配合，于2026年4月15日前完成供水管网扩建。〔注1〕〔注2〕" in text
    assert text.count("## 关于更正联席会议第一次会议纪要（第1期）有关内容的说明（示例）") == 2


@pytest.mark.parametrize(
    ("field", "was", "now", "path", "fragment", "said"),
    [
        (
            "due",
            "2026-04-15",
            "2026-05-15",
            T1,
            "due: 2026-05-15\n",
            "“2026年4月15日前”更正为“2026年5月15日前”",
        ),
        (
            "measure",
            "完成供水管网扩建",
            "完成管网扩建",
            T1,
            "measure: 完成管网扩建\n",
            "“完成供水管网扩建”更正为“完成管网扩建”",
        ),
        (
            "lead",
            "东县政府",
            "西县政府",
            T1,
            "lead: 西县政府\n",
            "“由东县政府牵头，二局配合”更正为“由西县政府牵头，二局配合”",
        ),
        ("due_text", "null", "4月中旬前", T1, "due_text: 4月中旬前\n", "增加“4月中旬前”"),
    ],
)
def test_a_correction_of_each_kind(  # noqa: PLR0913, PLR0917
    field: str, was: str, now: str, path: str, fragment: str, said: str
) -> None:
    changes = f"field: {field}\n          was: {was}\n          now: {now}\n"
    corrected = CORRECTED[: CORRECTED.index("field:")] + changes
    text = printed((M1, corrected), (path, fragment))
    assert said in text
    assert "（一）由东县政府牵头，二局配合，于2026年4月15日前完成供水管网扩建。〔注〕" in text


def test_a_correction_inside_the_agenda() -> None:
    agenda = """agenda:
  - no: 1
    category: 协商解决重大问题
    issue: I-2026-001
    judgement: 水要够
"""
    changes = "field: agenda[1].judgement\n          was: 水够了\n          now: 水要够\n"
    corrected = CORRECTED[: CORRECTED.index("record:")] + f"record: M-2026-01\n          {changes}"
    assert "会议认为，水够了。" in printed((M1, corrected), (M1, agenda))


@pytest.mark.parametrize(
    "change",
    [
        "record: T-2026-001\n          field: lead\n          was: [[1]]\n",
        "record: T-2026-001\n          field: agenda[3].title\n          was: x\n",
        "record: T-2026-001\n          field: title.first\n          was: x\n",
        "record: T-2026-001\n          field: measure[3]\n          was: x\n",
        "record: T-2026-999\n          field: lead\n          was: x\n",
    ],
)
def test_a_correction_that_cannot_be_undone_is_refused(change: str) -> None:
    corrected = CORRECTED[: CORRECTED.index("record:")] + change
    with pytest.raises(Uncorrectable):
        facts((M1, corrected))


@pytest.fixture(scope="module")
def sample() -> Book:
    return load(FolderTree(SAMPLE))


ISSUED = ["M-2025-01", "M-2026-01", "M-2026-03", "M-2026-04"]


@pytest.mark.parametrize("id_", ISSUED)
def test_the_sealed_minutes_of_the_sample_are_what_its_records_say(id_: str, sample: Book) -> None:
    """The committed files were read word for word by a person; the records still give their bytes."""
    assert minutes_file(sample, id_) == (SAMPLE / f"minutes/{id_[2:6]}/{id_}.md").read_bytes()


@pytest.mark.parametrize("id_", ISSUED)
def test_minutes_have_no_ids_and_no_document_numbers(id_: str, sample: Book) -> None:
    text = minutes_file(sample, id_).decode("utf-8")
    assert not ID.search(text)
    assert not re.search("〔[0-9]{4}〕|第[0-9]+号", text)
    assert not any(word in text for word in ("考核", "排名", "约谈", "扣分", "抄报", "督查", "缺席"))


LATER = date(2027, 3, 1)


def test_nothing_that_comes_later_changes_the_minutes(sample: Book) -> None:
    """Every task gets a later report, extension, reassignment, notice and completion; one by one."""
    before = {id_: minutes_file(sample, id_) for id_ in ISSUED}
    post = Post.model_construct(post="联络员", unit="市工业和信息化局")
    for task in sample.tasks.values():
        lead = task.lead[0]
        stage = task.milestones[-1].title if task.milestones else None
        extension = Extension.model_construct(
            requested_on=LATER,
            reason="…",
            milestone=stage,
            new_due=LATER + timedelta(days=60),
            approved_by=post,
            approved_on=LATER,
        )
        moved = Reassignment.model_construct(date=LATER, from_=lead, to="市商务局", reason="…", basis="批示")
        changes = {
            "extensions": (*task.extensions, extension),
            "reassignments": (*task.reassignments, moved),
            "reports": (*task.reports, Report.model_construct(date=LATER, by=lead, text="…")),
            "notices": (*task.notices, Notice.model_construct(date=LATER, form="提醒")),
            "completions": (*task.completions, Completion.model_construct(reported_on=LATER, by=lead)),
        }
        for change, entries in changes.items():
            changed = task.model_copy(update={change: entries})
            book = replace(sample, tasks={**sample.tasks, task.id: changed})
            assert {id_: minutes_file(book, id_) for id_ in ISSUED} == before, (task.id, change)


@pytest.mark.parametrize("name", sorted(path.name for path in MECHANISMS.iterdir()))
def test_every_conference_has_minutes(name: str) -> None:
    files = texts(MECHANISMS / name)
    book = load(TextTree(files))
    assert book.mechanism is not None
    rules = book.mechanism.rules
    by = rules.chairing.by[0] if rules.chairing and rules.chairing.by else None
    posts = [post for post in book.mechanism.posts if by is None or post.post == by.post]
    chair = posts[0] if posts else None
    unit = book.mechanism.units[0].name
    category = (
        rules.content.categories[0] if rules.content and rules.content.categories else "协商解决重大问题"
    )
    meeting = f"""id: M-2026-01
kind: 联席会议
number: 1
mode: 现场
place: 示例地
starts: 2026-03-03T09:00
held_on: 2026-03-03
chair:
  post: {chair.post if chair else "null"}
  unit: {chair.unit if chair else unit}
  person: 示例甲
agenda:
  - no: 1
    category: {category}
    title: 示例事项（示例）
    presenter: {unit}
minutes:
  issue_no: 1
  doc_no: 示〔2026〕1号
disclosure: 不予公开
disclosure_reason: 过程性信息
"""
    decision = "id: R-2026-001\nmeeting: M-2026-01\nitem: 1\ntitle: 示例事项（示例）\noutcome: 议定\n"
    task = (
        f"id: T-2026-001\ntitle: 示例任务（示例）\nresolution: R-2026-001\nlead: {unit}\n"
        "measure: 完成示例任务\ndue: 2026-06-30\n"
    )
    added = {M1: meeting, R1: decision, T1: task}
    text = minutes_file(load(TextTree({**files, **added})), "M-2026-01").decode("utf-8")
    assert f"会议议定，由{unit}负责，于2026年6月30日前完成示例任务。" in text
    assert not ID.search(text)
    assert "示〔2026〕1号" not in text
    if chair:
        assert (
            f"联席会议{chair.post}、{chair.unit}示例甲在示例地主持召开{book.mechanism.name}第一次会议" in text
        )
    if rules.minutes and rules.minutes.consent == "各方签署":
        assert all(f"　　{side.name}：" in text for side in book.mechanism.sides)
    else:
        assert "签署" not in text
    for label, key in (("报送", "copy_up"), ("发", "distribute")):
        names = getattr(rules.minutes, key) if rules.minutes else ()
        assert not names or f"\n{label}：{'，'.join(names)}。\n" in text

"""What a meeting is told of each matter with its 办理经过, and what one division is asked to support."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi
from lianxi.book import load
from lianxi.reports.dossier import dossier
from lianxi.reports.support import Support, support
from lianxi.reports.unit import find_unit
from lianxi.tree import FolderTree, TextTree

ISSUE = "issues/2026/I-2026-004.yaml"
MEETING = "meetings/2026/M-2026-02.yaml"
WANTED = """\
needs_province:
  division: 产业处
  request: 支持列入试点
  done: 市级已摸清底数
"""
ANSWERS = """\
consultations:
  - {unit: 二局, date: 2026-03-25, opinion: 要先做评估, view: 有修改意见}
  - {unit: 四局, asked_on: 2026-03-26, date: 2026-03-30, form: 座谈, view: 不同意}
  - {unit: 四局, date: 2026-04-05, view: 同意}
  - {division: 产业处, asked_on: 2026-04-10}
"""
MECHANISMS = Path(__file__).parent / "mechanisms"


def asked(files: dict[str, str], division: str = "产业处", day: date = TINY_DAY) -> Support:
    book = load(TextTree(files))
    assert book.mechanism is not None
    unit = find_unit(book.mechanism, division)
    assert unit is not None
    return support(book, day, "M-2026-02", unit)


def rows(found: Support) -> dict[str, str]:
    return {row.label: row.text for row in found.matters[0].rows}


def test_one_matter_for_one_division(tiny: dict[str, str]) -> None:
    found = asked({**tiny, ISSUE: tiny[ISSUE] + WANTED})
    assert found.title == "提请省厅协调支持事项（示例）"
    assert rows(found) == {
        "所在地、类别": "东县；审批；重大项目问题；重点事项",
        "工作领域": "共建产业园区（示例）（《通知》二（一））",
        "基本情况": "园区污水处理审批进度慢",
        "市里已做工作": "市级已摸清底数；初步解决方案4月2日形成",
        "处室已有意见": "3月20日去函，3月27日书面回复：属市级权限，建议市内办理",
        "有无分歧": "无",
        "请求省厅支持的具体事项": "支持列入试点",
        "建议会议议定": "见会议议题材料二之五",
        "市级联系单位": "一局",
    }
    way = "3月16日东县政府提出→3月20日去函对接→3月27日处室回复→4月2日形成初步解决方案→5月12日拟上会"
    assert found.matters[0].chain == way


def test_the_last_word_of_each_decides_whether_there_is_dissent(tiny: dict[str, str]) -> None:
    text = tiny[ISSUE].replace("consultations:\n", ANSWERS) + WANTED
    found = asked({**tiny, ISSUE: text})
    assert rows(found)["有无分歧"] == "有：二局有修改意见（要先做评估）"
    assert rows(found)["处室已有意见"].endswith("；4月10日去函，尚未回复")
    assert "二局" not in found.matters[0].chain  # only what concerns the reader
    whole = dossier(load(TextTree({**tiny, ISSUE: text})), TINY_DAY, "M-2026-02").sheets[-1].sections[-1]
    assert whole.heading == "办理经过"
    assert "3月25日二局出具意见→3月26日征求四局意见→3月27日产业处回复→3月30日四局回复" in whole.text


def test_before_an_answer_nothing_is_claimed(tiny: dict[str, str]) -> None:
    found = rows(asked({**tiny, ISSUE: tiny[ISSUE] + WANTED}, day=date(2026, 3, 19)))
    assert found["处室已有意见"] == "尚未征求"
    assert found["有无分歧"] == "尚未征求意见"
    assert found["市里已做工作"] == "市级已摸清底数"


@pytest.mark.parametrize(
    ("change", "labels"),
    [
        ({"name: 示例市\n": "name: 示例乙省\n"}, ("已做工作", "联系单位")),
        ({"name: 示例市\n": "name: 示例县\n"}, ("县里已做工作", "县级联系单位")),
        ({"name: 示例省厅\n    unit": "name: 示例甲市\n    unit"}, ("已做工作", "联系单位")),
        ({"sides:\n": "x: 1\n"}, ("已做工作", "联系单位")),
    ],
)
def test_the_wording_follows_the_sides(
    tiny: dict[str, str], change: dict[str, str], labels: tuple[str, str]
) -> None:
    text = tiny["mechanism.yaml"]
    if "sides:\n" in change:
        text = text[: text.index("sides:")] + text[text.index("posts:") :]
    for was, now in change.items():
        text = text.replace(was, now)
    found = rows(asked({**tiny, ISSUE: tiny[ISSUE] + WANTED, "mechanism.yaml": text}))
    assert set(labels) <= set(found)


def test_a_reader_that_is_no_division_is_called_by_its_name(tiny: dict[str, str]) -> None:
    wanted = WANTED.replace("产业处", "二局")
    found = asked({**tiny, ISSUE: tiny[ISSUE] + wanted}, "二局")
    assert found.title == "提请二局协调支持事项（示例）"
    assert {"二局已有意见", "请求二局支持的具体事项"} <= set(rows(found))


def test_a_matter_on_two_items_is_one_page_and_a_speech_none(tiny: dict[str, str]) -> None:
    again = "  - {no: 3, category: 协商解决重大问题, issue: I-2026-004}\n"
    speech = "  - {no: 4, category: 讲话, issue: I-2026-001, title: 发言}\n"
    files = {**tiny, ISSUE: tiny[ISSUE] + WANTED}
    files["issues/2026/I-2026-001.yaml"] += WANTED
    files[MEETING] = files[MEETING].replace("notes:\n", f"{again}{speech}notes:\n")
    found = asked(files)
    assert [matter.issue for matter in found.matters] == ["I-2026-004"]
    assert rows(found)["建议会议议定"] == "见会议议题材料二之五"


def test_an_unknown_division_is_told_which_there_are(lianxi: Lianxi) -> None:
    ran = lianxi("dossier", "--for", "产业初", "--as-of", DAY)
    assert (ran.code, ran.err) == (2, "没有处室“产业初”，是否想写 产业处？；可以写的有：产业处\n")
    minimal = str(MECHANISMS / "minimal")
    ran = lianxi("dossier", "M-2026-01", "--for", "产业处", "--records", minimal)
    assert (ran.code, ran.out) == (2, "")


def test_a_held_meeting_is_shown_as_of_the_day_before(lianxi: Lianxi) -> None:
    ran = lianxi("dossier", "M-2026-01", "--as-of", DAY)
    assert "按会前一天（2026年2月9日）" in ran.err
    assert "2月10日拟上会" in ran.out


def test_the_sample_by_hand() -> None:
    """On 2026-09-21 the third plenary asks the one division for one matter: I-2026-010."""
    book = load(FolderTree(SAMPLE))
    assert book.mechanism is not None
    unit = find_unit(book.mechanism, "规划与产业政策处")
    assert unit is not None
    found = support(book, SAMPLE_DAY, "M-2026-05", unit)
    assert [matter.issue for matter in found.matters] == ["I-2026-010"]
    assert found.matters[0].chain == (
        "6月15日蕉岭县政府提出→7月6日去函对接→8月12日处室回复→9月4日形成初步解决方案→9月29日拟上会"
    )
    assert rows(found)["市级联系单位"] == "市工业和信息化局"
    whole = dossier(book, SAMPLE_DAY, "M-2026-05")
    assert [sheet.issue for sheet in whole.sheets] == [None, "I-2026-010", "I-2026-011", "I-2025-003", None]
    again = whole.sheets[3].sections[-1].text
    assert again.startswith("2025年9月22日兴宁市政府提出→10月20日规划与产业政策处出具意见→")
    assert "→11月6日第一次会议暂缓研究→2026年8月18日去函规划与产业政策处对接→8月27日" in again

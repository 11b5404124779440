"""What a meeting is told of an item (附件2)."""

from __future__ import annotations

from datetime import date

from lianxi.book import load
from lianxi.reports.materials import Sheet, materials
from lianxi.situation import situation
from lianxi.tree import TextTree

PATH = "meetings/2026/M-2026-02.yaml"
ITEM = """\
  - no: 3
    category: 议定具体合作事项
    issue: I-2026-002
    presenter: 西县政府
    proposed:
      - outcome: 原则同意
        text: 原则同意共建方式
        lead: 西县政府
        measure: |
          完成共建协议
        due: 2027-01-31
      - lead: [东县政府, 西县政府]
        support: [二局]
        measure: |
          编制资金方案
        due: {workdays: 20, after: 印发}
      - lead: 二局
        measure: |
          分阶段推进审批
        milestones:
          - {title: 完成预审, due: 2026-06-30}
          - {title: 完成批复, due: 2026-12-31, due_text: 年底前}
"""


def sheet(tiny: dict[str, str]) -> Sheet:
    text = tiny[PATH].replace("notes:\n", f"{ITEM}notes:\n", 1)
    now = situation(load(TextTree({**tiny, PATH: text})), date(2026, 5, 6))
    return materials(now.book.meetings["M-2026-02"], now)[-1]


def test_only_the_answers_after_a_deferral_count(tiny: dict[str, str]) -> None:
    found = {section.heading: section.text for section in sheet(tiny).sections}
    assert found["省厅有关处室意见"] == "产业处（4月8日）：资金测算可行，建议上会。"
    assert "本次为第2次上会。" in found["基本情况"]
    assert "有关单位意见" not in found


def test_what_is_proposed_reads_as_decisions_do(tiny: dict[str, str]) -> None:
    assert sheet(tiny).sections[-1].text == (
        "（一）原则同意共建方式，由西县政府负责，2027年1月31日前完成共建协议。"
        "（二）由东县政府、西县政府共同牵头，二局配合，纪要印发后20个工作日内编制资金方案。"
        "（三）由二局负责，分阶段推进审批：6月30日前完成预审，年底前完成批复。"
    )

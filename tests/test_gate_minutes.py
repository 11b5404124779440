"""What a merge may do to issued minutes, and to the decisions, tasks and meetings they speak of."""

from __future__ import annotations

import pytest

from lianxi.sealed import digest
from twins import (
    DECISION,
    FIRST,
    PAPER,
    PIPES,
    PUT_OFF,
    SEALED,
    SECOND,
    WATER,
    Edit,
    Files,
    Forbidden,
    allowed,
    both,
    correction,
    forbidden,
    gone,
    lay,
    reseal,
    same,
    swap,
)

ADDED_TASK = (
    "id: T-2026-004\ntitle: 管网验收（示例）\nresolution: {}\nlead: 东县政府\n"
    "measure: 组织验收\ndue: 2026-06-30\n"
)
ADDED_DECISION = (
    "id: R-2026-003\nmeeting: {}\nitem: 1\ntitle: 补记（示例）\ntext: 由一局通报。\n"
    "outcome: 议定\nno_task_reason: 日常工作\n"
)
OUTSIDE = swap(FIRST, f"  sha256: {SEALED}\n", "")
"""Minutes that were issued without lianxi."""
ELSEWHERE = """  corrections:
    - date: 2026-05-06
      place: 首段
      reason: 误
      approved_by: {post: 召集人, unit: 市政府}
      changes:
        - {record: T-2026-001, field: measure, was: 完成供水管网扩建, now: 推进供水管网扩建}
"""
WATERED = "示例园区A供水问题（示例）"
LATER = "      changes:\n        - {record: T-2026-001, field: result, was: null, now: 通水}\n"


def _rows_exchanged(text: str) -> str:
    head, rest = text.split("attendance:\n")
    rows, end = rest.split("recorder:")
    first, second = rows.split("  - person: ")[1:]
    return f"{head}attendance:\n  - person: {second}  - person: {first}recorder:{end}"


FORBIDDEN: dict[str, Forbidden] = {
    "paper edited": Forbidden(
        same, swap(PAPER, "编制供水保障方案。", "编制方案。"), "LX530", "M-2026-01", "编制方案"
    ),
    "paper cut": Forbidden(
        same,
        swap(PAPER, "示例产业共建联席会议办公室　　　　　　2026年2月13日印发", ""),
        "LX530",
        "M-2026-01",
        "",
    ),
    "paper gone": Forbidden(same, gone(PAPER), "LX530", "M-2026-01", "<center>"),
    "resealed": Forbidden(
        same,
        lambda files: reseal(swap(PAPER, "编制供水保障方案。", "编制方案。")(files)),
        "LX530",
        "M-2026-01",
        "  sha256: ",
    ),
    "seal dropped": Forbidden(same, OUTSIDE, "LX530", "M-2026-01", "minutes:"),
    "issued another day": Forbidden(
        same,
        swap(FIRST, "issued_on: 2026-02-13", "issued_on: 2026-02-16"),
        "LX530",
        "M-2026-01",
        "  issued_on:",
    ),
    "another number": Forbidden(
        same,
        swap(FIRST, "issue_no: 1", "issue_no: 3"),
        "LX530",
        "M-2026-01",
        "  issue_no: 3",
    ),
    "another signer": Forbidden(
        same,
        swap(FIRST, "    unit: 市政府\n  signed_on", "    unit: 省厅\n  signed_on"),
        "LX530",
        "M-2026-01",
        "    unit: 省厅",
    ),
    "decision reworded": Forbidden(
        same, lay(DECISION, "text: 由一局负责。\n"), "LX531", "R-2026-001", "text:"
    ),
    "decision of another outcome": Forbidden(
        same,
        swap(PUT_OFF, "outcome: 暂缓", "outcome: 不同意"),
        "LX531",
        "R-2026-002",
        "outcome:",
    ),
    "deferral changed": Forbidden(
        same,
        swap(PUT_OFF, "2026-04-15", "2026-05-15"),
        "LX531",
        "R-2026-002",
        "  bring_back_by:",
    ),
    "another order of those who came": Forbidden(
        same,
        lambda files: {**files, FIRST: _rows_exchanged(files[FIRST])},
        "LX532",
        "M-2026-01",
        "  - person: ",
    ),
    "another site": Forbidden(
        swap(FIRST, "place: 示例市\n", "place: 示例市\nsites: [东县政府]\n"),
        swap(FIRST, "sites: [东县政府]", "sites: [西县政府]"),
        "LX532",
        "M-2026-01",
        "sites: ",
    ),
    "another day of delegation": Forbidden(
        swap(FIRST, "place: 示例市\n", "place: 示例市\ndelegated_on: 2026-02-02\n"),
        swap(FIRST, "delegated_on: 2026-02-02", "delegated_on: 2026-02-03"),
        "LX532",
        "M-2026-01",
        "delegated_on: ",
    ),
    "deferral dropped": Forbidden(
        same,
        lambda files: {**files, PUT_OFF: files[PUT_OFF][: files[PUT_OFF].index("deferred")]},
        "LX531",
        "R-2026-002",
        "id:",
    ),
    "decision for another issue": Forbidden(
        same,
        swap(DECISION, "- I-2026-001", "- I-2026-003"),
        "LX531",
        "R-2026-001",
        "  - I-2026-003",
    ),
    "measure": Forbidden(
        same,
        swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
        "LX531",
        "T-2026-001",
        "measure: |",
    ),
    "support": Forbidden(
        same, swap(PIPES, "  - 二局\n", "  - 西县政府\n"), "LX531", "T-2026-001", "  - 西县政府"
    ),
    "title of a task": Forbidden(
        same, swap(PIPES, "扩建（示例）", "建设（示例）"), "LX531", "T-2026-001", "title:"
    ),
    "source of a task": Forbidden(
        same,
        swap(PIPES, "resolution: R-2026-001", "resolution: R-2026-002"),
        "LX531",
        "T-2026-001",
        "resolution:",
    ),
    "title of an issue": Forbidden(
        same,
        swap(WATER, "title: 示例园区A", "title: 示例园区B"),
        "LX531",
        "I-2026-001",
        "title:",
    ),
    "another field corrected": Forbidden(
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            correction("{record: T-2026-001, field: result, was: null, now: null}"),
        ),
        "LX531",
        "T-2026-001",
        "measure: |",
    ),
    "corrected by other minutes": Forbidden(
        lay(SECOND, "held_on: 2026-05-05\nminutes:\n  issue_no: 2\n  issued_on: 2026-05-05\n"),
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            lay(SECOND, f"minutes:\n  issue_no: 2\n  issued_on: 2026-05-05\n{ELSEWHERE}"),
        ),
        "LX531",
        "T-2026-001",
        "measure: |",
    ),
    "one part of it corrected, another changed": Forbidden(
        same,
        both(
            swap(PUT_OFF, "2026-04-15", "2026-05-15"),
            swap(PUT_OFF, "补充资金测算", "补充测算"),
            correction("{record: R-2026-002, field: deferred.condition, was: 补充资金测算, now: 补充测算}"),
        ),
        "LX531",
        "R-2026-002",
        "  bring_back_by:",
    ),
    "another record corrected": Forbidden(
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            correction("{record: T-2026-002, field: measure, was: 编制供水保障方案, now: 编制供水保障方案}"),
        ),
        "LX531",
        "T-2026-001",
        "measure: |",
    ),
    "corrected from what never stood": Forbidden(
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            correction("{record: T-2026-001, field: measure, was: 研究供水管网扩建, now: 推进供水管网扩建}"),
        ),
        "LX531",
        "M-2026-01",
        "was: 研究供水管网扩建",
    ),
    "corrected and not changed": Forbidden(
        same,
        correction("{record: T-2026-001, field: measure, was: 完成供水管网扩建, now: 推进供水管网扩建}"),
        "LX531",
        "M-2026-01",
        "now: 推进供水管网扩建",
    ),
    "corrected where nothing is": Forbidden(
        same,
        correction("{record: T-2026-001, field: 'lead[4].name', was: null, now: 甲}"),
        "LX531",
        "M-2026-01",
        "lead[4]",
    ),
    "attendance": Forbidden(
        same,
        swap(FIRST, "    title: 示例市市长\n    as: 出席", "    title: 示例市市长\n    as: 缺席"),
        "LX532",
        "M-2026-01",
        "    as: 缺席",
    ),
    "somebody more": Forbidden(
        same,
        swap(FIRST, "recorder:", "  - {person: 示例丁, unit: 二局, as: 出席}\nrecorder:"),
        "LX532",
        "M-2026-01",
        "  - {person: 示例丁",
    ),
    "somebody less": Forbidden(
        same,
        swap(FIRST, "  - person: 示例乙\n    unit: 示例企业A\n    as: 列席\n    items:\n      - 1\n", ""),
        "LX532",
        "M-2026-01",
        "attendance:",
    ),
    "an item more": Forbidden(
        same,
        swap(FIRST, "attendance:\n", "  - {no: 3, category: 协商解决重大问题, title: 另一件}\nattendance:\n"),
        "LX532",
        "M-2026-01",
        "  - {no: 3",
    ),
    "another presenter": Forbidden(
        same,
        swap(FIRST, "presenter: 西县政府", "presenter: 二局"),
        "LX532",
        "M-2026-01",
        "    presenter: 二局",
    ),
    "what the meeting held": Forbidden(
        same,
        swap(FIRST, "    presenter: 西县政府", "    judgement: 条件不成熟\n    presenter: 西县政府"),
        "LX532",
        "M-2026-01",
        "    judgement:",
    ),
    "another chair": Forbidden(
        same,
        swap(FIRST, "  person: 示例甲\n  title", "  person: 示例戊\n  title"),
        "LX532",
        "M-2026-01",
        "  person: 示例戊",
    ),
    "another place": Forbidden(
        same, swap(FIRST, "place: 示例市", "place: 示例县"), "LX532", "M-2026-01", "place:"
    ),
    "another way": Forbidden(same, swap(FIRST, "mode: 现场", "mode: 视频"), "LX532", "M-2026-01", "mode:"),
    "another hour": Forbidden(
        same,
        swap(FIRST, "ends: 2026-02-10T10:30", "ends: 2026-02-10T11:30"),
        "LX532",
        "M-2026-01",
        "ends:",
    ),
    "called off afterwards": Forbidden(
        same,
        lay(FIRST, "cancelled: {date: 2026-05-01, reason: 未开}\n"),
        "LX532",
        "M-2026-01",
        "cancelled:",
    ),
    "one item corrected, another changed": Forbidden(
        same,
        both(
            swap(FIRST, "presenter: 西县政府", "presenter: 二局"),
            swap(FIRST, "    presenter: 东县政府\n", "    presenter: 东县政府\n    judgement: 条件成熟\n"),
            correction("{record: M-2026-01, field: 'agenda[1].judgement', was: null, now: 条件成熟}"),
        ),
        "LX532",
        "M-2026-01",
        "    presenter: 二局",
    ),
    "decision added": Forbidden(
        same,
        lambda files: {**files, "resolutions/2026/R-2026-003.yaml": ADDED_DECISION.format("M-2026-01")},
        "LX533",
        "R-2026-003",
        "meeting:",
    ),
    "task added": Forbidden(
        same,
        lambda files: {**files, "tasks/2026/T-2026-004.yaml": ADDED_TASK.format("R-2026-001")},
        "LX534",
        "T-2026-004",
        "resolution:",
    ),
}
ALLOWED: dict[str, tuple[Edit, Edit]] = {
    "paper with other line ends": (same, lambda files: {**files, PAPER: files[PAPER].replace("\n", "\r\n")}),
    "paper mended": (
        swap(PAPER, "编制供水保障方案。", "编制方案。"),
        swap(PAPER, "编制方案。", "编制供水保障方案。"),
    ),
    "paper that was wrong before": (
        swap(PAPER, "编制供水保障方案。", "编制方案。"),
        swap(PAPER, "编制方案。", "编制预案。"),
    ),
    "seal filled in": (
        OUTSIDE,
        lambda files: swap(
            FIRST,
            "issued_on: 2026-02-13\n",
            f"issued_on: 2026-02-13\n  sha256: {digest(files[PAPER].encode())}\n",
        )(files),
    ),
    "reprinted with a 更正": (
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            swap(PAPER, "完成供水管网扩建。", "完成供水管网扩建。〔注〕"),
            correction("{record: T-2026-001, field: measure, was: 完成供水管网扩建, now: 推进供水管网扩建}"),
        ),
    ),
    "a 更正 of a list": (
        same,
        both(
            swap(PIPES, "  - 二局\n", "  - 二局\n  - 四局\n"),
            correction("{record: T-2026-001, field: support, was: 二局, now: [二局, 四局]}"),
        ),
    ),
    "a 更正 of a title": (
        same,
        both(
            swap(WATER, "title: 示例园区A", "title: 示例园区B"),
            correction(
                f"{{record: I-2026-001, field: title, was: {WATERED}, now: 示例园区B供水问题（示例）}}"
            ),
        ),
    ),
    "a 更正 of one item": (
        same,
        both(
            swap(FIRST, "presenter: 西县政府", "presenter: 二局"),
            correction("{record: M-2026-01, field: 'agenda[2].presenter', was: 西县政府, now: 二局}"),
        ),
    ),
    "a 更正 of a number": (
        same,
        both(
            swap(FIRST, "issue_no: 1", "issue_no: 3"),
            correction("{record: M-2026-01, field: minutes.issue_no, was: 1, now: 3}"),
        ),
    ),
    "a 更正 of the deadline": (
        same,
        both(
            swap(PIPES, "due: 2026-04-15", "due: 2026-04-25"),
            correction("{record: T-2026-001, field: due, was: '2026-04-15', now: '2026-04-25'}"),
        ),
    ),
    "a second 更正": (
        correction("{record: T-2026-001, field: result, was: null, now: 通水}"),
        swap(
            FIRST,
            LATER,
            f"{LATER}    - date: 2026-04-01\n      place: 首段\n      reason: 另一处\n"
            "      approved_by: {post: 召集人, unit: 市政府}\n",
        ),
    ),
    "decisions before the minutes": (
        swap(FIRST, "  issued_on: 2026-02-13\n", ""),
        both(lay(DECISION, "text: 由一局负责。\n"), swap(FIRST, "place: 示例市", "place: 示例县")),
    ),
    "a reason filled in": (same, lay(DECISION, "no_task_reason: 日常工作\n")),
    "work goes on": (same, lay(PIPES, "notes:\n  - {date: 2026-05-06, text: 已催}\n")),
    "reflowed": (same, swap(PIPES, "measure: |\n  完成供水管网扩建\n", "measure: 完成供水管网扩建\n")),
    "paper received late": (
        swap(FIRST, "presenter: 西县政府", "presenter: 西县政府\n    papers: [{by: 西县政府}]"),
        swap(FIRST, "[{by: 西县政府}]", "[{by: 西县政府, received_on: 2026-02-09}]"),
    ),
    "meeting to come": (
        same,
        both(
            swap(SECOND, "place: 示例市", "place: 示例县"),
            swap(SECOND, "presenter: 二局", "presenter: 东县政府"),
        ),
    ),
    "decision of a coming meeting": (
        same,
        lambda files: {**files, "resolutions/2026/R-2026-003.yaml": ADDED_DECISION.format("M-2026-02")},
    ),
    "decision of minutes issued elsewhere": (
        OUTSIDE,
        lambda files: {**files, "resolutions/2026/R-2026-003.yaml": ADDED_DECISION.format("M-2026-01")},
    ),
    "task of minutes issued elsewhere": (
        OUTSIDE,
        lambda files: {**files, "tasks/2026/T-2026-004.yaml": ADDED_TASK.format("R-2026-001")},
    ),
    "decision named in a 更正": (
        same,
        both(
            lambda files: {**files, "resolutions/2026/R-2026-003.yaml": ADDED_DECISION.format("M-2026-01")},
            correction("{record: R-2026-003, field: title, was: null, now: 补记（示例）}"),
        ),
    ),
    "task of an issue": (
        same,
        lambda files: {
            **files,
            "tasks/2026/T-2026-004.yaml": ADDED_TASK.format("R-2026-001").replace(
                "resolution: R-2026-001", "issue: I-2026-001\nassigned_on: 2026-05-06"
            ),
        },
    ),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_forbidden(name: str, whole: Files) -> None:
    forbidden(FORBIDDEN[name], whole)


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name: str, whole: Files) -> None:
    allowed(*ALLOWED[name], whole)

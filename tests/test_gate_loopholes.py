"""Forbidden changes that look like allowed ones, and the allowed ones that they look like."""

from __future__ import annotations

import pytest

from lianxi.sealed import digest
from test_entry_changes import (
    ASKED,
    BY_CONVENER,
    CONFIRMED,
    EXTENDED,
    FIRST,
    ISSUE,
    LIAISON,
    OFFICE_TASK,
    REPORTED,
    Swap,
    base,
    ruled,
    swapped,
    told,
)
from twins import FIRST as HELD
from twins import (
    FLATS,
    PAPER,
    PIPES,
    RULES,
    Edit,
    Files,
    Forbidden,
    allowed,
    both,
    correction,
    forbidden,
    lay,
    same,
    swap,
)

RENAMED = "  - name: 西县政府\n    full: 示例市西县人民政府\n"
EXCHANGED = both(
    swap(RULES, "  - name: 二局\n    full: 示例市第二局\n", "  - name: 四局\n    full: 示例市第二局\n"),
    swap(RULES, "  - name: 四局\n    full: 示例市第四局\n", "  - name: 二局\n    full: 示例市第四局\n"),
)
HANDED_ON = both(
    swap(RULES, RENAMED, "  - name: 西区政府\n    full: 示例市西区人民政府\n"),
    swap(
        RULES, "      - name: 老二局\n", "      - {name: 西县政府, until: 2026-05-05}\n      - name: 老二局\n"
    ),
)

WITHHELD = "disclosure: 不予公开\ndisclosure_reason: 过程性信息\n"


def reprinted(old: str, new: str, *changes: str) -> Edit:
    """The issued minutes with another text, a 更正 with these changes, and the seal of that."""

    def edit(files: Files) -> Files:
        paper = swap(PAPER, old, new)(files)
        made = correction(*changes)(paper)
        return swap(HELD, f"  sha256: {'b' * 64}\n", f"  sha256: {digest(paper[PAPER].encode())}\n")(made)

    return edit


MEASURE = "{record: T-2026-001, field: measure, was: 完成供水管网扩建, now: 推进供水管网扩建}"
FORBIDDEN: dict[str, Forbidden] = {
    "reprinted by hand": Forbidden(
        same, reprinted("4月15日前完成", "8月15日前完成"), "LX535", "M-2026-01", "8月15日"
    ),
    "reprinted by hand beside a 更正": Forbidden(
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            reprinted("编制供水保障方案。", "编制方案。", MEASURE),
        ),
        "LX535",
        "M-2026-01",
        "编制方案",
    ),
    "names exchanged": Forbidden(same, EXCHANGED, "LX541", "mechanism", "  - name: 二局"),
    "name given to another": Forbidden(same, HANDED_ON, "LX541", "mechanism", "西县政府, until"),
    "opened by a denial": Forbidden(
        same,
        both(
            swap(FLATS, WITHHELD, "disclosure: 主动公开\n"),
            lay(FLATS, "notes:\n  - {date: 2026-05-06, text: 企业不同意公开}\n"),
        ),
        "LX543",
        "I-2026-002",
        "disclosure:",
    ),
    "opened by a mark": Forbidden(
        same,
        swap(FLATS, WITHHELD, "disclosure: 依申请公开\ndisclosure_reason: 过程性信息。\n"),
        "LX543",
        "I-2026-002",
        "disclosure:",
    ),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_forbidden(name: str, whole: Files) -> None:
    forbidden(FORBIDDEN[name], whole)


ALLOWED: dict[str, tuple[Edit, Edit]] = {
    "reprinted with what a 更正 says": (
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            reprinted("前完成供水管网扩建", "前推进供水管网扩建〔注〕", MEASURE),
        ),
    ),
    "opened, and a note says for what": (
        same,
        both(
            swap(FLATS, WITHHELD, "disclosure: 主动公开\n"),
            lay(FLATS, "notes:\n  - {date: 2026-05-06, text: 原不予公开，经审查同意公开}\n"),
        ),
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name: str, whole: Files) -> None:
    allowed(*ALLOWED[name], whole)


CORRECTED = """  corrections:
    - date: 2026-05-06
      place: 第一项
      reason: 排印有误
      approved_by: {{post: 召集人, unit: 市政府}}
      changes:
        - {{record: {record}, field: '{field}', was: null, now: null}}
disclosure: 不予公开
"""
NEVER_PRINTED: list[tuple[str, Swap, str, str]] = [
    ("LX510", (FIRST, "管网已铺设八成", "管网已铺设九成"), "T-2026-001", "reports[1].text"),
    ("LX511", (FIRST, "  - {date: 2026-04-20, text: 电话问过}\n", "  []\n"), "T-2026-001", "notes"),
    ("LX508", (EXTENDED, "new_due: 2026-05-08", "new_due: 2026-06-08"), "T-2026-003", "extensions"),
    ("LX510", (ISSUE, "view: 有条件同意", "view: 同意"), "I-2026-004", "consultations[1].view"),
]


@pytest.mark.parametrize(("code", "swap_", "record", "field"), NEVER_PRINTED)
def test_a_correction_excuses_nothing_that_no_minutes_print(
    code: str, swap_: Swap, record: str, field: str
) -> None:
    made = CORRECTED.format(record=record, field=field)
    after = swapped(base(), swap_, ("meetings/2026/M-2026-01.yaml", "disclosure: 不予公开\n", made))
    assert code in [each.code for each in told(base(), after)]


ABOVE = "  - {date: 2026-04-20, reason: 另定, new_due: 2026-06-20, basis: R-2026-002}\n"
SETTLED_ANEW = "new_due: 2026-05-20}\n" + ABOVE
PRINTED: list[tuple[str, str, Swap]] = [
    (
        "T-2026-001",
        "field: 'extensions[2].new_due', was: 2026-06-20, now: 2026-06-25",
        (FIRST, "new_due: 2026-06-20", "new_due: 2026-06-25"),
    ),
    (
        "M-2026-01",
        "field: held_on, was: 2026-02-10, now: 2026-02-09",
        (HELD, "held_on: 2026-02-10", "held_on: 2026-02-09"),
    ),
]


@pytest.mark.parametrize(("record", "change", "swap_"), PRINTED)
def test_a_correction_excuses_what_minutes_print(record: str, change: str, swap_: Swap) -> None:
    """The day of the meeting, and what it settled anew of an older task."""
    before = swapped(base(), (FIRST, "new_due: 2026-05-20}\n", SETTLED_ANEW))
    made = CORRECTED.format(record=record, field="x").replace("field: 'x', was: null, now: null", change)
    corrected = (HELD, "disclosure: 不予公开\n", made)
    assert told(before, swapped(before, swap_, corrected)) == []
    assert told(before, swapped(before, swap_)) != []


UNASKED = ASKED.replace("requested_on", "date")
WAITING = "new_due: 2026-05-20}\n"
GRANTED = UNASKED.replace("}", ", approved_by: {post: 联络员, unit: 一局}, approved_on: 2026-04-21}")


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (UNASKED, "LX505"),
        (GRANTED, "LX505"),
        (ABOVE, ""),
        (ABOVE.replace("R-2026-002", "R-2026-001"), "LX505"),  # the decision that has given the task
        (ABOVE.replace("R-2026-002", "批示"), ""),
    ],
)
def test_only_what_comes_from_above_may_come_late(entry: str, code: str) -> None:
    found = told(ruled(), swapped(ruled(), (FIRST, WAITING, WAITING + entry)))
    assert [each.code for each in found] == ([code] if code else []), found


def test_the_office_cannot_be_moved_to_confirm_what_it_did() -> None:
    """The rule on the office's own tasks is that of the office as it was."""
    moved = ("mechanism.yaml", "  host: 一局\n", "  host: 二局\n")
    found = told(ruled(), swapped(ruled(), moved, (OFFICE_TASK, "", CONFIRMED)))
    assert [each.code for each in found] == ["LX550", "LX521"], found


@pytest.mark.parametrize(
    ("by", "codes"), [(CONFIRMED, ["LX521"]), (CONFIRMED.replace(LIAISON, BY_CONVENER), [])]
)
def test_a_new_name_of_the_office_moves_nothing(by: str, codes: list[str]) -> None:
    named = "  - name: 新一局\n    former: [{name: 一局, until: 2026-05-05}]\n"
    renamed = (
        ("mechanism.yaml", "  - name: 一局\n", named),
        ("mechanism.yaml", "  host: 一局\n", "  host: 新一局\n"),
    )
    found = told(ruled(), swapped(ruled(), *renamed, (OFFICE_TASK, "", by)))
    assert [each.code for each in found if each.code != "LX550"] == codes, found


OFFICE = "  - post: 联络员\n    unit: 一局\n"
LEAD = "  - post: 联络员\n    unit: 西县政府\n"
"""The unit to which the task was passed on."""


@pytest.mark.parametrize(
    ("by", "codes"),
    [
        ("{post: 联络员, unit: 西县政府}", ["LX507"]),
        ("{post: 联络员, unit: 一局}", []),
        ("{post: 召集人, unit: 市政府}", []),
    ],
)
def test_nobody_grants_itself_an_extension_where_nothing_is_settled(by: str, codes: list[str]) -> None:
    before = swapped(base(), ("mechanism.yaml", OFFICE, LEAD + OFFICE))
    granted = WAITING.replace("}", f", approved_by: {by}, approved_on: 2026-04-13}}")
    found = told(before, swapped(before, (FIRST, WAITING, granted)))
    assert [each.code for each in found] == codes, found


def test_what_is_confirmed_is_proved_where_nothing_is_settled() -> None:
    found = told(base(), swapped(base(), (EXTENDED, "", REPORTED + CONFIRMED)))
    assert [each.code for each in found] == ["LX520"]
    assert "默认" in found[0].basis
    settled = swapped(
        base(), ("mechanism.yaml", "rules:\n", "rules:\n  closing: {basis: 配置, evidence: false}\n")
    )
    assert told(settled, swapped(settled, (EXTENDED, "", REPORTED + CONFIRMED))) == []


@pytest.mark.parametrize(
    "text",
    [
        "|\n      管网\n      已铺设八成。\n",
        ">\n      管网\n      已铺设\n      八成。\n",
        "管网已铺设八成。\n",
    ],
)
def test_where_the_lines_of_a_text_break_is_no_change(text: str) -> None:
    after = swapped(base(), (FIRST, "|\n      管网已铺设八成。\n", text))
    assert told(base(), after) == []
    assert told(after, base()) == []


@pytest.mark.parametrize(
    ("wrong", "edit", "codes"),
    [
        ((FIRST, "lead: 东县政府", "lead: 火星"), (FIRST, "lead: 火星", "lead: 东县政府"), []),
        ((FIRST, "    by: 东县政府", "    by: 火星"), (FIRST, "by: 火星", "by: 东县政府"), []),
        ((FIRST, "lead: 东县政府", "lead: 火星"), (FIRST, "due: 2026-04-15", "due: 2026-05-15"), ["LX503"]),
        ((FIRST, "lead: 东县政府", "lead: 火星"), (FIRST, "已铺设八成", "已铺设九成"), ["LX510"]),
    ],
)
def test_what_was_an_error_before_may_be_mended(wrong: Swap, edit: Swap, codes: list[str]) -> None:
    """Records may be older than the gate, and then nothing could be merged any more."""
    before = swapped(base(), wrong)
    assert [each.code for each in told(before, swapped(before, edit))] == codes

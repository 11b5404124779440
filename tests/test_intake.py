"""Spreadsheets as they come in: layouts say the same, what cannot be taken is told with its cell."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TINY, TINY_DAY
from county_sheets import ASKS, FIRST, SECOND, SHEETS, workbook
from lianxi.book import load
from lianxi.intake.proposal import NEW, RECORDED, REFUSED, Proposal
from lianxi.intake.reading import proposal, tables_of
from lianxi.intake.receiving import receive
from lianxi.intake.row_reader import Intake
from lianxi.intake.sheet import NotReadable
from lianxi.intake.values import Reading, Unread, day, due
from lianxi.naming import Register
from lianxi.situation import situation
from lianxi.tree import FolderTree

BOOK = load(FolderTree(TINY))
NOW = situation(BOOK, TINY_DAY)
HEAD = ["企业名称", "县区", "诉求类别", "诉求内容", "收集日期"]
ROW = ["示例企业丁", "东县", "用能", "用电指标不足", "2026-03-02"]


def reading(*, suggested: bool = False, year: int | None = 2026) -> Reading:
    return Reading(NOW, Register(BOOK, NOW.mechanism).lists, year, suggested)


def proposed(data: bytes, name: str = "x.xlsx", *, suggested: bool = False, **given_: str) -> Proposal:
    received = receive(data, name)
    intake = Intake(BOOK, reading(suggested=suggested), given_, name)
    return proposal(received, tables_of(received), intake, BOOK.meetings.get("M-2026-01"))


def row(*values: Any, head: list[str] = HEAD, **options: Any) -> Proposal:
    return proposed(workbook([head, list(values)]), **options)


def refusals(found: Proposal) -> list[tuple[str, str]]:
    return [(each.address, each.why) for line in found.lines for each in line.refused]


# --- layouts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHEETS)
def test_every_layout_says_the_same(name: str) -> None:
    found = proposed(SHEETS[name](), name)
    assert [line.status for line in found.lines] == [NEW, NEW], refusals(found)
    first, second = (line.draft.values for line in found.lines if line.draft)
    assert (first["enterprise"], first["county"], first["category"]) == ("示例企业甲", "东县", "用能")
    assert (first["situation"], first["request"]) == (FIRST, ASKS)
    assert first["collected_on"] == date(2026, 3, 2)
    assert (second["enterprise"], second["county"], second["category"]) == ("示例企业乙", "东县", "用地")
    assert (second["situation"], second["request"]) == (SECOND, SECOND)
    assert second["collected_on"] == date(2026, 3, 3)


def test_what_is_not_taken_is_named() -> None:
    remarks = "\n".join(proposed(SHEETS["titled.xlsx"]()).remarks)
    assert "第6行是合计" in remarks
    assert "第7行是说明" in remarks
    hidden = "\n".join(proposed(SHEETS["hidden.xlsx"]()).remarks)
    assert "筛选或隐藏的行也读了：第5行" in hidden
    assert "隐藏的列也读了：B列" in hidden
    assert "第4行是重复的表头" in hidden
    assert "“填表说明”没有认出表头" in "\n".join(proposed(SHEETS["two-sheets.xlsx"]()).remarks)
    contacts = "\n".join(proposed(SHEETS["formulas.xlsm"](), "formulas.xlsm").remarks)
    assert "“联系人”（C列）、“联系电话”（D列）" in contacts
    assert "有宏" in contacts
    assert "13800138000" not in contacts


@pytest.mark.parametrize("written", ["填报单位：一局", "上报单位（盖章）:示例市第一局　联系人："])
def test_whoever_fills_in_the_sheet_has_collected_it(written: str) -> None:
    found = proposed(workbook([["企业诉求收集表"], [written], HEAD, ROW]))
    (line,) = found.lines
    assert line.draft is not None, refusals(found)
    assert line.draft.values["collected_by"] == "一局"


def test_a_sheet_of_a_unit_that_nobody_knows_is_told_so() -> None:
    (told,) = refusals(proposed(workbook([["填报单位：一一局"], HEAD, ROW])))
    assert "表头上面写的单位" in told[1]
    assert "“一一局”" in told[1]


def test_columns_that_nobody_knows_go_into_a_note_with_their_headers() -> None:
    found = row(*ROW, "去年已反映过", "甲级", head=[*HEAD, "历史情况说明栏", "企业等级"])
    (line,) = found.lines
    assert line.draft is not None
    note = line.draft.values["notes"][0].text
    assert "企业等级：甲级" in note
    assert "来源：x.xlsx“Sheet1”第2行" in note
    assert "去年已反映过" in note or "去年已反映过" in str(line.draft.values)


def test_a_column_without_a_header_is_not_lost() -> None:
    found = row(*ROW, "补充一句")
    assert found.lines[0].draft is not None
    assert "F列：补充一句" in found.lines[0].draft.values["notes"][0].text


def test_numbers_booleans_and_shares_are_texts_as_they_are_seen() -> None:
    def style(sheet: Any) -> None:
        sheet["F2"].number_format = "0.0%"

    data = workbook([[*HEAD, "缺口", "在建", "编码"], [3602, *ROW[1:], 0.355, True, 3602.0]], extra=style)
    (line,) = proposed(data).lines
    assert line.draft is not None
    assert line.draft.values["enterprise"] == "3602"
    note = line.draft.values["notes"][0].text
    assert "缺口：35.5%" in note
    assert "在建：是" in note
    assert "编码：3602\n" in note


# --- values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("3月2日", "“3月2日”没有写年份，是否想写 2026-03-02？"),
        ("2026-02-30", "“2026-02-30”没有这一天"),
        ("2027-01-01", "2027年1月1日还没有到"),
        ("上周", "“上周”不是日期"),
        (12, "“12”不是日期"),
    ],
)
def test_a_day_that_is_none_is_refused_with_its_cell(value: object, why: str) -> None:
    ((address, told),) = refusals(row(*ROW[:4], value))
    assert address == "E2"
    assert told.startswith(why)


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        (2, "用电", "没有类别“用电”，是否想写 用能？"),
        (2, "天气", "没有类别“天气”；可以写："),
        (1, "东", "没有县（市、区）“东”，是否想写 东县？"),
    ],
)
def test_what_is_nearly_right_is_proposed_and_taken_only_when_asked(place: int, value: str, why: str) -> None:
    values = [*ROW[:place], value, *ROW[place + 1 :]]
    found = row(*values)
    assert found.lines[0].status == REFUSED
    assert refusals(found)[0][1].startswith(why)
    if "是否想写" in why:
        assert row(*values, suggested=True).lines[0].status == NEW


def test_units_go_by_any_name_they_bear_on_the_day() -> None:
    head = [*HEAD, "提出单位"]
    for written in ("二局", "示例市第二局", " 二 局"):
        draft = row(*ROW, written, head=head).lines[0].draft
        assert draft is not None
        assert draft.values["raised_by"] == "二局"
    old = row(*ROW[:4], "2025-12-30", "老二局", head=head).lines[0].draft
    assert old is not None
    assert old.values["raised_by"] == "老二局"
    assert refusals(row(*ROW, "老二局", head=head))[0][1].endswith("是否想写 二局？")
    assert "没有单位“二据”，是否想写 二局？" in refusals(row(*ROW, "二据", head=head))[0][1]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026年6月30日前", {"due": date(2026, 6, 30)}),
        ("2026-06-30", {"due": date(2026, 6, 30)}),
        ("年底前", {"due": date(2026, 12, 31), "due_text": "年底前"}),
        ("2026年6月底前", {"due": date(2026, 6, 30), "due_text": "6月底前"}),
        ("印发之日起20个工作日内", {"due": {"workdays": 20, "after": "印发"}}),
        ("长期坚持", {"due": "长期坚持"}),
        ("持续推进", {"due": "长期坚持"}),
    ],
)
def test_deadlines_as_papers_say_them(text: str, meant: dict[str, object]) -> None:
    (sheet,) = receive(workbook([[text]]), "x.xlsx").sheets
    assert due(sheet.cells[1, 1], reading()) == meant


def test_a_deadline_of_several_days_is_not_guessed() -> None:
    (sheet,) = receive(workbook([["6月底前完成初审，9月底前办结"]]), "x.xlsx").sheets
    with pytest.raises(Unread, match="有几个日期"):
        due(sheet.cells[1, 1], reading())


@given(st.dates(date(1990, 1, 1), TINY_DAY))
@settings(max_examples=60, deadline=None)
def test_a_day_is_the_same_in_every_habit(when: date) -> None:
    y, m, d = when.year, when.month, when.day
    texts = [
        when.isoformat(), f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}年{m}月{d}日", f"{y}{m:02}{d:02}",
        f"{y}．{m}．{d}", when, (when - date(1899, 12, 30)).days,
    ]  # fmt: skip
    (sheet,) = receive(workbook([[text] for text in texts]), "x.xlsx").sheets
    assert {day(cell, reading()) for cell in sheet.cells.values()} == {when}


# --- what must stay out ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请联系13800138000", "手机号码"),
        ("身份证11010519491231002X", "身份证号"),
        ("账号 6222021234567890128", "银行卡号"),
        ("电话0753-2345678", "座机号码"),
        ("【机密】", "密级"),
        ("内部资料 严禁外传", "密级"),
    ],
)
def test_private_numbers_and_marks_refuse_the_row_and_are_not_shown(text: str, kind: str) -> None:
    found = row(*ROW[:3], f"用电不足，{text}", ROW[4])
    ((address, why),) = refusals(found)
    assert address == "D2"
    assert kind in why
    digits = "".join(filter(str.isdigit, text))
    assert not digits or digits not in str(found)


def test_a_long_number_that_a_sheet_has_rounded_is_refused() -> None:
    ((address, why),) = refusals(row(*ROW, 440301199001011234, head=[*HEAD, "编码"]))
    assert address == "F2"
    assert "超过15位" in why


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VALUE!"])
def test_a_cell_in_error_is_refused(value: str) -> None:
    assert refusals(row(*ROW[:3], value, ROW[4])) == [("D2", f"公式出错（{value}）：改好或者直接填上值")]


def test_a_formula_without_a_value_is_refused() -> None:
    ((address, why),) = refusals(row("=A1", *ROW[1:]))
    assert address == "A2"
    assert "没有算出值" in why


# --- twice -------------------------------------------------------------------------------------


def test_a_matter_that_is_recorded_is_told_with_its_id() -> None:
    issue = BOOK.issues["I-2026-003"]
    found = row(issue.enterprise, "西县", issue.category, issue.situation, "2026-04-20")
    assert (found.lines[0].status, found.lines[0].id) == (RECORDED, "I-2026-003")


def test_a_matter_that_stands_twice_is_taken_once() -> None:
    found = proposed(workbook([HEAD, ROW, ROW]))
    assert [line.status for line in found.lines] == [NEW, RECORDED]
    assert "第2行" in found.lines[1].told[0]


def test_what_a_record_says_otherwise_is_shown_and_stays() -> None:
    issue = BOOK.issues["I-2026-003"]
    text = f"{issue.situation.strip()}缺口约五十人。"
    head = [*HEAD, "行业"]
    (line,) = row(issue.enterprise, "西县", issue.category, text, "2026-04-20", "电子", head=head).lines
    assert line.id == "I-2026-003"
    assert line.was_now[0][0] == "诉求内容"
    assert [deed.what for deed in line.deeds] == ["补上原来没有的：所属行业（产业链）"]


# --- files that are no tables, and files that are broken ----------------------------------------


def package(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.xlsx", "空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "另存为"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "打开密码"),
        (package(word__document_xml=b"x"), "a.docx", "Word"),
        (package(xl__workbook_bin=b"x"), "a.xlsb", "xlsb"),
        (package(a_txt=b"x"), "a.zip", "压缩文件"),
        (b"PK\x03\x04broken", "a.xlsx", "损坏"),
        (b"<html><table></table></html>", "a.xls", "网页"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"\x00\x01\x02", "a.bin", "不是表格文件"),
        (package(xl__workbook_xml=b"<workbook/>"), "a.xlsx", "损坏"),
        (workbook([["x", "y"]]), "a.xlsx", "没有认出表头"),
        (workbook([]), "a.xlsx", "没有内容"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_advice(data: bytes, name: str, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        proposed(data, name)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianxi.intake.kind.UNPACKED", 10_000)
    with pytest.raises(NotReadable, match="最多读"):
        receive(package(xl__workbook_xml=b"<workbook/>", xl__a_xml=bytes(20_000)), "a.xlsx")


def test_too_many_rows_are_refused_and_blank_ones_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianxi.intake.layout.ROWS", 5)

    def far(sheet: Any) -> None:
        sheet.cell(9_000, 1).number_format = "0.00"

    assert len(proposed(workbook([HEAD, ROW], extra=far)).lines) == 1
    with pytest.raises(NotReadable, match="行以上"):
        receive(workbook([[number] for number in range(9)]), "a.xlsx")


def test_a_doctype_is_refused() -> None:
    out, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(workbook([HEAD, ROW])))
    with zipfile.ZipFile(out, "w") as made:
        for each in source.infolist():
            data = source.read(each)
            if each.filename == "xl/worksheets/sheet1.xml":
                data = b'<!DOCTYPE a [<!ENTITY b "c">]>' + data
            made.writestr(each.filename, data)
    with pytest.raises(NotReadable):
        receive(out.getvalue(), "a.xlsx")


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 3, 1)),
    st.sampled_from(
        ["东县", "用能", "示例企业甲", "2026-03-02", "=1+1", "#REF!", "合计", "注：x", "一局、二局"]
    ),
)


@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), min_size=1, max_size=6))
@settings(max_examples=120, deadline=None)
def test_every_row_is_accounted_for_whatever_stands_in_it(rows: list[list[Any]]) -> None:
    data = workbook([[*HEAD, "备注", "联系人"], *rows])
    received = receive(data, "x.xlsx")
    found = proposed(data)
    filled = {number for number in received.sheets[0].rows if number > 1}
    told = {line.row for line in found.lines}
    told |= {number for number in filled if f"第{number}行是" in "\n".join(found.remarks)}
    assert filled == told
    for line in found.lines:
        assert (line.status == REFUSED) == bool(line.refused)
        if line.draft is not None:
            note = line.draft.values["notes"][0].text
            cell = received.sheets[0].cells.get((line.row, 6))
            assert cell is None or f"备注：{cell.text}" in note


def test_broken_workbooks_are_refused_and_never_crash() -> None:
    draw = random.Random(5)  # noqa: S311 - the same faults on every run
    names = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
    names += ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"]
    whole = SHEETS["two-levels.xlsx"]()
    for _ in range(250):
        source, out, hit = zipfile.ZipFile(io.BytesIO(whole)), io.BytesIO(), draw.choice(names)
        with zipfile.ZipFile(out, "w") as made:
            for each in source.infolist():
                data = bytearray(source.read(each))
                if each.filename == hit:
                    for _ in range(draw.randint(1, 4)):
                        at = draw.randrange(len(data))
                        data[at : at + draw.randint(0, 8)] = draw.randbytes(draw.randint(0, 4))
                made.writestr(each.filename, bytes(data))
        broken = out.getvalue()
        end = draw.randrange(len(broken)) if draw.random() < 0.2 else len(broken)
        with suppress(NotReadable):
            proposed(broken[:end])


# --- the first load ----------------------------------------------------------------------------

WORK: list[Any] = ["序号", "工作任务", "具体措施", "牵头单位", "责任（配合）单位", "完成时限", "备注"]


def test_a_table_of_tasks_becomes_decisions_and_tasks() -> None:
    rows: list[Any] = [
        WORK,
        [
            1,
            "供水管网二期（示例）",
            "建成二期管网",
            "示例市东县人民政府",
            "二局、各县政府",
            "2026年6月30日前",
            "急",
        ],
        [2, "水价方案", "制定水价方案", "由二局牵头，一局配合", None, "年底前", None],
        [3, "巡检", "执行巡检制度", "东县政府、二局", None, "长期坚持", None],
    ]
    found = proposed(workbook(rows), item="1")
    drafts = [line.draft for line in found.lines]
    first, second, third = (draft.values for draft in drafts if draft)
    assert first["resolution"] == "R-2026-001"
    assert (first["lead"], first["support"]) == ("东县政府", ["二局", "各县政府"])
    assert first["due"] == date(2026, 6, 30)
    assert "备注：急" in first["notes"][0].text
    assert (second["lead"], second["support"]) == ("二局", ["一局"])
    assert (second["due"], second["due_text"]) == (date(2026, 12, 31), "年底前")
    assert third["lead"] == ["东县政府", "二局"]
    assert third["report_every"].months == 3


def test_a_row_belongs_to_the_item_whose_title_it_names() -> None:
    head = ["议定事项", "工作任务", "牵头单位", "完成时限"]
    rows = [head, ["示例产业人才公寓问题", "建设公寓", "西县政府", "2026-12-31"]]
    (line,) = proposed(workbook(rows)).lines
    assert line.draft is not None
    assert line.draft.parent is not None
    assert line.draft.parent.values["item"] == 2
    assert line.draft.parent.values["issues"] == ["I-2026-002"]


def test_a_ledger_brings_what_was_reported_and_done() -> None:
    head = [*WORK[:6], "进展情况", "填报日期", "状态", "办结日期", "佐证材料"]
    rows: list[Any] = [
        head,
        [
            1,
            "甲",
            "办甲事",
            "二局",
            None,
            "2026-04-30",
            "已完成",
            "2026-04-20",
            "已办结",
            "2026-04-20",
            "批复",
        ],
        [2, "乙", "办乙事", "二局", None, "2026-04-30", "推进中", None, None, None, None],
    ]
    done, undated = proposed(workbook(rows), item="1").lines
    assert done.draft is not None
    assert done.draft.values["reports"][0].text == "已完成"
    assert done.draft.values["completions"][0].evidence.name == "批复"
    assert undated.refused[0].address == "G3"
    assert "没有日期" in undated.refused[0].why


def test_a_task_of_the_meeting_that_is_there_is_not_written_again() -> None:
    task = BOOK.tasks["T-2026-001"]
    rows: list[Any] = [WORK, [1, task.title, "随便", "二局", None, "2026-06-30", None]]
    (line,) = proposed(workbook(rows), item="1").lines
    assert (line.status, line.id) == (RECORDED, "T-2026-001")


def test_without_an_item_the_agenda_is_shown() -> None:
    rows: list[Any] = [WORK, [1, "甲", "办甲事", "二局", None, "2026-06-30", None]]
    ((address, why),) = refusals(proposed(workbook(rows)))
    assert address == "第2行"
    assert "--item" in why
    assert "2 示例产业人才公寓问题" in why


def test_a_ledger_of_issues_that_comes_back_says_nothing_new() -> None:
    rows: list[list[Any]] = [["编号", *HEAD]]
    for id_, each in BOOK.issues.items():
        text = f"{each.title}\n{each.situation}\n请求：{each.request}"
        rows.append([id_, each.enterprise, each.county, each.category, text, each.collected_on])
    found = proposed(workbook(rows))
    assert [(line.status, line.id) for line in found.lines] == [(RECORDED, id_) for id_ in BOOK.issues]


def test_a_merged_cell_that_runs_over_an_empty_row_makes_no_row_of_it() -> None:
    rows: list[Any] = [HEAD, ROW, ["示例企业戊", None, *ROW[2:]], [], ["合计", None, "2件"]]
    found = proposed(workbook(rows, ["B2:B5"]))
    assert [(line.row, line.status) for line in found.lines] == [(2, NEW), (3, NEW)]

"""Workbooks read back by another library: what was described stands in them, and nothing more."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from lianxi.documents.sheets.filling import LISTS
from lianxi.documents.sheets.limits import fits_in_place, held, length, sheet_names
from lianxi.documents.sheets.workbook import Cell, Chart, Column, Level, Series, Sheet, Table, Workbook
from lianxi.documents.sheets.writing import xlsx
from lianxi.documents.zipped import settled
from lianxi.visible import visible

DAY = date(2026, 9, 21)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "\t=1+1", "\r=1+1")
LIMIT = 32_767


def book_of(*columns: Column, rows: tuple[tuple[Cell, ...], ...] = (), **more: Any) -> Workbook:
    blank = more.pop("blank", 0)
    table = Table(columns, rows, blank=blank)
    return Workbook("标题", DAY, (Sheet("表", "标题", (table,), **more),))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet_of(workbook: Workbook) -> Worksheet:
    found = opened(xlsx(workbook)).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("open_", [True, False])
def test_nothing_is_a_formula_also_when_it_is_edited(text: str, open_: bool) -> None:  # noqa: FBT001
    data = xlsx(book_of(Column("列", 10, open=open_), rows=((text,),)))
    cell = opened(data).worksheets[0]["A3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (visible(text), "s", True)
    assert "<f>" not in parts(data)["xl/worksheets/sheet1.xml"]


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=5))
@example(["<r><t>x</t></r>", "_x0041_", "a\ufffeb", "\x00\x0b", "http://example.invalid", "𠀀😀"])
@example(["1e9", "2026-9-21", "TRUE", " leading and trailing ", "{=1}", "&A&P", "'quoted"])
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    table = Table((Column("列", 10),), tuple((text,) for text in texts))
    title = "".join(texts)[:200]
    page = sheet_of(Workbook(title, DAY, (Sheet(title, title, (table,), lines=(title,)),)))
    read = [page.cell(row, 1) for row in range(4, 4 + len(texts))]
    assert [cell.value or "" for cell in read] == [visible(text) for text in texts]
    assert {cell.data_type for cell in read if cell.value} <= {"s"}


@settings(deadline=None)
@given(st.text(), st.integers(-5, 5))
@example("𠀀", 1)
def test_a_text_too_long_for_a_cell_is_cut_openly(text: str, more: int) -> None:
    long = (text + "长") * ((LIMIT + more) // length(text + "长") + 1)
    kept = held(long)
    assert length(kept) <= LIMIT
    if length(visible(long)) <= LIMIT:
        assert kept == visible(long)
    else:
        sign = kept[kept.rindex("……") :]
        assert sign == "……（以下略：Excel 一格最多 32767 字，全文见记录）"
        assert visible(long).startswith(kept.removesuffix(sign))
        assert length(kept) > LIMIT - 2


def test_a_cell_of_the_greatest_length_is_written_whole() -> None:
    assert sheet_of(book_of(Column("列", 10), rows=(("长" * LIMIT,),)))["A3"].value == "长" * LIMIT
    cut = sheet_of(book_of(Column("列", 10), rows=(("长" * (LIMIT + 1),),)))["A3"].value
    assert isinstance(cut, str)
    assert len(cut) == LIMIT
    assert cut.endswith("全文见记录）")


def test_every_kind_of_cell() -> None:
    columns = (
        Column("文", 10),
        Column("数", 10, "whole"),
        Column("均", 10, "tenths"),
        Column("率", 10, "share"),
        Column("日", 10, "day"),
    )
    page = sheet_of(book_of(*columns, rows=(("甲", 3, 2.5, 0.5, DAY), (None, None, None, None, "长期坚持"))))
    assert [cell.value for cell in page[3]] == ["甲", 3, 2.5, 0.5, datetime(2026, 9, 21)]  # noqa: DTZ001
    assert [cell.value for cell in page[4]] == [None, None, None, None, "长期坚持"]
    formats = [cell.number_format for cell in page[3]]
    assert formats == ["General", "0", "0.0", "0.0%", "yyyy-mm-dd"]
    assert page["E3"].is_date
    assert all(cell.border.left.style == "thin" for row in (3, 4) for cell in page[row])
    assert all(cell.alignment.wrap_text for cell in page[3])
    assert {cell.font.name for cell in page[3]} == {"宋体"}
    assert {page["A1"].font.name, page["A2"].font.name} == {"黑体"}


def test_a_day_that_excel_does_not_know_stays_to_be_read() -> None:
    page = sheet_of(book_of(Column("日", 10, "day"), rows=((date(206, 5, 1),), (date(1900, 3, 1),))))
    assert page["A3"].value == "0206-05-01"
    assert page["A4"].value == datetime(1900, 3, 1)  # noqa: DTZ001


def test_header_filter_freeze_and_print() -> None:
    columns = (Column("甲", 60), Column("乙", 60), Column("丙", 60))
    page = sheet_of(book_of(*columns, rows=(("1", "2", "3"),) * 4, lines=("一", "二"), held=2))
    assert [page.cell(row, 1).value for row in (1, 2, 3, 4)] == ["标题", "一", "二", "甲"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("C5", "A4:C8", "$4:$4")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in {(None, 0), (1, 0)}
    assert page.oddFooter is not None
    assert page.oddFooter.center.text == "第&P页 共&N页"
    assert {str(merged) for merged in page.merged_cells.ranges} == {"A1:C1", "A2:C2", "A3:C3"}


def test_a_table_without_rows_has_its_header_and_no_rules() -> None:
    page = sheet_of(book_of(Column("甲", 10, choices=("一",)), Column("乙", 10)))
    assert (page.max_row, page.auto_filter.ref) == (2, "A2:B2")
    assert page.data_validations.dataValidation == []


def rules(page: Worksheet) -> dict[str, Any]:
    return {str(rule.sqref): rule for rule in page.data_validations.dataValidation}


def test_a_short_list_stands_in_the_rule() -> None:
    page = sheet_of(book_of(Column("甲", 10, choices=("一", "二", "一"), open=True), blank=3))
    rule = rules(page)["A3:A5"]
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", '"一,二"', None)
    assert "名单" in rule.error


@pytest.mark.parametrize(
    "choices", [tuple(f"示例单位{n}" for n in range(60)), ("甲,乙", "丙"), ('说"好"', "丙")]
)
def test_another_list_stands_on_a_sheet_under_a_name(choices: tuple[str, ...]) -> None:
    assert not fits_in_place(choices)
    book = opened(
        xlsx(book_of(Column("甲", 10, choices=choices), Column("乙", 10, choices=choices), blank=2))
    )
    page = book.worksheets[0]
    assert {rule.formula1 for rule in rules(page).values()} == {f"{LISTS}1"}
    assert {rule.errorStyle for rule in rules(page).values()} == {"warning"}  # not open: asked, not refused
    assert book.defined_names[f"{LISTS}1"].attr_text == f"{LISTS}!$A$1:$A${len(choices)}"
    assert book[LISTS].sheet_state == "hidden"
    assert tuple(row[0].value for row in book[LISTS].iter_rows()) == choices


def test_a_sheet_may_be_named_as_the_lists_are() -> None:
    long = tuple(f"示例单位{n}" for n in range(60))
    table = Table((Column("甲", 10, choices=long),), (("甲",),))
    book = opened(xlsx(Workbook("题", DAY, (Sheet(LISTS, "题", (table,)),))))
    assert book.sheetnames == [f"{LISTS}（2）", LISTS]


def test_days_and_numbers_that_are_filled_in_are_checked() -> None:
    columns = (
        Column("日", 10, "day", open=True),
        Column("数", 10, "whole", open=True),
        Column("日", 10, "day"),
    )
    found = rules(sheet_of(book_of(*columns, blank=2)))
    assert {key: rule.type for key, rule in found.items()} == {"A3:A4": "date", "B3:B4": "whole"}
    assert "2026-09-21" in found["A3:A4"].error


def test_only_open_columns_of_a_protected_sheet_may_be_edited() -> None:
    columns = (Column("编号", 10), Column("进展", 10, open=True, note="写做了什么"))
    page = sheet_of(book_of(*columns, rows=(("T-1", None),), blank=1, protected=True))
    assert page.protection.sheet
    assert not page.protection.autoFilter
    assert [[cell.protection.locked for cell in page[row]] for row in (3, 4)] == [[True, False]] * 2
    assert page["B3"].number_format == "@"  # 3-4 is no day
    assert page["B2"].comment is not None
    assert page["B2"].comment.text.endswith("写做了什么")
    assert not sheet_of(book_of(*columns)).protection.sheet


def test_levels_colour_the_cells_of_their_word() -> None:
    column = Column("等级", 10, levels=(Level("逾期", "红"), Level("正常", "绿")))
    page = sheet_of(book_of(column, rows=(("逾期",), ("正常",))))
    [(where, found)] = [(str(each.sqref), each.rules) for each in page.conditional_formatting]
    assert where == "A3:A4"
    fills = {rule.formula[0]: rule.dxf.fill.bgColor.rgb for rule in found}
    assert fills == {'"逾期"': "FFFFC7CE", '"正常"': "FFC6EFCE"}


def test_rows_are_as_high_as_their_texts_and_grow_when_edited() -> None:
    rows = (("短",), ("一二三四五六七八九十" * 3,), ("一\n二\n三",))
    data = xlsx(book_of(Column("列", 10), rows=rows, blank=1))
    page = opened(data).worksheets[0]
    heights = [page.row_dimensions[row].height or 0 for row in (3, 4, 5)]
    assert heights[0] < heights[2] < heights[1] <= 409
    tags = re.findall(r'<row r="(\d+)"([^>]*)>', parts(data)["xl/worksheets/sheet1.xml"])
    assert [number for number, more in tags if "customHeight" in more] == ["1", "2"]


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
@example(["督办台账"] * 3)
@example(["[a]:*?/\\", "'甲'", "History", "", "A" * 40, "a" * 40])
def test_sheets_have_names_that_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < length(name) <= 31
        assert not set(name) & set("[]:*?/\\\n")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


def charted() -> Workbook:
    columns = (Column("单位", 10), Column("逾期", 10, "whole"), Column("办结率", 10, "share"))
    rows = (("甲", 1, 0.5), ("乙", 2, None), ("合计", 3, 0.25))
    table = Table(columns, rows, "一、数字", strong=frozenset({2}))
    chart = Chart("按单位", 0, (Series(1, "红"), Series(2, "蓝", rate=True)), "单位", "项", stacked=True)
    return Workbook("题", DAY, (Sheet("汇总", "题", (table, table), charts=((chart,),)),))


def test_a_chart_takes_its_words_and_figures_from_cells() -> None:
    found = parts(xlsx(charted()))["xl/charts/chart1.xml"]
    assert re.findall("<c:f>(.*?)</c:f>", found) == [
        *("汇总!$B$5", "汇总!$A$6:$A$7", "汇总!$B$6:$B$7"),
        *("汇总!$C$5", "汇总!$A$6:$A$7", "汇总!$C$6:$C$7"),
    ]
    assert re.findall("<a:t>(.*?)</a:t>", found) == ["按单位", "单位", "项", "办结率"]
    assert '<c:grouping val="stacked"/>' in found
    page = opened(xlsx(charted())).worksheets[0]
    assert [page[cell].value for cell in ("A4", "A5", "A6", "C6", "A8")] == [
        "一、数字",
        "单位",
        "甲",
        0.5,
        "合计",
    ]
    assert page["A8"].font.name == "黑体"
    assert page.freeze_panes is None


def test_a_table_that_fits_on_no_page_with_others_begins_a_new_one() -> None:
    rows = tuple((f"行{n}",) for n in range(20))
    tables = tuple(Table((Column("列", 10),), rows, f"表{n}") for n in range(3))
    page = sheet_of(Workbook("题", DAY, (Sheet("表", "题", tables),)))
    starts = [row for row in range(1, page.max_row) if str(page.cell(row, 1).value).startswith("表")]
    assert [each.id for each in page.row_breaks.brk] == [start - 1 for start in starts[1:]]


def test_the_same_description_gives_the_same_bytes() -> None:
    one, other = xlsx(charted()), xlsx(charted())
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
    assert opened(one).properties.created == datetime(2026, 9, 21)  # noqa: DTZ001


def test_an_archive_of_another_system_and_day_becomes_the_same() -> None:
    archives = []
    for system, day in ((0, (2026, 9, 21, 8, 0, 0)), (3, (1999, 1, 1, 0, 0, 0))):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in ("b.xml", "a.xml"):
                entry = zipfile.ZipInfo(name, day)
                entry.create_system = system
                archive.writestr(entry, f"<{name}/>")
        archives.append(out.getvalue())
    assert archives[0] != archives[1]
    assert settled(archives[0]) == settled(archives[1])
    assert list(parts(settled(archives[0]))) == ["b.xml", "a.xml"]

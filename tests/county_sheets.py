"""Ten collection sheets as counties make them: each says the same two matters in a layout of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import openpyxl
import xlsxwriter

Rows = Sequence[Sequence[Any]]

FIRST = "用电指标不足，影响二期投产。"
ASKS = "协调解决用电指标"
SECOND = "扩建用地没有落实。"


def workbook(rows: Rows, merged: Sequence[str] = (), name: str = "Sheet1", extra: Any = None) -> bytes:
    """Rows as an .xlsx; ``extra`` does the rest to the sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for reference in merged:
        sheet.merge_cells(reference)
    if extra is not None:
        extra(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain() -> bytes:
    return workbook(
        [
            ["企业名称", "所在县（市、区）", "诉求类别", "诉求内容", "请求事项", "收集日期"],
            ["示例企业甲", "东县", "用能", FIRST, ASKS, "2026-03-02"],
            ["示例企业乙", "东县", "用地", SECOND, None, "2026-03-03"],
        ]
    )


def _titled() -> bytes:
    """Title rows, real dates, a total and a note below."""
    return workbook(
        [
            ["东县企业诉求收集表", None, None, None, None, None, None],
            ["填报单位：一局", None, None, None, "填报日期：2026年3月5日"],
            ["序号", "单位名称", "县区", "问题类型", "问题描述", "具体诉求", "上报时间"],
            [1, "示例企业甲", "东县", "用能", FIRST, ASKS, date(2026, 3, 2)],
            [2, "示例企业乙", "东县", "用地", SECOND, None, date(2026, 3, 3)],
            ["合计", "2家"],
            ["注：1.本表每月5日前报送。"],
        ],
        ["A1:G1", "A7:G7"],
    )


def _two_levels() -> bytes:
    return workbook(
        [
            ["序号", "企业情况", None, None, "诉求情况", None, None, "填报日期"],
            [None, "企业名称", "所属县区", "行业", "诉求类型", "存在的困难", "希望协调解决的事项", None],
            [1, "示例企业甲", "东县", "电子", "用能", FIRST, ASKS, "2026.3.2"],
            [2, "示例企业乙", "东县", "电子", "用地", SECOND, None, "2026.3.3"],
        ],
        ["A1:A2", "B1:D1", "E1:G1", "H1:H2"],
    )


def _county_merged() -> bytes:
    """县区 over its rows, columns in another order, not in column A."""
    return workbook(
        [
            [None, None],
            [None, "属地", "诉求类别", "诉求企业", "反映问题", "主要诉求", "收集时间", "备注"],
            [None, "东县", "用能", "示例企业甲", FIRST, ASKS, "20260302", "急"],
            [None, None, "用地", "示例企业乙", SECOND, None, "2026年3月3日", None],
        ],
        ["B3:B4"],
    )


def _serials() -> bytes:
    """Days as bare numbers, digits in full width, blanks around."""
    return workbook(
        [
            ["编次", " 企业 名称 ", "县　区", "诉求\n类别", "诉求内容*", "请求事项", "日期"],
            ["１", "示例企业甲 ", " 东县", "用能", f" {FIRST}\n", ASKS, 46083],
            ["２", " 示例企业乙", "东县　", "用地", SECOND, None, 46084.0],
        ]
    )


def _hidden() -> bytes:
    """A hidden row, a hidden column, a filter, blank rows, the header again in the middle."""

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.auto_filter.ref = "A1:F5"
        sheet.auto_filter.add_filter_column(1, ["东县"])

    head = ["企业名称", "所在地", "类别", "困难和问题", "诉求", "登记日期"]
    return workbook(
        [
            head,
            ["示例企业甲", "东县", "用能", FIRST, ASKS, "2026/3/2"],
            [],
            head,
            ["示例企业乙", "东县", "用地", SECOND, None, "2026/3/3"],
        ],
        extra=hide,
    )


def _two_sheets() -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, row in (
        ("一季度", ["示例企业甲", "东县", "用能", FIRST, ASKS, "2026-3-2"]),
        ("二季度", ["示例企业乙", "东县", "用地", SECOND, None, "2026-3-3"]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(["企业名称", "县（市、区）", "诉求类别", "诉求内容", "请求事项", "收集日期"])
        sheet.append(row)
    book.create_sheet("填表说明").append(["请于每月5日前报送"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _formulas() -> bytes:
    """Written by another program, with formulas that have their values and a table of contact data."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("汇总")
    head = ["序号", "企业名称", "联系人", "联系电话", "县区", "事项类别", "诉求内容", "请求事项", "填报日期"]
    sheet.write_row(0, 0, head)
    sheet.write_row(1, 0, [1, "", "示例人", "13800138000", "东县", "用能", FIRST, ASKS, "2026-03-02"])
    sheet.write_formula(1, 1, '="示例企业"&"甲"', None, "示例企业甲")
    sheet.write_row(2, 0, [2, "示例企业乙", "示例人", "", "东县", "用地", "", "", "2026-03-03"])
    sheet.write_rich_string(2, 6, "扩建", book.add_format({"bold": True}), "用地", "没有落实。")
    book.close()
    return out.getvalue()


def _csv() -> bytes:
    lines = [
        "企业名称,所在县区,诉求类别,诉求内容,请求事项,收集日期",
        f"示例企业甲,东县,用能,{FIRST},{ASKS},2026-03-02",
        f"示例企业乙,东县,用地,{SECOND},,2026-03-03",
    ]
    return "\r\n".join(lines).encode("gb18030")


def _matters_merged() -> bytes:
    """Two header rows of which the upper one also stands alone, and a heading between the rows."""
    return workbook(
        [
            ["东县2026年企业诉求台账", None, None, None, None, None],
            ["企业基本信息", None, "诉求", None, None, "时间"],
            ["名称", "所在县区", "分类", "问题及困难情况", "请求支持事项", None],
            ["一、工业企业", None, None, None, None, None],
            ["示例企业甲", "东县", "用能", FIRST, ASKS, "2026-03-02"],
            ["示例企业乙", "东县", "用地", SECOND, "", "2026-03-03"],
            ["填报人：示例人", None, "联系电话：0000", None, None, None],
        ],
        ["A1:F1", "A2:B2", "C2:E2", "F2:F3", "A4:F4"],
    )


SHEETS: dict[str, Callable[[], bytes]] = {
    "plain.xlsx": _plain,
    "titled.xlsx": _titled,
    "two-levels.xlsx": _two_levels,
    "county-merged.xlsx": _county_merged,
    "serials.xlsx": _serials,
    "hidden.xlsx": _hidden,
    "two-sheets.xlsx": _two_sheets,
    "formulas.xlsm": _formulas,
    "gb18030.csv": _csv,
    "matters.xlsx": _matters_merged,
}

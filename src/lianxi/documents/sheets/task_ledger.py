"""督办台账 as a workbook: every task that is a duty, one row each."""

from __future__ import annotations

from datetime import date

from lianxi.book import Book
from lianxi.documents.sheets.levels import legend, task_levels
from lianxi.documents.sheets.workbook import Column, Sheet, Table, Workbook
from lianxi.reports.ledger import COLUMNS, ledger
from lianxi.situation import Situation, situation
from lianxi.status.task import STATUSES
from lianxi.wording import full_date

NAME = "督办台账"


def task_ledger(book: Book, today: date) -> Workbook:
    """The workbook of this ledger alone."""
    sheet = task_sheet(book, situation(book, today))
    return Workbook(sheet.title, today, (sheet,))


def task_sheet(book: Book, now: Situation) -> Sheet:
    """The sheet; its rows are those of the list for spreadsheets, by id."""
    rows = tuple((number, *row) for number, row in enumerate(ledger(book, now.today), 1))
    lines = (f"截至{full_date(now.today)}，共{len(rows)}项。{legend(now)}。",)
    return Sheet(NAME, f"{now.mechanism.name}{NAME}", (Table(_columns(now), rows),), lines, held=3)


def _columns(now: Situation) -> tuple[Column, ...]:
    units = tuple(unit.name for unit in now.mechanism.units)
    areas = tuple(area.name for area in now.mechanism.areas)
    levels = task_levels(now)
    columns = (
        Column("编号", 11, centred=True),
        Column("工作任务", 24),
        Column("来源", 13),
        Column("领域", 9, choices=areas, centred=True),
        Column("牵头单位", 12, choices=units),
        Column("配合单位", 13),
        Column("原定时限", 10.5, "day"),
        Column("现行时限", 10.5, "day"),
        Column("状态", 7, choices=STATUSES, centred=True),
        Column("等级", 8, choices=tuple(level.word for level in levels), levels=levels, centred=True),
        Column("逾期天数", 5.5, "whole"),
        Column("距原定时限逾期天数", 7.5, "whole"),
        Column("报办结日期", 10.5, "day"),
        Column("最近一次报告", 24),
        Column("卡在哪里", 15),
        Column("已采取措施", 14),
        Column("建议", 12),
    )
    assert tuple(column.header for column in columns) == COLUMNS  # noqa: S101 - one name and one order for both
    return (Column("序号", 5, "whole"), *columns)

"""督办台账: every task that is a duty, one row each."""

from __future__ import annotations

from lianxi.documents.sheets.vocabulary import areas, head, legend, task_levels, units
from lianxi.documents.sheets.workbook import Column, Sheet, Table
from lianxi.reports.ledger import COLUMNS, lines
from lianxi.situation import Situation
from lianxi.status.task import STATUSES

NAME = "督办台账"


def sheet(now: Situation) -> Sheet:
    """The rows are those of the list for spreadsheets, by id."""
    rows = tuple((number, *row) for number, row in enumerate(lines(now), 1))
    told = head(f"共{len(rows)}项。{legend(now)}。", now)
    return Sheet(NAME, f"{now.mechanism.name}{NAME}", (Table(_columns(now), rows),), told, held=3)


def _columns(now: Situation) -> tuple[Column, ...]:
    levels = task_levels(now)
    columns = (
        Column("编号", 11, centred=True),
        Column("工作任务", 24),
        Column("来源", 15),
        Column("领域", 9, choices=areas(now), centred=True),
        Column("牵头单位", 11, choices=units(now)),
        Column("配合单位", 12),
        Column("原定时限", 10.5, "day"),
        Column("现行时限", 10.5, "day"),
        Column("状态", 7, choices=STATUSES, centred=True),
        Column("等级", 7, choices=tuple(level.word for level in levels), levels=levels, centred=True),
        Column("逾期天数", 5, "whole"),
        Column("距原定时限逾期天数", 7, "whole"),
        Column("报办结日期", 10.5, "day"),
        Column("最近一次报告", 24),
        Column("卡在哪里", 15),
        Column("已采取措施", 14),
        Column("建议", 11),
    )
    assert tuple(column.header for column in columns) == COLUMNS  # noqa: S101 - one name and order for both
    return (Column("序号", 5, "whole"), *columns)

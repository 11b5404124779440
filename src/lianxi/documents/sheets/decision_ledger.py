"""议定事项台账: every decision, one row for each of its tasks."""

from __future__ import annotations

from lianxi.documents.sheets.vocabulary import head, legend, task_levels, units
from lianxi.documents.sheets.workbook import Cell, Column, Sheet, Table
from lianxi.reports.decision_ledger import Row, decision_ledger
from lianxi.situation import Situation

NAME = "议定事项台账"


def sheet(now: Situation) -> Sheet:
    """The columns that ledgers of decisions have everywhere, and the number by which a row is known."""
    rows = tuple(_cells(number, row) for number, row in enumerate(decision_ledger(now), 1))
    told = head(f"共{len(rows)}项。{legend(now)}。", now)
    return Sheet(NAME, f"{now.mechanism.name}{NAME}", (Table(_columns(now), rows),), told, held=2)


def _columns(now: Situation) -> tuple[Column, ...]:
    levels = task_levels(now)
    return (
        Column("序号", 5, "whole"),
        Column("编号", 11, centred=True),
        Column("会议(期次)", 11),
        Column("议定事项", 29),
        Column("牵头单位", 11, choices=units(now)),
        Column("配合单位", 13),
        Column("完成时限", 10.5, "day"),
        Column("进展情况", 29),
        Column("存在问题", 15),
        Column("下一步措施", 16),
        Column("状态", 7, centred=True),
        Column("预警", 7, choices=tuple(level.word for level in levels), levels=levels, centred=True),
        Column("备注", 20),
    )


def _cells(number: int, row: Row) -> tuple[Cell, ...]:
    return (
        number,
        row.id,
        row.meeting,
        row.matter,
        row.lead,
        row.support,
        row.due,
        row.progress,
        row.stuck,
        row.next_step,
        row.status,
        row.level,
        row.remark,
    )

"""办理统计: how the tasks stand and how they were handled, by unit, area, county and meeting."""

from __future__ import annotations

from lianxi.documents.sheets.vocabulary import head
from lianxi.documents.sheets.workbook import Cell, Column, Sheet, Table
from lianxi.reports.handling import Line, handling
from lianxi.situation import Situation

NAME = "办理统计"
_WHAT_IS_COUNTED = (
    "说明：各组按名单次序列出，不是排名。已办结包括已销号和待核销；办结率＝已办结（不含长期坚持）÷计算办结率的任务，"
    "没有可算的空着；按期以最后批准的时限为准；用时是交办到报办结的自然日；双牵头的任务只计一次，计在汇总报告的单位。"
)


def sheet(now: Situation) -> Sheet:
    """One table, so that it can be filtered: the groups of one kind below those of another."""
    rows: list[tuple[Cell, ...]] = []
    strong = set()
    for table in handling(now):
        for line in table.lines:
            if line.total:
                strong.add(len(rows))
            rows.append(_cells(table.name, line))
    told = (*head("历年交办的任务。" if rows else "还没有交办的任务。", now), _WHAT_IS_COUNTED)
    only = Table(_COLUMNS, tuple(rows), strong=frozenset(strong))
    return Sheet(NAME, f"{now.mechanism.name}{NAME}", (only,), told, held=2)


_COLUMNS = (
    Column("分组", 14, centred=True),
    Column("名称", 24),
    Column("任务数", 7, "whole"),
    Column("已办结", 7, "whole"),
    Column("已销号", 7, "whole"),
    Column("待核销", 7, "whole"),
    Column("正在办理", 7, "whole"),
    Column("逾期", 6, "whole"),
    Column("滞后", 6, "whole"),
    Column("临期", 6, "whole"),
    Column("待上级批复", 8, "whole"),
    Column("正常", 6, "whole"),
    Column("长期坚持", 7, "whole"),
    Column("暂缓", 6, "whole"),
    Column("计算办结率的任务", 10, "whole"),
    Column("其中已办结", 8, "whole"),
    Column("办结率", 9, "share"),
    Column("按期办结", 7, "whole"),
    Column("按原定时限办结", 8, "whole"),
    Column("平均用时（天）", 9, "tenths"),
    Column("批准延期", 7, "whole"),
    Column("退办", 6, "whole"),
)


def _cells(group: str, line: Line) -> tuple[Cell, ...]:
    stand, handled = line.stand, line.handled
    return (
        group,
        line.name,
        stand.tasks,
        stand.done,
        stand.confirmed,
        stand.waiting,
        stand.in_hand,
        stand.overdue,
        stand.stale,
        stand.due_soon,
        stand.awaiting,
        stand.on_track,
        stand.lasting,
        stand.suspended,
        stand.rate_of,
        stand.rate_done,
        stand.rate_done / stand.rate_of if stand.rate_of else None,
        handled.on_time,
        handled.on_time_at_first,
        float(handled.mean_days) if handled.mean_days else None,
        handled.extended,
        handled.returned,
    )

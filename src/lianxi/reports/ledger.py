"""Every task that is a duty, one row each (督办台账)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.book import Book
from lianxi.reports.dimension import area_of
from lianxi.reports.overdue import counted_tasks
from lianxi.reports.task_row import row
from lianxi.situation import Situation, situation
from lianxi.status.stage import ended_on
from lianxi.status.task import TaskStanding
from lianxi.wording import listed

COLUMNS = (
    "编号",
    "工作任务",
    "来源",
    "领域",
    "牵头单位",
    "配合单位",
    "原定时限",
    "现行时限",
    "状态",
    "等级",
    "逾期天数",
    "距原定时限逾期天数",
    "报办结日期",
    "最近一次报告",
    "卡在哪里",
    "已采取措施",
    "建议",
)
Value = str | int | date | None


def ledger(book: Book, today: date) -> Iterator[tuple[Value, ...]]:
    """The rows by id, as ``COLUMNS`` names them."""
    return lines(situation(book, today))


def lines(now: Situation) -> Iterator[tuple[Value, ...]]:
    """The same, of records that are already looked at on their day."""
    for found in counted_tasks(now):
        yield _line(found, now)


def _line(found: TaskStanding, now: Situation) -> tuple[Value, ...]:
    told, stage = row(found, now), found.stage
    return (
        told.id,
        told.title,
        told.source,
        area_of(found, now),
        told.lead,
        listed(found.task.support),
        stage.original if stage else told.due,
        stage.due if stage else told.due,
        found.status,
        told.level,
        told.late,
        told.late_at_first,
        ended_on(found.task),
        told.last_report,
        told.stuck,
        told.taken,
        told.advice,
    )

"""How a plan calls a task: 用能指标审核（市发展改革局牵头）."""

from __future__ import annotations

from datetime import date

from lianxi.schema.deadline import STANDING
from lianxi.status.stage import Stage
from lianxi.status.task import TaskStanding
from lianxi.wording import bare, listed, short_date

UNSET = "待定"


def name(found: TaskStanding) -> str:
    """Its title and who leads it."""
    return f"{bare(found.task.title)}（{listed(found.lead)}牵头）"


def name_with_deadline(found: TaskStanding, today: date) -> str:
    """The same with the day by which it is to be done."""
    return f"{bare(found.task.title)}（{listed(found.lead)}牵头，{_until(found, today)}）"


def day(stage: Stage, today: date) -> str:
    """6月30日; 待定 where the event it counts from has not come."""
    return short_date(stage.due, today) if stage.due is not None else UNSET


def _until(found: TaskStanding, today: date) -> str:
    if found.task.due == STANDING:
        return STANDING
    if found.due is None:
        return f"时限{UNSET}"
    stages = len(found.stages)
    head = f"分{stages}个阶段，最近的" if stages > 1 else ""
    return f"{head}{short_date(found.due, today)}前完成"

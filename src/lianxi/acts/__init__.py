"""ONE FILE, ONE ACT on a task: what was said of it becomes a change of its record, or is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.task import CANCELLED, CONFIRMED, UNASSIGNED, UNSOURCED, task_standing
from lianxi.wording import full_date


class NotAllowed(Exception):
    """Why a record does not take an act, in Chinese: what is in the way, on whose word, what to do."""


def place_of(day: date, days: Iterable[date | None]) -> int | None:
    """Before which entry one of ``day`` belongs, for entries stand by their days; ``None`` is the end."""
    return next((place for place, other in enumerate(days) if other is not None and other > day), None)


def require_in_hand(task: Task, now: Situation, doing: str) -> None:
    """The task has been assigned, and neither confirmed nor cancelled. Raises ``NotAllowed``."""
    status = task_standing(task, now).status
    if status == CONFIRMED and task.confirmation is not None:
        raise NotAllowed(f"任务已于{full_date(task.confirmation.date)}销号，不能再{doing}")
    if status == CANCELLED and task.cancelled is not None:
        raise NotAllowed(f"任务已于{full_date(task.cancelled.date)}撤销，不能再{doing}")
    if status == UNASSIGNED:
        raise NotAllowed(f"任务还没有交办（纪要没有印发），还不能{doing}")
    if status == UNSOURCED:
        raise NotAllowed(f"任务的来源 {task.resolution} 读不出来，运行 lianxi check 改好，再{doing}")

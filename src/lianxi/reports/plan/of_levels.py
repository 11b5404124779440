"""Which tasks a merge makes 逾期, 滞后 or 临期, and which it takes out of it, on the same day."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.naming_tasks import name
from lianxi.reports.plan.sides import Sides
from lianxi.status.task import DUE_SOON, OVERDUE, STALE, UNSOURCED, task_standing

_LEVELS = (OVERDUE, STALE, DUE_SOON)
BECOMES = {level: Kind(f"转为{level}", f"{{}}项将转为{level}") for level in _LEVELS}
CEASES = {level: Kind(f"不再{level}", f"{{}}项不再{level}") for level in _LEVELS}
KINDS = (*BECOMES.values(), *CEASES.values())


def level_changes(sides: Sides) -> Iterator[Change]:
    """Of every task that is there afterwards, also of a new one that is late at once."""
    for was, now in sides.tasks:
        if now is None:
            continue
        after = task_standing(now, sides.after)
        before = task_standing(was, sides.before) if was is not None else None
        if UNSOURCED in {after.status, before.status if before else ""}:
            continue
        old, new = before.level if before else None, after.level
        if old != new and new in BECOMES:
            yield Change(BECOMES[new], now.id, name(after))
        if old != new and old in CEASES:
            yield Change(CEASES[old], now.id, name(after))

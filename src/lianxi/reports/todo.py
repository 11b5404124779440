"""What needs the liaison today, out of everything that is owed."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.obligations import Obligation, chasing, completion
from lianxi.obligations import papers as papers_duty
from lianxi.status.task import DUE_SOON, OVERDUE, STALE

PRESSING = frozenset({OVERDUE, STALE, DUE_SOON})


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to see to today, with the ladder's next step where the office must take one."""

    owed: Obligation
    chase: Obligation | None


def todos(owed: list[Obligation]) -> list[Todo]:
    """What waits for an answer, what is late, and what falls due within the warning time."""
    steps = {entry.record: entry for entry in owed if entry.duty == chasing.DUTY}
    return [
        Todo(entry, steps.get(entry.record) if entry.duty == completion.DUTY else None)
        for entry in owed
        if _is_for_today(entry)
    ]


def _is_for_today(entry: Obligation) -> bool:
    if entry.duty == chasing.DUTY:
        return False
    if entry.duty == papers_duty.DUTY:
        return entry.level == OVERDUE
    return entry.waits or entry.level in PRESSING

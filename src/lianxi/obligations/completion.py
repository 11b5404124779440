"""办理: the lead finishes its task, stage by stage, by the deadline that counts now."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation
from lianxi.situation import Situation
from lianxi.status.citation import source_of
from lianxi.status.task import ON_TRACK, OVERDUE, TaskStanding, task_standing

DUTY = "办理"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each task that is assigned and not yet reported done."""
    for task in now.book.tasks.values():
        standing = task_standing(task, now)
        if standing.open:
            yield obligation(standing, now)


def obligation(standing: TaskStanding, now: Situation) -> Obligation:
    """What the lead of one task owes."""
    task, stage = standing.task, standing.stage
    return Obligation(
        DUTY,
        task.id,
        standing.lead,
        standing.title,
        source_of(task, now),
        standing.level or ON_TRACK,
        standing.due,
        standing.late if standing.level == OVERDUE else 0,
        stage.provisional if stage else False,
        standing.last_report.text if standing.last_report else "",
    )

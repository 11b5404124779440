"""Which deadline an extension extends, and where in the record the one that counts is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from lianxi.fault import Loc
from lianxi.schema.task import Extension, Task
from lianxi.situation import Situation
from lianxi.status.stage import Stage, stages_of
from lianxi.status.task import assignment, meeting_of


def extended_deadline(task: Task, index: int, now: Situation) -> date | None:
    """The deadline that extension ``index`` extends: the last one granted before it, else the original.

    ``None`` where it is not known for certain: 待定, 暂定, or an earlier one that extends nothing or
    was answered on no day.
    """
    milestone, before = task.extensions[index].milestone, task.extensions[:index]
    if any(entry.approved_by is not None and entry.approved_on is None for entry in before):
        return None
    then = task.model_copy(update={"extensions": before})
    stages = stages_of(then, meeting_of(task, now), assignment(task, now), now)
    stage = next((stage for stage in stages if stage.title == milestone), None)
    if stage is None or stage.original is None or stage.provisional:
        return None
    granted = (entry.new_due for entry in before if entry.granted and entry.milestone == milestone)
    rising = all(day < later for day, later in pairwise([stage.original, *granted]))
    return stage.due if rising else None


def passed_before_request(task: Task, index: int, now: Situation) -> date | None:
    """The deadline that had passed when extension ``index`` was asked for; what was refused is past."""
    extension = task.extensions[index]
    asked = extension.day()
    if is_from_above(extension, task) or asked is None or extension.refused_on is not None:
        return None
    if extension.approved_on is not None and extension.approved_on < asked:
        return None  # an answer before the request is told by itself
    due = extended_deadline(task, index, now)
    return due if due is not None and asked > due else None


def is_from_above(extension: Extension, task: Task) -> bool:
    """Whether a later meeting or a 批示 has set it; the decision that gave the task says nothing new."""
    return extension.basis is not None and extension.basis != task.resolution


def approvals(extensions: Iterable[Extension], task: Task) -> Counter[str | None]:
    """How often each deadline of the task, of a stage or of the whole, was extended on request."""
    return Counter(
        entry.milestone
        for entry in extensions
        if entry.approved_on is not None and not is_from_above(entry, task)
    )


def most(count: int) -> str:
    """最多2次; 不办延期 where none is granted."""
    return f"最多{count}次" if count else "不办延期"


def deadline_loc(task: Task, stage: Stage | None) -> Loc:
    """Where the deadline of ``stage`` is written: the last granted extension, the stage, or ``due``."""
    title = stage.title if stage else None
    for index, extension in reversed(list(enumerate(task.extensions))):
        if extension.granted and extension.milestone == title:
            return ("extensions", index, "new_due")
    for index, milestone in enumerate(task.milestones):
        if milestone.title == title:
            return ("milestones", index, "due")
    return ("due",)

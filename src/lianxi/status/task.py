"""Where a task stands: its status and its level."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lianxi.as_of import cut
from lianxi.schema.base import Duration
from lianxi.schema.deadline import STANDING
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Completion, Extension, Report, Task, Upward
from lianxi.situation import Situation
from lianxi.status.meeting import issued_on
from lianxi.status.stage import Stage, stage_title, stages_of, standing_completion

OVERDUE, STALE, DUE_SOON, ON_TRACK = "逾期", "滞后", "临期", "正常"
AWAITING, DONE, CONFIRMED = "待上级批复", "已办结", "已销号"
SUSPENDED, CANCELLED, UNASSIGNED, UNSOURCED = "暂缓", "撤销", "未交办", "来源未读入"
NOT_STARTED, IN_HAND = "未启动", "办理中"
STATUSES = (NOT_STARTED, IN_HAND, SUSPENDED, DONE, CONFIRMED, CANCELLED)
"""What a task that has been assigned can be, as it goes on."""
LEVELS = (OVERDUE, STALE, DUE_SOON, AWAITING, ON_TRACK, STANDING, SUSPENDED, DONE, CONFIRMED)
"""The levels, the worst first; 已办结 and 已销号 are the two that end the chasing."""


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """A task as of a day."""

    task: Task
    assigned_on: date | None
    lead: tuple[str, ...]
    status: str
    level: str | None
    stages: tuple[Stage, ...]
    stage: Stage | None
    last_report: Report | None
    last_word_on: date | None
    completion: Completion | None
    awaiting: Upward | None
    pending: Extension | None
    extended: int

    @property
    def title(self) -> str:
        """Its title, with the stage that counts now while it is in hand."""
        return stage_title(self.task, self.stage if self.open else None)

    @property
    def late(self) -> int:
        """Calendar days past the deadline that counts now; 0 when it is not late."""
        return self.stage.late if self.stage and self.counted else 0

    @property
    def due(self) -> date | None:
        """The deadline that counts now."""
        return self.stage.due if self.stage else None

    @property
    def open(self) -> bool:
        """Whether something is still to be done on it."""
        return self.status in {NOT_STARTED, IN_HAND, SUSPENDED}

    @property
    def counted(self) -> bool:
        """Whether it is a duty at all: assigned, and not withdrawn."""
        return self.status not in {UNASSIGNED, UNSOURCED, CANCELLED}


def task_standing(task: Task, now: Situation) -> TaskStanding:
    """Where ``task`` stands, derived once a day; ``now`` holds the records as of its day."""
    if task.id not in now.tasks:
        now.tasks[task.id] = _derive(task, now)
    found: TaskStanding = now.tasks[task.id]
    return found


def standing_on(task: Task, day: date, now: Situation) -> TaskStanding:
    """Where ``task`` stood on an earlier ``day``; ``now`` may hold the whole book."""
    return _derive(cut(task, day), replace(now, today=day, tasks={}, issues={}))


def _derive(task: Task, now: Situation) -> TaskStanding:
    meeting = meeting_of(task, now)
    assigned = assigned_on(task, now)
    status = _status(task, assigned, now.today, unsourced=_unsourced(task, now))
    stages = tuple(stages_of(task, meeting, assigned, now))
    last = max(task.reports, key=lambda report: report.date, default=None)
    level = _level(status, task, stages, now)
    return TaskStanding(
        task,
        assigned,
        acting_lead(task, now),
        status,
        level,
        stages,
        _current(stages),
        last,
        last.date if last else assigned,
        standing_completion(task),
        _awaiting(task) if status in {NOT_STARTED, IN_HAND} else None,
        _pending(task),
        sum(1 for extension in task.extensions if extension.granted),
    )


def meeting_of(task: Task, now: Situation) -> Meeting | None:
    """The meeting whose decision gave the task."""
    resolution = now.book.resolutions.get(task.resolution or "")
    return now.book.meetings.get(resolution.meeting) if resolution else None


def assigned_on(task: Task, now: Situation) -> date | None:
    """交办: its own day, else the day the minutes were issued; ``None`` before it."""
    day = assignment(task, now)
    return day if day is None or day <= now.today else None


def assignment(task: Task, now: Situation) -> date | None:
    """The day of 交办 that the records name, be it still to come."""
    if task.assigned_on is not None:
        return task.assigned_on
    meeting = meeting_of(task, now)
    if meeting is not None:
        return issued_on(meeting)
    return task.instructions[0].date if task.instructions else None


def acting_lead(task: Task, now: Situation) -> tuple[str, ...]:
    """Who leads today: the written leads, as reassigned, each under the name it bears now."""
    leads = list(task.lead)
    for change in task.reassignments:
        bearers = [name for name in leads if change.from_ in {name, now.bearer(name, change.date)}]
        leads = [change.to if name in bearers else name for name in leads] if bearers else [*leads, change.to]
    return tuple(dict.fromkeys(now.present(name) for name in leads))


def _unsourced(task: Task, now: Situation) -> bool:
    """Whether the decision it comes from, or that decision's meeting, cannot be read."""
    resolution = now.book.resolutions.get(task.resolution or "")
    lost = now.book.unreadable
    return task.resolution in lost or (resolution is not None and resolution.meeting in lost)


def _awaiting(task: Task) -> Upward | None:
    """The last paper sent upward that has no reply."""
    return next((entry for entry in reversed(task.upward) if entry.replied_on is None), None)


def _pending(task: Task) -> Extension | None:
    """The last request without an answer; a later grant from above answers it too."""
    for extension in reversed(task.extensions):
        if extension.granted:
            return None
        if extension.refused_on is None and extension.refused_by is None:
            return extension
    return None


def _status(task: Task, assigned: date | None, today: date, *, unsourced: bool) -> str:
    if task.cancelled is not None:
        return CANCELLED
    if assigned is None:
        return UNSOURCED if unsourced else UNASSIGNED
    if task.confirmation is not None:
        return CONFIRMED
    if standing_completion(task) is not None:
        return DONE
    if any(
        entry.since <= today and (entry.until is None or entry.until >= today) for entry in task.suspensions
    ):
        return SUSPENDED
    stage_done = any(milestone.done_on for milestone in task.milestones)
    return IN_HAND if task.reports or task.upward or task.completions or stage_done else NOT_STARTED


def _current(stages: tuple[Stage, ...]) -> Stage | None:
    """The open stage that is latest, else the one due first; the last one when all are done."""
    still_open = [stage for stage in stages if stage.done_on is None]
    if not still_open:
        return stages[-1] if stages else None
    return min(still_open, key=lambda stage: (-stage.late, stage.due or date.max))


def _level(status: str, task: Task, stages: tuple[Stage, ...], now: Situation) -> str | None:
    if status in {CANCELLED, UNASSIGNED, UNSOURCED}:
        return None
    return status if status in {CONFIRMED, DONE, SUSPENDED} else _running_level(task, stages, now)


def _running_level(task: Task, stages: tuple[Stage, ...], now: Situation) -> str:
    """The level of a task in hand; 待上级批复 takes the place of 逾期 and 滞后 only."""
    stale = _stale(task, now)
    due = [stage for stage in stages if stage.done_on is None and stage.due is not None]
    past = any(stage.due is not None and stage.due < now.today for stage in due)
    if _awaiting(task) is not None and (past or stale):
        return AWAITING
    if any(stage.late for stage in due):
        return OVERDUE
    if stale:
        return STALE
    soon = now.workdays.after(now.today, now.terms.due_soon.value).day
    if any(stage.due is not None and stage.due <= soon for stage in due):
        return DUE_SOON
    return STANDING if task.due == STANDING else ON_TRACK


def patience(task: Task, now: Situation) -> Duration | None:
    """For how long no report is no 滞后; ``None`` where nothing is settled (无变化免报)."""
    return task.report_every if task.due == STANDING else now.terms.stale_after.value


def _stale(task: Task, now: Situation) -> bool:
    assigned = assigned_on(task, now)
    wait = patience(task, now)
    words = [report.date for report in task.reports] or ([assigned] if assigned else [])
    return wait is not None and bool(words) and now.workdays.after(max(words), wait).day < now.today

"""What a merge changes in tasks: given, worked on, done, returned, confirmed, passed on, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.reply import notice_name
from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.naming_tasks import name, name_with_deadline
from lianxi.reports.plan.sides import Sides
from lianxi.schema.labels import label_at
from lianxi.schema.task import Notice, Task
from lianxi.status.task import (
    CANCELLED,
    CONFIRMED,
    DONE,
    SUSPENDED,
    UNASSIGNED,
    UNSOURCED,
    TaskStanding,
    task_standing,
)
from lianxi.wording import bare, listed, short_date

GIVEN = Kind("交办", "新增督办任务{}项")
TO_BE_GIVEN = Kind("待交办", "新增{}项任务，纪要印发后交办")
LOST = Kind("删去任务", "删去任务{}项")
PASSED_ON = Kind("变更牵头单位", "{}项任务变更牵头单位", alone=True)
REWORDED = Kind("改任务内容", "{}项任务的内容改动", alone=True)
SUSPENDED_NOW = Kind("暂缓办理", "{}项任务暂缓办理", alone=True)
RESUMED = Kind("恢复办理", "{}项任务恢复办理", alone=True)
WITHDRAWN = Kind("撤销", "撤销任务{}项", alone=True)
SENT_UP = Kind("报上级", "{}项任务报上级，待批复", alone=True)
REPLIED = Kind("上级批复", "{}项任务得到上级批复", alone=True)
STAGE_DONE = Kind("阶段完成", "{}个阶段完成", alone=True)
REPORTED_DONE = Kind("报办结", "{}项任务报办结，待销号", alone=True)
RETURNED = Kind("退办", "{}项任务退办", alone=True)
CLOSED = Kind("销号", "{}项任务销号", alone=True)
PROGRESS = Kind("进展报告", "新增进展报告{}条")
CHASED = Kind("催办", "发出催办{}件", alone=True)
ANSWERED = Kind("反馈", "催办得到反馈{}件", alone=True)
INSTRUCTED = Kind("批示", "新增批示{}条")
KINDS = (
    *(GIVEN, TO_BE_GIVEN, LOST, PASSED_ON, REWORDED, SUSPENDED_NOW, RESUMED, WITHDRAWN, SENT_UP, REPLIED),
    *(STAGE_DONE, REPORTED_DONE, RETURNED, CLOSED, PROGRESS, CHASED, ANSWERED, INSTRUCTED),
)
_CONTENT = ("title", "measure", "result", "support")
_DRAFT = (*_CONTENT, "lead", "due", "due_text", "milestones")


def task_changes(sides: Sides) -> Iterator[Change]:
    """What becomes of every task, as far as both sides can be read."""
    for was, now in sides.tasks:
        before = task_standing(was, sides.before) if was is not None else None
        after = task_standing(now, sides.after) if now is not None else None
        if UNSOURCED in {found.status for found in (before, after) if found is not None}:
            continue
        if after is None:
            yield from _lost(before)
        elif before is None or before.status == UNASSIGNED != after.status:
            yield from _new(after, sides)
            yield from _entries(_blank(after.task) if before is None else before.task, after, sides)
        else:
            yield from _drafted(before, after) if after.status == UNASSIGNED else _kept(before, after, sides)


def _lost(before: TaskStanding | None) -> Iterator[Change]:
    if before is not None and before.status != CANCELLED:
        yield Change(LOST, before.task.id, name(before))


def _new(after: TaskStanding, sides: Sides) -> Iterator[Change]:
    if after.status == UNASSIGNED:
        yield Change(TO_BE_GIVEN, after.task.id, name_with_deadline(after, sides.today))
    elif after.status != CANCELLED:
        yield Change(GIVEN, after.task.id, name_with_deadline(after, sides.today))
        yield from _status("", after)


def _blank(task: Task) -> Task:
    """The task before anything was said of it."""
    lists = ("reports", "completions", "notices", "upward", "reassignments", "instructions", "extensions")
    return task.model_copy(update=dict.fromkeys(lists, ()))


def _drafted(before: TaskStanding, after: TaskStanding) -> Iterator[Change]:
    """A task that waits for its minutes is still a draft, and freely edited."""
    keys = [key for key in _DRAFT if getattr(before.task, key) != getattr(after.task, key)]
    if keys:
        yield Change(REWORDED, after.task.id, f"待交办的{name(after)}改了{_labels(keys)}")


def _kept(before: TaskStanding, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    """A task that both sides have as a duty."""
    yield from _passed_on(before, after)
    yield from _reworded(before, after)
    yield from _status(before.status, after)
    yield from _entries(before.task, after, sides)


def _passed_on(before: TaskStanding, after: TaskStanding) -> Iterator[Change]:
    """A unit that only bears another name has passed nothing on."""
    was, now = before.task, after.task
    if (was.lead, was.reassignments) != (now.lead, now.reassignments) and before.lead != after.lead:
        said = f"{bare(now.title)}由{listed(before.lead)}改由{listed(after.lead)}牵头"
        yield Change(PASSED_ON, now.id, said)


def _reworded(before: TaskStanding, after: TaskStanding) -> Iterator[Change]:
    keys = [key for key in _CONTENT if getattr(before.task, key) != getattr(after.task, key)]
    if keys:
        yield Change(REWORDED, after.task.id, f"{name(after)}改了{_labels(keys)}")


def _labels(keys: list[str]) -> str:
    return listed(label_at((key,)) for key in keys)


def _status(was: str, after: TaskStanding) -> Iterator[Change]:
    id_, now = after.task.id, after.status
    if was == now:
        return
    if now == SUSPENDED:
        yield Change(SUSPENDED_NOW, id_, f"{name(after)}暂缓办理")
    elif was == SUSPENDED and after.open:
        yield Change(RESUMED, id_, f"{name(after)}恢复办理")
    elif now == CANCELLED:
        yield Change(WITHDRAWN, id_, f"{name(after)}撤销")
    elif now == DONE and was != CONFIRMED:
        yield Change(REPORTED_DONE, id_, f"{name(after)}报办结，待销号")
    elif now == CONFIRMED:
        yield Change(CLOSED, id_, f"{name(after)}销号")


def _entries(was: Task, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    """The entries that the task did not have."""
    now, title = after.task, bare(after.task.title)
    for stage in now.milestones:
        if stage.done_on and not any(each.title == stage.title and each.done_on for each in was.milestones):
            yield Change(STAGE_DONE, now.id, f"{name(after)}完成“{stage.title}”阶段")
    yield from _returned(was, after, sides)
    for report in now.reports:
        if report not in was.reports:
            yield Change(PROGRESS, now.id, f"{report.by}报告{title}的进展")
    yield from _upward(was, after)
    yield from _chased(was, after, sides)
    for entry in now.instructions:
        if entry not in was.instructions and entry.date != after.assigned_on:  # not the one that gave it
            yield Change(INSTRUCTED, now.id, title)


def _returned(was: Task, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    known = {entry.returned.date for entry in was.completions if entry.returned}
    for entry in after.task.completions:
        if entry.returned and entry.returned.date not in known:
            redo = entry.returned.redo_by
            until = f"，{short_date(redo, sides.today)}前重办" if redo else ""
            yield Change(RETURNED, after.task.id, f"{name(after)}退办{until}")


def _upward(was: Task, after: TaskStanding) -> Iterator[Change]:
    for entry in after.task.upward:
        old = next(
            (each for each in was.upward if (each.to, each.sent_on) == (entry.to, entry.sent_on)), None
        )
        if entry.replied_on is not None and (old is None or old.replied_on is None):
            yield Change(REPLIED, after.task.id, f"{name(after)}得到{entry.to}批复")
        elif old is None:
            yield Change(SENT_UP, after.task.id, f"{name(after)}报{entry.to}，待批复")


def _chased(was: Task, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    for entry in after.task.notices:
        old = next((each for each in was.notices if _same_notice(each, entry)), None)
        whom = f"{after.lead[0]}办理{bare(after.task.title)}"
        if old is None:
            until = f"，{short_date(entry.reply_by, sides.today)}前反馈" if entry.reply_by else ""
            said = "提醒" if entry.form == "提醒" else f"发{notice_name(entry)}，催"
            yield Change(CHASED, after.task.id, f"{said}{whom}{until}")
        if entry.replied_on is not None and (old is None or old.replied_on is None):
            what = f"{bare(after.task.title)}的{notice_name(entry)}"
            yield Change(ANSWERED, after.task.id, f"{after.lead[0]}反馈{what}")


def _same_notice(one: Notice, other: Notice) -> bool:
    return (one.form, one.no, one.date) == (other.form, other.no, other.date)

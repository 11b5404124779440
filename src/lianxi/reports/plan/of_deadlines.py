"""What a merge changes in the deadlines of tasks: put off, asked for, refused, or set otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.naming_tasks import day, name
from lianxi.reports.plan.sides import Sides
from lianxi.schema.task import Extension, Task
from lianxi.status.citation import meeting_name
from lianxi.status.stage import Stage
from lianxi.status.task import TaskStanding, task_standing
from lianxi.wording import short_date

PUT_OFF = Kind("延期", "{}项任务延期", alone=True)
ASKED = Kind("申请延期", "{}项任务申请延期，待答复", alone=True)
REFUSED = Kind("不同意延期", "{}项延期申请没有同意", alone=True)
MOVED = Kind("改时限", "{}项任务的时限改动", alone=True)
KINDS = (PUT_OFF, ASKED, REFUSED, MOVED)


def deadline_changes(sides: Sides) -> Iterator[Change]:
    """Of every task that both sides have as a duty."""
    for was, now in sides.tasks:
        if was is None or now is None:
            continue
        before, after = task_standing(was, sides.before), task_standing(now, sides.after)
        if before.counted and after.counted:
            yield from _stages(before, after, sides)
            yield from _requests(was, after, sides)


def _stages(before: TaskStanding, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    """Stage by stage, each known again by its title."""
    known = {stage.title: stage for stage in before.stages}
    for stage in after.stages:
        old = known.pop(stage.title, None)
        if old is None or old.due != stage.due:
            yield _moved(old, stage, after, sides)
    for title in known:
        yield Change(MOVED, after.task.id, f"{_named(after, title)}不再有时限")


def _moved(old: Stage | None, stage: Stage, after: TaskStanding, sides: Sides) -> Change:
    named, today = _named(after, stage.title), sides.today
    if old is None:
        return Change(MOVED, after.task.id, f"{named}的时限定为{day(stage, today)}")
    if stage.extended <= old.extended:
        return Change(MOVED, after.task.id, f"{named}的时限由{day(old, today)}改为{day(stage, today)}")
    granted = [each for each in after.task.extensions if each.granted and each.milestone == stage.title]
    how = _how(granted[-1], stage, sides)
    return Change(PUT_OFF, after.task.id, f"{named}由{day(old, today)}延至{day(stage, today)}（{how}）")


def _how(extension: Extension, stage: Stage, sides: Sides) -> str:
    """第2次延期; 第三次会议明确 where it was set from above."""
    if extension.basis is None:
        return f"第{stage.extended}次延期"
    decision = sides.after.book.resolutions.get(extension.basis)
    meeting = sides.after.book.meetings.get(decision.meeting) if decision else None
    return f"{meeting_name(meeting, sides.after)}明确" if meeting else "上级另定"


def _named(after: TaskStanding, title: str | None) -> str:
    return f"{name(after)}“{title}”阶段" if title else name(after)


def _requests(was: Task, after: TaskStanding, sides: Sides) -> Iterator[Change]:
    """What was asked for and waits, and what was refused."""
    known = {_key(each) for each in was.extensions}
    refused = {_key(each) for each in was.extensions if each.refused_on}
    for each in after.task.extensions:
        until = short_date(each.new_due, sides.today)
        named = _named(after, each.milestone)
        if each.refused_on is not None and _key(each) not in refused:
            yield Change(REFUSED, after.task.id, f"{named}申请延至{until}，没有同意")
        elif each is after.pending and _key(each) not in known:
            yield Change(ASKED, after.task.id, f"{named}申请延至{until}，待答复")


def _key(each: Extension) -> tuple[object, ...]:
    return each.requested_on, each.milestone, each.new_due

"""How one task reads in minutes: 由…牵头，…配合，于…前完成…; and how its deadline does in the table."""

from __future__ import annotations

from datetime import date

from lianxi.schema.deadline import STANDING, Counted, Milestone
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.decision import day_text, leads_text
from lianxi.status.stage import counted_from
from lianxi.status.task import assignment
from lianxi.wording import flat, full_date

_FROM = {"印发": "本纪要印发之日", "召开": "会议召开之日", "交办": "交办之日"}
_STAGED = "分阶段"


def clause(task: Task) -> str:
    """One task as a clause, without its closing full stop; the deadline is the one first set."""
    parts = [leads_text(task.lead, task.support)]
    measure = flat(task.measure)
    if task.milestones:
        head = measure if measure.startswith(_STAGED) else f"{_STAGED}{measure}"
        parts.append(f"{head}：{_stages(task.milestones)}")
    elif isinstance(task.due, date):
        parts.append(f"于{day_text(task.due, task.due_text, None)}{measure}")
    elif isinstance(task.due, Counted):
        parts += [f"于{task.due_text or counted(task.due, brief=False)}", measure]
    else:
        parts.append(measure)
        if task.due == STANDING and STANDING not in measure:
            parts.append(f"并{STANDING}")
    return "，".join(parts)


def counted(due: Counted, *, brief: bool) -> str:
    """本纪要印发之日起20个工作日内; in the table, where it is plain of what, 印发之日起…."""
    start = f"{full_date(due.after)}" if isinstance(due.after, date) else _FROM[due.after]
    start = start.removeprefix("本纪要") if brief else start
    if due.workdays:
        return f"{start}起{due.workdays}个工作日内"
    return f"{start}起{due.days}日内" if due.days else f"{start}起{due.months}个月内"


def deadline(task: Task, meeting: Meeting | None, now: Situation) -> str:
    """The deadline as the table has it: stage by stage, a counted one with its day once that is known."""
    if task.milestones:
        days = [day_text(stage.due, stage.due_text, None) for stage in task.milestones]
        return "；".join(f"{number}．{day}" for number, day in enumerate(days, 1))
    if isinstance(task.due, date):
        return day_text(task.due, task.due_text, None)
    if isinstance(task.due, Counted):
        said = task.due_text or counted(task.due, brief=True)
        start = counted_from(task, meeting, assignment(task, now))
        found = now.workdays.after(start, task.due) if start else None
        return f"{said}（{full_date(found.day)}前）" if found and not found.provisional else said
    return task.due or "—"


def work(task: Task) -> str:
    """What is to be done, as the table has it."""
    measure = flat(task.measure)
    if not task.milestones:
        return measure
    stages = "；".join(f"{number}．{stage.title}" for number, stage in enumerate(task.milestones, 1))
    return f"{measure}：{stages}"


def _stages(milestones: tuple[Milestone, ...]) -> str:
    """2026年6月30日前完成…，9月30日前签订…，年底前…: a year is said once."""
    said, year = [], None
    for stage in milestones:
        said.append(day_text(stage.due, stage.due_text, year) + stage.title)
        year = stage.due.year
    return "，".join(said)

"""Whether a step of chasing may be taken on a task today, and what stands against it."""

from __future__ import annotations

from lianxi.obligations.chasing import (
    CONVENER,
    REMINDER,
    REQUEST,
    SHEET,
    NextStep,
    above_office,
    as_step,
    next_step,
)
from lianxi.obligations.reply import notice_name
from lianxi.reports.steps import act
from lianxi.reports.task_line import due_text
from lianxi.situation import Situation
from lianxi.status.decision import length_text
from lianxi.status.task import OVERDUE, SUSPENDED, TaskStanding
from lianxi.wording import listed, short_date

FORMS = (REMINDER, SHEET, REQUEST, CONVENER)
"""What papers are made for."""
_ALWAYS = (REMINDER, SHEET, REQUEST)


def unfit(found: TaskStanding, form: str, now: Situation) -> str:
    """Why no such paper can be made of the task at all; empty where it can."""
    if not found.open or found.status == SUSPENDED:
        return f"这项任务{found.status}，不用催办"
    over = above_office(found.lead[0], now)
    if form == SHEET and over:
        return f"{found.lead[0]}是办公室的上级单位，不发{SHEET}；写 --form {REQUEST}"
    if form not in FORMS:
        return f"下一步是{act(form)}，不出文书；要提醒，写 --form {REMINDER}"
    if form != REMINDER and found.level != OVERDUE:
        when = f"（{found.level}，时限{due_text(found)}）"
        return f"这项任务没有逾期{when}，还不能{act(form)}；要提醒，写 --form {REMINDER}"
    return ""


def too_early(found: TaskStanding, form: str, now: Situation) -> str:
    """Why this step may not be taken today, with the day on which it may; empty where it may.

    A 提醒 before the deadline is a word in passing, no step. Where the conference has settled
    no ladder, only what needs no basis may be used.
    """
    today = [entry for entry in found.task.notices if entry.date == now.today]
    if today:
        return f"今天已经发过{notice_name(today[-1])}，同一天不发第二次"
    if found.level != OVERDUE:
        return ""
    if found.pending is not None:
        until = short_date(found.pending.new_due, now.today)
        return f"延至{until}的申请还没有答复，先答复再催办"
    if not now.terms.steps.value:
        return "" if form in _ALWAYS else f"本联席会议没有定过催办次序，{act(form)}没有依据"
    step = next_step(found, now)
    if step is None:
        order = listed(each.do for each in now.terms.steps.value)
        return f"催办次序（{order}）已经走完，没有下一步；依据：{now.terms.steps.basis}"
    if as_step(form) != as_step(step.form):
        return f"下一步是{act(step.form)}，不能越过也不能重复；{_when(step, now)}"
    return _when(step, now) if step.day > now.today else ""


def _when(step: NextStep, now: Situation) -> str:
    start = "上一次反馈期限" if step.taken else "完成时限"
    counted = f"{start}{short_date(step.start, now.today)}之后{length_text(step.after)}"
    return (
        f"{short_date(step.day, now.today)}起可以{act(step.form)}（{counted}；依据：{now.terms.steps.basis}）"
    )

"""What the office has done about a late task, and which step of the ladder comes next."""

from __future__ import annotations

from lianxi.obligations.chasing import REMINDER, REQUEST, SHEET, next_step
from lianxi.obligations.reply import notice_name
from lianxi.schema.task import Notice, Task
from lianxi.situation import Situation
from lianxi.status.task import OVERDUE, TaskStanding
from lianxi.wording import flat, short_date


def taken_text(task: Task, now: Situation) -> str:
    """7月2日提醒；7月13日发督办通知单（第3号）, with the answers to each."""
    return "；".join(_taken(notice, now) for notice in task.notices)


def _taken(notice: Notice, now: Situation) -> str:
    name = notice_name(notice)
    done = f"发{name}" if notice.form in {SHEET, REQUEST} else name
    return f"{short_date(notice.date, now.today)}{done}{_answer(notice, now)}"


def _answer(notice: Notice, now: Situation) -> str:
    if notice.replied_on is not None:
        return f"（{short_date(notice.replied_on, now.today)}反馈）"
    return "（期满未反馈）" if notice.reply_by and notice.reply_by < now.today else ""


def advice(found: TaskStanding, now: Situation) -> str:
    """The ladder's next step and, where the audience may see it, the liaison's last note; nothing else."""
    notes = found.task.notes
    note = f"备注：{flat(notes[-1].text)}" if notes else ""
    return "。".join(part for part in (_coming(found, now), note) if part)


def _coming(found: TaskStanding, now: Situation) -> str:
    if found.level != OVERDUE:
        return ""
    if found.pending is not None:
        return f"延至{short_date(found.pending.new_due, now.today)}的申请还没有答复，先答复"
    step = next_step(found, now)
    if step is None:
        return "催办次序已经走完" if now.terms.steps.value else ""
    form, day = step.form, step.day
    last = found.task.notices[-1] if found.task.notices else None
    waits = last is not None and last.reply_by is not None and last.replied_on is None
    if waits and last is not None and last.reply_by is not None and last.reply_by >= now.today:
        until, since = short_date(last.reply_by, now.today), short_date(day, now.today)
        return f"{until}前反馈；期满仍未办结的，{since}起按机制{act(form)}"
    return f"{short_date(day, now.today)}起按机制{act(form)}"


def act(form: str) -> str:
    """A step as a verb: 提醒, 发督办通知单, 提请召集人, 在会上通报."""
    if form == REMINDER:
        return form
    return f"发{form}" if form in {SHEET, REQUEST} else {"会上通报": "在会上通报"}.get(form, form)

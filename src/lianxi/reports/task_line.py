"""How one task reads: its unit, its deadline, its days and the last word on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.reports.last_word import NOTHING, last_word
from lianxi.schema.deadline import STANDING, Counted
from lianxi.situation import Situation
from lianxi.status.decision import counted_text, day_text
from lianxi.status.stage import ended_on
from lianxi.status.task import AWAITING, CONFIRMED, DUE_SOON, OVERDUE, STALE, SUSPENDED, TaskStanding
from lianxi.wording import flat, full_date, listed, short_date


@dataclass(frozen=True, slots=True)
class Line:
    """One task, as a paragraph or a row tells it."""

    id: str
    title: str
    lead: str
    due: str
    level: str
    late: int
    text: str
    done_on: str = ""
    state: str = ""


def line(found: TaskStanding, now: Situation) -> Line:
    """One open task with its unit, its deadline, its days and the last word on it."""
    task = found.task
    due = due_text(found).replace("日前", "日", 1)
    until = due if due == STANDING else f"完成时限{due}"
    parts = (f"牵头单位{lead_text(found)}", until, level_text(found, now))
    head = "，".join(part for part in parts if part)
    word = last_word(found, now)
    silent = found.level == STALE and word == NOTHING
    text = f"{head}。" if silent else f"{head}。{word}"
    return Line(task.id, found.title, lead_text(found), due_text(found), found.level or "", found.late, text)


def lead_text(found: TaskStanding) -> str:
    """Who leads now, and who was to lead."""
    written = found.task.lead
    note = "" if found.lead == written else f"（原牵头单位{listed(written)}）"
    return listed(found.lead) + note


def due_text(found: TaskStanding) -> str:
    """The deadline that counts now, and from which day it was put off."""
    stage = found.stage
    if found.task.due == STANDING:
        return STANDING
    if stage is None:
        return "未定"
    if stage.due is None:
        due = found.task.due
        return f"{counted_text(due)}（待定）" if isinstance(due, Counted) else "待定"
    text = day_text(stage.due, None if stage.extended else stage.text, None)
    notes = []
    if stage.extended and stage.original:
        notes.append(f"原定{full_date(stage.original)}，已延期{stage.extended}次")
    if stage.provisional:
        notes.append(f"暂定，{stage.due.year}年放假安排未入库")
    return f"{text}（{'；'.join(notes)}）" if notes else text


def level_text(found: TaskStanding, now: Situation) -> str:
    """What there is to say of its level: how late, how long silent, how long it still has."""
    if found.level == OVERDUE:
        return f"已逾期{found.late}天"
    if found.level == STALE:
        return silence(found, now)
    if found.level == DUE_SOON and found.due:
        return _left(found.due, now)
    if found.level == AWAITING and found.awaiting:
        sent = short_date(found.awaiting.sent_on, now.today)
        days = (now.today - found.awaiting.sent_on).days
        late = f"上报时已逾期{found.late}天" if found.late else "不计逾期"
        return f"{sent}已报{found.awaiting.to}，待批复{days}天，{late}"
    if found.level == SUSPENDED:
        entry = found.task.suspensions[-1]
        until = f"至{short_date(entry.until, now.today)}" if entry.until else ""
        return f"自{short_date(entry.since, now.today)}{until}暂缓办理：{flat(entry.reason)}"
    return ""


def silence(found: TaskStanding, now: Situation) -> str:
    """How long nothing has been reported, since the last report or since it was assigned."""
    if found.last_word_on is None:
        return "未报告进展"
    days = (now.today - found.last_word_on).days
    return f"已{days}天未报告进展" if found.last_report else f"交办以来{days}天未报告进展"


def _left(due: date, now: Situation) -> str:
    if due < now.today:
        return "时限已过，恢复计时"
    provisional = "" if now.workdays.published(due) else "（暂定）"
    return f"还有{now.workdays.between(now.today, due)}个工作日{provisional}"


def finished_line(found: TaskStanding, now: Situation) -> Line:
    """One task that is done, with the day and what is still open about it."""
    task = found.task
    ended = ended_on(task) or now.today
    state = "已销号" if found.status == CONFIRMED else f"已办结，待核销{(now.today - ended).days}天"
    if found.late:
        state += f"（逾期{found.late}天办结）"
    lead = lead_text(found)
    due = due_text(found)
    return Line(task.id, task.title, lead, due, found.level or "", found.late, "", full_date(ended), state)

"""Every decision of every meeting, one row for each task it gave (议定事项台账)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.reports.last_word import last_report, stuck
from lianxi.reports.steps import taken_text
from lianxi.reports.task_line import due_text, lead_text, level_text
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import DEFERRED
from lianxi.status.meeting import in_order, issued_on
from lianxi.status.task import AWAITING, OVERDUE, SUSPENDED, TaskStanding, task_standing
from lianxi.wording import flat, full_date, listed, short_date

_WITHOUT_TASK = "不另交办"
_OF_THEMSELVES = (DEFERRED, "不同意", "报请上级审定", "通报")
"""Outcomes that say where a decision stands, where no task says it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One task of a decision, or a decision that gave none; ``id`` is that of the task, else of the decision.

    ``matter`` has the title on its first line and what is to be done below it. ``due`` is a
    text where there is no day to name. ``level`` is empty where nothing is to be done.
    """

    id: str
    meeting: str
    matter: str
    lead: str
    support: str
    due: date | str | None
    progress: str
    stuck: str
    next_step: str
    status: str
    level: str
    remark: str


def decision_ledger(now: Situation) -> Iterator[Row]:
    """The rows by meeting, as they were held, and within it by item."""
    for entry in _in_order(now):
        meeting = now.book.meetings.get(entry.meeting)
        tasks = now.book.tasks_of_resolution(entry.id)
        for task in tasks:
            yield _of_task(task, meeting, now)
        if not tasks:
            yield _of_decision(entry, meeting, now)


def _in_order(now: Situation) -> list[Resolution]:
    places: dict[str, tuple[str, str, dict[int, int]]] = {}
    for meeting in now.book.meetings.values():
        order = {item.no: place for place, item in enumerate(in_order(now, meeting))}
        places[meeting.id] = (str(meeting.held_on), meeting.id, order)

    def place(entry: Resolution) -> tuple[str, str, int]:
        day, id_, order = places.get(entry.meeting, ("", entry.meeting, {}))
        return day, id_, order.get(entry.item, len(order))

    return sorted(now.book.resolutions.values(), key=place)


def _where(meeting: Meeting | None, now: Situation) -> str:
    """第二次会议（第3期）, the same for all of a meeting, so that it can be filtered."""
    if meeting is None:
        return "会议记录未能读入"
    number = meeting.minutes.issue_no if meeting.minutes and issued_on(meeting) else None
    issue = f"（第{number}期）" if number else ""
    return f"{meeting_name(meeting, now)}{issue}"


def _of_task(task: Task, meeting: Meeting | None, now: Situation) -> Row:
    found = task_standing(task, now)
    last = found.last_report
    return Row(
        task.id,
        _where(meeting, now),
        _matter(found.title, flat(task.measure)),
        listed(found.lead),
        listed(task.support),
        found.due or due_text(found),
        last_report(found, now),
        stuck(found),
        flat(last.next_step) if last and last.next_step else "",
        found.status,
        found.level or "",
        "；".join(part for part in _remarks(found, now) if part),
    )


def _matter(title: str, text: str) -> str:
    return title if not text or text in title else f"{title}\n{text}"


def _remarks(found: TaskStanding, now: Situation) -> Iterator[str]:
    """What the columns have no room for: how late, since when put off, whose it was, what was done."""
    stage, task = found.stage, found.task
    if found.level == OVERDUE:
        first = stage.late_at_first if stage else found.late
        yield f"逾期{found.late}天" + (f"，距原定时限{first}天" if first != found.late else "")
    if found.level in {AWAITING, SUSPENDED}:
        yield level_text(found, now)
    if stage and stage.extended and stage.original:
        yield f"原定{full_date(stage.original)}，已延期{stage.extended}次"
    if stage and stage.provisional and stage.due:
        yield f"时限暂定，{stage.due.year}年放假安排未入库"
    if found.pending and found.pending.requested_on and found.counted:
        asked = short_date(found.pending.requested_on, now.today)
        yield f"{asked}申请延至{short_date(found.pending.new_due, now.today)}，尚未答复"
    yield lead_text(found).removeprefix(listed(found.lead)).strip("（）")
    yield taken_text(task, now)
    if task.cancelled:
        yield f"{short_date(task.cancelled.date, now.today)}撤销：{flat(task.cancelled.reason)}"


def _of_decision(entry: Resolution, meeting: Meeting | None, now: Situation) -> Row:
    deferred = entry.deferred
    return Row(
        entry.id,
        _where(meeting, now),
        _matter(entry.title, flat(entry.text) if entry.text.strip() else ""),
        deferred.unit if deferred else "",
        listed(deferred.support) if deferred else "",
        deferred.bring_back_by if deferred else None,
        "",
        "",
        flat(deferred.condition) if deferred else "",
        entry.outcome if entry.outcome in _OF_THEMSELVES else _WITHOUT_TASK,
        "",
        flat(entry.no_task_reason) if entry.no_task_reason else "",
    )

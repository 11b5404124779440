"""One task as a row of a list: its deadline, its level with colour and word, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.reports.last_word import last_report, stuck
from lianxi.reports.steps import advice, taken_text
from lianxi.reports.task_line import due_text, lead_text, level_text
from lianxi.schema.deadline import STANDING
from lianxi.schema.kinds import RESOLUTION, kind_of
from lianxi.schema.task import Extension
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name, source_of
from lianxi.status.decision import length_text
from lianxi.status.task import AWAITING, DUE_SOON, ON_TRACK, OVERDUE, STALE, TaskStanding, patience
from lianxi.terms import CONFIGURED
from lianxi.wording import flat, full_date, short_date


@dataclass(frozen=True, slots=True)
class Row:
    """One task in a list.

    ``late`` counts calendar days past the deadline that counts now, ``late_at_first`` those
    past the original one; ``light`` is the level's colour and word, ``note`` what is to be
    remarked on it. A text is empty where there is nothing to say.
    """

    id: str
    title: str
    source: str
    lead: str
    due: str
    level: str
    light: str
    late: int
    late_at_first: int
    last_report: str
    stuck: str
    taken: str
    advice: str
    text: str
    note: str


def row(found: TaskStanding, now: Situation, *, new: bool = False) -> Row:
    """The row of one task; ``new`` marks what has become late since the last list."""
    level = found.level or ON_TRACK
    late = found.late if level == OVERDUE else 0
    first = found.stage.late_at_first if late and found.stage else 0
    return Row(
        found.task.id,
        found.title,
        source_of(found.task, now),
        lead_text(found),
        deadline_text(found, now),
        level,
        f"{now.terms.colours[level]} {level}{f'{late}天' if late else ''}",
        late,
        first,
        last_report(found, now),
        stuck(found),
        taken_text(found.task, now),
        advice(found, now),
        _state(found, now),
        "；".join(_notes(late, first, new=new)),
    )


def _notes(late: int, first: int, *, new: bool) -> Iterator[str]:
    if new:
        yield "新增"
    if first != late:
        yield f"距原定时限{first}天"


def deadline_text(found: TaskStanding, now: Situation) -> str:
    """2026年7月15日（原定6月30日，6月23日经联席会议联络员批准延期，第1次）."""
    stage = found.stage
    if stage is None or stage.due is None or stage.original is None or not stage.extended:
        return due_text(found).replace("日前", "日", 1)
    title = stage.title
    granted = [entry for entry in found.task.extensions if entry.granted and entry.milestone == title]
    original = short_date(stage.original, stage.due)
    how = _granted_text(granted[-1], now)
    return f"{full_date(stage.due)}（原定{original}，{how}，第{len(granted)}次）"


def _granted_text(entry: Extension, now: Situation) -> str:
    day = entry.approved_on or entry.date
    when = short_date(day, now.today) if day else ""
    decision = now.book.resolutions.get(entry.basis or "")
    meeting = now.book.meetings.get(decision.meeting) if decision else None
    if meeting is not None:
        return f"{when}{meeting_name(meeting, now)}重新明确"
    if entry.approved_by is None:
        set_by = "会议" if kind_of(entry.basis or "") is RESOLUTION else "上级"
        return f"{when}由{set_by}重新明确"
    return f"{when}经联席会议{entry.approved_by.post}批准延期"


def _state(found: TaskStanding, now: Situation) -> str:
    """How it stands, in one cell."""
    if found.level == STALE:
        return _silence(found, now)
    parts = [level_text(found, now) if found.level != OVERDUE else ""]
    if found.level != OVERDUE and found.pending is not None and found.pending.requested_on is not None:
        asked = short_date(found.pending.requested_on, now.today)
        parts.append(f"{asked}申请延至{short_date(found.pending.new_due, now.today)}，尚未答复")
    sent = found.awaiting.sent_on if found.awaiting else None
    if sent and found.last_report and found.last_report.date > sent:
        parts.append(last_report(found, now))
    elif found.level in {DUE_SOON, OVERDUE, ON_TRACK, STANDING}:
        parts.append(last_report(found, now) or "未收到进展报告")
    blocked = stuck(found)
    parts.append(f"存在问题：{blocked}" if blocked and found.level != AWAITING else "")
    parts.append(advice(found, now) if found.level != OVERDUE else "")
    return "。".join(part for part in parts if part)


def _silence(found: TaskStanding, now: Situation) -> str:
    wait = patience(found.task, now)
    assert wait is not None  # noqa: S101 - nothing is stale where no time is set
    if found.task.due == STANDING:
        rule = f"本任务要求每{length_text(wait)}报告一次"
    else:
        basis = now.terms.stale_after.basis
        rule = f"{'机制' if basis == CONFIGURED else basis}设定为{length_text(wait)}"
    if found.last_report is None:
        days = (now.today - found.last_word_on).days if found.last_word_on else 0
        return f"交办以来{days}天未报告进展（{rule}）"
    last = found.last_report
    days = (now.today - last.date).days
    return (
        f"最近一次报告为{short_date(last.date, now.today)}，已{days}天未报告进展（{rule}）：{flat(last.text)}"
    )


def past_due(found: TaskStanding) -> tuple[int, date, str]:
    """The latest first, then what falls due first."""
    late = found.late if found.level == OVERDUE else 0
    return (-late, found.due or date.max, found.task.id)

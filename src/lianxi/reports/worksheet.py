"""What only the liaison needs before a meeting (联络员工作单, never printed for others)."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.obligations import Obligation, obligations
from lianxi.obligations import papers as papers_duty
from lianxi.reports.agenda import page
from lianxi.reports.candidates import Candidate, candidates
from lianxi.reports.clock import Clock, clock
from lianxi.reports.todo import Todo, todos
from lianxi.reports.unready import Unready, unready
from lianxi.reports.why import Why, why
from lianxi.schema.meeting import SPEECH, Meeting
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import meeting_status
from lianxi.wording import flat, full_date, short_date


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The sheet."""

    meeting: str
    history: tuple[str, ...]
    clock: Clock
    papers: tuple[Obligation, ...]
    today: tuple[Todo, ...]
    why: tuple[Why, ...]
    candidates: tuple[Candidate, ...]
    unready: tuple[Unready, ...]


def worksheet(meeting: Meeting, now: Situation) -> Worksheet:
    """Everything the liaison must see to before ``meeting``."""
    owed = obligations(now)
    mine = [entry for entry in owed if entry.duty == papers_duty.DUTY and entry.record == meeting.id]
    return Worksheet(
        meeting_name(meeting, now),
        tuple(_history(meeting, now)),
        clock(meeting, now),
        tuple(mine),
        tuple(todos(owed)),
        tuple(why(item, meeting, now) for item in page(meeting, now).items if item.category != SPEECH),
        tuple(candidates(now)),
        tuple(unready(now, owed)),
    )


def _history(meeting: Meeting, now: Situation) -> list[str]:
    said = []
    for move in meeting.postponements:
        told = (
            f"（{short_date(move.notified_on, now.today)}已发改期通知）"
            if move.notified_on
            else "（改期未通知）"
        )
        reason = f"因{flat(move.reason)}改至{short_date(move.now.date(), now.today)}{told}"
        said.append(f"原定{short_date(move.was.date(), now.today)}，{reason}")
    approval = meeting.agenda_approval
    if approval:
        said.append(f"议程已于{short_date(approval.date, now.today)}经{approval.approved_by.post}审定")
    elif now.terms.agenda_approval.value:
        said.append(f"议程未经{now.terms.agenda_approval.value.post}审定")
    told_on = meeting.notified_on
    status = meeting_status(meeting)
    said.append(
        f"{short_date(told_on, now.today)}已发会议通知" if told_on else f"状态：{status}，会议通知未发"
    )
    said.append(_days_left(meeting, now))
    return said


def _days_left(meeting: Meeting, now: Situation) -> str:
    if meeting.starts is None:
        return "开会日期未定"
    day = meeting.starts.date()
    left = (day - now.today).days
    if left < 0:
        return f"定于{full_date(day)}召开，已过{-left}天"
    if left == 0:
        return "今天开会"
    provisional = "" if now.workdays.published(day) else "，暂定"
    return f"距会议{left}天（{now.workdays.between(now.today, day)}个工作日{provisional}）"

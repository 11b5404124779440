"""LX315（提醒）：会议通知得晚了，或者到了该通知的日子还没有通知。

抓什么：还没有召开的联席会议，通知日期（notified_on，改期的看改期通知）离开会不足规定的提前量；
或者已经到了最迟该通知的日子，还没有通知。

为什么：提前多久通知，《通知》没有规定；mechanism.yaml 的 pre_meeting 写了 notice_lead 的才提醒。

怎么改：通知了的，补上 notified_on；没有通知的，马上通知；来不及准备的，改期（postponements）。

要人定：通知了没有、要不要改期，由办公室定。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 制度
        clause: 三（一）
        notice_lead:
          workdays: 6

错误：meetings/2026/M-2026-02.yaml

    notified_on: 2026-05-06

错误：meetings/2026/M-2026-02.yaml

    notified_on: null

正确：meetings/2026/M-2026-02.yaml

    notified_on: 2026-04-30
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import OPEN, PLENARY, meeting_status
from lianxi.wording import full_date

RECORD = Meeting


def lapse(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """People are told in time; once the day of the meeting has passed there is nothing left to tell."""
    term = now.terms.settled("pre_meeting", "notice_lead")
    if term is None or meeting.kind != PLENARY or meeting.starts is None:
        return
    day = meeting.starts.date()
    if meeting_status(meeting) not in OPEN or day < now.today:
        return
    last = now.workdays.before(day, term.value)
    until = f"{full_date(last.day)}{'（暂定）' if last.provisional else ''}"
    told, loc = _notice(meeting)
    if told is None and last.day <= now.today:
        yield Told(
            f"会议{full_date(day)}召开，最迟应在{until}通知，还没有通知的记录",
            f"通知了的，补上一行（日期按实际写）：{loc[-1]}: {now.today}；没有通知的，马上通知，或者改期",
            ("starts",),
            basis=term.basis,
        )
    elif told is not None and told > last.day:
        yield Told(
            f"会议{full_date(day)}召开，最迟应在{until}通知，{full_date(told)}才通知",
            "核对通知日期；确实晚了、有关单位来不及准备的，改期（postponements）",
            loc,
            basis=term.basis,
        )


def _notice(meeting: Meeting) -> tuple[date | None, Loc]:
    """The day on which people were told of its present time: after a postponement, once more."""
    moves = meeting.postponements
    if moves and meeting.notified_on and meeting.notified_on <= moves[-1].date:
        return moves[-1].notified_on, ("postponements", len(moves) - 1, "notified_on")
    return meeting.notified_on, ("notified_on",)

"""LX312（错误）：会前没有开联络员会议。

抓什么：联席会议已经通知或者召开，从上一次联席会议到这一次之间，没有召开也没有安排联络员会议。

为什么：规定联席会议召开之前先开联络员会议的（mechanism.yaml 的 pre_meeting 写了 liaison_meeting），才作要求；
《通知》没有这个规定。会议另有名称的（如秘书长协调会议），kind 仍写联络员会议。

怎么改：开过的，补上那次会议的记录；还没有开的，先安排。确实没有开、已经无法补的，
在这一行后面注明：# lianxi: allow LX312 理由。

要人定：开没有开过、什么时候开，只有办公室知道。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 制度
        clause: 三
        liaison_meeting:
          required: true
          chaired_by: 办公室主任

前提：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 联络员会议
    number: 1
    mode: 视频
    starts: 2026-02-06T09:00
    notified_on: 2026-02-04
    held_on: 2026-02-06
    chair:
      post: 办公室主任
      unit: 一局
    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 第一次会议拟上会议题（示例）
        presenter: 一局
    attendance:
      - person: 示例丁
        unit: 一局
        as: 出席
    recorder: 一局
    disclosure: 不予公开
    disclosure_reason: 过程性信息

前提：meetings/2026/M-2026-04.yaml

    id: M-2026-04
    kind: 联络员会议
    number: 2
    mode: 视频
    starts: 2026-05-08T09:00
    disclosure: 不予公开
    disclosure_reason: 过程性信息

错误：meetings/2026/M-2026-02.yaml

    notified_on: 2026-05-06
    starts: 2026-05-07T09:00
    ends: 2026-05-07T10:00

正确：meetings/2026/M-2026-02.yaml

    notified_on: 2026-05-06
    starts: 2026-05-12T09:00
    ends: 2026-05-12T10:00
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import LIAISON, PLENARY, all_read, meeting_day, plenaries

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A liaison meeting stands before each plenary that people were told of."""
    term = now.terms.settled("pre_meeting", "liaison_meeting")
    if term is None or not term.value.required or meeting.kind != PLENARY or meeting.cancelled:
        return
    known_by = "held_on" if meeting.held_on else "notified_on" if meeting.notified_on else None
    if known_by is None or not all_read(now) or _prepared(meeting, now):
        return
    name = term.value.name
    yield Told(
        f"这次联席会议之前没有{name}的记录",
        f"开过的，补上一条会议记录，kind 写联络员会议，held_on 写召开日期；还没有开的，先安排{name}",
        (known_by,),
        at_key=True,
        basis=term.basis,
    )


def _prepared(meeting: Meeting, now: Situation) -> bool:
    """Whether a liaison meeting was held, or is to be held, since the last plenary and before this one."""
    last = meeting_day(meeting) or date.max
    held = [day for other in plenaries(now) if (day := other.held_on) and day < last]
    first = held[-1] if held else date.min
    days = (
        meeting_day(other)
        for other in now.book.meetings.values()
        if other.kind == LIAISON and not other.cancelled
    )
    return any(day is None or first < day <= last for day in days)

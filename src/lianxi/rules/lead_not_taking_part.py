"""LX326（提醒）：牵头单位不是成员单位，也没有参加。

抓什么：任务的牵头单位不是成员单位，也不是办公室、担任职务的单位、各方、专题组的单位或者它们的处室，
没有参加定这件事的会议，也没有列在那项议题里。已经变更牵头单位、已销号、已撤销的任务不查；
没有标明成员单位的联席会议不查。

为什么：《通知》三（四）要求“各成员单位要按照职责分工，认真落实联席会议确定的工作任务和议定事项”；
成员以外的单位没有参加会议，交办给它往往落不了地。别的联席会议，
有写跟踪督办（supervision）的按它的规定，没有的是 lianxi 的默认。

怎么改：还没有交办的，改由成员单位牵头；已经交办的，变更牵头单位；它本来就是成员单位的，
在 mechanism.yaml 里写上。

要人定：由哪个单位牵头，要看会议怎么定的。

前提：mechanism.yaml

    sides: []
    posts:
      - post: 召集人
        unit: 市政府
      - post: 联络员
        unit: 一局

前提：meetings/2026/M-2026-02.yaml

    chair:
      post: 召集人
      unit: 市政府

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水补贴（示例）
    resolution: R-2026-001
    lead: 产业处
    measure: |
      落实供水补贴
    due: 2026-06-30
    reports:
      - date: 2026-04-24
        by: 产业处
        text: |
          正在测算。

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水补贴（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      落实供水补贴
    due: 2026-06-30
    reports:
      - date: 2026-04-24
        by: 二局
        text: |
          正在测算。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.assembly import concerned
from lianxi.status.meeting import meeting_day
from lianxi.status.task import assigned_on, meeting_of
from lianxi.terms import DEFAULT

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Whoever leads belongs to the conference, or was there when the duty was given."""
    if now.taking_part.issuperset(task.lead) or not now.taking_part or _is_past(task):
        return
    meeting = meeting_of(task, now)
    where = "定这件事的会议" if meeting else "联席会议"
    for index, lead in _strangers(task, meeting, now):
        yield Told(
            f"牵头单位“{shown(lead)}”不是成员单位，也没有参加{where}",
            "还没有交办的，改由成员单位牵头；已经交办的，在 reassignments 里变更牵头单位；"
            f"本来就是成员单位的，在 mechanism.yaml 的 units 里给{lead}写上 member: true",
            ("lead", index),
            basis=now.terms.basis("supervision") or DEFAULT,
        )


def _is_past(task: Task) -> bool:
    """Whether it has been taken over, or is done with."""
    return bool(task.reassignments or task.confirmation or task.cancelled)


def _strangers(task: Task, meeting: Meeting | None, now: Situation) -> Iterator[tuple[int, str]]:
    """The leads that have no part; what names nothing, a unit or the decision, is told by itself."""
    decision = now.book.resolutions.get(task.resolution or "")
    if task.resolution is not None and (decision is None or meeting is None):
        return
    there = set(concerned(meeting, decision.item, now)) if meeting and decision else set()
    day = assigned_on(task, now) or (meeting_day(meeting) if meeting else None)
    for index, lead in enumerate(task.lead):
        if now.is_unit(lead, day) and now.present(lead) not in now.taking_part | there:
            yield index, lead

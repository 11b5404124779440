"""LX334（错误）：代为出席的，本人没有请假。

抓什么：到会名单里 represents 写的人，自己也出席或者列席了；或者这个人不在名单上，而本单位请假、
缺席的是另外的人。

为什么：代谁出席，谁就不在；纪要里代表列入出席，本人列入请假，对不上就印错了人。《通知》没有规定，
这是 lianxi 的记录格式。

怎么改：本人没有到会的，把本人的 as 改成请假；本人到了会的，删去 represents；名字写错的改过来。

要人定：谁到了会，要核对签到表。

错误：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例甲
        unit: 市政府
        post: 召集人
        as: 出席
      - person: 示例乙
        unit: 市政府
        as: 出席
        represents: 示例甲

错误：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例丙
        unit: 二局
        as: 请假
      - person: 示例丁
        unit: 二局
        as: 出席
        represents: 示例饼

正确：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例丙
        unit: 二局
        as: 请假
      - person: 示例丁
        unit: 二局
        as: 出席
        represents: 示例丙
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.meeting import Attendance, Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.assembly import AWAY
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Whoever is represented is away."""
    substitutes = now.terms.settled("attendance", "substitutes")
    if substitutes is not None and not substitutes.value:
        return  # that there is a substitute at all is told by itself
    for index, row in enumerate(meeting.attendance):
        if row.represents is not None:
            yield from _told(index, row, row.represents, meeting.attendance)


def _told(index: int, row: Attendance, whom: str, rows: tuple[Attendance, ...]) -> Iterator[Told]:
    away = [other for other in rows if other.as_ in AWAY]
    if any(whom == other.person or other.person in whom for other in away):
        return
    there = next((at for at, other in enumerate(rows) if other.person == whom and at != index), None)
    same = [other for other in away if other.unit == row.unit]
    if there is not None:
        yield Told(
            f"{shown(row.person)}代{shown(whom)}出席，{shown(whom)}自己却写着“{rows[there].as_}”",
            f"{shown(whom)}没有到会的，把他的 as 改成 请假；到了会的，删去 represents 这一行",
            _doubtful(there, index, rows),
        )
    elif same and not any(other.title == whom for other in away):
        absent = listed(other.person for other in same)
        yield Told(
            f"代{shown(whom)}出席，名单上没有{shown(whom)}；{row.unit}没有到会的是{absent}",
            f"名字写错的，改成 represents: {same[0].person}；没有写错的，在 attendance 里补上他的请假：\n"
            f"  - person: {shown(whom)}\n    unit: {row.unit}\n    as: 请假",
            ("attendance", index, "represents"),
        )


def _doubtful(there: int, index: int, rows: tuple[Attendance, ...]) -> Loc:
    """Who gives a reason for being away was not there; else it is the other row that is in doubt."""
    if rows[there].reason is not None:
        return "attendance", there, "as"
    return "attendance", index, "represents"

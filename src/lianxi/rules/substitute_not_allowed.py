"""LX335（错误）：规定不得代为出席，名单上有代为出席的。

抓什么：mechanism.yaml 的 attendance 写 substitutes: false，
到会名单上有 as 写“出席”又写了 represents 的人。

为什么：规定要本人出席的，代为出席的不能算出席。《通知》没有规定能不能代为出席；
本联席会议的设立文件或者配置有规定的，按规定查。

怎么改：来听会的，把 as 改成列席，删去 represents；本人到会的，写本人。

要人定：来的是不是本人，要核对签到表。

前提：mechanism.yaml

    rules:
      attendance:
        basis: 章程
        clause: 第六条
        substitutes: false

错误：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例丙
        unit: 二局
        as: 请假
      - person: 示例丁
        unit: 二局
        as: 出席
        represents: 示例丙

正确：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例丙
        unit: 二局
        as: 请假
      - person: 示例丁
        unit: 二局
        as: 列席
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.assembly import PRESENT
from lianxi.status.meeting import PLENARY

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Where members are to come themselves nobody stands in for one."""
    if meeting.kind != PLENARY or not meeting.attendance:
        return
    term = now.terms.settled("attendance", "substitutes")
    if term is None or term.value:
        return
    for index, row in enumerate(meeting.attendance):
        if row.represents is not None and row.as_ == PRESENT:
            yield Told(
                f"规定本人出席，{shown(row.person)}却代{shown(row.represents)}出席",
                "来听会的，改成 as: 列席，删去 represents 这一行；"
                "确是本人到会的，把 person 改成本人，也删去 represents",
                ("attendance", index, "represents"),
                basis=term.basis,
            )

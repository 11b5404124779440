"""LX309（错误）：委托主持的人无权委托。

抓什么：联席会议的主持人是受委托的，委托人（delegated_by）的职务不是规定主持的职务；或者规定不得委托，写了委托。

为什么：《通知》三（二）规定，会议由召集人或召集人委托的同志主持，能委托的只有召集人；
规定写在 mechanism.yaml 的 chairing 里（by、delegation），没有写的不作要求。

怎么改：delegated_by 写委托的那一位的职务和单位；没有委托、本来就由他主持的，删去 delegated_by。

要人定：由谁委托，要核对。

前提：mechanism.yaml

    rules:
      chairing:
        basis: 通知
        clause: 三（二）
        by:
          post: 召集人
        delegation: true

错误：meetings/2026/M-2026-02.yaml

    chair:
      post: 办公室主任
      unit: 一局
      person: 示例丁
      delegated_by: 联络员

正确：meetings/2026/M-2026-02.yaml

    chair:
      post: 办公室主任
      unit: 一局
      person: 示例丁
      delegated_by:
        post: 召集人
        unit: 市政府
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from lianxi.obligations import post_name
from lianxi.rule import Told
from lianxi.schema.meeting import Chair, Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, meeting_day
from lianxi.status.posts import amiss, choice, is_named, is_one_of, lines
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Who hands over the chair of a plenary has it to hand over."""
    if meeting.kind != PLENARY or meeting.cancelled:
        return
    for index, chair in enumerate(meeting.chair or ()):
        if chair.delegated_by is not None:
            yield from _handing(chair, index, meeting, now)


def _handing(chair: Chair, index: int, meeting: Meeting, now: Situation) -> Iterator[Told]:
    loc = ("chair", index, "delegated_by")
    allowed = now.terms.settled("chairing", "delegation")
    if allowed is not None and not allowed.value:
        message = "写了受委托主持，按规定不得委托"
        yield Told(
            message, "核对由谁主持，删去 delegated_by 和它下面的几行", loc, at_key=True, basis=allowed.basis
        )
        return
    by, absent = now.terms.settled("chairing", "by"), now.terms.settled("chairing", "in_absence")
    giver = chair.delegated_by
    if by is None or giver is None or not is_named(giver, meeting_day(meeting), now):
        return
    if not is_one_of(giver, (*by.value, *(absent.value if absent else ())), now):
        may = listed(dict.fromkeys(post_name(post) for post in by.value))
        yield Told(
            f"委托主持的是“{post_name(giver)}”，能委托的只有{may}",
            f"改成{choice(by.value, now)}：\n{indent(lines('delegated_by', by.value, now), '  ')}",
            (*loc, amiss(giver, by.value)),
            basis=by.basis,
        )

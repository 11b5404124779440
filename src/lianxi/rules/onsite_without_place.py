"""LX306（错误）：现场开的会没有写在哪里开。

抓什么：方式是“现场”或“现场+视频”的会议，时间已定、已经通知或者召开，没有写地点（place），也没有写会场（venue）。

为什么：通知、议程和纪要首句都要写在哪里开；没有写，参会的人不知道到哪里去。这是 lianxi 的默认要求，
《通知》没有规定。

怎么改：补上 place（地点，纪要首句用）或者 venue（会场，通知和议程用），最好两样都写。

要人定：在哪里开，只有办会的人知道。

前提：meetings/2026/M-2026-01.yaml

    place: null

错误：meetings/2026/M-2026-01.yaml

    mode: 现场

正确：meetings/2026/M-2026-01.yaml

    venue: 示例市会议中心（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import ONSITE
from lianxi.terms import DEFAULT

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A meeting in a room has a place by the time people are told of it."""
    if meeting.place or meeting.venue or meeting.mode not in ONSITE or meeting.cancelled:
        return
    if meeting.held_on or (meeting.notified_on and meeting.starts):
        places = now.terms.settled("cadence", "places")
        such = f"，如 place: {places.value[0]}" if places else ""
        yield Told(
            f"方式是“{meeting.mode}”，没有写地点（place），也没有写会场（venue）",
            f"补上一行 place（写市、县或单位{such}），或者补上一行 venue（写会场）",
            ("mode",),
            at_key=True,
            basis=DEFAULT,
        )

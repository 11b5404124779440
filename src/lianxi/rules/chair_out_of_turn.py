"""LX310（提醒）：主持人不是当值的一方。

抓什么：实行轮值的，联席会议的主持人（受委托主持的，看委托人）所在的单位，不是开会那天当值的单位。

为什么：轮值的次序写在 mechanism.yaml 里：chairing 的 rotation，或者 chairing 写 rotating: true、
次序写在 cadence 的 rotation，或者在职务后面写任职年份（years）。没有写的不作要求；算不出轮到谁的，也不提醒。

怎么改：核对 chair 的 unit；次序有调整的，改 mechanism.yaml。共同主持的，有一位是当值的一方就可以。

要人定：是主持人写错了，还是轮值有了调整，要核对。

前提：mechanism.yaml

    rules:
      chairing:
        basis: 通知
        by:
          post: 召集人
        rotation:
          order:
            - 省厅
            - 市政府
          first: 2025-01-01
          every:
            months: 12

错误：meetings/2026/M-2026-02.yaml

    chair:
      post: 召集人
      unit: 省厅

正确：meetings/2026/M-2026-02.yaml

    chair:
      post: 召集人
      unit: 市政府
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.base import Post
from lianxi.schema.meeting import Chair, Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, meeting_day
from lianxi.status.posts import is_named, is_one_of
from lianxi.status.turn import on_turn
from lianxi.wording import full_date, listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """One of those who chair, or hand it over, is of the unit whose turn it is."""
    day = meeting_day(meeting)
    by = now.terms.settled("chairing", "by")
    if by is None or day is None or meeting.kind != PLENARY or meeting.cancelled or not meeting.chair:
        return
    turn = on_turn(day, now)
    first = _rightful(meeting.chair[0], now)
    if turn is None or first is None or not is_named(first, day, now):
        return
    holders = [holder.unit for chair in meeting.chair if (holder := _rightful(chair, now))]
    if any(unit is None or now.is_of(unit, turn.value) for unit in holders):
        return
    own = first is meeting.chair[0]
    yield Told(
        f"{full_date(day)}轮到{listed(turn.value)}，{'主持' if own else '委托主持'}的是{shown(first.unit)}",
        f"核对由谁主持；写错的改成 unit: {turn.value[0]}",
        ("chair", 0, "unit") if own else ("chair", 0, "delegated_by", "unit"),
        basis=turn.basis,
    )


def _rightful(chair: Chair, now: Situation) -> Chair | Post | None:
    """Who holds the post that chairs: the chair, or who handed it over."""
    by = now.terms.settled("chairing", "by")
    holders = (chair, chair.delegated_by) if chair.delegated_by else (chair,)
    return next((holder for holder in holders if by and is_one_of(holder, by.value, now)), None)

"""LX308（错误）：会议没有由规定的人主持。

抓什么：联席会议的主持人（chair），职务不是规定主持的职务，也没有写受谁委托；或者所受的委托，按规定只能给别的职务；
或者规定不共同主持，写了几位主持人；或者会议已经召开，没有写由谁主持。只看职务，不看姓名。

为什么：《通知》三（二）规定，会议由召集人或召集人委托的同志主持；
规定写在 mechanism.yaml 的 chairing 里（by、delegates、in_absence、joint），没有写的不作要求。

怎么改：受委托主持的，在 chair 下面补上 delegated_by；写错了职务的，改职务。

要人定：实际由谁主持、受谁委托，要核对。

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
from lianxi.schema.base import Post
from lianxi.schema.meeting import Chair, Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, meeting_day
from lianxi.status.posts import choice, is_named, is_one_of, lines
from lianxi.terms import Term
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A plenary is chaired by a post that chairs, or by one to whom such a post may hand it."""
    by = now.terms.settled("chairing", "by")
    if by is None or meeting.kind != PLENARY or meeting.cancelled:
        return
    chairs = meeting.chair or ()
    joint = now.terms.settled("chairing", "joint")
    if meeting.held_on and not chairs:
        yield Told(
            "会议已经召开，没有写由谁主持",
            f"补上{choice(by.value, now)}：\n{lines('chair', by.value, now)}",
            ("held_on",),
            at_key=True,
            basis=by.basis,
        )
    elif len(chairs) > 1 and joint is not None and not joint.value:
        message = f"写了{len(chairs)}位主持人，按规定不共同主持"
        remedy = "chair 只留主持会议的一位，其余的写在 attendance（到会情况）里"
        yield Told(message, remedy, ("chair", 1), basis=joint.basis)
    else:
        for index, chair in enumerate(chairs):
            if chair.post is None or is_named(chair, meeting_day(meeting), now):
                yield from _chairing(chair, index, by, now)


def _chairing(chair: Chair, index: int, by: Term[tuple[Post, ...]], now: Situation) -> Iterator[Told]:
    absent = now.terms.settled("chairing", "in_absence")
    posts = (*by.value, *(absent.value if absent else ()))
    if is_one_of(chair, posts, now):
        return
    loc = ("chair", index, "post")
    said = f"主持人的职务是“{shown(chair.post)}”" if chair.post else "主持人没有写职务"
    delegates = now.terms.settled("chairing", "delegates")
    if chair.delegated_by is None:
        message = f"{said}，不是{_names(posts)}，也没有写受谁委托"
        yield Told(message, _remedy(posts, by.value, now), loc, basis=by.basis)
    elif delegates is not None and not is_one_of(chair, delegates.value, now):
        may = _names(delegates.value)
        message = f"{said}，按规定只能委托{may}主持"
        yield Told(
            message,
            f"核对主持人；职务写错的，改成 post: {delegates.value[0].post}",
            loc,
            basis=delegates.basis,
        )


def _names(posts: tuple[Post, ...]) -> str:
    return listed(dict.fromkeys(post_name(post) for post in posts))


def _remedy(posts: tuple[Post, ...], by: tuple[Post, ...], now: Situation) -> str:
    delegation = now.terms.settled("chairing", "delegation")
    if delegation is not None and not delegation.value:
        return f"核对主持人（按规定不得委托），职务写错的，改成 post: {posts[0].post}"
    handed = indent(lines("delegated_by", by, now), "  ")
    return (
        f"职务写错或者漏写的，写成 post: {posts[0].post}；受委托主持的，"
        f"在 chair 下面补上{choice(by, now)}：\n{handed}"
    )

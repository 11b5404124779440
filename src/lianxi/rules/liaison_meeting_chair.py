"""LX313（提醒）：联络员会议不是由规定的职务主持。

抓什么：联络员会议主持人的职务，不是规定主持联络员会议的职务，也不是受它委托。

为什么：规定由谁主持联络员会议的（mechanism.yaml 的 pre_meeting 里 liaison_meeting 的 chaired_by），才作提醒；
《通知》没有这个规定。

怎么改：核对主持人，改 chair 的 post；受委托主持的，补上 delegated_by。

要人定：实际由谁主持，要核对。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 制度
        clause: 三
        liaison_meeting:
          required: false
          chaired_by: 办公室主任

错误：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 联络员会议
    number: 1
    mode: 视频
    starts: 2026-05-08T09:00
    chair:
      post: 联络员
      unit: 一局
    disclosure: 不予公开
    disclosure_reason: 过程性信息

正确：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 联络员会议
    number: 1
    mode: 视频
    starts: 2026-05-08T09:00
    chair:
      post: 办公室主任
      unit: 一局
    disclosure: 不予公开
    disclosure_reason: 过程性信息
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Chair, Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import LIAISON, meeting_day
from lianxi.status.posts import is_named

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A liaison meeting is chaired by the post that is named for it, or on its behalf."""
    term = now.terms.settled("pre_meeting", "liaison_meeting")
    if term is None or term.value.chaired_by is None or meeting.kind != LIAISON or meeting.cancelled:
        return
    posts = _posts(term.value.chaired_by, now)
    for index, chair in enumerate(meeting.chair or ()):
        misnamed = chair.post is not None and not is_named(chair, meeting_day(meeting), now)
        if posts and not misnamed and not _chairs(chair, posts):
            said = f"的职务是“{shown(chair.post)}”" if chair.post else "没有写职务"
            yield Told(
                f"{term.value.name}主持人{said}，应当由{term.value.chaired_by}主持",
                f"核对主持人；写错或者漏写的，写成 post: {posts[0]}",
                ("chair", index, "post"),
                basis=term.basis,
            )


def _chairs(chair: Chair, posts: list[str]) -> bool:
    return chair.post in posts or (chair.delegated_by is not None and chair.delegated_by.post in posts)


def _posts(text: str, now: Situation) -> list[str]:
    """The posts that ``text`` speaks of: itself, else those it mentions."""
    known = list(dict.fromkeys(post.post for post in now.mechanism.posts))
    return [text] if text in known else [post for post in known if post in text]

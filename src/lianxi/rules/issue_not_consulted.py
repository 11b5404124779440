"""LX304（错误）：议题没有同处室对接就排上了议程。

抓什么：还没有召开的联席会议，议程上的议题没有处室（division）已经答复的对接意见，或者答复晚于开会；
暂缓过的议题，暂缓之后没有重新对接。

为什么：《通知》三（一）规定，与省工业和信息化厅相关处室加强对接研究后提交联席会议研究；
mechanism.yaml 的 pre_meeting 写了 require_consultation: true 的才要求。已经开过的会议不再要求。

怎么改：在议题的记录里补上处室的答复；来不及的，把这一项从议程上拿下来。

要人定：处室答复了没有，要查对接的材料；来不来得及，由办公室定。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 通知
        clause: 三（一）
        require_consultation: true

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-003
        presenter: 二局

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-004
        presenter: 二局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.issue import CONSULTATION, Unready, unready_items
from lianxi.wording import full_date

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A division has answered on each issue of an agenda still to come."""
    for item in unready_items(meeting, CONSULTATION, now):
        lack, mending = _told(item, now.book.paths[item.issue.id])
        yield Told(
            f"议题{item.issue.id}{lack}，不能上会",
            f"{mending}；来不及的，把第{meeting.agenda[item.index].no}项从议程上拿下来",
            ("agenda", item.index, "issue"),
            basis=now.terms.require_consultation.basis,
            rests_on=item.issue.id,
        )


def _told(item: Unready, path: str) -> tuple[str, str]:
    """What is missing, and what to do about it."""
    add = f"在 {path} 的 consultations 里补上处室的答复（division 写处室，date 写答复日期，不晚于开会）"
    if item.put_off is not None:
        return f"于{full_date(item.put_off)}暂缓，之后没有处室新的对接意见", add
    asked = [entry for entry in item.issue.consultations if entry.division]
    answered = [entry.date for entry in asked if entry.date]
    if answered:
        mending = f"核对 {path} 里这次对接的 date（答复日期）"
        return f"的处室对接意见{full_date(min(answered))}才答复，晚于开会", mending
    if asked:
        mending = f"答复了的，在 {path} 里这次对接下面补上 date（答复日期，不晚于开会）和 opinion（意见）"
        return f"已同{asked[0].division}对接，还没有答复", mending
    return "还没有处室的对接意见", add

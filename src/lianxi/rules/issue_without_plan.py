"""LX303（错误）：议题没有初步解决方案就排上了议程。

抓什么：还没有召开的联席会议，议程上的议题没有初步解决方案（plan），或者方案在开会以后才形成；
暂缓过的议题，暂缓之后没有重新提出方案。

为什么：《通知》三（一）规定，提出初步解决方案后提交联席会议研究；
mechanism.yaml 的 pre_meeting 写了 require_plan: true 的才要求。已经开过的会议不再要求。

怎么改：在议题的记录里补上 plan 和 plan_on；来不及的，把这一项从议程上拿下来。

要人定：方案由提出方案的单位写；来不来得及，由办公室定。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 通知
        clause: 三（一）
        require_plan: true

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
from lianxi.status.issue import PLAN, Unready, unready_items
from lianxi.wording import full_date

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Each issue of an agenda still to come has its plan by then."""
    for item in unready_items(meeting, PLAN, now):
        lack, mending = _told(item, now.book.paths[item.issue.id])
        yield Told(
            f"议题{item.issue.id}{lack}，不能上会",
            f"{mending}；来不及的，把第{meeting.agenda[item.index].no}项从议程上拿下来",
            ("agenda", item.index, "issue"),
            basis=now.terms.require_plan.basis,
            rests_on=item.issue.id,
        )


def _told(item: Unready, path: str) -> tuple[str, str]:
    """What is missing, and what to do about it."""
    if item.put_off is not None:
        return (
            f"于{full_date(item.put_off)}暂缓，之后没有重新提出初步解决方案",
            f"在 {path} 里写上重新提出的 plan（方案）和 plan_on（方案形成日期，在暂缓之后、不晚于开会）",
        )
    if item.late and item.issue.plan_on is not None:
        return (
            f"的初步解决方案{full_date(item.issue.plan_on)}才形成，晚于开会",
            f"核对 {path} 里的 plan_on（方案形成日期）",
        )
    return (
        "还没有初步解决方案",
        f"在 {path} 里补上 plan（初步解决方案）和 plan_on（方案形成日期，不晚于开会）",
    )

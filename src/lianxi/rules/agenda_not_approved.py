"""LX314（错误）：议程没有经规定的职务审定。

抓什么：联席会议的议程由别的职务审定；或者会议已经通知、还没有召开，没有议程审定（agenda_approval）的记录。

为什么：议程由谁审定，《通知》没有规定，由本联席会议配置；
mechanism.yaml 的 pre_meeting 里没有写 agenda_approval 的，不作要求。已经开过的会议，不再要求补审定的记录。

怎么改：审定过的，补上审定的日期和职务；没有审定的，先报审定再通知。

要人定：审定了没有、由谁审定，要查批件。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 配置
        agenda_approval:
          post: 召集人

错误：meetings/2026/M-2026-02.yaml

    notified_on: 2026-05-06

错误：meetings/2026/M-2026-02.yaml

    agenda_approval:
      date: 2026-05-06
      approved_by: 联络员

正确：meetings/2026/M-2026-02.yaml

    notified_on: 2026-05-06
    agenda_approval:
      date: 2026-05-06
      approved_by:
        post: 召集人
        unit: 市政府
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from lianxi.obligations import post_name
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, meeting_status
from lianxi.status.posts import amiss, choice, is_named, is_one_of, lines

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Nobody is told of an agenda that the post has not approved; what was held without is past mending."""
    term = now.terms.settled("pre_meeting", "agenda_approval")
    if term is None or meeting.kind != PLENARY or meeting.cancelled:
        return
    approval = meeting.agenda_approval
    posts = [term.value]
    approver = indent(lines("approved_by", posts, now), "  ")
    if approval is None:
        if meeting_status(meeting) == "已通知":
            yield Told(
                f"会议已经通知，没有议程审定的记录，应当由{post_name(term.value)}审定",
                f"审定过的补上{choice(posts, now)}：\nagenda_approval:\n"
                f"  date: {meeting.notified_on}\n{approver}",
                ("notified_on",),
                at_key=True,
                basis=term.basis,
            )
    elif is_named(approval.approved_by, approval.date, now) and not is_one_of(
        approval.approved_by, posts, now
    ):
        yield Told(
            f"议程由{post_name(approval.approved_by)}审定，应当由{post_name(term.value)}审定",
            f"核对由谁审定；写错的改成{choice(posts, now)}：\n{approver}",
            ("agenda_approval", "approved_by", amiss(approval.approved_by, posts)),
            basis=term.basis,
        )

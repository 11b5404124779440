"""LX322（错误）：赞成的票不够，还作了决定。

抓什么：本联席会议规定由表决决定，议定事项的 votes 记的赞成票不够规定的多数，结果却写成议定、同意、
原则同意、审议通过或者原则通过。按出席单位算的，以到会名单上出席的成员单位为准，
没有记到会情况的以票数为准；按全体成员算的，以当天的成员单位为准。没有规定按谁算的，只比赞成和反对。
赞成和反对一样多、又规定了由谁决定的，不查。

为什么：赞成的不够数，就是没有通过。《通知》没有规定表决；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：核对票数；确实不够的，把结果改成不同意或者暂缓。

要人定：票数是多少，要核对表决记录。

前提：mechanism.yaml

    rules:
      decision:
        basis: 配置
        type: 表决
        among: 出席单位
        majority: 过半数

错误：resolutions/2026/R-2026-001.yaml

    votes:
      for: 2
      against: 1
      abstain: 1

正确：resolutions/2026/R-2026-001.yaml

    votes:
      for: 3
      against: 1
      abstain: 0
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import DECIDED, Resolution, Votes
from lianxi.situation import Situation
from lianxi.status.assembly import countable, needed, present, seats
from lianxi.status.meeting import PLENARY, meeting_day

RECORD = Resolution
VOTE = "表决"


def measure(resolution: Resolution, now: Situation) -> Iterator[Told]:
    """What is carried has the majority that is settled."""
    votes = resolution.votes
    if votes is None or resolution.outcome not in DECIDED:
        return
    type_, majority = now.terms.settled("decision", "type"), now.terms.settled("decision", "majority")
    meeting = now.book.meetings.get(resolution.meeting)
    if type_ is None or type_.value != VOTE or majority is None or meeting is None or meeting.kind != PLENARY:
        return
    if votes.for_ == votes.against and now.terms.settled("decision", "tie"):
        return
    total, whose = _electorate(votes, meeting, now)
    wanted = needed(majority.value, total)
    if votes.for_ < wanted:
        yield Told(
            f"赞成{votes.for_}票，{whose}{total}，{majority.value}要{wanted}票，没有通过，结果却写“{resolution.outcome}”",
            "核对票数，记错的改过来；没有通过的，改成：\noutcome: 不同意\ntext: |\n"
            f"  表决未通过（赞成{votes.for_}票，反对{votes.against}票，弃权{votes.abstain}票）。",
            ("votes", "for"),
            basis=majority.basis,
        )


def _electorate(votes: Votes, meeting: Meeting, now: Situation) -> tuple[int, str]:
    """Of how many the majority is one; never fewer than have voted."""
    cast = votes.for_ + votes.against + votes.abstain
    among = now.terms.settled("decision", "among")
    seated = seats(now, meeting_day(meeting) or now.today)
    if among is None:
        return votes.for_ + votes.against, "赞成和反对共"
    if among.value == "全体成员" and countable(now) and len(seated) >= cast:
        return len(seated), "成员单位共"
    came = len(present(meeting, seated, now)) if among.value == "出席单位" else 0
    return (came, "出席的成员单位共") if came > cast else (cast, "投票的共")

"""LX302（提醒）：拟提交会议的议题里没有重点事项。

抓什么：还没有召开的联席会议，议程上有议题，但没有一条是重点事项（key: true）。

为什么：设立文件要求梳理汇总、明确重点后再提交会议（《通知》三（一））；
mechanism.yaml 的 pre_meeting 写了 mark_key: true 的才提醒。

怎么改：在重点议题的记录里写 key: true；这次确实没有重点事项的，可以不改。

要人定：哪一条是重点，由梳理汇总的单位定。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 通知
        clause: 三（一）
        mark_key: true

前提：issues/2026/I-2026-004.yaml

    key: false

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-004
        presenter: 二局

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-001
        presenter: 二局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import OPEN, PLENARY, meeting_status
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """One of its issues is key; an issue that cannot be read may be the one."""
    term = now.terms.settled("pre_meeting", "mark_key")
    if term is None or not term.value or meeting.kind != PLENARY or meeting_status(meeting) not in OPEN:
        return
    ids = list(dict.fromkeys(item.issue for item in meeting.agenda if item.issue))
    issues = [now.book.issues.get(id_) for id_ in ids]
    if ids and all(issue is not None and not issue.key for issue in issues):
        yield Told(
            f"议程上的议题没有一条是重点事项：{listed(ids)}",
            f"在重点议题的记录（如 {now.book.paths[ids[0]]}）里写 key: true",
            ("agenda",),
            at_key=True,
            basis=term.basis,
        )

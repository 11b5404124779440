"""LX316（提醒）：汇报材料到期还没有收到。

抓什么：还没有召开的会议，议程上列的汇报材料（papers）过了报送期限，还没有收到日期（received_on）。

为什么：材料不到，就来不及送审、印发。材料自己写了 due 的，按 due；没有写的，按 mechanism.yaml 的
pre_meeting 里 material_lead 往前推算。《通知》没有规定材料提前多久报送；两样都没有写的，不提醒。

怎么改：收到的，补上 received_on；没有收到的，催报送单位。

要人定：收到没有，只有办公室知道。

前提：mechanism.yaml

    rules:
      pre_meeting:
        basis: 配置
        material_lead:
          workdays: 6

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 下半年重点工作
        presenter: 二局
        papers:
          - by: 二局

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 下半年重点工作
        presenter: 二局
        papers:
          - by: 二局
            received_on: 2026-05-06
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.papers import paper_due
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import OPEN, meeting_status
from lianxi.wording import full_date

RECORD = Meeting


def lapse(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """No paper is late for a meeting whose day has not passed."""
    gone = meeting.starts is not None and meeting.starts.date() < now.today
    if meeting_status(meeting) not in OPEN or gone:
        return
    for index, item in enumerate(meeting.agenda):
        for place, paper in enumerate(item.papers):
            due, provisional = paper_due(paper, meeting, now)
            if paper.received_on is None and due is not None and due < now.today:
                until = f"{full_date(due)}{'（暂定）' if provisional else ''}"
                yield Told(
                    f"第{item.no}项的汇报材料应由{shown(paper.by)}在{until}前报送，还没有收到",
                    f"收到的，补上一行（日期按实际写）：received_on: {now.today}；没有收到的，催报送单位",
                    ("agenda", index, "papers", place, "due" if paper.due else "by"),
                    basis=now.terms.material_lead.basis,
                )

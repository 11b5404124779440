"""LX534（提醒）：纪要印发以后，给它的议定事项加了任务。

抓什么：议定事项的纪要已经印发并留了摘要，合并以后多出一项由它而来的任务，没有更正写明。

为什么：印发的纪要和任务分解表里没有这一项，牵头单位是从别处知道的。议定事项分解得更细是可以的，
审阅的人要知道。

怎么改：把议定事项分解得更细的，不用改；会上没有议定的，来源改写批示或者议题；纪要漏印的，在 minutes
里写 corrections，changes 里写上这条记录（field: measure，was: null，now 写工作任务），再重印。

要人定：是分解，还是另外交办。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 供水管网验收（示例）
    resolution: R-2026-001
    lead: 东县政府
    measure: 组织供水管网验收
    due: 2026-06-30

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 供水管网验收（示例）
    issue: I-2026-001
    assigned_on: 2026-05-06
    lead: 东县政府
    measure: 组织供水管网验收
    due: 2026-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.correcting import left_out
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.task import meeting_of

RECORD = Task


def added(record: Task, merge: Merge) -> Iterator[Told]:
    """A task of a decision that was issued without it; of a decision that is new that one is told."""
    meeting = meeting_of(record, merge.base)
    if meeting is None or meeting.minutes is None or meeting.minutes.sha256 is None:
        return
    if meeting.minutes.issued_on is not None and record.id not in merge.new_changes:
        yield Told(
            f"{meeting.id} 的纪要已于{meeting.minutes.issued_on}印发，任务分解表里没有这一项",
            "是把议定事项分解得更细的，不用改；不是会上议定的，来源改写批示或者议题；"
            f"纪要漏印的，在 {meeting.id} 的 minutes 里写 corrections，其中写\n"
            f"{left_out(record.id, {'measure': record.measure})}\n再运行\n"
            f"lianxi minutes {meeting.id} --reseal",
            ("resolution",),
        )

"""LX533（错误）：纪要印发以后补了一条议定事项。

抓什么：会议的纪要已经印发并留了摘要，合并以后多出一条这次会议的议定事项，没有更正写明。

为什么：议定了什么，以印发的纪要为准。纪要里没有的，各单位没有收到，也没有人签发过。

怎么改：误编到这次会议的，改到该写的会议；会上确实议定、纪要漏印的，在 minutes 里写 corrections，
changes 里写上这条记录（field: title，was: null，now 写标题），再运行 lianxi minutes 会议编号 --reseal。

要人定：会上有没有议定，由签发纪要的人定。

错误：resolutions/2026/R-2026-003.yaml

    id: R-2026-003
    meeting: M-2026-01
    item: 1
    title: 补记的议定事项（示例）
    text: 由一局每季度通报一次。
    outcome: 议定
    no_task_reason: 日常工作

正确：resolutions/2026/R-2026-003.yaml

    id: R-2026-003
    meeting: M-2026-02
    item: 2
    title: 污水处理审批（示例）
    text: 同意并联审批。
    outcome: 同意
    no_task_reason: 日常工作
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.correcting import left_out
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.resolution import Resolution

RECORD = Resolution


def added(record: Resolution, merge: Merge) -> Iterator[Told]:
    """A decision of a meeting whose minutes are sealed."""
    meeting = merge.base.book.meetings.get(record.meeting)
    if meeting is None or meeting.minutes is None or meeting.minutes.sha256 is None:
        return
    if meeting.minutes.issued_on is not None and record.id not in merge.new_changes:
        yield Told(
            f"{record.meeting} 的纪要已于{meeting.minutes.issued_on}印发，里面没有这条议定事项",
            "不是这次会议议定的，meeting 改成该写的会议；纪要漏印的，在那次会议的 minutes 里写 corrections，"
            f"其中写\n{left_out(record.id, {'title': record.title, 'text': record.text})}\n"
            f"再运行\nlianxi minutes {record.meeting} --reseal",
            ("meeting",),
        )

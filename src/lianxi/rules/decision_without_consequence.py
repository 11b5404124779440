"""LX323（错误）：议定事项没有任务，也没有写理由。

抓什么：结果是议定、同意、原则同意、审议通过、原则通过或者报请上级审定的议定事项，
没有一项任务的 resolution 写它，也没有写 no_task_reason。会上为原有任务延期、变更牵头单位，
任务里的 basis 写它的，也算有着落。

为什么：议定了的事要有人去办、有人去盯；《通知》三（四）要求“加强对联席会议议定事项的跟踪督办”。
别的联席会议，设立文件或者配置里写了跟踪督办（supervision）或者报告和预警（follow_up）的才查。
报请上级审定的，要有人去报，也算。

怎么改：新建任务，resolution 写这条议定事项；确实不用任务的，写明理由。

要人定：由谁去办，还是不用办，要看会议怎么定的。

错误：resolutions/2026/R-2026-003.yaml

    id: R-2026-003
    meeting: M-2026-01
    item: 1
    title: 示例园区A排水问题（示例）
    text: |
      同意示例园区A排水方案。
    outcome: 同意

正确：resolutions/2026/R-2026-003.yaml

    id: R-2026-003
    meeting: M-2026-01
    item: 1
    title: 示例园区A排水问题（示例）
    text: |
      同意示例园区A排水方案。
    outcome: 同意
    no_task_reason: 与供水工程一并实施
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.resolution import DECIDED, Resolution
from lianxi.situation import Situation

RECORD = Resolution
UPWARD = "报请上级审定"


def measure(resolution: Resolution, now: Situation) -> Iterator[Told]:
    """What is decided gives a task, changes one, or says why it needs none."""
    if not _asks(resolution, now) or _has_consequence(resolution, now):
        return
    basis = now.terms.basis("supervision") or now.terms.basis("follow_up")
    if basis is None:
        return
    yield Told(
        f"结果是“{resolution.outcome}”，没有任务，也没有写不用任务的理由",
        f"新建任务，写 resolution: {resolution.id}；不用任务的，写明理由：\nno_task_reason: 不用任务的理由",
        ("no_task_reason",),
        basis=basis,
        beside=("outcome",),
    )


def _asks(resolution: Resolution, now: Situation) -> bool:
    """Whether something is to be done; a ``deferred`` beside another outcome is told by itself."""
    return (
        (resolution.outcome in DECIDED or resolution.outcome == UPWARD)
        and resolution.no_task_reason is None
        and resolution.deferred is None
        and resolution.meeting in now.book.meetings
    )


def _has_consequence(resolution: Resolution, now: Situation) -> bool:
    """Whether a task follows, or may do so in a file that cannot be read or names nothing."""
    book = now.book
    return bool(
        book.tasks_of_resolution(resolution.id) or resolution.id in book.rested_on or not book.sources_known
    )

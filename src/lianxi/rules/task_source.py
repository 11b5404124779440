"""LX120（错误）：任务的来源要有一个，也只能有一个。

抓什么：任务没有写来源，或者同时写了两个。来源是议定事项、不上会的议题或批示之一。

为什么：交办的日子、公开的范围、纪要里的位置都从来源来；没有来源的任务不知道凭什么督办。

怎么改：会议议定的写 resolution；不上会直接办的写 issue；凭批示交办的两样都不写，写 instructions。

要人定：任务从哪里来，要查会议纪要或批示。

错误：tasks/2026/T-2026-001.yaml

    resolution: R-2026-001
    issue: I-2026-001

正确：tasks/2026/T-2026-001.yaml

    resolution: R-2026-001
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """One of resolution, issue, or an instruction."""
    if task.resolution and task.issue:
        yield Told(
            f"任务同时写了议定事项 {task.resolution} 和议题 {task.issue}，来源只能有一个",
            "会议议定的删去 issue 这一行（议题写在议定事项的 issues 里）；不上会的删去 resolution",
            ("issue",),
            at_key=True,
        )
    if not task.resolution and not task.issue and not task.instructions:
        yield Told(
            "任务没有写来源",
            "会议议定的补上 resolution: R-……；不上会的补上 issue: I-……；凭批示的补上 instructions",
            ("title",),
            at_key=True,
        )

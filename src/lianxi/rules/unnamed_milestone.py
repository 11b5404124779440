"""LX128（错误）：延期没有写清是哪一阶段。

抓什么：分阶段的任务延期，没有写是哪一阶段（milestone），或者写的阶段任务里没有；不分阶段的任务延期却写了阶段。

为什么：各阶段分别计时；不知道延的是哪一阶段，就不知道哪个时限变了。

怎么改：milestone 照抄那一阶段的 title；不分阶段的删去 milestone。

要人定：延的是哪一阶段，要查申请。

错误：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-08
        reason: 管材到货推迟（示例）
        new_due: 2026-04-30
        milestone: 完成铺设

正确：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-08
        reason: 管材到货推迟（示例）
        new_due: 2026-04-30
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.shown import shown
from lianxi.wording import listed

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """An extension names a stage exactly where there are stages."""
    titles = [stage.title for stage in task.milestones]
    for index, extension in enumerate(task.extensions):
        place = ("extensions", index, "milestone")
        if not titles and extension.milestone:
            yield Told(
                f"任务不分阶段，延期却写了阶段“{shown(extension.milestone)}”", "删去 milestone 这一行", place
            )
        elif titles and extension.milestone is None:
            yield Told(
                "任务分阶段办，延期没有写是哪一阶段", f"补上一行，如 milestone: {titles[0]}", place[:2]
            )
        elif titles and extension.milestone not in titles:
            yield Told(
                f"任务没有“{shown(extension.milestone)}”这一阶段",
                f"照抄其中一个：{listed(titles)}",
                place,
            )

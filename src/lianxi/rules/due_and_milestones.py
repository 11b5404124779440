"""LX121（错误）：同时写了完成时限和分阶段时限。

抓什么：任务同时写了 due 和 milestones。

为什么：两处时限都算数，就说不清哪一天算逾期；分阶段的任务按每一阶段计时，最后一阶段就是完成时限。

怎么改：分阶段的删去 due；不分阶段的删去 milestones。

要人定：分不分阶段，要看议定时怎么说的。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
    milestones:
      - title: 完成铺设
        due: 2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
    milestones: []
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """Either a deadline or stages."""
    if task.due is not None and task.milestones:
        yield Told(
            "任务同时写了 due（完成时限）和 milestones（分阶段）",
            "分阶段办的删去 due 这一行，最后一阶段的 due 就是完成时限；不分阶段的删去 milestones",
            ("due",),
            at_key=True,
        )

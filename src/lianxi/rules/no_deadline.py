"""LX422（错误）：已经交办的任务没有时限。

抓什么：任务已经交办（纪要印发了，或者写了 assigned_on），既没有写 due，也没有分阶段（milestones）。
还没有交办的可以先空着；长期办的写 due: 长期坚持，也是时限。

为什么：没有时限就无所谓临期、逾期，谁也不会去催，议定的事就落空了。《通知》没有规定时限，这是 lianxi 的默认。

怎么改：议定时没有定时限的，由牵头单位负责人按难易提出，报办公室定下来，写 due；
长期办的写 due: 长期坚持 和 report_every。

要人定：什么时候办完，要由牵头单位提出。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    reports:
      - date: 2026-04-20
        by: 二局
        text: |
          正在收集资料。

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-06-30
    reports:
      - date: 2026-04-20
        by: 二局
        text: |
          正在收集资料。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.task import assignment
from lianxi.terms import DEFAULT
from lianxi.wording import full_date

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Once it is assigned, a task has a deadline."""
    if task.due is not None or task.milestones or task.cancelled is not None:
        return
    day = assignment(task, now)
    if day is not None:
        yield Told(
            f"任务{full_date(day)}已经交办，没有写完成时限",
            "由牵头单位负责人提出，报办公室定下来，补上一行（换成定下来的日期）：\n"
            f"due: {day.year}-12-31\n长期办的补上：\ndue: 长期坚持\nreport_every:\n  months: 3",
            ("due_text",) if task.due_text else ("title",),
            at_key=True,
            basis=DEFAULT,
        )

"""LX421（错误）：没有报办结就销了号。

抓什么：任务写了销号（confirmation），而没有报过办结，或者最近一次报办结已经退办。

为什么：先由牵头单位报办结，再由规定的职务确认，两步走完才是销号；没有第一步，确认的是什么说不清，
逾期也不知道到哪一天为止。这是 lianxi 的记录格式，不是《通知》的话。

怎么改：报过办结的补记 completions；没有报过的删去 confirmation。

要人定：报没报过办结、哪一天报的，要核对。

错误：tasks/2026/T-2026-002.yaml

    completions:
      - reported_on: 2026-02-27
        by: 二局
        evidence: 供水保障方案（示例）
        returned:
          date: 2026-03-02
          by:
            post: 联络员
            unit: 一局
          reason: 没有应急预案（示例）

正确：tasks/2026/T-2026-002.yaml

    completions:
      - reported_on: 2026-02-27
        by: 二局
        evidence: 供水保障方案（示例）
        returned:
          date: 2026-03-02
          by:
            post: 联络员
            unit: 一局
          reason: 没有应急预案（示例）
      - reported_on: 2026-03-04
        by: 二局
        evidence: 供水保障方案和应急预案（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.stage import standing_completion
from lianxi.wording import full_date

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """What is confirmed has been reported done, and was not sent back since."""
    if task.confirmation is None or standing_completion(task) is not None:
        return
    returned = task.completions[-1].returned if task.completions else None
    lead = task.reassignments[-1].to if task.reassignments else task.lead[0]
    entry = f"  - reported_on: {task.confirmation.date}\n    by: {lead}\n    evidence: ……"
    if returned is None:
        message = "没有报过办结就销了号"
        head = "报过的补记（写实际的日期和材料）：\ncompletions:"
    else:
        message = f"最近一次报办结已于{full_date(returned.date)}退办，没有重新报办结就销了号"
        head = "重新报过的，在 completions（报办结）下面补记（写实际的日期和材料）："
    remedy = f"{head}\n{entry}\n没有报过的，删去 confirmation（销号）"
    yield Told(message, remedy, ("confirmation",), at_key=True)

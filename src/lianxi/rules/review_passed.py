"""LX429（提醒）：长期坚持的任务过了复查日期。

抓什么：时限是“长期坚持”的任务，写定的复查日期（review_on）已经过了，任务还在办。

为什么：长期办的事要定期看一看还要不要办；过了日子没有人看，就成了没有头的任务。日期是任务自己写的，
《通知》没有规定。

怎么改：复查后继续办的，review_on 改成下一次复查的日期；不再办的报办结，或者写 cancelled（撤销）。

要人定：还要不要办，要由会议或者办公室定。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 长期坚持
    report_every:
      months: 3
    review_on: 2026-04-30
    reports:
      - date: 2026-04-03
        by: 二局
        text: |
          一季度水价没有变化。

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 长期坚持
    report_every:
      months: 3
    review_on: 2026-10-31
    reports:
      - date: 2026-04-03
        by: 二局
        text: |
          一季度水价没有变化。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.deadline import STANDING
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import source_of
from lianxi.status.silence import is_awaited
from lianxi.status.task import task_standing
from lianxi.wording import full_date

RECORD = Task


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """The day on which somebody was to look at it again is over."""
    if task.due != STANDING or task.review_on is None or task.review_on >= now.today:
        return
    if is_awaited(task_standing(task, now)):
        yield Told(
            f"任务应在{full_date(task.review_on)}复查，已经过了{(now.today - task.review_on).days}天",
            f"继续办的，改成下一次复查的日期，如 review_on: {now.today.year + 1}-06-30；"
            "不再办的报办结，或者写 cancelled（撤销）",
            ("review_on",),
            basis=source_of(task, now),
        )

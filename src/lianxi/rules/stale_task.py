"""LX424（提醒）：任务好久没有报告（滞后）。

抓什么：办理中的任务，距上一次报告（没有报告过的距交办）超过了本联席会议定的时间（follow_up 的 stale_after）；
长期坚持的任务，超过了它自己的 report_every。申请延期、答复催办、报上级也算有回音；
暂缓的、待上级批复的不提醒。
已经按逾期提醒过的（见 LX423）不再重复。

为什么：久无音信的任务多半办不动了，早问早协调。《通知》没有规定，时间是本联席会议的配置或者任务写明的；
没有定的不查（无变化免报）。

怎么改：请牵头单位报告进展，记在 reports 里。

要人定：办到了哪一步，要问牵头单位。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-12-31
    reports:
      - date: 2026-03-20
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
    due: 2026-12-31
    reports:
      - date: 2026-03-20
        by: 二局
        text: |
          正在收集资料。
      - date: 2026-04-20
        by: 二局
        text: |
          资料收齐，正在测算。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.deadline import STANDING
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import source_of
from lianxi.status.silence import TOO_LONG, last_report_loc, report_lines, silence_of
from lianxi.status.task import task_standing
from lianxi.wording import listed, short_date

RECORD = Task


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """No report for longer than is settled."""
    standing = task_standing(task, now)
    silence = silence_of(standing, now)
    if silence is None or silence.kind != TOO_LONG:
        return
    since = silence.last or standing.assigned_on or silence.due
    head = f"{short_date(since, now.today)}" + ("以后" if silence.last else "交办以来")
    yield Told(
        f"{head}没有报告，已经{(now.today - since).days}天（滞后）",
        f"请{listed(standing.lead)}报告进展。{report_lines(standing, now)}",
        last_report_loc(task),
        at_key=not task.reports,
        basis=source_of(task, now) if task.due == STANDING else now.terms.stale_after.basis,
    )

"""LX425（提醒）：交办以后没有按时作首次报告。

抓什么：本联席会议定了交办以后多久内首次报告（follow_up 的 first_report_within），时间过了，
牵头单位还没有任何报告。
暂缓的、待上级批复的不提醒；已经按逾期、滞后提醒过的不再重复。

为什么：开头没有动静的任务，后面多半来不及。《通知》没有规定，
这是本联席会议的配置（有的联席会议写在设立文件里）。

怎么改：请牵头单位报告怎么办、办到了哪一步，记在 reports 里。

要人定：办到了哪一步，要问牵头单位。

前提：mechanism.yaml

    rules:
      follow_up:
        basis: 配置
        first_report_within:
          workdays: 5

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-12-31

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-12-31
    reports:
      - date: 2026-02-26
        by: 二局
        text: |
          已经列出测算提纲。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.silence import FIRST, last_report_loc, report_lines, silence_of
from lianxi.status.task import task_standing
from lianxi.wording import listed, short_date

RECORD = Task


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """The time for the first report is over."""
    if task.reports:
        return
    standing = task_standing(task, now)
    silence = silence_of(standing, now)
    if silence is None or silence.kind != FIRST or standing.assigned_on is None:
        return
    term = now.terms.settled("follow_up", "first_report_within")
    assert term is not None  # noqa: S101 - no first report is owed without it
    yield Told(
        f"{short_date(standing.assigned_on, now.today)}交办，"
        f"应在{short_date(silence.due, now.today)}前首次报告，还没有报告",
        f"请{listed(standing.lead)}报告。{report_lines(standing, now)}",
        last_report_loc(task),
        at_key=True,
        basis=term.basis,
    )

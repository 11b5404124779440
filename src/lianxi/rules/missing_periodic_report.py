"""LX426（提醒）：最近一期的报告没有报。

抓什么：本联席会议定了多久报告一次（follow_up 的 report_every），最近一期的报告过了时间还没有报。
又定了每月几日前报告的（report_by_day），按月、按季报上一期：每期第一个月的那一天以前；
交办后的第一期不满一整期的不要求。
没有定几日的，从上一次报告（没有报告过的从交办）起算。长期坚持的任务按它自己的 report_every（见 LX424）；
暂缓的、待上级批复的不提醒，已经按逾期、滞后、首次报告提醒过的不再重复。

为什么：定了按期报告的，少一期，汇总和通报就缺一块。《通知》没有规定的，无变化免报；
这里查的是本联席会议自己定的。

怎么改：请牵头单位补报这一期的进展，记在 reports 里；没有变化的也写一句。

要人定：这一期办了什么，要问牵头单位。

前提：mechanism.yaml

    rules:
      follow_up:
        basis: 配置
        report_every:
          months: 1
        report_by_day: 5

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-12-31
    reports:
      - date: 2026-04-03
        by: 二局
        text: |
          三月份收集了资料。

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-12-31
    reports:
      - date: 2026-04-03
        by: 二局
        text: |
          三月份收集了资料。
      - date: 2026-04-30
        by: 二局
        text: |
          四月份完成测算初稿。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.silence import PERIODIC, Silence, last_report_loc, report_lines, silence_of
from lianxi.status.task import task_standing
from lianxi.wording import listed, short_date

RECORD = Task
_QUARTER = 3


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """The report on the last period has not come."""
    standing = task_standing(task, now)
    silence = silence_of(standing, now)
    if silence is None or silence.kind != PERIODIC:
        return
    term = now.terms.settled("follow_up", "report_every") or now.terms.settled("follow_up", "report_by_day")
    assert term is not None  # noqa: S101 - no period is owed without it
    last = f"上次是{short_date(silence.last, now.today)}" if silence.last else "还没有报告过"
    yield Told(
        f"{_period(silence)}没有报告（应在{short_date(silence.due, now.today)}前报，{last}）",
        f"请{listed(standing.lead)}补报。{report_lines(standing, now)}",
        last_report_loc(task),
        at_key=not task.reports,
        basis=term.basis,
    )


def _period(silence: Silence) -> str:
    """8月的进展; 二季度的进展; 1月至6月的进展."""
    if silence.period is None:
        return "最近一期的进展"
    first = silence.period.month
    if silence.months == 1:
        return f"{first}月的进展"
    if silence.months == _QUARTER:
        return f"{'一二三四'[first // _QUARTER]}季度的进展"
    return f"{first}月至{first + silence.months - 1}月的进展"

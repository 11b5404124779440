"""LX423（提醒）：任务过了时限，没有任何回音。

抓什么：任务（或者它的一个阶段）已经逾期，到期以来牵头单位没有报告、没有答复催办，
也没有申请延期、报上级、报办结。
暂缓的、待上级批复的、延期申请还没有答复的不提醒；退办的从重办期限算起。

为什么：逾期不可怕，可怕的是没有人知道办到了哪一步。设立文件多半只说跟踪督办，没有说多久没有回音要问，
这是 lianxi 的默认。

怎么改：请牵头单位补报进展；办完的报办结。催办的记在 notices 里。

要人定：办到了哪一步，要问牵头单位。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-05-05
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
    due: 2026-05-05
    reports:
      - date: 2026-04-20
        by: 二局
        text: |
          正在收集资料。
      - date: 2026-05-06
        by: 二局
        text: |
          资料收齐，五月中旬完成测算。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.chasing import next_step
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.deadline import deadline_loc
from lianxi.status.silence import PAST_DUE, report_lines, silence_of
from lianxi.status.task import TaskStanding, task_standing
from lianxi.terms import DEFAULT
from lianxi.wording import listed, short_date

RECORD = Task


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """Past its deadline, and not a word since."""
    standing = task_standing(task, now)
    silence = silence_of(standing, now)
    if silence is None or silence.kind != PAST_DUE:
        return
    yield Told(
        f"任务逾期{standing.late}天，{short_date(silence.due, now.today)}以后没有任何回音",
        f"请{listed(standing.lead)}补报进展，已经办完的报办结{_next(standing, now)}。"
        f"{report_lines(standing, now)}",
        deadline_loc(task, standing.stage),
        basis=DEFAULT,
    )


def _next(standing: TaskStanding, now: Situation) -> str:
    """What the office is to send, where its day has come."""
    found = next_step(standing, now)
    if found is None or found[1] > now.today:
        return ""
    return f"；下一步催办用{found[0]}（{short_date(found[1], now.today)}起）"

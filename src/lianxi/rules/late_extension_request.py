"""LX340（错误）：过了时限才申请延期。

抓什么：本联席会议定了延期须在到期前申请（extension 的 before_due: true），而申请日期晚于所延的时限。
所延的时限是此前最后一次批准的 new_due，没有批准过的是 due（分阶段的各看各的阶段）。到期当天申请不算晚；
不同意的、会议或者批示定的（写了 basis）不在此列。

为什么：过了时限再延，逾期就没有了，时限也就不成其为时限。《通知》没有规定延期，这是本联席会议的配置。

怎么改：日期写错的改成实际的申请日期；确实过期才申请的不批准，写 refused_by、refused_on、why；
会议或者批示重新定了时限的，不写 requested_on，写 date 和 basis；只写 date、没有 basis 的，或者 basis 写的就是
交办这项任务的议定事项的，都算申请。

要人定：是日期写错了、不该批准，还是会议另定了时限，要核对申请和批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        before_due: true

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-10
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-13

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-08
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-13
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.extension import asked_too_late
from lianxi.wording import full_date

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """A request comes before the deadline it would move has passed."""
    for late in asked_too_late(task, now):
        set_on = task.extensions[late.index].approved_on or late.asked
        yield Told(
            f"{full_date(late.asked)}才申请延期，所延的时限{full_date(late.due)}已经过了"
            f"{(late.asked - late.due).days}天",
            f"日期写错的，改成实际的申请日期（不晚于 {late.due}）；确是过期才申请的，不能批准，"
            "写 refused_by、refused_on、why；会议或者批示重新定了时限的，删去 requested_on、approved_by、"
            f"approved_on，写：\ndate: {set_on}\nbasis: 批示"
            "\n（会议定的，basis 写议定事项的编号）",
            ("extensions", late.index, late.key),
            basis=late.term.basis,
            rests_on=task.id,
        )

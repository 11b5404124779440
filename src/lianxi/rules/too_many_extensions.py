"""LX341（错误）：批准延期的次数超过规定。

抓什么：同一个时限批准延期的次数，超过本联席会议定的最多几次（extension 的 max_count，0 是不办延期）。
分阶段的任务每一阶段一个时限，各算各的次数；不同意的、会议或者批示定的（写了 basis）不算。

为什么：一延再延，时限就落空了。《通知》没有规定延期，次数是本联席会议的配置。

怎么改：多出来的这一次不批准，写 refused_by、refused_on、why；确需再延的提请会议或者召集人定，
写 date 和 basis。

要人定：这一次是不该批准，还是会议或者批示定的，要核对批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        max_count: 1

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-04-30
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
      - requested_on: 2026-04-28
        reason: 值守人员仍未到位（示例）
        new_due: 2026-05-30
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-29

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-04-30
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
      - date: 2026-04-29
        reason: 召集人批示顺延（示例）
        new_due: 2026-05-30
        basis: 批示
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.deadline import most
from lianxi.status.extension import granted_too_often

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """The first grant too many of each deadline is told."""
    for grant in granted_too_often(task, now):
        if grant.number == grant.term.value + 1:
            yield Told(
                f"批准延期已经是第{grant.number}次，本联席会议定的是{most(grant.term.value)}",
                "不能再批：删去 approved_by、approved_on，写 refused_by、refused_on、why；会议或者批示定的，"
                "删去 requested_on、approved_by、approved_on，写："
                f"\ndate: {grant.granted_on}\nbasis: 批示\n（会议定的，basis 写议定事项的编号）",
                ("extensions", grant.index),
                at_key=True,
                basis=grant.term.basis,
            )

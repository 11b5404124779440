"""LX506（错误）：合并里批准的延期超过了规定的次数。

抓什么：这次合并新批准的延期，在同一个时限上超过了合并以前的配置定的最多几次（extension 的 max_count）。
会议或者批示定的（写了 basis）、不同意的不算，同 LX341；这里说了，LX341 不再说。

为什么：一延再延，时限就落空了。次数按合并以前的配置算，免得一次改动既放宽规则又用它。

怎么改：这一次不批准，写 refused_by、refused_on、why；确需再延的提请会议或者召集人定，
用 lianxi extend --basis 记。

要人定：这一次是不该批准，还是会议或者批示定的，要核对批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        max_count: 1

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
      - requested_on: 2026-05-06
        reason: 值守人员仍未到位（示例）
        new_due: 2026-05-30
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-05-06

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
      - requested_on: 2026-05-06
        reason: 值守人员仍未到位（示例）
        new_due: 2026-05-30
        refused_by:
          post: 联络员
          unit: 一局
        refused_on: 2026-05-06
        why: 已经延过一次（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.entry_edits import fresh
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.deadline import most
from lianxi.status.extension import granted_too_often

RECORD = Task
STANDS_FOR = ("LX341",)


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Each grant of this merge that goes beyond the number."""
    new = fresh(before.extensions, after.extensions)
    for grant in granted_too_often(after, merge.head):
        if grant.index in new:
            wanted = after.extensions[grant.index].new_due
            yield Told(
                f"新批准的延期已经是第{grant.number}次，本联席会议定的是{most(grant.term.value)}",
                "不能再批：删去 approved_by、approved_on，写 refused_by、refused_on、why；"
                "会议或者批示另定时限的，撤掉这次写的，改用：\n"
                f"lianxi extend {after.id} --basis 批示 --to {wanted} --reason 理由",
                ("extensions", grant.index),
                at_key=True,
                basis=grant.term.basis,
            )

"""LX505（错误）：合并里有过了时限才申请的延期。

抓什么：这次合并新写的、或者新答复的延期，申请日期晚于所延的时限，而合并以前的配置定了须在到期前申请
（extension 的 before_due: true）。所延的时限、不算在内的，同 LX340；这里说了，LX340 不再说。

为什么：过了时限再延，逾期就没有了。规则按合并以前的算，免得一次改动既放宽规则又用它。

怎么改：日期写错的改成实际的申请日期；确实过期才申请的不批准，写 refused_by、refused_on、why；
会议或者批示另定时限的，用 lianxi extend --basis 记。

要人定：是日期写错了、不该批准，还是会议另定了时限，要核对申请和批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        before_due: true

错误：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-20
        reason: 管材到货推迟（示例）
        new_due: 2026-05-15

正确：tasks/2026/T-2026-001.yaml

    extensions:
      - date: 2026-04-20
        reason: 召集人批示顺延（示例）
        new_due: 2026-05-15
        basis: 批示
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.entry_edits import fresh
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.extension import asked_too_late
from lianxi.wording import full_date

RECORD = Task
STANDS_FOR = ("LX340",)


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Only what is new with this merge; the rest is told of the record itself."""
    new = fresh(before.extensions, after.extensions)
    for late in asked_too_late(after, merge.head):
        if late.index in new:
            wanted = after.extensions[late.index].new_due
            yield Told(
                f"新写的延期是{full_date(late.asked)}申请的，所延的时限{full_date(late.due)}已经过了"
                f"{(late.asked - late.due).days}天",
                f"日期写错的，改成实际的申请日期（不晚于 {late.due}）；确是过期才申请的，不能批准，"
                "写 refused_by、refused_on、why；会议或者批示另定时限的，撤掉这次写的，改用：\n"
                f"lianxi extend {after.id} --basis 批示 --to {wanted} --reason 理由",
                ("extensions", late.index, late.key),
                basis=late.term.basis,
            )

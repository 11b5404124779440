"""LX347（提醒）：催办跳过了一步。

抓什么：到期以后，没有走前面的步骤就用了催办次序（escalation 的 steps）里更后面的一步，
如没有发过督办通知单就提请召集人。到期以前发的不算步骤；没有提醒过、同一步重复，不在此列。

为什么：一步一步催，每一步都给承办单位答复的机会；上来就提请召集人，前面的话没有说过。次序是本联席会议的配置。

怎么改：漏记的补记在前面；形式写错的改过来；确需越过的，在这一行后面写放行的注释和理由。

要人定：是漏记了还是越过了，要对照存底。

前提：mechanism.yaml

    rules:
      escalation:
        basis: 配置
        steps:
          - do: 提醒
            after:
              days: 1
          - do: 督办通知单
            after:
              days: 10
          - do: 提请召集人
            after:
              days: 5

错误：tasks/2026/T-2026-001.yaml

    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
      - date: 2026-05-06
        form: 提请召集人

正确：tasks/2026/T-2026-001.yaml

    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
      - no: 1
        date: 2026-04-29
        form: 督办通知单
        reply_by: 2026-04-30
      - date: 2026-05-06
        form: 提请召集人
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.chasing import notice_lines, passed_over
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.wording import listed

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Each step comes after the one before it."""
    if not task.notices:
        return
    term = now.terms.settled("escalation", "steps")
    if term is None:
        return
    for index, notice in enumerate(task.notices):
        skipped = passed_over(task, index, now)
        if skipped:
            yield Told(
                f"没有发过{listed(skipped)}，就用了“{notice.form}”",
                f"催办次序是{listed(step.do for step in term.value)}。漏记的，在这一条前面补上：\n"
                f"{notice_lines(skipped[0], notice.date, now)}\n（date 写实际发出的日期）；"
                f"形式写错的，改成 form: {skipped[0]}",
                ("notices", index, "form"),
                basis=term.basis,
            )

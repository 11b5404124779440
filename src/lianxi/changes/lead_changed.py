"""LX504（错误）：已交办任务的牵头单位、交办日期或者来源改了。

抓什么：任务交办以后，lead、assigned_on 同合并以前不一样，或者不是会议定的任务换了来源议题（issue）。
双牵头的，次序也算：第一个单位负责报告。纪要更正写明的不算。

为什么：交给谁、哪一天交的，是算逾期、算成绩的根据。直接改掉，就像原来的单位从来没有承担过。

怎么改：改回原来的。由别的单位承接的，用 lianxi reassign 记一条变更，原来的 lead 不动。

要人定：是不是要换牵头单位，要有依据（机构改革、会议或者批示）。

错误：tasks/2026/T-2026-001.yaml

    lead: 二局

正确：tasks/2026/T-2026-001.yaml

    reassignments:
      - date: 2026-04-20
        from: 东县政府
        to: 二局
        reason: 职能调整（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.changed_value import before_and_after
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.schema.task import Task
from lianxi.status.task import assignment
from lianxi.wording import full_date, listed

RECORD = Task


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Who was given the task, when and on what ground, stays what it was."""
    assigned = assignment(before, merge.base)
    if assigned is None:
        return
    since = f"任务已于{full_date(assigned)}交办"
    if before.lead != after.lead and not merge.corrects(after.id, "lead"):
        yield Told(
            f"{named('lead')}{before_and_after(listed(before.lead), listed(after.lead))}，{since}",
            f"改回原来的；由别的单位承接的，另记一条变更：\n"
            f"lianxi reassign {after.id} --to 单位 --reason 理由",
            ("lead",),
        )
    moved = before.assigned_on != after.assigned_on and assignment(after, merge.head) != assigned
    if moved and not merge.corrects(after.id, "assigned_on"):
        was, now = before.assigned_on or assigned, after.assigned_on
        yield Told(f"{named('assigned_on')}{before_and_after(was, now)}", "改回原来的", ("assigned_on",))
    if before.issue is not None and before.issue != after.issue:
        yield Told(
            f"任务的来源{named('issue')}{before_and_after(before.issue, after.issue)}，{since}",
            "改回原来的；另一条议题的事，另立一项任务",
            ("issue",),
        )

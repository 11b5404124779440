"""LX522（错误）：合并里的销号不是由规定的职务确认的。

抓什么：这次合并销号（confirmation）的任务，确认人不是合并以前的配置定的职务（closing 的 confirmed_by；
办公室所在单位自己牵头的，是 own_tasks_confirmed_by）。没有定由谁确认的不查；
牵头单位自己确认的见 LX521。这里说了，LX343 不再说。

为什么：销了号就不再催办，要由定好的人来把关。由谁确认按合并以前的配置算，免得一次改动既换人又用它。

怎么改：写错的改成规定的职务；还没有由规定的职务确认的，删去 confirmation，等确认了再写。

要人定：实际是谁确认的，要核对。

前提：mechanism.yaml

    rules:
      closing:
        basis: 配置
        confirmed_by:
          post: 联络员
          unit: 一局

错误：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
        evidence: 管网验收记录（示例）
    confirmation:
      date: 2026-04-20
      by:
        post: 召集人
        unit: 市政府

正确：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
        evidence: 管网验收记录（示例）
    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.merge import Merge
from lianxi.obligations import post_name
from lianxi.obligations.confirmation import is_of_lead, rightful_confirmer
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.posts import lines

RECORD = Task
STANDS_FOR = ("LX343",)


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Whoever confirms with this merge is the post settled for tasks of this lead."""
    if before.confirmation is not None or after.confirmation is None or is_of_lead(after, merge.head):
        return
    term = rightful_confirmer(after, merge.head)
    if term is not None:
        by, wanted = after.confirmation.by, term.value
        yield Told(
            f"这次合并由{post_name(by)}确认销号，本联席会议定的是{post_name(wanted)}",
            f"写错的改成：\n{lines('by', [wanted], merge.head)}\n"
            f"还没有由{post_name(wanted)}确认的，删去 confirmation（销号）",
            ("confirmation", "by", "unit" if by.post == wanted.post else "post"),
            basis=term.basis,
        )

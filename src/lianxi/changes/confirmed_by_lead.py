"""LX521（错误）：牵头单位自己确认销号。

抓什么：这次合并销号（confirmation）的任务，确认人就是现在牵头单位的人，而不是该确认的职务。
该由谁确认按合并以前的配置（closing 的 confirmed_by；办公室所在单位自己牵头的，是 own_tasks_confirmed_by），
没有定的是办公室的联络员；办公室自己牵头而没有另定的不查。这里说了，LX343、LX344 不再说。

为什么：办没办完由办的单位自己说了算，等于没有人把关。

怎么改：由该确认的职务核对佐证材料以后确认；还没有确认的删去 confirmation。

要人定：实际是谁确认的，要核对。

前提：mechanism.yaml

    posts:
      - post: 联络员
        unit: 一局
      - post: 联络员
        unit: 东县政府
      - post: 召集人
        unit: 市政府
      - post: 召集人
        unit: 省厅

错误：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
        evidence: 管网验收记录（示例）
    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 东县政府

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
from lianxi.obligations.confirmation import confirmer_beside_lead, is_of_lead, rightful_confirmer
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.posts import lines

RECORD = Task
STANDS_FOR = ("LX343", "LX344")


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Whether the one who confirms with this merge is the one who did it."""
    if before.confirmation is not None or after.confirmation is None or not is_of_lead(after, merge.head):
        return
    term = rightful_confirmer(after, merge.head) or confirmer_beside_lead(after, merge.head)
    if term is not None:
        by, wanted = after.confirmation.by, term.value
        yield Told(
            f"这次合并由牵头单位的{post_name(by)}自己确认销号，该由{post_name(wanted)}确认",
            f"写错的改成：\n{lines('by', [wanted], merge.head)}\n"
            f"还没有由{post_name(wanted)}确认的，删去 confirmation（销号）",
            ("confirmation", "by", "unit" if by.unit else "post"),
            basis=term.basis,
        )

"""LX343（错误）：销号不是由规定的职务确认的。

抓什么：销号（confirmation）的确认人，不是本联席会议定的职务（closing 的 confirmed_by；
办公室所在单位自己牵头的，是 own_tasks_confirmed_by）。没有定由谁确认的不查。

为什么：销了号就不再催办，要由定好的人来把关。《通知》没有规定销号由谁确认，这是本联席会议的配置。

怎么改：写错的改成规定的职务；还没有由规定的职务确认的，删去 confirmation，等确认了再写。

要人定：实际是谁确认的，要核对。

前提：mechanism.yaml

    rules:
      closing:
        basis: 配置
        confirmed_by:
          post: 联络员
          unit: 一局

错误：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-03-05
      by:
        post: 召集人
        unit: 市政府

正确：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-03-05
      by:
        post: 联络员
        unit: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import post_name
from lianxi.obligations.confirmation import rightful_confirmer
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.posts import lines

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Whoever confirms is the post settled for tasks of this lead."""
    term = rightful_confirmer(task, now)
    if term is not None and task.confirmation is not None:
        by, wanted = task.confirmation.by, term.value
        yield Told(
            f"由{post_name(by)}确认销号，本联席会议定的是{post_name(wanted)}",
            f"写错的改成：\n{lines('by', [wanted], now)}"
            f"\n还没有由{post_name(wanted)}确认的，删去 confirmation（销号）",
            ("confirmation", "by", "unit" if by.post == wanted.post else "post"),
            basis=term.basis,
        )

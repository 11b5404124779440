"""LX344（错误）：自己牵头的任务自己确认销号。

抓什么：本联席会议没有定销号由谁确认，而确认人就是牵头单位的人。定了由谁确认的，按定的来（见 LX343）；
办公室所在单位自己牵头的任务也不在此列，要另定 own_tasks_confirmed_by。

为什么：办没办完由办的单位自己说了算，等于没有人把关。《通知》没有规定，这是 lianxi 的默认。

怎么改：由办公室的联络员核对佐证材料以后确认；要由别的职务确认的，
在 mechanism.yaml 的 closing 里写 confirmed_by。

要人定：由谁确认，要由本联席会议定。

前提：mechanism.yaml

    posts:
      - post: 联络员
        unit: 一局
      - post: 联络员
        unit: 二局
      - post: 召集人
        unit: 市政府
      - post: 召集人
        unit: 省厅

错误：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-03-05
      by:
        post: 联络员
        unit: 二局

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
from lianxi.obligations.confirmation import confirmer_beside_lead
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.posts import lines

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Where nothing is settled, a lead does not confirm what it did itself."""
    term = confirmer_beside_lead(task, now)
    if term is not None and task.confirmation is not None:
        by, wanted = task.confirmation.by, term.value
        yield Told(
            f"任务由{by.unit}牵头，又由{post_name(by)}自己确认销号",
            f"请{post_name(wanted)}核对以后确认，改成：\n{lines('by', [wanted], now)}"
            "\n本联席会议另有规定的，在 mechanism.yaml 的 closing 里写 confirmed_by",
            ("confirmation", "by", "unit"),
            basis=term.basis,
        )

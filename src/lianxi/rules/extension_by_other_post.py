"""LX342（错误）：延期不是由规定的职务答复的。

抓什么：延期的批准人（approved_by）或者不同意的人（refused_by），
不是本联席会议定的批准延期的职务（extension 的 approver）。
没有定由谁批的，只查牵头单位自己答复自己的（默认由办公室的联络员答复；办公室自己牵头的不查）；
会议或者批示定的（写了 basis）不在此列。

为什么：谁都能批，时限就管不住了。《通知》没有规定延期由谁批，这是本联席会议的配置。

怎么改：写错的改成规定的职务；会议或者召集人直接定的，写 date 和 basis，不写批准人。

要人定：实际是谁批的，要核对批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        approver:
          post: 联络员
          unit: 一局

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 办公室主任
          unit: 一局
        approved_on: 2026-04-03

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import post_name
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.extension import answered_by_another
from lianxi.status.posts import lines

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Whoever answers a request is the approver that the conference has settled."""
    for answer in answered_by_another(task, now):
        wanted = answer.term.value
        yield Told(
            f"延期由{post_name(answer.by)}{answer.word}，该由{post_name(wanted)}答复",
            f"写错的改成：\n{lines(answer.key, [wanted], now)}\n会议或者批示定的，"
            "写 date 和 basis（议定事项的编号或者 批示），不写 requested_on 和批准人",
            ("extensions", answer.index, answer.key, answer.amiss),
            basis=answer.term.basis,
        )

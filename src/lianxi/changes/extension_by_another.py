"""LX507（错误）：合并里的延期不是由规定的职务答复的。

抓什么：这次合并新写的延期答复（approved_by、refused_by），
不是合并以前的配置定的批准延期的职务（extension 的 approver）。没有定由谁批的，只查牵头单位自己答复自己的；
会议或者批示定的（写了 basis）不算，同 LX342；这里说了，LX342 不再说。

为什么：谁都能批，时限就管不住了。由谁批按合并以前的配置算，免得一次改动既换批准人又用它。

怎么改：写错的改成规定的职务；没有由规定的职务答复的，删去答复，报它答复；会议或者召集人直接定的，
用 lianxi extend --basis 记。

要人定：实际是谁批的，要核对批件。

前提：mechanism.yaml

    rules:
      extension:
        basis: 配置
        approver:
          post: 联络员
          unit: 一局

错误：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-14
        reason: 管材到货推迟（示例）
        new_due: 2026-05-15
        approved_by:
          post: 办公室主任
          unit: 一局
        approved_on: 2026-04-15

正确：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-14
        reason: 管材到货推迟（示例）
        new_due: 2026-05-15
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-15
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.entry_edits import fresh
from lianxi.merge import Merge
from lianxi.obligations import post_name
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.extension import answered_by_another
from lianxi.status.posts import lines

RECORD = Task
STANDS_FOR = ("LX342",)


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """The answers of this merge that the settled post has not given."""
    new = fresh(before.extensions, after.extensions)
    for answer in answered_by_another(after, merge.head):
        if answer.index in new:
            wanted, due = answer.term.value, after.extensions[answer.index].new_due
            yield Told(
                f"新写的延期由{post_name(answer.by)}{answer.word}，该由{post_name(wanted)}答复",
                f"写错的改成：\n{lines(answer.key, [wanted], merge.head)}\n"
                f"没有由{post_name(wanted)}答复的，删去这个答复；会议或者批示另定时限的，撤掉这次写的，改用：\n"
                f"lianxi extend {after.id} --basis 批示 --to {due} --reason 理由",
                ("extensions", answer.index, answer.key, answer.amiss),
                basis=answer.term.basis,
            )

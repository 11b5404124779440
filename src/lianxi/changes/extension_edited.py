"""LX508（错误）：改了已经记下的延期。

抓什么：合并以前有的延期（extensions 的一条），申请日期、理由、延到哪天、哪一阶段，或者已经写了的答复，改了。
还没有答复的，补写批准或者不同意不算；整条删去的见 LX511。纪要更正写明的不算。

为什么：延期决定现在的时限。申请和答复写下以后再改，等于没有经过批准就换了时限。

怎么改：改回原来的。要再延的，另申请一次；批错了的，由批准的职务在下一次里说明。

要人定：实际申请和批准的是什么，要核对批件。

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位
        new_due: 2026-05-31
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03

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
        new_due: 2026-05-31
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.entry_edits import Fate
from lianxi.merge import Merge
from lianxi.recorded import edits
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.told_entry import altered

RECORD = Task


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """An extension may be answered, and then stands."""
    for edit in edits(before, after, merge):
        if edit.fate is Fate.REWRITTEN and edit.at[:1] == ("extensions",):
            yield altered(edit, after, merge.head)

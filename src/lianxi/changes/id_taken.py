"""LX560（错误）：两边新建的记录用了同一个编号。

抓什么：这次合并新建的记录，编号在要并入的那一边也有了，是另一件事（两边分开以后各建各的）。
两边是同一条记录（标题相同）的不算。

为什么：一个编号只能指一件事。硬合在一起，会丢掉其中一条，引用它的地方也说不清指的是哪一件。

怎么改：改自己这一条的编号，文件名、编号和引用它的地方由 lianxi renumber 一起改好，提交，
再用 git merge 合并；用 git rebase，旧的提交又会带着原来的编号冲突。

要人定：口头和纸面上已经用过哪个编号，要问清楚。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.called import kind_title, record_title
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task

Numbered = Issue | Meeting | Resolution | Task
RECORD = Numbered


def added(record: Numbered, merge: Merge) -> Iterator[Told]:
    """The number of a new record is free on the other side too."""
    theirs = merge.meanwhile.taken.get(record.id)
    if theirs is not None:
        yield Told(
            f"编号 {record.id} 两边都用了：这里是{kind_title(record)}“{record_title(record)}”，"
            f"要并入的那一边是“{theirs}”",
            "这一条改用没有用过的编号，提交，再用 git merge origin/main 合并"
            f"（不用 git rebase，又会冲突）：\nlianxi renumber {record.id}",
            ("id",),
        )

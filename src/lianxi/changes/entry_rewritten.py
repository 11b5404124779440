"""LX510（错误）：改了已经记下的事。

抓什么：合并以前已经记下的一条（进展报告、催办、报办结、退办、佐证材料、销号、暂缓办理、报上级、变更牵头单位、
对接和征求意见、批示、备注、改期、回执、反馈意见、各方签署、更正、撤销、退出、反馈等等），或者已经填了的日期
（梳理、方案形成、通知、召开、阶段完成），内容改了。延期见 LX508。
原来空着、后来才有的（回复日期、批复、暂缓到哪一天为止、退办、佐证材料等）补上不算；方案重新形成、
议程重新审定、重新征求意见，日期往后改不算；
只去掉或者遮住个人信息（LX707 等）、换掉带有密级标志的内容（LX706）不算。还没有交办的任务不查。

为什么：当时是怎么说的、哪一天说的，是判断有没有办、逾没逾期的根据。记录只往后加，改了就说不清了。

怎么改：改回原来的；有了变化或者当时记错了，另记一条。

要人定：原来记的对不对，要核对原件。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已全部铺设完成。

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - date: 2026-05-06
        by: 东县政府
        text: |
          管网已全部铺设完成。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.entry_edits import Fate
from lianxi.merge import Merge
from lianxi.recorded import edits
from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.told_entry import altered

Numbered = Issue | Meeting | Resolution | Task
RECORD = Numbered


def compare(before: Numbered, after: Numbered, merge: Merge) -> Iterator[Told]:
    """What was recorded stands; one finding an entry."""
    for edit in edits(before, after, merge):
        if edit.fate is Fate.REWRITTEN and edit.at[:1] != ("extensions",):
            yield altered(edit, after, merge.head)

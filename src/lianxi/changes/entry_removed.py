"""LX511（错误）：删去了已经记下的事。

抓什么：合并以前已经记下的一条（进展报告、延期、催办、报办结、退办、佐证材料、销号、批示、备注等等），
或者已经填了的日期（梳理、方案形成、通知、召开、阶段完成），合并以后没有了。还没有交办的任务不查。

为什么：删了就像没有说过、没有办过。记录只往后加，错了也要留着，另记一条说明。

怎么改：恢复这一条；当时记错了的，另记一条说明。

要人定：原来记的对不对，要核对原件。

错误：tasks/2026/T-2026-001.yaml

    reports: []

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - date: 2026-05-06
        by: 东县政府
        text: |
          4月10日报的八成系误报，实为七成。
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
from lianxi.told_entry import removed

Numbered = Issue | Meeting | Resolution | Task
RECORD = Numbered


def compare(before: Numbered, after: Numbered, merge: Merge) -> Iterator[Told]:
    """What was recorded is still there; one finding a list."""
    for edit in edits(before, after, merge):
        if edit.fate is Fate.REMOVED:
            yield removed(edit, after, merge.head)

"""LX513（错误）：新加的一条写了较早的日期。

抓什么：这次合并在进展报告、延期、催办、报办结、对接和征求意见、批示、备注等按日期先后记的一项下面新加了一条，
日期早于合并以前那一项里最后的一条。同一天的不算。回执、反馈意见、各方签署各记各的，不查。
还没有交办的任务不查。两边同时记、用 git merge（git pull --no-rebase）合在一起的不算；
git rebase 会抹掉先后，合出来就成了补记。

为什么：补一条早的，当时没有报告就成了报告过，过了期才申请就成了没有过期。

怎么改：日期写错的改成实际的；两边同时记的，不用 rebase，改用 merge；
确是以前的事现在补记的，日期写记入的那一天，加在最后，正文里说明是哪一天的事。

要人定：这件事实际是哪一天的、为什么当时没有记，要核对。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-03-20
        by: 东县政府
        text: |
          管网已铺设过半。
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - date: 2026-05-06
        by: 东县政府
        text: |
          补记：3月20日管网已铺设过半。
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
from lianxi.told_entry import back_dated

Numbered = Issue | Meeting | Resolution | Task
RECORD = Numbered


def compare(before: Numbered, after: Numbered, merge: Merge) -> Iterator[Told]:
    """What is added is not earlier than the last that was there."""
    for edit in edits(before, after, merge):
        if edit.fate is Fate.BACK_DATED:
            yield back_dated(edit)

"""LX512（错误）：调换了已经记下的几条的次序。

抓什么：同一项下面合并以前已有的几条，内容没有变，先后变了。每一项只说一处。还没有交办的任务不查。

为什么：先后就是经过。第几次延期、最近一次报告是哪一条，都看次序。

怎么改：照原来的次序放好，新的加在最后。

要人定：哪一条在前，要对照合并以前的记录。

前提：tasks/2026/T-2026-001.yaml

    instructions:
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请抓紧办理（示例）。
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请二局配合（示例）。

错误：tasks/2026/T-2026-001.yaml

    instructions:
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请二局配合（示例）。
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请抓紧办理（示例）。

正确：tasks/2026/T-2026-001.yaml

    instructions:
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请抓紧办理（示例）。
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          请二局配合（示例）。
      - date: 2026-04-20
        post: 召集人
        unit: 市政府
        text: |
          下周报结果（示例）。
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
from lianxi.told_entry import reordered

Numbered = Issue | Meeting | Resolution | Task
RECORD = Numbered


def compare(before: Numbered, after: Numbered, merge: Merge) -> Iterator[Told]:
    """The first that stands elsewhere is told."""
    for edit in edits(before, after, merge):
        if edit.fate is Fate.REORDERED:
            yield reordered(edit)

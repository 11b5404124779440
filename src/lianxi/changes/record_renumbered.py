"""LX502（错误）：改了原有记录的编号。

抓什么：合并以前有的记录换了编号：原来的文件没有了，另一个编号下面是同一件事。
这次合并里新建的记录可以改编号，lianxi renumber 就是为它设的。

为什么：编号印在纪要里、说在电话里，别的记录也用它来引用；改了，原来说的就找不着了。

怎么改：改回原来的编号。两边新建的记录用了同一个编号的，改新建的那一条。

要人定：哪一条该让出编号，要看哪一条是原有的。

错误：issues/2026/I-2026-007.yaml

    id: I-2026-007
    title: 示例企业B用工问题（示例）
    kind: 企业诉求
    area: 人才
    category: 用工
    county: 西县
    raised_by: 西县政府
    enterprise: 示例企业B
    collected_by: 一局
    collected_on: 2026-04-20
    situation: |
      企业反映技术工人不足。
    request: |
      协调组织专场招聘。
    disclosure: 不予公开
    disclosure_reason: 涉及企业商业秘密

同时：issues/2026/I-2026-003.yaml

    （没有这个文件）

正确：issues/2026/I-2026-007.yaml

    id: I-2026-007
    title: 示例企业B供电问题（示例）
    kind: 企业诉求
    area: 园区
    category: 用能
    county: 西县
    raised_by: 西县政府
    collected_by: 一局
    collected_on: 2026-04-20
    situation: |
      企业反映供电不足。
    request: |
      协调增容。
    disclosure: 不予公开
    disclosure_reason: 涉及企业商业秘密
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


def compare(before: Numbered, after: Numbered, merge: Merge) -> Iterator[Told]:
    """The base has been given the numbers of the head; here it is told that they are others."""
    was = merge.renumbered.get(after.id)
    if was is not None:
        yield Told(
            f"{kind_title(after)}“{record_title(after)}”的编号由 {was} 改成了 {after.id}",
            f"原有的编号不能改，改回去（引用它的地方一起改回）：\nlianxi renumber {after.id} {was}",
            ("id",),
        )

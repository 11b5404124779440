"""LX123（错误）：并入没有写并到哪一条。

抓什么：议题以“并入”结束，没有写 into。

为什么：并入的议题跟着另一条走；不写并到哪里，提出单位就等不到结果。

怎么改：补上 into，写并到的议题编号。

要人定：并到哪一条，只有办理的人知道。

错误：issues/2026/I-2026-003.yaml

    exit:
      as: 并入
      date: 2026-04-22
      reason: 与供水问题一并研究（示例）

正确：issues/2026/I-2026-003.yaml

    exit:
      as: 并入
      date: 2026-04-22
      reason: 与供水问题一并研究（示例）
      into: I-2026-001
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.issue import Issue

RECORD = Issue


def judge(issue: Issue, book: Book) -> Iterator[Told]:
    """并入 names the issue that goes on."""
    if issue.exit and issue.exit.as_ == "并入" and issue.exit.into is None:
        yield Told(
            "写了“并入”，没有写并到哪一条议题", "在 exit 下面补上一行：into: I-……（议题编号）", ("exit", "as")
        )

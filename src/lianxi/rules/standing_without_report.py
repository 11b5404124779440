"""LX129（错误）：长期坚持的任务没有写多久报告一次。

抓什么：时限是“长期坚持”的任务没有写 report_every。

为什么：长期任务没有到期日，只能按报告的间隔提醒；不写就永远不会有人过问。

怎么改：补上 report_every；最好再写上 review_on（到哪一天再看要不要继续）。

要人定：多久报告一次，要由会议或办公室定。

错误：tasks/2026/T-2026-001.yaml

    due: 长期坚持

正确：tasks/2026/T-2026-001.yaml

    due: 长期坚持
    report_every:
      months: 3
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.deadline import STANDING
from lianxi.schema.task import Task

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """A standing duty reports at intervals."""
    if task.due == STANDING and task.report_every is None:
        yield Told("任务长期坚持，没有写多久报告一次", "补上：\nreport_every:\n  months: 3", ("due",))

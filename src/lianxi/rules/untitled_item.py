"""LX122（错误）：议程的一项没有内容。

抓什么：议程的一项既没有议题（issue）、涉及的任务或议定事项（about），也没有标题（title）和讲话人（speaker）。

为什么：议程和纪要里这一项没有话可印。

怎么改：补上其中一样；提请研究议题的写 issue，其余的写 title。

要人定：这一项议什么，只有排议程的人知道。

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        presenter: 一局

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 下半年重点工作
        presenter: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """Each item says what it is about."""
    for index, item in enumerate(meeting.agenda):
        if not (item.issue or item.about or item.title or item.speaker):
            yield Told(
                f"议程第{item.no}项没有写内容",
                "补上一行：issue: I-……（议题），或者 title: ……（标题）；讲话的写 speaker",
                ("agenda", index, "no"),
                at_key=True,
            )

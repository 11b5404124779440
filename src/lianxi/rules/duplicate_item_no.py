"""LX224（错误）：议程里有两项用了同一个序号。

抓什么：一次会议的议程里，两项的 no 相同。

为什么：议定事项按序号找它的议题；序号重了，就不知道是哪一项议定的。

怎么改：把后一项改成没有用过的序号；序号定了以后不再改动，调整次序不改序号。

要人定：议定事项按序号引用这一项，改哪一个要核对。

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 上半年重点工作
      - no: 1
        category: 研究部署相关工作
        title: 下半年重点工作

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 研究部署相关工作
        title: 上半年重点工作
      - no: 2
        category: 研究部署相关工作
        title: 下半年重点工作
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """The later item is told."""
    numbers = [item.no for item in meeting.agenda]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            yield Told(
                f"议程里已经有第{number}项了",
                f"改成没有用过的序号，如 no: {max(numbers) + 1}",
                ("agenda", index, "no"),
            )

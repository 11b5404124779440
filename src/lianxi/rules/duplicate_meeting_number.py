"""LX221（错误）：两次会议用了同一个次数。

抓什么：同一种会议里，两条会议记录的 number 相同。次数按会议种类各自连续编；
mechanism.yaml 写 numbering: 按年 的，每年从头编。

为什么：纪要、通报按“第几次会议”引用议定事项，次数重了就分不清是哪一次。

怎么改：把后开的会议改成下一个次数。

要人定：哪一次是后开的，要核对。

错误：meetings/2026/M-2026-02.yaml

    number: 1

正确：meetings/2026/M-2026-02.yaml

    number: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """The later meeting, by id, is told of the first."""
    run, kind = book.run_of(meeting), meeting.kind
    same = book.numbered_meetings[run, kind, meeting.number]
    if same[0] is not meeting:
        free = max(number for of, which, number in book.numbered_meetings if (of, which) == (run, kind)) + 1
        yield Told(
            f"第{meeting.number}次{meeting.kind}已经有了：{same[0].id}",
            f"核对次数；如果是新的一次，改成 number: {free}",
            ("number",),
        )

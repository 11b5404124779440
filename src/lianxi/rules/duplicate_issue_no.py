"""LX222（错误）：两次会议的纪要用了同一个期号。

抓什么：两次会议的纪要期号（minutes.issue_no）相同。各种会议的纪要连续编号。

为什么：引用纪要写“第几期”；期号重了，就不知道引的是哪一份。

怎么改：后印发的改成下一个期号。

要人定：哪一期是后编的，要对照印发的纪要。

错误：meetings/2026/M-2026-02.yaml

    minutes:
      issue_no: 1

正确：meetings/2026/M-2026-02.yaml

    minutes:
      issue_no: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """The later meeting, by id, is told of the first."""
    if meeting.minutes is None:
        return
    run, number = book.run_of(meeting), meeting.minutes.issue_no
    first = book.numbered_minutes[run, number][0]
    if first is not meeting:
        free = max(used for of, used in book.numbered_minutes if of == run) + 1
        yield Told(
            f"第{number}期纪要已经有了：{first.id}",
            f"核对期号；如果是新的一期，改成 issue_no: {free}",
            ("minutes", "issue_no"),
        )

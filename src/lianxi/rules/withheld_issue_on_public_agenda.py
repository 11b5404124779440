"""LX704（提醒）：主动公开的会议，议程上有不主动公开的议题。

抓什么：会议的 disclosure 写 主动公开，议程上有依申请公开或者不予公开的议题。一次会议只提醒一次，标在第一
个这样的议题上。

为什么：主动公开的文稿不得带有依申请公开、不予公开的内容。议程和纪要一公开，里面的议题也就公开了，所以会议
随议题中最严的一种。这是政务公开的通行要求，不是联席会议设立文件的规定。

怎么改：把会议的 disclosure 改成议题中最严的一种，写上理由；议题本来可以公开的，把议题改成 主动公开。

要人定：是会议不公开，还是议题可以公开，由审签的人定。

错误：meetings/2026/M-2026-02.yaml

    disclosure: 主动公开
    disclosure_reason: null

正确：meetings/2026/M-2026-02.yaml

    disclosure: 不予公开
    disclosure_reason: 过程性信息
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.issue import PUBLIC, WITHHELD, Issue
from lianxi.schema.meeting import Meeting
from lianxi.shown import pasted
from lianxi.terms import DEFAULT
from lianxi.wording import listed

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """Told once for the meeting, at the first of its issues that is not public."""
    if meeting.disclosure != PUBLIC:
        return
    found = list(_closed(meeting, book))
    if found:
        closed = [issue for _, issue in found]
        yield Told(
            f"会议主动公开，议题{listed(_said(issue) for issue in closed)}不是",
            "会议随最严的一种，把会议的公开属性改成下面这样；议题可以公开的，把议题改成主动公开\n"
            + _lines(closed, meeting),
            ("agenda", found[0][0], "issue"),
            basis=DEFAULT,
        )


def _closed(meeting: Meeting, book: Book) -> Iterator[tuple[int, Issue]]:
    for index, item in enumerate(meeting.agenda):
        issue = book.issues.get(item.issue or "")
        if issue is not None and issue.disclosure != PUBLIC and issue.disclosure_reason is not None:
            yield index, issue  # one without a reason is told of that first


def _said(issue: Issue) -> str:
    return f"{issue.id}（{issue.disclosure}）"


def _lines(closed: list[Issue], meeting: Meeting) -> str:
    """The lines to write: as the strictest of the issues has it."""
    strictest = next((issue for issue in closed if issue.disclosure == WITHHELD), closed[0])
    first = f"disclosure: {strictest.disclosure}"
    if meeting.disclosure_reason is not None:
        return first
    return f"{first}\ndisclosure_reason: {pasted(strictest.disclosure_reason)}"

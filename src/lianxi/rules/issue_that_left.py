"""LX305（错误）：议程上的议题已经退出。

抓什么：还没有召开的会议，议程上的议题在开会以前已经转办、退回、不予受理、撤回或者并入别的议题。

为什么：退出的议题不再由会议研究；留在议程上，通知和会议材料会照着印。

怎么改：并入的，议程上改写并到的那一条；其他的从议程上拿下来，确实还要上会的，删去议题记录里的 exit。

要人定：还要不要上会，由办公室定。

前提：issues/2026/I-2026-003.yaml

    exit:
      as: 撤回
      date: 2026-04-24
      reason: 企业已自行招满（示例）

错误：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-003
        presenter: 二局

正确：meetings/2026/M-2026-02.yaml

    agenda:
      - no: 1
        category: 协商解决重大问题
        issue: I-2026-004
        presenter: 二局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.status.meeting import LIAISON, OPEN, meeting_day, meeting_status
from lianxi.wording import full_date

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """No issue stands on an agenda to come that had left by then; a liaison meeting only prepares."""
    if meeting.kind == LIAISON or meeting_status(meeting) not in OPEN:
        return
    day = meeting_day(meeting)
    for index, item in enumerate(meeting.agenda):
        issue = book.issues.get(item.issue or "")
        left = issue.exit if issue else None
        if left is not None and (day is None or left.date <= day):
            yield Told(
                f"议题{item.issue}已于{full_date(left.date)}{left.as_}，还在议程上",
                _remedy(item, left.into, book),
                ("agenda", index, "issue"),
            )


def _remedy(item: AgendaItem, into: str | None, book: Book) -> str:
    off = f"把第{item.no}项从议程上拿下来"
    if into:
        return f"改成 issue: {into}（并到的那一条）；那一条已在议程上的，{off}"
    return f"{off}；确实还要上会的，删去 {book.paths[item.issue or '']} 里的 exit"

"""LX531（错误）：印发的纪要议定的事，记录改了，没有更正。

抓什么：纪要印发以后，议定事项的任何一项，它的任务的标题、来源、配合单位、工作任务，
或者上会议题的标题，同合并以前不一样，而这次新写的更正没有写明这条记录的这一项。更正写的 was、now
同记录对不上的也在内。牵头单位和时限另有编码。

为什么：印发的纪要是这样议定的，各单位照着办。记录悄悄改了，纪要同记录就是两个说法。

怎么改：改回去；确需更正的，在会议的 minutes 里写 corrections，每一项写明 record、field、was、now，
再运行 lianxi minutes 会议编号 --reseal。

要人定：要不要更正，由签发纪要的人定；情况变了的，提请下一次会议另行议定。

错误：tasks/2026/T-2026-001.yaml

    support:
      - 西县政府

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by: {post: 召集人, unit: 市政府}
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      sha256: aaaaaaaab0c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f33
      corrections:
        - date: 2026-03-02
          place: 第一项（一）
          reason: 配合单位排印有误
          approved_by: {post: 召集人, unit: 市政府}
          changes:
            - {record: T-2026-001, field: support, was: [二局], now: [二局]}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.changed_value import before_and_after
from lianxi.differing import differences
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Change, Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.status.correction import Uncorrectable, corrections_of, holds
from lianxi.status.meeting import issued_on
from lianxi.status.task import meeting_of

RECORD = Resolution | Task | Issue | Meeting
_OF_TASK = ("title", "resolution", "issue", "support", "measure", "result")
_MAY_BE_FILLED = ("no_task_reason", "result")
"""What no minutes print."""


def compare(
    before: Resolution | Task | Issue | Meeting, after: Resolution | Task | Issue | Meeting, merge: Merge
) -> Iterator[Told]:
    """Decisions, tasks and headings stay as they were issued; what a 更正 says of them is so."""
    if isinstance(after, Meeting):
        yield from _mistaken(after, merge)
        return
    meeting = _issued(before, merge)
    if meeting is None:
        return
    for each in differences(before, merge.before_corrections(after)):
        if _is_printed(before, each.key) and not (each.fills and each.key in _MAY_BE_FILLED):
            if merge.corrects(after.id, each.key):
                continue
            yield Told(
                f"纪要已经印发，{each.said}，没有更正",
                _way_out(meeting),
                each.place,
                at_key=each.at_key,
            )


def _issued(record: object, merge: Merge) -> Meeting | None:
    """The meeting whose issued minutes print the record."""
    book = merge.base.book
    found: list[Meeting | None] = []
    if isinstance(record, Resolution):
        found = [book.meetings.get(record.meeting)]
    elif isinstance(record, Task):
        found = [meeting_of(record, merge.base)]
    elif isinstance(record, Issue):
        found = [each for each in book.meetings_of_issue(record.id) if _is_heading(each, record)]
    return next((each for each in found if each is not None and issued_on(each) is not None), None)


def _is_heading(meeting: Meeting, issue: Issue) -> bool:
    return any(item.issue == issue.id and item.title is None for item in meeting.agenda)


def _is_printed(record: object, key: str) -> bool:
    if isinstance(record, Issue):
        return key == "title"
    return key in _OF_TASK if isinstance(record, Task) else True


def _way_out(meeting: Meeting) -> str:
    return (
        f"改回去；确需更正的，在 {meeting.id} 的 minutes 里写 corrections（record、field、was、now），\n"
        f"再运行 lianxi minutes {meeting.id} --reseal"
    )


def _mistaken(meeting: Meeting, merge: Merge) -> Iterator[Told]:
    """What a new 更正 says a field was, or is, and the records do not."""
    new = merge.corrected(meeting)
    first = len(corrections_of(meeting)) - len(new)
    changes = [
        (("minutes", "corrections", first + number, "changes", index), change)
        for number, correction in enumerate(new)
        for index, change in enumerate(correction.changes)
    ]
    opening = {_field(change): (loc, change) for loc, change in reversed(changes)}
    closing = {_field(change): (loc, change) for loc, change in changes}
    for loc, change in opening.values():
        told = _contradicted(change, merge, was=True)
        if told:
            yield Told(told, "was 照合并以前的记录写；没有的写 null", (*loc, "was"))
    for loc, change in closing.values():
        told = _contradicted(change, merge, was=False)
        if told:
            yield Told(told, "先把记录改过来，或者把 now 写成记录里的样子", (*loc, "now"))


def _field(change: Change) -> tuple[str, str]:
    return change.record, change.field


def _contradicted(change: Change, merge: Merge, *, was: bool) -> str:
    """Why what a 更正 says is not so; empty where it is, or where the record cannot be read."""
    book = merge.base.book if was else merge.head.book
    if book.record(change.record) is None:
        return ""
    said, word, when = (change.was, "原为", "合并以前") if was else (change.now, "改为", "合并以后")
    field = f"{change.record} 的 {change.field}"
    try:
        if holds(book, change, said):
            return ""
    except Uncorrectable:
        return "" if was and said is None else f"更正的 field 在 {change.record} 里找不到：{change.field}"
    return f"更正说 {field} {word}“{before_and_after(None, said).partition('“')[2]}，{when}的记录里不是"

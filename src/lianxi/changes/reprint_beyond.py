"""LX535（提醒）：重印的纪要，正文有更正没有列出的改动。

抓什么：纪要印发以后写了新的更正、换了摘要，而重印稿的正文除了更正的标注，还有一行同印发稿不一样，
这一行里也没有更正列出的内容（changes 的 was、now）。只写位置和原因、没有写 changes 的更正，改了正文的也在内。

为什么：重印稿印原来的文字，只加〔注〕和更正说明。正文另外改了，审阅的人看更正看不出来。

怎么改：不是有意的，改回印发稿的文字，再运行 lianxi minutes 会议编号 --reseal；
确需更正的，在 changes 里写明 record、field、was、now。

要人定：这一处改动有没有人同意，由签发纪要的人定。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lianxi.book import Book
from lianxi.changed_value import before_and_after
from lianxi.fault import Place
from lianxi.merge import Merge, paper_of
from lianxi.rule import Told
from lianxi.schema.meeting import Correction, Meeting
from lianxi.sealed import as_first_printed, digest, minutes_path

RECORD = Meeting


def compare(before: Meeting, after: Meeting, merge: Merge) -> Iterator[Told]:
    """The reprint of a 更正 has the text that was issued; the first line with another is told."""
    new, path = merge.corrected(after), minutes_path(after.id)
    issued, reprint = _sealed(before, merge.base.book, path), _sealed(after, merge.head.book, path)
    if not new or issued is None or reprint is None:
        return
    lines = zip_longest(as_first_printed(issued), as_first_printed(reprint), fillvalue="")
    for number, (was, now) in enumerate(lines, 1):
        if was != now and not _is_listed(now, new):
            yield Told(
                f"重印的纪要，正文有更正没有列出的改动：{before_and_after(was, now)}",
                "不是有意的，改回印发稿的文字；确需更正的，在 changes 里写明 record、field、was、now，\n"
                f"再运行 lianxi minutes {after.id} --reseal",
                place=Place(number, 1),
                paper=path,
            )
            return


def _sealed(meeting: Meeting, book: Book, path: str) -> bytes | None:
    """The minutes file, where it is what its digest says."""
    paper = paper_of(book, path)
    seal = meeting.minutes.sha256 if meeting.minutes else None
    return paper if paper is not None and digest(paper) == seal else None


def _is_listed(line: str, new: tuple[Correction, ...]) -> bool:
    """Whether a line says what a 更正 has changed, or what into."""
    changes = [change for correction in new for change in correction.changes]
    said = {str(value or "").strip() for change in changes for value in (change.was, change.now)}
    return any(text and text in line for text in said)

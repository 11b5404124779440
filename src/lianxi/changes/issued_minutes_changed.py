"""LX530（错误）：印发的纪要改了，没有更正。

抓什么：纪要印发以后，纪要文件的正文改了或者删了，换了摘要，而这次没有写新的更正；
或者期号、签发、印发同合并以前不一样，没有更正写明。征求意见的答复、各方的签署、已有的更正是记下的事，另有编码。

为什么：印发的纪要已经发到各单位，手里的纸不会跟着文件变。要改，先写明改哪里、为什么、谁同意的，再重印。

怎么改：误改的改回去，纪要文件从 Git 里取回；确需更正的，在 minutes 里写 corrections，改好有关记录，
再运行 lianxi minutes 会议编号 --reseal。

要人定：要不要更正，由签发纪要的人定。

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by: {post: 召集人, unit: 市政府}
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      sha256: aaaaaaaab0c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f33

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
          reason: 排印有误
          approved_by: {post: 召集人, unit: 市政府}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.changed_value import before_and_after
from lianxi.differing import differences
from lianxi.fault import Place
from lianxi.merge import Merge, paper_of
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.sealed import digest, minutes_path, with_lf

RECORD = Meeting
_SEAL = "sha256"
_ENTRIES = {_SEAL, "consent", "signatures", "corrections"}
"""What is looked at apart: the seal below, and entries by the rules on entries."""


def compare(before: Meeting, after: Meeting, merge: Merge) -> Iterator[Told]:
    """What was issued stays what it was; where a 更正 is new, the file and its digest follow."""
    was = before.minutes
    if was is None or was.issued_on is None:
        return
    now = merge.before_corrections(after).minutes
    for each in differences(was, now, ("minutes",)):
        if not each.fills and not _ENTRIES & {*each.loc}:
            yield Told(f"印发的纪要，{each.said}", _way_out(after), each.place, at_key=each.at_key)
    if now is not None and was.sha256 is not None and not merge.corrected(after):
        yield from _seal(was.sha256, after, merge)


def _seal(was: str, after: Meeting, merge: Merge) -> Iterator[Told]:
    now = after.minutes.sha256 if after.minutes else None
    if now != was:
        told = f"印发的纪要换了摘要，没有更正：{before_and_after(was[:12], now and now[:12])}"
        yield Told(told, _way_out(after), ("minutes", _SEAL))
        return
    path = minutes_path(after.id)
    issued, paper = paper_of(merge.base.book, path), paper_of(merge.head.book, path)
    if issued is None or digest(issued) != was or (paper is not None and digest(paper) == was):
        return
    if paper is None:
        told = "印发的纪要，文件没有了"
        yield Told(told, f"从 Git 里取回：git checkout 原来的版本 -- {path}", place=Place(1, 1), paper=path)
        return
    line = _first_other_line(with_lf(issued), with_lf(paper))
    yield Told("印发的纪要，正文改了，没有更正", _way_out(after), place=Place(line, 1), paper=path)


def _first_other_line(was: bytes, now: bytes) -> int:
    """Counted from 1; the last line where the rest was cut off."""
    old, new = was.split(b"\n"), now.split(b"\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    return next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)))


def _way_out(meeting: Meeting) -> str:
    return (
        "误改的改回去；确需更正的，在 minutes 里写 corrections（日期、位置、原因、同意的人、改动），\n再运行 "
        f"lianxi minutes {meeting.id} --reseal"
    )

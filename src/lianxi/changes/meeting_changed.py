"""LX532（错误）：会议的到会情况、议程改了，而纪要已经印发。

抓什么：纪要印发以后，会议的时间、地点、方式、主持、议程、会议要求、到会情况同合并以前不一样，
没有更正写明。汇报材料的收到日期可以补。

为什么：谁到会、议了什么，以印发的纪要为准。记录改了，纪要同记录就对不上了。

怎么改：改回去；纪要确实印错了的，在 minutes 里写 corrections，写明 record、field、was、now，再运行
lianxi minutes 会议编号 --reseal。

要人定：要不要更正，由签发纪要的人定。

错误：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例甲
        unit: 市政府
        post: 召集人
        title: 示例市市长
        as: 出席
      - person: 示例乙
        unit: 示例企业A
        as: 请假
        items: [1]

正确：meetings/2026/M-2026-01.yaml

    place: 示例县
    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by: {post: 召集人, unit: 市政府}
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      sha256: aaaaaaaab0c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f33
      corrections:
        - date: 2026-03-02
          place: 首段
          reason: 地点有误
          approved_by: {post: 召集人, unit: 市政府}
          changes:
            - {record: M-2026-01, field: place, was: 示例市, now: 示例县}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.correcting import field_of
from lianxi.differing import Difference, differences
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.base import Value
from lianxi.schema.meeting import Meeting
from lianxi.status.meeting import issued_on

RECORD = Meeting
_PRINTED = (
    *("kind", "number", "title", "mode", "place", "sites", "starts", "ends", "purpose", "convened_by"),
    *("delegated_by", "delegated_on", "cancelled", "chair", "agenda", "demands", "attendance"),
)
_LATER, _RECORDED = "papers", "received_on"
"""汇报材料 may come in after the meeting, or be noted then; when they came is told as what was recorded."""


def compare(before: Meeting, after: Meeting, merge: Merge) -> Iterator[Told]:
    """What the minutes print of the meeting itself."""
    if issued_on(before) is None or before.held_on is None:
        return
    for each in differences(before, merge.before_corrections(after)):
        if each.key in _PRINTED and not _comes_later(each) and not merge.corrects(after.id, each.key):
            yield Told(
                f"纪要已经印发，{each.said}，没有更正",
                "改回去；确需更正的，在 minutes 里写 corrections（record、field、was、now），"
                f"{_row(each)}再运行\nlianxi minutes {after.id} --reseal",
                each.place,
                at_key=each.at_key,
            )


def _row(each: Difference) -> str:
    """How an entry that was left out, or stood there by mistake, is corrected."""
    field = field_of(each.loc)
    if each.fills and isinstance(each.loc[-1], int):
        return f"漏了这一条的，field 写 {field}，was 写 null，now 写这一条，"
    if each.now is None and isinstance(each.was, Value):
        return f"多了这一条的，field 写 {field}[原来的第几条]，was 写原来的这一条，now 写 null，"
    return ""


def _comes_later(each: Difference) -> bool:
    return _LATER in each.loc and (each.fills or each.loc[-1] == _RECORDED)

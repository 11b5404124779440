"""LX714（提醒）：主动公开的记录里写了企业的统一社会信用代码。

抓什么：disclosure 写 主动公开 的议题或会议，里面（连同注释）有18位统一社会信用代码（校验码对得上的才算）。
不主动公开的记录不管：代码本身是公开的。

为什么：代码一查就知道是哪一家企业，写“企业A”就不起作用了。这是 lianxi 的默认提醒，不是设立文件的规定。

怎么改：删去，企业写代称，如 企业A，对照表存放在 Git 之外；企业同意公开的，在它那一项的上面加一行“#
lianxi: allow LX714 理由”。

要人定：企业同不同意公开，要问企业。

错误：issues/2026/I-2026-004.yaml

    situation: |
      示例企业A（91350100M000100Y43）的污水处理审批进度慢。
    disclosure: 主动公开

正确：issues/2026/I-2026-004.yaml

    situation: |
      示例企业A的污水处理审批进度慢。
    disclosure: 主动公开
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import CREDIT_CODE, of_kind
from lianxi.rule import Told
from lianxi.schema.issue import PUBLIC, Issue
from lianxi.schema.meeting import Meeting
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every code with the right checksum, where the record is public."""
    record = entry.record
    if not isinstance(record, Issue | Meeting) or record.disclosure != PUBLIC:
        return
    for found in of_kind(text, CREDIT_CODE):
        yield Told(
            f"要主动公开的内容里写了统一社会信用代码“{found.masked}”，一查就知道是哪一家企业",
            "删去，企业写代称，如 企业A；企业同意公开的，在这一项的上面加一行"
            " # lianxi: allow LX714 企业同意公开",
            basis=DEFAULT,
            place=found.place,
        )

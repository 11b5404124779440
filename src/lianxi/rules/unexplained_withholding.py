"""LX702（错误）：不主动公开，没有写理由。

抓什么：议题或会议的 disclosure 写 不予公开 或者 依申请公开，没有写 disclosure_reason（不公开理由）。

为什么：公文拟不公开的，要说明理由，审签的人才好审定。这是政务公开的通行要求，不是联席会议设立文件的规定。

怎么改：补上 disclosure_reason，写明属于哪一种情形，如 过程性信息、内部事务信息、涉及企业商业秘密、涉及个
人隐私。涉及国家秘密的，不得放进这个库。

要人定：理由是什么，只有起草的人知道。

错误：issues/2026/I-2026-004.yaml

    disclosure_reason: null

错误：meetings/2026/M-2026-02.yaml

    disclosure: 依申请公开
    disclosure_reason: null

正确：issues/2026/I-2026-004.yaml

    disclosure: 依申请公开
    disclosure_reason: 内部事务信息

正确：issues/2026/I-2026-004.yaml

    disclosure: 主动公开
    disclosure_reason: null
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.issue import PUBLIC, Issue
from lianxi.schema.labels import named
from lianxi.schema.meeting import Meeting
from lianxi.terms import DEFAULT

RECORD = Issue | Meeting


def judge(record: Issue | Meeting, book: Book) -> Iterator[Told]:
    """Whatever is not 主动公开 has a reason."""
    if record.disclosure_reason is None and record.disclosure != PUBLIC:
        yield Told(
            f"写了{record.disclosure}，没有写 {named('disclosure_reason')}",
            "在 disclosure 下面写上（已有这一行的，把理由写在它后面）：\n"
            "disclosure_reason: ……（理由，如 过程性信息、涉及企业商业秘密）",
            ("disclosure",),
            at_key=True,
            basis=DEFAULT,
        )

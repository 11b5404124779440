"""LX325（错误）：不同意，没有写会议是怎么说的。

抓什么：结果是“不同意”的议定事项，text 是空的。

为什么：纪要里不同意的，照 text 印会议的原话，不印光秃秃的“不同意”三个字；text 空着，
纪要里就没有这一条。《通知》没有规定，这是 lianxi 的记录格式。

怎么改：在 text 里写上会议怎么说的、为什么不同意。

要人定：会议是怎么说的，要看会议记录。

错误：resolutions/2026/R-2026-001.yaml

    outcome: 不同意

正确：resolutions/2026/R-2026-001.yaml

    outcome: 不同意
    text: |
      供水能力可以满足近期需要，不同意扩建管网。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.resolution import Resolution

RECORD = Resolution
REFUSED = "不同意"


def judge(resolution: Resolution, book: Book) -> Iterator[Told]:
    """A refusal says why; a ``deferred`` beside it is told by itself."""
    if resolution.outcome == REFUSED and not resolution.text and resolution.deferred is None:
        yield Told(
            "结果是“不同意”，没有写会议是怎么说的",
            "写上会议的原话，如：\ntext: |\n  条件尚不具备，不同意……。",
            ("text",),
            beside=("outcome",),
        )

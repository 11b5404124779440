"""LX324（错误）：暂缓只写了一半。

抓什么：结果写“暂缓”，没有写 deferred；或者写了 deferred，结果却不是暂缓。

为什么：纪要里暂缓的那句话（由谁补充什么，条件成熟后再提交）由 deferred 印出来，议题也凭它退回去补充。
《通知》没有规定，这是 lianxi 的记录格式。

怎么改：暂缓的，结果写暂缓，并写上需补充什么、由谁补充；不是暂缓的，删去 deferred。

要人定：会议是不是暂缓了这件事，要核对会议记录。

错误：resolutions/2026/R-2026-002.yaml

    outcome: 原则同意

错误：resolutions/2026/R-2026-001.yaml

    outcome: 暂缓

正确：resolutions/2026/R-2026-001.yaml

    outcome: 暂缓
    deferred:
      condition: 补充水源论证
      unit: 东县政府
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.resolution import Resolution
from lianxi.status.decision import deferral_lines

RECORD = Resolution
DEFERRED = "暂缓"


def judge(resolution: Resolution, book: Book) -> Iterator[Told]:
    """暂缓 and its terms stand together or not at all."""
    if resolution.outcome == DEFERRED and resolution.deferred is None:
        yield Told(
            "结果是“暂缓”，没有写需补充什么、由谁补充",
            f"补上：\n{deferral_lines(resolution, book)}\n不是暂缓的，把 outcome 改成会议定的结果",
            ("outcome",),
        )
    elif resolution.outcome != DEFERRED and resolution.deferred is not None:
        yield Told(
            f"写了 deferred（暂缓后再议），结果却是“{resolution.outcome}”",
            "暂缓的，改成 outcome: 暂缓；不是暂缓的，删去 deferred 和它下面的几行",
            ("outcome",),
        )

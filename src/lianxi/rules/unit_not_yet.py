"""LX207（错误）：单位那时还没有成立。

抓什么：单位在这件事发生的那天还没有成立，就写了它。

为什么：那天承办的应当是它的前身，写错了清单上的时间就对不上。

怎么改：改成当时的单位；日期写错了的，改日期。

要人定：当时是哪个单位、日期有没有写错，要核对。

错误：issues/2026/I-2026-003.yaml

    collected_on: 2026-02-20
    raised_by: 四局

正确：issues/2026/I-2026-003.yaml

    collected_on: 2026-04-20
    raised_by: 四局
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import full_date


def word(fault: Fault, entry: Entry) -> Told:
    """Say since when the unit is there."""
    since, day = fault.hints["since"], fault.hints["day"]
    return Told(
        f"“{shown(fault.value)}”{full_date(since)}才成立，这里是{full_date(day)}的事",
        f"改成当时的单位；日期写错了的，改成{full_date(since)}或以后",
    )

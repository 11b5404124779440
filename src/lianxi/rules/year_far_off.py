"""LX411（提醒）：年份离这条记录太远。

抓什么：日期早于编号的年份五年以上，或者时限、开会时间等晚于编号的年份十年以上。
已经发生的事记到今天以后的，照 LX410 说；同别的日期矛盾的，照矛盾说，都不再提醒。

为什么：多半是年份写错了一个数字（2026 写成 2016）；时限错到几十年后，就永远不会逾期。

怎么改：对照原件改年份；确实如此的，在这一行后面写明 # lianxi: allow LX411 理由。

要人定：是不是写错了，要对照原件。

错误：issues/2026/I-2026-001.yaml

    collected_on: 2016-01-12

正确：issues/2026/I-2026-001.yaml

    collected_on: 2026-01-12
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import pointed_at, remedy
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def word(fault: Fault, entry: Entry) -> Told:
    """The first one of the file, with how many there are."""
    more = f"（这个文件里共{fault.hints['count']}处）" if fault.hints["count"] > 1 else ""
    return Told(
        f"{pointed_at(fault.value)} 离编号 {entry.id} 的年份太远{more}",
        remedy(fault.value),
        basis=DEFAULT,
    )

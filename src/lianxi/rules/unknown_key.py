"""LX101（错误）：写了不认识的键。

抓什么：一条记录里出现了 lianxi 不认识的键，多半是拼写错了，或者把一个键写到了别的层里。

为什么：不认识的键读不进来，写在它后面的内容就等于没有写；议程、督办清单都不会用到它。

怎么改：照提示改成正确的键；确实没有这个键的，把内容并到已有的键里，或者删去。

错误：tasks/2026/T-2026-001.yaml

    leed: 东县政府

正确：tasks/2026/T-2026-001.yaml

    lead: 东县政府
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.near import near
from lianxi.rule import Told
from lianxi.schema.labels import LABELS, named
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Name the key that was probably meant: by its Chinese name, or by its letters."""
    known, key = fault.hints["known"], shown(fault.value)
    by_label = next((name for name in known if LABELS.get(name) == fault.value), None)
    meant = by_label or fault.hints.get("meant") or near(fault.value, known)
    if meant:
        return Told(f"不认识的键“{key}”，是否想写 {named(meant)}？", f"把“{key}”改成“{meant}”")
    listed = "、".join(known)
    return Told(f"不认识的键“{key}”", f"这里可以写的键有：{listed}；用不上的就删去这一行")

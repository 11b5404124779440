"""LX006（错误）：同一个键写了两次。

抓什么：一条记录的同一层里，同一个键出现了两次。

为什么：两处只会留下一处，另一处的内容就丢了，也说不准留的是哪一处。

怎么改：两处并成一处；要写几个的，在第一处下面写成列表。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
    due: 2026-04-30

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Name the line where the key stood first."""
    key, first = shown(fault.value), fault.hints["first"]
    return Told(
        f"{named(key)}写了两次，第{first}行已经有了",
        f"删去这一行；这里的内容要留的，并到第{first}行（要写几个的，在第{first}行下面写成列表）",
    )

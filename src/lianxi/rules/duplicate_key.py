"""LX006（错误）：同一个键写了两次。

抓什么：一条记录的同一层里，同一个键出现了两次。

为什么：两处只会留下一处，另一处的内容就丢了，也说不准留的是哪一处。

怎么改：两处并成一处；要写几个的，在第一处下面写成列表。几个键一起重了的，多半少了“- ”。

要人定：两处写的哪一处作数，要看内容。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
    due: 2026-04-30

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
        date: 2026-04-14
        by: 东县政府
        text: |
          管网已全部铺设。

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.whole_line import whole_line
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Name the line where the key stood first."""
    key, first = shown(fault.value), fault.hints["first"]
    if len(fault.hints["keys"]) > 1:
        return _several(key, fault)
    apart = fault.place is not None and fault.place.line > first + 1
    lost = "；上面漏了它所属的键或者“- ”的，补上" if apart else ""
    return Told(
        f"{named(key)}写了两次，第{first}行已经有了",
        f"删去这一行；这里的内容要留的，并到第{first}行（要写几个的，在第{first}行下面写成列表）{lost}",
    )


def _several(key: str, fault: Fault) -> Told:
    keys = listed(shown(each) for each in fault.hints["keys"])
    again = f"{keys} 又写了一遍，第{fault.hints['first']}行起已经有了"
    if "now" in fault.hints:
        remedy = f"带“- ”的那一行漏了的，补上那一行；没有漏的，新的一项以“- ”开头，其余各行与 {key} 左对齐："
        return whole_line(fault, f"这里少了一个“- ”：{again}", remedy)
    return Told(
        f"这里少了一行：{again}",
        "上面漏了这几行所属的键，就补上那一行；重复贴了一遍的，删去一遍",
    )

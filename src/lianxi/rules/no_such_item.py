"""LX213（错误）：会议没有这个序号的议题。

抓什么：议定事项的 item，或者列席人员的 items，写的序号在会议的议程里没有。

为什么：议定事项要排到它那项议题下面印；序号不对，纪要里就没有它的位置。

怎么改：核对会议记录里议程的 no。

要人定：指的是议程的哪一项，要核对会议记录。

错误：resolutions/2026/R-2026-001.yaml

    item: 9

正确：resolutions/2026/R-2026-001.yaml

    item: 1
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Name the numbers that the agenda has."""
    meeting, numbers = fault.hints["meeting"], fault.hints["numbers"]
    had = "、".join(str(number) for number in numbers)
    if not numbers:
        return Told(
            f"{meeting} 还没有议程，没有第{shown(fault.value)}项", f"先在 {meeting} 的 agenda 里写上这一项"
        )
    return Told(f"{meeting} 的议程没有第{shown(fault.value)}项", f"改成议程里有的序号：{had}")

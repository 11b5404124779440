"""LX210（错误）：这个单位没有这个职务。

抓什么：写的职务不设在写的单位。

为什么：审批、签发、销号按职务认定；单位写错了就不知道是谁批的。

怎么改：改单位，或者改职务。

要人定：是单位写错了还是职务写错了，要核对。

错误：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 二局

正确：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 一局
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Name the units that have the post."""
    units = fault.hints["units"]
    return Told(
        f"“{shown(fault.hints['unit'])}”没有“{shown(fault.value)}”这个职务，它设在{listed(units)}",
        f"改成 unit: {units[0]}" if len(units) == 1 else f"unit 改成其中一个：{listed(units)}；或者改 post",
    )

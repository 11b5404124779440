"""LX108（错误）：数字超出范围。

抓什么：序号、期号、分钟、天数等写了0、负数，或者超过了上限。

为什么：序号从1起；时间、比例也各有上下限，超出的数没有意义。

怎么改：照提示改成范围内的数。

要人定：正确的数字要核对。

错误：meetings/2026/M-2026-02.yaml

    number: 0

正确：meetings/2026/M-2026-02.yaml

    number: 2
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown

_BOUNDS = {"ge": "不小于", "gt": "大于", "le": "不大于", "lt": "小于"}


def word(fault: Fault, entry: Entry) -> Told:
    """Say which bound it crosses."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    bounds = "、".join(
        f"{name}{fault.hints[bound]}" for bound, name in _BOUNDS.items() if bound in fault.hints
    )
    return Told(
        f"{named(key)}写的是 {shown(fault.value)}，应当{bounds}", f"改成{bounds}的数；没有的就删去这一行"
    )

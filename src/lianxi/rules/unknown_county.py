"""LX212（错误）：不认识的县（市、区）。

抓什么：议题的 county 不在 mechanism.yaml 里。

为什么：议题按县（市、区）汇总；写法不一，就汇总不到一起。

怎么改：照提示改成规定的名称。

要人定：是哪个县（市、区），要核对。

错误：issues/2026/I-2026-003.yaml

    county: 东现

正确：issues/2026/I-2026-003.yaml

    county: 东县
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.choices import not_chosen
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the county that was probably meant, or all."""
    message = f"不认识的{fault.hints['place']}"
    return not_chosen(fault, message, "照 mechanism.yaml 的 units 里的 county 写")

"""LX211（错误）：不认识的工作领域。

抓什么：议题的 area 不在 mechanism.yaml 里。

为什么：议题按工作领域汇总；写法不一，就汇总不到一起。

怎么改：照提示改成规定的名称。

要人定：属于哪个领域，要看内容。

错误：issues/2026/I-2026-003.yaml

    area: 园去

正确：issues/2026/I-2026-003.yaml

    area: 园区
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.choices import not_chosen
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the area that was probably meant, or all."""
    return not_chosen(fault, "不认识的工作领域", "照 mechanism.yaml 的 areas 里的 name 写")

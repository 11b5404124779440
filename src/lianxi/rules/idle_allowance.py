"""LX025（提醒）：放行的注释没有放行任何提示。

抓什么：“# lianxi: allow 编码 理由”所在的行、它下面的一行（连同那一行引出的整段话），没有这个编码的提示。

为什么：留着它，以后这里真出了问题就没有人知道了。

怎么改：问题已经改好的，删去这条注释；放错了位置的，移到有提示的那一行上面。

要人定：是删去还是移到别的行，要看当初放行的是什么。

错误：tasks/2026/T-2026-001.yaml

    # lianxi: allow LX703 办公室总机（示例）
    title: 示例园区A供水管网扩建（示例）

正确：tasks/2026/T-2026-001.yaml

    title: 示例园区A供水管网扩建（示例）
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Name the codes that nothing was kept back for."""
    codes = listed(fault.value)
    return Told(f"这里没有 {codes} 的提示，放行的注释没有用处", f"删去 {codes}，或者移到有提示的那一行上面")

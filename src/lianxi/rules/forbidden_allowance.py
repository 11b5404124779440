"""LX026（错误）：这个编码不能放行。

抓什么：“# lianxi: allow”后面写的是 LX0、LX1、LX2、LX5 或 LX6 开头的编码。

为什么：这几类说的是文件读不出来、写法不对、引用不到、改动不合规矩、文稿与记录不一致；放行了，记录就不可信了。

怎么改：照提示把问题改好，删去这条注释。

要人定：先要改好它所放行的问题。

错误：tasks/2026/T-2026-001.yaml

    # lianxi: allow LX101 暂时这样写（示例）
    title: 示例园区A供水管网扩建（示例）

正确：tasks/2026/T-2026-001.yaml

    title: 示例园区A供水管网扩建（示例）
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the code."""
    return Told(f"{fault.value} 不能放行", f"照 {fault.value} 的提示改好，再删去这条注释")

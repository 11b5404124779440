"""LX024（错误）：放行的注释没有写全。

抓什么：“# lianxi: allow”后面没有写编码，或者没有写理由。

为什么：放行一处提示要有人说得清为什么；没有理由，以后谁也不知道当时是怎么想的。

怎么改：写成“# lianxi: allow 编码 理由”，如“# lianxi: allow LX703 办公室总机”；不用放行的删去这一行。

要人定：理由只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    # lianxi: allow LX401
    title: 示例园区A供水管网扩建（示例）

正确：tasks/2026/T-2026-001.yaml

    title: 示例园区A供水管网扩建（示例）
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the whole comment."""
    if not fault.value:
        return Told("放行的注释没有写编码", "写成：# lianxi: allow LX703 理由（编码照提示里的写）")
    codes = " ".join(fault.value)
    return Told(f"放行 {codes} 没有写理由", f"在编码后面写上理由：# lianxi: allow {codes} 理由")

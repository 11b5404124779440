"""LX027（错误）：键后面写的不是冒号。

抓什么：键后面写的是分号、逗号、句号、等号等，不是半角冒号“:”加一个空格。

为什么：没有冒号就不是“键: 值”，这一行会被当成上一行的话，或者整个文件读不下去。

怎么改：改成半角冒号“:”，后面空一格。

要人定：改了以后仍读不通的，这一行本来要写什么，只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    due；2026-04-15

错误：tasks/2026/T-2026-001.yaml

    title=示例园区A供水管网扩建（示例）

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Name the sign that stands for the colon."""
    key, sign = fault.hints["key"], shown(fault.hints["sign"])
    return whole_line(fault, f"“{key}”后面写的是“{sign}”，不是冒号", "改成半角冒号，后面空一格：")

"""LX109（错误）：内容是空白。

抓什么：必须有内容的地方只有空格，或者是一对空引号、空方括号。

为什么：空白等于没有写；印纪要、排清单时这一处没有话可印。

怎么改：补上内容；可以不写的，删去这一行。

要人定：该写什么只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    title: ""

正确：tasks/2026/T-2026-001.yaml

    title: 示例园区A供水管网扩建（示例）
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named


def word(fault: Fault, entry: Entry) -> Told:
    """Tell an empty list from an empty text."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    if isinstance(fault.value, list | tuple):
        return Told(f"{named(key)}是空的列表", f"至少写一个：\n{key}:\n  - ……")
    return Told(f"{named(key)}是空白", f"补上内容：{key}: ……；可以不写的就删去这一行")

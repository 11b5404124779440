"""LX103（错误）：键后面没有内容。

抓什么：必须有内容的键，后面是空的。

为什么：空的等于没有写；印纪要、排清单时这一处没有话可印。

怎么改：在冒号后面补上内容；列表里多出来的空项删去。

要人定：该写什么、要不要这一行，只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    title:

正确：tasks/2026/T-2026-001.yaml

    title: 示例园区A供水管网扩建（示例）
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named


def word(fault: Fault, entry: Entry) -> Told:
    """Tell an empty item of a list from a key without a value."""
    if isinstance(fault.value, int):
        return Told(f"第{fault.value + 1}项是空的", "在“- ”后面补上内容，或者删去这一行")
    key = str(fault.value)
    return Told(f"{named(key)}后面没有内容", f"补上内容：{key}: ……")

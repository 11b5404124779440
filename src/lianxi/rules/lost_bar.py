"""LX030（错误）：长的话前面少了“|”。

抓什么：键后面是空的，话写在下面几行，却没有写“|”。

为什么：没有“|”，几行话会接成一行，中间多出空格；话里有冒号、“#”时还会读错。

怎么改：在冒号后面空一格写“|”，话写在下面，比键多缩进两格。

要人定：改了以后仍读不通的，下面几行要怎么写，只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    measure:
      完成供水管网扩建，
      并通过验收

错误：tasks/2026/T-2026-001.yaml

    measure:
      第一步: 完成供水管网扩建

正确：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，
      并通过验收
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Show the key with the bar behind it."""
    key = str(fault.hints["key"])
    return whole_line(fault, f"{named(key)}的话写在下面几行，冒号后面少了“|”", "在冒号后面空一格写“|”：")

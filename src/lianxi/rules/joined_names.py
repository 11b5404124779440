"""LX204（错误）：几个单位写在了一起。

抓什么：一个单位的位置上，用顿号、逗号连着写了几个单位。

为什么：程序把它当成一个单位的名称，哪个单位都归不到。

怎么改：一个单位一行，写成列表；只能写一个单位的地方，只留一个。

要人定：是哪几个单位、有没有写错，要核对。

错误：tasks/2026/T-2026-001.yaml

    support: 二局、西县政府

正确：tasks/2026/T-2026-001.yaml

    support:
      - 二局
      - 西县政府
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown

_COUNTS = {2: "两", 3: "三", 4: "四"}


def word(fault: Fault, entry: Entry) -> Told:
    """Show the names as a list, ready to paste."""
    parts = [shown(part) for part in fault.hints["parts"]]
    count = _COUNTS.get(len(parts), str(len(parts)))
    message = f"“{shown(fault.value)}”是{count}个单位，要分开写"
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    if isinstance(fault.loc[-1], int):
        rows = "\n".join(f"  - {part}" for part in parts)
        return Told(message, f"一个单位一行：\n{key}:\n{rows}")
    return Told(f"{message}，这里只能写一个", f"只留一个，如 {key}: {parts[0]}；其余的写在说明里")

"""LX013（错误）：有看不见的控制字符。

抓什么：内容里混进了控制字符，如空字符、退格、转义序列的开头，多半是从别的软件粘贴来的。

为什么：看不见的字符会让名称对不上，在终端里还可能改变显示的内容。

怎么改：删去它；找不到时把这一行重新打一遍。

要人定：这个字符原来是什么，要对照原件。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the character by its number."""
    return Told(
        f"这里有看不见的控制字符 U+{ord(fault.value):04X}",
        "删去这个字符；看不见的，把光标移到这里删一格，或者把这一行重新打一遍",
    )

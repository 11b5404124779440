"""LX005（提醒）：文件开头有字节顺序标记（BOM）。

抓什么：文件开头有看不见的三个字节 EF BB BF，多半是 Windows 记事本另存时加上的。

为什么：lianxi 照常读这个文件，但别的工具可能把它当成第一个键的一部分，比较改动时也会多出一行。

怎么改：用编辑器另存，编码选“UTF-8”，不选“带 BOM 的 UTF-8”。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import MARK, Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say how to save the file without it."""
    return Told(
        "文件开头有字节顺序标记（BOM），内容照常读入",
        "另存一次，编码选“UTF-8”，不选“带 BOM 的 UTF-8”",
        instead="",
        over=MARK,
    )

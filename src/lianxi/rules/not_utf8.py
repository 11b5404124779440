"""LX012（错误）：文件编码不是 UTF-8。

抓什么：文件是用 GBK、UTF-16 等编码保存的，或者已经损坏。

为什么：不是 UTF-8，汉字在别的电脑上会变成乱码，也没法比较改动。

怎么改：用记事本打开，选“另存为”，编码选“UTF-8”。

要人定：转换编码要用编辑器打开原件，看着不乱码再存。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the encoding it seems to have."""
    if fault.value:
        return Told(f"文件编码不是 UTF-8，像是 {fault.value}", "用记事本打开，选“另存为”，编码选“UTF-8”")
    return Told(
        "文件里有不是 UTF-8 的字节，可能已经损坏",
        "从这一行起核对内容，重新录入后另存为“UTF-8”；图片、Word、Excel 文件不放在这里",
    )

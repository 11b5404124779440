"""LX009（错误）：记录是一个链接。

抓什么：记录或者年份文件夹的位置上放的是符号链接，不是文件、文件夹本身。

为什么：链接可能指到别处的文件，看到的和别人检出的不是同一份；lianxi 不跟着链接走。

怎么改：删去链接，把文件或文件夹本身放到这里。

要人定：要看链接指向什么，换成哪一份文件。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say that links are not followed."""
    return Told("这是一个链接，没有读", "删去链接，把它指向的文件或文件夹复制到这里")

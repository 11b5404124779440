"""LX011（错误）：文件或文件夹打不开。

抓什么：系统不让读这个文件或文件夹：没有权限，被别的程序锁住，或者磁盘出错。

为什么：读不了就等于没有这条记录，打不开的文件夹里有没有记录也没有人知道。

怎么改：先关掉正在用它的程序；再看文件的权限是不是允许读取。

要人定：要由管机器的人给权限或者修复磁盘。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Pass on what the system says."""
    said = f"（系统说：{shown(fault.value)}）" if fault.value else ""
    return Told(f"打不开，没有读{said}", "关掉正在用它的程序，检查读取权限，然后再试一次")

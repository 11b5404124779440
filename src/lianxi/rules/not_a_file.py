"""LX010（错误）：记录的位置上不是文件。

抓什么：名字像记录（以 .yaml 结尾），却是文件夹、管道或设备。

为什么：这样的东西读不出记录，放在这里只会让人以为已经有了这条记录。

怎么改：文件夹改名或移走；管道、设备删去。

要人定：要看这个位置上为什么不是文件。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say that something else stands here."""
    return Told("这里放的不是文件（是文件夹、管道或设备），没有读", "把它改名或移走，这个名字只给记录文件用")

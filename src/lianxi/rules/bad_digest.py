"""LX113（错误）：文件摘要的写法不对。

抓什么：纪要的 sha256 不是64位小写十六进制数。

为什么：印发后的纪要靠它核对有没有被改动；写错了就核对不上。

怎么改：由程序填写；手工写的改成 sha256: null。

要人定：摘要要从印发的那份文件算出来。

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      issued_on: 2026-02-13
      sha256: 待定

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      issued_on: 2026-02-13
      sha256: null
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Leave the digest to the program."""
    return Told(
        f"{named('sha256')}“{shown(fault.value)}”不是64位小写十六进制数",
        "这一项由程序填写，手工写的改成：",
        shows="null",
    )

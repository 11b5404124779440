"""LX016（错误）：文件是空的。

抓什么：记录文件里没有内容，或者只有注释。

为什么：空文件占着编号，引用它的地方会以为有这条记录。

怎么改：补上内容；不要这条记录的，删去文件。

要人定：里面该写什么，只有建它的人知道。

错误：calendar/2027.yaml

    # 2027年的安排还没有公布

正确：calendar/2027.yaml

    year: 2027
    source:
      title: 国务院办公厅关于2027年部分节假日安排的通知（示例）
    off: []
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say which kind of record is missing."""
    title = entry.kind.title if entry.kind else "记录"
    return Told(f"文件是空的，没有{title}的内容", "补上内容；还没有内容的，先删去这个文件")

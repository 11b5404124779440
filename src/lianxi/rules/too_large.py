"""LX008（错误）：文件太大。

抓什么：一条记录超过64 KB（mechanism.yaml 超过256 KB）。

为什么：记录只写要点；大文件多半是贴进了全文、表格或图片，读它、比较它都会变慢。

怎么改：原件另外保存，记录里只写名称和存放单位。

要人定：哪些内容移出去、怎么拆分，要看内容。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told

_KB = 1024


def word(fault: Fault, entry: Entry) -> Told:
    """Say how large it is and may be."""
    size = -(-int(fault.value or 0) // _KB)  # upward: one byte too many is told as one KB too many
    return Told(
        f"文件有{size} KB，超过了{fault.hints['limit'] // _KB} KB，没有读",
        "把贴进来的全文、表格移到别处保存，记录里只写名称和存放单位，如 evidence 的 name、kept_by",
    )

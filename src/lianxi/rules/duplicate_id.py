"""LX214（错误）：两个文件用了同一个编号。

抓什么：两个文件的编号只差前面的零，如 T-2026-001 和 T-2026-0001。

为什么：编号相同，引用它的地方就不知道说的是哪一条；后面这个文件没有读。

怎么改：改用下一个没有用过的编号，lianxi renumber 把文件名、id 和引用它的地方一起改。

要人定：两条是同一件事还是两件事，要看内容。

错误：tasks/2026/T-2026-0001.yaml

    id: T-2026-0001

正确：tasks/2026/T-2026-001.yaml

    id: T-2026-001
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the file that has the number."""
    return Told(
        f"编号“{fault.value}”与 {fault.hints['first']} 是同一个号，这个文件没有读",
        f"两件事的，运行 lianxi renumber {fault.value} 改用下一个没有用过的编号；重复录入的，删去这个文件",
    )

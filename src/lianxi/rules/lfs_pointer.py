"""LX033（错误）：这里只有 Git LFS 的指针。

抓什么：记录的位置上是 Git LFS 的指针（以 version https://git-lfs.github.com/spec/ 开头），不是记录本身。

为什么：记录是文字，要在 Git 里逐行比较；放进 LFS，仓库里就只剩一个指针，检查不了，别人取不全时也看不到。

怎么改：在 .gitattributes 里删去把记录交给 LFS 的那一行，取回原来的内容，重新提交。

要人定：原来的内容要从 LFS 取回，这里没有。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say where the record itself is."""
    return Told(
        "这里只有 Git LFS 的指针，没有记录本身",
        "在 .gitattributes 里删去把记录交给 LFS 的那一行，运行 git lfs pull 取回内容，再 git add 重新提交",
    )

"""LX018（错误）：一个文件里写了几条记录。

抓什么：文件中间有一行“---”，把文件分成了几份。

为什么：一个文件只记一条；“---”以后的内容读不到。

怎么改：把“---”以后的内容移到它自己的文件里，或者删去这一行。

要人定：哪一条留在这个文件里，要看文件名。

错误：tasks/2026/T-2026-001.yaml

    ---
    id: T-2026-009

正确：tasks/2026/T-2026-001.yaml

    id: T-2026-001
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Say where the second record begins."""
    return Told("这一行“---”以后是另一份内容", "删去“---”；后面如果是另一条记录，移到它自己的文件里")

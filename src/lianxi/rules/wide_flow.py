"""LX031（错误）：列表或花括号里用了全角的括号、逗号。

抓什么：写成一行的列表、花括号里，括号、逗号或冒号是全角的。

为什么：YAML 只认半角的 [ ] { } , :；全角的只是文字，括号配不上，文件就读不下去。

怎么改：改成半角的，逗号、冒号后面空一格；最好一行写一个。

要人定：改了以后仍读不通的，哪里断开只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    due: {workdays: 20，after: 印发}

正确：tasks/2026/T-2026-001.yaml

    due: {workdays: 20, after: 印发}
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Name the first sign that is too wide."""
    assert fault.place is not None  # noqa: S101 - the reader knows the line
    sign = shown(fault.hints["line"][fault.place.column - 1])
    return whole_line(fault, f"列表或花括号里用了全角的“{sign}”", "改成半角的：")

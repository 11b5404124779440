"""LX007（错误）：层次太深。

抓什么：记录的层次超过20层，或者方括号、花括号超过2000个。

为什么：记录最多用六七层；更深的多半是缩进一行比一行多，或者粘贴了不相干的内容，读它会拖慢所有人。

怎么改：把同一层的键左对齐；不相干的内容删去。

要人定：多出来的层次该并到哪里，要看内容。

错误：tasks/2026/T-2026-001.yaml

    instructions: [[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]

正确：tasks/2026/T-2026-001.yaml

    instructions: []
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told

_BRACKETS = 100


def word(fault: Fault, entry: Entry) -> Told:
    """Tell too many levels from too many brackets."""
    if fault.value > _BRACKETS:
        return Told(f"方括号、花括号超过{fault.value}个", "记录里用不着这么多括号：删去粘贴进来的不相干内容")
    return Told(f"从这里起超过了{fault.value}层", "把同一层的键左对齐，下一层只比上一层多缩进两格")

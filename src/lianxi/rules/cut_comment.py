"""LX021（错误）：空格加“#”后面的话被当成了注释。

抓什么：一行话里有“空格 #”，后面紧跟着字，如“更换 #2主变”。

为什么：YAML 里空格后的“#”是注释的开头，后面的话读不到，也没有任何提示。

怎么改：用英文双引号把整句括起来；如果真是注释，在“#”后面空一格。

要人定：“#”后面是正文还是注释，只有写的人知道。

错误：issues/2026/I-2026-003.yaml

    request: 尽快更换 #2主变

正确：issues/2026/I-2026-003.yaml

    request: "尽快更换 #2主变"
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Show what was lost."""
    lost = shown(fault.value)
    return Told(
        f"“{lost}”被当成注释，没有读进来",
        f'用英文双引号把整句括起来，如 "…… {lost}"；如果真是注释，在“#”后面空一格',
    )

"""LX017（错误）：文件不是由“键: 值”组成。

抓什么：文件的最外层是一个列表或一段文字，不是一行行的“键: 值”。

为什么：一个文件记一条，最外层必须是 id、title 这样的键，否则不知道哪句话是什么。

怎么改：最外层写成“键: 值”，行首不加“-”。

要人定：内容该写在哪些键下面，要看本来的意思。

错误：calendar/2027.yaml

    - year: 2027

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
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Tell a list from a text."""
    first = "year: 2026" if entry.kind and entry.kind.name == "calendar" else "id: " + (entry.id or "")
    if isinstance(fault.value, list):
        return Told(
            "整个文件是一个列表，应当是一行行的“键: 值”", f"去掉行首的“- ”，一个文件只写一条，从“{first}”写起"
        )
    return Told(f"整个文件只是一段内容“{shown(fault.value)}”", f"写成一行行的“键: 值”，从“{first}”写起")

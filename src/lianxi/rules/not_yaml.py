"""LX001（错误）：这里读不懂。

抓什么：一行不成“键: 值”，缩进与上下几行对不齐，或者一行里有两处冒号加空格，文件就读不下去。

为什么：文件读不下去，整条记录都不算数；引用它的议程、清单会漏掉它。

怎么改：照提示改这一行；同一层的键要左对齐，下一层比上一层多缩进两格。

要人定：这一行本来怎么断，只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    due 2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

import re

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import pasted, shown, uncommented

_NO_COLON = re.compile(r"(-[ ]+)?([^\s:：]+)[ ]+([^:：]+)")
_TWO_COLONS = re.compile(r"(-[ ]+)?([a-z_0-9]+):[ ]+(.*:(?:[ ].*|$))")
_LIST = re.compile(r"([a-z_0-9]+):[ ]+(-[ ].*)")


def word(fault: Fault, entry: Entry) -> Told:
    """Tell a missing colon, a second one and a list on the key's line from a crooked indentation."""
    line = uncommented(str(fault.value or ""))
    if found := _NO_COLON.fullmatch(line):
        mended = f"{found[1] or ''}{found[2]}: {pasted(found[3])}"
        return Told(f"“{shown(line)}”少了冒号", f"改成：{mended}；如果是接着上一行的话，就与上一行的文字对齐")
    if found := _TWO_COLONS.fullmatch(line):
        return Told(
            f"“{shown(line)}”里有两处“冒号加空格”",
            f"内容里的冒号改成中文冒号，或者用英文引号括起来：{found[2]}: {_quoted(pasted(found[3]))}",
        )
    if found := _LIST.fullmatch(line):
        return Told(f"“{shown(line)}”的列表没有另起一行", f"分两行写：\n{found[1]}:\n  {found[2]}")
    where = f"“{shown(line)}”" if line else "这里"
    return Told(
        f"{where}读不懂，多半是缩进没有对齐",
        "与同一层的键左对齐，下一层比上一层多缩进两格（半角空格）；列表每项以“- ”开头",
    )


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text else f'"{text}"'

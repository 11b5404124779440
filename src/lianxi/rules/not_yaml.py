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

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import LABELS
from lianxi.shown import shown, uncommented
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Tell a missing colon, a second one and a list on the key's line from what nobody can read."""
    line = uncommented(str(fault.value or "")).strip()
    match fault.hints.get("lost"):
        case "colon":
            key = fault.hints["key"]
            return whole_line(fault, f"“{key}”后面少了冒号", "补上半角冒号，后面空一格：", safe=key in LABELS)
        case "quotes":
            return whole_line(
                fault,
                f"“{shown(line)}”里有两处“冒号加空格”",
                "内容里的冒号改成中文冒号，或者用英文引号括起来：",
                safe=False,
            )
        case "line":
            return whole_line(fault, f"“{shown(line)}”的列表没有另起一行", "分两行写：")
    where = f"“{shown(line)}”" if line else "这里"
    return Told(
        f"{where}读不懂，多半是缩进没有对齐",
        "与同一层的键左对齐，下一层比上一层多缩进两格（半角空格）；列表每项以“- ”开头",
    )

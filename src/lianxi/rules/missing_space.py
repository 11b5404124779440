"""LX004（错误）：冒号或“-”后面没有空格。

抓什么：键和冒号后面紧跟着内容，如“due:2026-04-15”；或者列表的“-”后面没有空格。

为什么：没有空格就不是“键: 值”，这一行会被当成上一行的话，键和内容都读不出来。

怎么改：在冒号、“-”后面加一个半角空格。

要人定：写的不是记录里的键时，哪里是键、哪里是内容，要看本来的意思。

错误：tasks/2026/T-2026-001.yaml

    due:2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

import re

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import LABELS
from lianxi.shown import shown, uncommented

_KEY = re.compile(r"([A-Za-z_][A-Za-z_0-9]*)[ ]*:")


def word(fault: Fault, entry: Entry) -> Told:
    """Show the line as it should be."""
    line, column = str(fault.value), fault.place.column if fault.place else 1
    if line[column - 1 : column] == "-":
        text = uncommented(line).strip()
        return Told(f"“{shown(text)}”的“-”后面没有空格", "加一个半角空格：", instead="- ")
    found = _KEY.search(line[:column])
    key = found[1] if found else ""
    return Told(
        f"“{key}:”后面没有半角空格",
        "加一个半角空格：",
        instead=": " if key in LABELS else None,
        shows=": ",
    )

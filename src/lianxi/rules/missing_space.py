"""LX004（错误）：冒号或“-”后面没有空格。

抓什么：键和冒号后面紧跟着内容，如“due:2026-04-15”；或者列表的“-”后面没有空格。

为什么：没有空格就不是“键: 值”，这一行会被当成上一行的话，键和内容都读不出来。

怎么改：在冒号、“-”后面加一个半角空格。

要人定：哪里是键、哪里是内容，要看本来的意思。

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
from lianxi.shown import pasted, shown, uncommented

_KEY = re.compile(r"([A-Za-z_][A-Za-z_0-9]*)[ ]*:[\u3000\xa0]*([^ ,}][^,}]*)")


def word(fault: Fault, entry: Entry) -> Told:
    """Show the line as it should be."""
    line = uncommented(str(fault.value)).strip()
    found = _KEY.search(line)
    if found is None:
        return Told(
            f"“{shown(line)}”的“-”后面没有空格", f"加一个半角空格：- {pasted(line.removeprefix('-'))}"
        )
    return Told(f"“{found[1]}:”后面没有半角空格", f"加一个半角空格：{found[1]}: {pasted(found[2])}")

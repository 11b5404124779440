"""LX003（错误）：键后面用了中文冒号。

抓什么：键后面写的是全角“：”，不是半角“:”加一个空格。

为什么：中文冒号只是一个字，这一行就成了上一行的话，键和内容都读不出来。

怎么改：改成半角冒号“:”，后面空一格；内容里的中文冒号不用改。

错误：tasks/2026/T-2026-001.yaml

    due：2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

import re

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import pasted, uncommented

_KEY = re.compile(r"([A-Za-z_0-9]+)[ ]*：[ ]*([^,}]*)")


def word(fault: Fault, entry: Entry) -> Told:
    """Show the line as it should be."""
    line = str(fault.value)
    instead = ":" if fault.place and line[fault.place.column : fault.place.column + 1] == " " else ": "
    found = _KEY.search(uncommented(line))
    if found is None:
        return Told("键后面用了中文冒号“：”", "改成半角冒号“:”，后面空一格", instead=instead)
    return Told(
        f"“{found[1]}”后面用了中文冒号“：”",
        f"改成半角冒号，后面空一格：{found[1]}: {pasted(found[2])}".rstrip(),
        instead=instead,
    )

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

_KEY = re.compile(r"([^\s{,]+)[ ]*$")


def word(fault: Fault, entry: Entry) -> Told:
    """Show the line as it should be."""
    line, column = str(fault.value), fault.place.column if fault.place else 1
    key = _KEY.search(line[: column - 1])
    instead = ":" if line[column : column + 1] in {" ", ""} else ": "
    return Told(
        f"“{key[1] if key else ''}”后面用了中文冒号“：”", "改成半角冒号，后面空一格：", instead=instead
    )

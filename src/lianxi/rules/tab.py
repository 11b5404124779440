"""LX002（错误）：行里用了制表符或全角空格来对齐。

抓什么：行首或冒号后面用了制表符（Tab）、全角空格或不间断空格。

为什么：缩进决定一行属于哪一层，而制表符、全角空格有多宽各个软件看法不一，所以只认半角空格。

怎么改：删去它们，改用半角空格，每深一层多两格；编辑器里可以把 Tab 键设成输入两个空格。

要人定：缩进几格都读得通的，要看这一行属于哪一层。

错误：tasks/2026/T-2026-001.yaml

    due:	2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.whole_line import whole_line

_NAMES = {"\t": "制表符（Tab）", "\u3000": "全角空格", "\xa0": "不间断空格"}


def word(fault: Fault, entry: Entry) -> Told:
    """Name the white space that is not allowed."""
    text = str(fault.value)
    blank = text[: len(text) - len(text.lstrip())]
    ahead = next((name for sign, name in _NAMES.items() if sign in blank), "")
    within = next((name for sign, name in _NAMES.items() if sign in text), "空格")
    message = f"行首有{ahead}" if ahead else f"这一行里有{within}"
    if "now" in fault.hints:
        return whole_line(fault, message, f"删去{ahead or within}，改用半角空格：")
    return Told(message, f"删去{ahead or within}，改用半角空格，每深一层多两格")

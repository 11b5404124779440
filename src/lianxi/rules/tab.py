"""LX002（错误）：行里用了制表符或全角空格来对齐。

抓什么：行首或冒号后面用了制表符（Tab）、全角空格或不间断空格。

为什么：缩进决定一行属于哪一层，而制表符、全角空格有多宽各个软件看法不一，所以只认半角空格。

怎么改：删去它们，改用半角空格，每深一层多两格；编辑器里可以把 Tab 键设成输入两个空格。

要人定：缩进几格要看这一行属于哪一层。

错误：tasks/2026/T-2026-001.yaml

    due:	2026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Name the white space that is not allowed."""
    text = str(fault.value)
    if "\t" in text:
        where = "行首" if text.lstrip(" ").startswith("\t") else "这一行里"
        return Told(f"{where}有制表符（Tab）", "删去制表符，改用半角空格，每深一层多两格")
    kind = "全角空格" if "\u3000" in text else "不间断空格"
    return Told(f"行首有{kind}", f"删去{kind}，改用半角空格，每深一层多两格")

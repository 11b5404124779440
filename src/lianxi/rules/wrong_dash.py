"""LX028（错误）：列表的一项没有以“- ”开头。

抓什么：列表的一项用了别的横线、圆点、星号，或者漏了“- ”。

为什么：YAML 只认半角的“-”加一个空格；别的写法会并到上一项里，或者整个文件读不下去。

怎么改：行首写半角的“-”，空一格再写内容，同上下各项左对齐。

要人定：漏了“- ”的，这一行是新的一项还是接着上一行，要看本来的意思。

错误：tasks/2026/T-2026-001.yaml

    reports:
      — date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。

错误：tasks/2026/T-2026-001.yaml

    support:
        二局
      - 西县政府

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Name the sign that stands for the dash."""
    sign = fault.hints["sign"]
    if not sign:
        return whole_line(fault, "这里少了一个“- ”", "列表的一项以“- ”开头，同上下各项左对齐：", safe=False)
    return whole_line(fault, f"列表的记号写成了“{sign}”", "改成半角的“-”，后面空一格：")

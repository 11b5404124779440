"""LX023（错误）：这一行接到了上一行的后面。

抓什么：一行没有键，也没有“- ”，或者缩进比它该在的那一层深，YAML 就把它接在上一行的话后面。

为什么：列表的两项会并成一项，两行话之间会多出一个空格；读进来的不是写的人的意思，也没有任何提示。

怎么改：列表的一项，在行首补上“- ”，同上一项左对齐；话长要分行的，在冒号后写“|”，话写在下一行并多缩进两格。

要人定：这一行是接着上一行的话，还是另一项，要看本来的意思。

错误：tasks/2026/T-2026-001.yaml

    support:
      - 二局
        西县政府

错误：tasks/2026/T-2026-001.yaml

    support:
      - 二局
        - 西县政府

错误：tasks/2026/T-2026-001.yaml

    measure: 完成供水管网扩建，
      并通过验收

正确：tasks/2026/T-2026-001.yaml

    support:
      - 二局
      - 西县政府
    measure: |
      完成供水管网扩建，
      并通过验收
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown, uncommented


def word(fault: Fault, entry: Entry) -> Told:
    """Show the line as an entry of the list, or say how a long text is written."""
    line = uncommented(str(fault.value))
    above = uncommented(fault.hints["above"])
    message = f"这一行“{shown(line)}”接到了上一行“{shown(above)}”的后面"
    long = "话长要分行的，在冒号后写“|”，话写在下一行并多缩进两格"
    if fault.hints["listed"] or line.startswith("- "):
        return Told(
            message, f"列表的一项，行首写“- ”，同上一项左对齐：- {shown(line.removeprefix('- '))}；{long}"
        )
    return Told(message, long)

"""LX029（错误）：缩进不对。

抓什么：一行缩进得太多或太少，写到了别的层里；或者“|”下面的话没有缩进。

为什么：缩进决定一行属于哪一层；多一格少一格，文件就读不下去，或者内容归到别的键下面。

怎么改：同一层的键左对齐，下一层比上一层多缩进两格（半角空格）。

要人定：有几层都放得下的，这一行属于哪一层，要看本来的意思。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
         by: 东县政府
        text: |
          管网已铺设八成。

错误：tasks/2026/T-2026-001.yaml

    measure: |
    完成供水管网扩建

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
from lianxi.shown import shown, uncommented
from lianxi.whole_line import whole_line


def word(fault: Fault, entry: Entry) -> Told:
    """Say by how many spaces the line stands wrong."""
    line, moved = fault.hints["line"], fault.hints["depth"]
    how = f"少缩进了{moved}格" if moved > 0 else f"多缩进了{-moved}格"
    return whole_line(fault, f"“{shown(uncommented(line))}”{how}", "照下面这样缩进：")

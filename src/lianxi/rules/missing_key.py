"""LX102（错误）：缺少必须写的键。

抓什么：一条记录，或者记录里的一段，少了必须写的键。

为什么：少了它，这条记录读不完整：没有牵头单位的任务督办不了，没有日期的报告排不了先后。

怎么改：照提示补上这一行。

要人定：该写什么只有写的人知道。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        text: |
          管网已铺设八成。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。

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
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.wording import listed

_DAYS = frozenset({"date", "due", "since", "until", "from", "to"})


def word(fault: Fault, entry: Entry) -> Told:
    """Give the line to add."""
    key = str(fault.value)
    if "only" in fault.hints:
        absent = listed(named(each) for each in fault.hints["absent"])
        only = shown(fault.hints["only"])
        return Told(f"这一项只有 {only}，别的都没有写", f"这一行是多写的就删去；不是的，补上 {absent}")
    choices = fault.hints.get("listed")
    if choices:
        return Told(f"缺少 {named(key)}", f"补上一行，从“{listed(choices)}”中选一个，如 {key}: {choices[0]}")
    if key == "id":
        return Told(f"缺少 {named(key)}", f"补上一行：id: {entry.id}")
    if key in _DAYS or key.endswith("_on"):
        return Told(f"缺少 {named(key)}", f"补上一行，日期照这个样子写：{key}: 2026-04-17")
    return Told(f"缺少 {named(key)}", f"补上一行：{key}: ……（与同一层的键左对齐）")

"""LX205（错误）：用了单位的旧名称。

抓什么：单位在这件事发生的那天已经改了名，写的还是旧名称。

为什么：改名以后的事要写新名称，否则同一个单位在清单里会分成两个。

怎么改：改成新名称；改名以前的事仍写旧名称，不用改。

要人定：改用现名，还是日期写错了，要核对。

错误：tasks/2026/T-2026-001.yaml

    support:
      - 老二局

正确：tasks/2026/T-2026-001.yaml

    support:
      - 二局
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import full_date


def word(fault: Fault, entry: Entry) -> Told:
    """Give the new name."""
    now, until = fault.hints["now"], fault.hints["until"]
    return Told(f"“{shown(fault.value)}”只用到{full_date(until)}，现在叫“{now}”", f"改成“{now}”")

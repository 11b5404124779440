"""LX206（错误）：单位已经撤销。

抓什么：单位在这件事发生的那天已经撤销，还写着它。

为什么：撤销的单位不能承办、报告、表态；事情要由承接它的单位来办。

怎么改：改成承接的单位；任务换了牵头单位的，在 reassignments 里记一笔，原来的 lead 不改。

要人定：由谁承接、从哪一天起，要看机构调整的文件。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 三局
        text: |
          管网已铺设八成。

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 四局
        text: |
          管网已铺设八成。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import full_date


def word(fault: Fault, entry: Entry) -> Told:
    """Name the successor."""
    name, on, day = shown(fault.value), fault.hints["on"], fault.hints["day"]
    successor = fault.hints["successor"]
    message = f"“{name}”{full_date(on)}已经撤销，这里是{full_date(day)}的事"
    if successor:
        return Told(message, f"改成承接的单位“{successor}”；日期写错了的，改日期")
    return Told(message, "改成承接它的单位，并在 mechanism.yaml 里补上 successor；日期写错了的，改日期")

"""LX401（错误）：几条记录没有按日期先后写。

抓什么：同一项下面一条一条记的（进展报告、延期、变更牵头单位、报办结、暂缓办理、报上级、催办、批示、备注、
征求意见、改期、更正，单位的旧名称），后面一条的日期早于前面一条。同一天的，先后不论。
日期早于交办、早于前一步等更说明问题的，照那一条说，不在这里重复。

为什么：新的一条总是加在最后；顺序乱了，不是日期写错了，就是加错了地方，现在办到哪一步、
时限延到哪一天就说不准。

怎么改：日期写错的改日期；日期没有错的，把这一条移到合适的地方。

要人定：是日期写错了还是次序放错了，要对照原件。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - date: 2026-03-20
        by: 东县政府
        text: |
          管网已铺设过半。

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-03-20
        by: 东县政府
        text: |
          管网已铺设过半。
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.doubts import Slip
from lianxi.chronology.telling import days_of_list, remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import LABELS
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """One entry a list, the one that is out of place."""
    slip = fault.value
    return Told(said(slip), remedy(slip, f"日期没有写错的，{_move(slip)}；写错的，"))


def _move(slip: Slip) -> str:
    """Where the entry goes; or the whole order, where it is not alone out of place."""
    name = LABELS.get(str(slip.loc[-3]), "")
    days, own = days_of_list(slip), int(slip.loc[-2])
    order = sorted(range(len(days)), key=lambda place: days[place])
    others = [place for place in order if place != own]
    if others != sorted(others):
        return f"按日期先后重排（{listed(f'第{place + 1}条' for place in order)}）"
    before = order.index(own)
    if before < own:
        return f"把这一条移到第{order[before + 1] + 1}条{name}的前面"
    return f"把这一条移到第{order[before - 1] + 1}条{name}的后面"

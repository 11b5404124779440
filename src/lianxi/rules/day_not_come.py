"""LX410（提醒）：记的是已经发生的事，日子还没有到。

抓什么：报告、办结、销号、通知、召开、印发等已经发生的事，日期在今天（--as-of 指定的那一天）以后。
提前三天以内写好的不提醒；时限、开会时间、复查日期、暂缓的起止本来就在以后，不在此列；
同别的日期矛盾的，照矛盾说，不再提醒。三个以上的文件接连记到那一天以后的，是在看以前的情况，不提醒。

为什么：日期还没有到，事情还没有发生，多半是年份或月份写错了；没有到的那一天以前，这一条不算数。

怎么改：对照原件改日期；还没有发生的，等发生了再记。

要人定：是日期写错了还是记早了，要对照原件。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-10-04
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
from lianxi.chronology.telling import pointed_at, remedy
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """The first one of the file, with how many there are."""
    more = f"（这个文件里共{fault.hints['count']}处）" if fault.hints["count"] > 1 else ""
    return Told(
        f"{pointed_at(fault.value)} 还没有到（今天是 {fault.hints['today']}）{more}",
        remedy(fault.value, "还没有发生的，等发生了再记；写错的，"),
    )

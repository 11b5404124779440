"""LX403（错误）：任务还没有交办，已经有了办理的记录。

抓什么：任务的报告、延期、催办、报办结、销号等，日期早于交办。交办看 assigned_on；没有写的，
看定这件事的会议哪一天召开（会议的召开日期和开始时间对得上的才比）；批示交办的，看第一件批示。
印发之前就报告的不算早。

为什么：先交办，后办理；倒过来的，不是日期写错了，就是任务接错了议定事项。

怎么改：对照原件改写错的日期；好几条都早于会议的，核对 resolution 写得对不对。

要人定：是日期写错了还是来源写错了，要对照原件。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-01-10
        by: 东县政府
        text: |
          管网已铺设八成。

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-02-10
        by: 东县政府
        text: |
          管网已铺设八成。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show what came too early, or the decision that came too late for it."""
    slip = fault.value
    return Told(f"{said(slip)}：先交办，后办理", remedy(slip))

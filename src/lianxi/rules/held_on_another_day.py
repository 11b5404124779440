"""LX407（错误）：会议不是在开始的那一天召开的。

抓什么：召开日期（held_on）和开始时间（starts）不是同一天。

为什么：会议改了日子，要有改期的记录，开始时间也跟着改；两处对不上，纪要、时限就不知道按哪一天算。

怎么改：写错的改正；确实改了日子的，在 postponements 里补一条改期，starts 写改后的时间。

要人定：会议哪一天开的，要核对签到表或纪要。

错误：meetings/2026/M-2026-01.yaml

    held_on: 2026-02-11

正确：meetings/2026/M-2026-01.yaml

    held_on: 2026-02-10
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the day beside the other."""
    slip = fault.value
    return Told(said(slip), remedy(slip, "确实改了日子的，在 postponements 里补一条改期；写错的，"))

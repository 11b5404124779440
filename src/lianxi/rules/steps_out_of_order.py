"""LX404（错误）：后一步先于前一步。

抓什么：议题的梳理、对接、方案、办结、退出、反馈早于收集；会议的通知晚于召开，通知早于议程审定或者委托
（改过期的会议，议程审定只同召开比）；纪要没有按召开、起草、征求意见、签发、印发、更正的次序，
签署晚于印发；任务的阶段在销号以后才完成，退办晚于销号。同一天的，先后不论。

为什么：事情一步一步办；倒过来的，必有一个日期写错了，印在纸上的日期也会跟着错。

怎么改：对照原件，改写错的那一个。

要人定：哪一个日期写错了，要对照原件。

错误：meetings/2026/M-2026-01.yaml

    notified_on: 2026-02-13

正确：meetings/2026/M-2026-01.yaml

    notified_on: 2026-02-03
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the two steps."""
    slip = fault.value
    return Told(said(slip), remedy(slip))

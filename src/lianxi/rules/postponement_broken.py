"""LX408（错误）：改期接不上。

抓什么：改期的“原为”（was）和“改为”（now）是同一个时间；后一次的“原为”不是前一次的“改为”；
最后一次的“改为”不是现在的开始时间（starts）；决定改期、通知改期的日期晚于会议的时间。

为什么：会议的时间一次一次改过来，要接得上；接不上，查不出会议原定哪一天、现在定在哪一天。

怎么改：对照改期通知改写错的那一个；starts 写最后一次改到的时间。

要人定：哪一个时间写错了，要对照改期通知。

错误：meetings/2026/M-2026-02.yaml

    postponements:
      - was: 2026-05-08T09:00
        now: 2026-05-13T09:00
        reason: 召集人另有公务（示例）
        date: 2026-05-05

正确：meetings/2026/M-2026-02.yaml

    postponements:
      - was: 2026-05-08T09:00
        now: 2026-05-12T09:00
        reason: 召集人另有公务（示例）
        date: 2026-05-05
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the two times that do not meet."""
    slip = fault.value
    return Told(f"{said(slip)}：改期要接得上", remedy(slip))

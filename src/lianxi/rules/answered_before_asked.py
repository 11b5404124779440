"""LX402（错误）：还没有提出，先有了答复。

抓什么：答复、批准、退办、销号、反馈的日期早于它所答复的事：征求意见先于去函，延期的批准或者不同意先于申请，
上级批复先于上报，催办的回复先于发出，退办、销号先于报办结，退办以后再报办结先于退办，
回执先于会议通知，纪要的反馈意见先于征求意见，议题的反馈先于办结或者退出。

为什么：先有来文，才有答复；倒过来的，两个日期里必有一个写错了，时限、逾期天数都跟着错。

怎么改：对照来文和答复，改写错的那一个。

要人定：哪一个日期写错了，要对照原件。

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-03-03

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-03
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the question and the answer."""
    slip = fault.value
    return Told(f"{said(slip)}：答复不会先于所答复的事", remedy(slip))

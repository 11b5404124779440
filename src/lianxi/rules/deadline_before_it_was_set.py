"""LX405（错误）：时限早于定它的那一天。

抓什么：任务的完成时限、分阶段的时限、复查日期早于交办；延期延至的日子早于申请（上级或会议定的，早于定的那一天）；
反馈期限早于催办、早于征求意见；重办期限早于退办；暂缓后再提交的日子早于会议。当天到期的不算。

为什么：时限是给人留的时间；一定下来就已经过了，谁也办不到，逾期和提醒都算不对。

怎么改：对照原件，改写错的那一个。

要人定：时限是哪一天，要对照原件。

错误：tasks/2026/T-2026-001.yaml

    due: 2025-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the deadline and the day it was set on."""
    slip = fault.value
    return Told(f"{said(slip)}：一定下来就已经过了", remedy(slip))

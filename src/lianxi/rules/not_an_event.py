"""LX111（错误）：不知道从哪一天起算。

抓什么：时限的 after 写的既不是“召开”“印发”“交办”，也不是一个日期。

为什么：从哪一天起算不清楚，完成时限就算不出来。

怎么改：会议议定的多从“印发”起算；也可以写一个日期，如 2026-04-24。

要人定：从哪一天起算，要看纪要怎么说的。

错误：tasks/2026/T-2026-001.yaml

    due:
      workdays: 20
      after: 印发后

正确：tasks/2026/T-2026-001.yaml

    due:
      workdays: 20
      after: 印发
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.near import near, same
from lianxi.rule import Told
from lianxi.schema.deadline import EVENTS
from lianxi.shown import shown
from lianxi.spoken import day_in


def word(fault: Fault, entry: Entry) -> Told:
    """Name the event that was probably meant."""
    message = f"after（起算）“{shown(fault.value)}”不是召开、印发、交办，也不是日期"
    event, day = same(fault.value, EVENTS), day_in(str(fault.value))
    if event or (day and day.exists and day.alone):
        return Told(message, "改成：", instead=event or str(day))
    meant = near(fault.value, EVENTS) or "印发"
    return Told(message, "从某一天起算的写日期，如 after: 2026-04-24；从一件事起算的改成：", shows=meant)

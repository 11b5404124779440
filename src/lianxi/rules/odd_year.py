"""LX115（错误）：年份离现在太远。

抓什么：日期的年份早于1900年或晚于2199年，多半是多打、少打或打错了一个数字。

为什么：年份错了，时限要么早已过去，要么永远不到，逾期和提醒都算不对。

怎么改：核对年份，改成实际的那一年。

要人定：是哪一年，要查原件。

错误：tasks/2026/T-2026-001.yaml

    due: 9026-04-15

正确：tasks/2026/T-2026-001.yaml

    due: 2026-04-15
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Show the same day with the year of the record, as an example."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    text = str(fault.value)
    year = (entry.id or "")[2:6]
    meant = f"{year}{text[4:]}" if year.isdigit() else f"2026{text[4:]}"
    return Told(f"{named(key)}“{shown(text)}”的年份离现在太远", "核对年份，如：", shows=meant)

"""LX110（错误）：时长要用一种单位写。

抓什么：一段时长同时写了工作日、日、月中的两种以上，或者一种也没有写。

为什么：“20个工作日又1个月”算不出一个日子。

怎么改：只留一个：workdays（工作日）、days（日）或 months（月）。

要人定：是多长、用哪一种单位，要看文件怎么说的。

错误：tasks/2026/T-2026-001.yaml

    report_every:
      days: 30
      months: 1

正确：tasks/2026/T-2026-001.yaml

    report_every:
      months: 1
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown

_UNITS = ("workdays", "days", "months")


def word(fault: Fault, entry: Entry) -> Told:
    """Name the units that are written, and show one alone."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    given = fault.value if isinstance(fault.value, dict) else {}
    written = [unit for unit in _UNITS if given.get(unit) is not None]
    if not written:
        return Told(
            f"{named(key)}没有写多长",
            "补上一行：workdays: 20（工作日），或者 days: 30（日），或者 months: 1（月）",
        )
    several = " 和 ".join(named(unit) for unit in written)
    return Told(
        f"{named(key)}同时写了 {several}",
        f"只留一种，如：\n{key}:\n  {written[0]}: {shown(given[written[0]])}",
    )

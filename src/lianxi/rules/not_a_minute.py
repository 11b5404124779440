"""LX106（错误）：认不出时间。

抓什么：会议的开始、结束时间不是“2026-04-17T09:00”这个写法，或者没有这个时刻。

为什么：通知、日程和改期都要用准确到分的时间。

怎么改：写成“日期T时:分”，中间是大写字母 T，时和分各两位，按24小时制。

要人定：是几点，要查会议通知。

错误：meetings/2026/M-2026-02.yaml

    starts: 2026-05-12 9:00

正确：meetings/2026/M-2026-02.yaml

    starts: 2026-05-12T09:00
"""

from __future__ import annotations

import re
from datetime import datetime

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown

_MINUTE = re.compile(
    r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})[日号]?[T\s]*"
    r"(?:（.*?）)?\s*(上午|下午|晚上)?\s*(?:([0-9]{1,2})\s*[:：时点]\s*([0-9]{1,2})?.*)?"
)
_NOON = 12


def word(fault: Fault, entry: Entry) -> Told:
    """Show the minute that was probably meant."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    meant = _meant(str(fault.value))
    message = f"{named(key)}“{shown(fault.value)}”认不出时间"
    if meant:
        return Told(message, f"改成 {key}: {meant}")
    return Told(message, f"核对日期和钟点，照这个样子写：{key}: 2026-04-17T09:00")


def _meant(text: str) -> str | None:
    found = _MINUTE.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[5] or 9), int(found[6] or 0)
    if found[4] in {"下午", "晚上"} and hour < _NOON:
        hour += _NOON
    try:
        when = datetime(int(found[1]), int(found[2]), int(found[3]), hour, minute)  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None
    return when.strftime("%Y-%m-%dT%H:%M")

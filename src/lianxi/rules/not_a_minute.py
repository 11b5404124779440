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
from unicodedata import normalize

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.numerals import NUMERAL, value_of
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.spoken import QUOTES

_MINUTE = re.compile(
    r"([0-9]{4})\s*[-–—/.,、年]\s*([0-9]{1,2})\s*[-–—/.,、月]\s*([0-9]{1,2})\s*[日号]?[T,、\s]*"
    r"(?:\((?:星期|周).\)|(?:星期|周)[一二三四五六日天])?\s*(上午|早上|中午|下午|晚上)?\s*"
    rf"(?:({NUMERAL})\s*(?:[:;时点]\s*({NUMERAL}|整|半)?\s*分?(?::00)?)(.*))?"
)
_NOON = 12
_EARLY = frozenset({"上午", "早上"})


def word(fault: Fault, entry: Entry) -> Told:
    """Show the minute that was probably meant."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    meant, sure = _meant(str(fault.value))
    message = f"{named(key)}“{shown(fault.value)}”认不出时间"
    if not meant:
        return Told(message, "核对日期和钟点，照这个样子写：", shows="2026-04-17T09:00")
    return Told(
        message, "改成：" if sure else "核对钟点，改成：", instead=meant if sure else None, shows=meant
    )


def _meant(text: str) -> tuple[str, bool]:
    """The minute, and whether the text can mean no other."""
    found = _MINUTE.fullmatch(normalize("NFKC", text).strip(QUOTES))
    if not found:
        return "", False
    half, said = found[4], {"整": 0, "半": 30}
    hour = value_of(found[5]) if found[5] else 9
    minute = said[found[6]] if found[6] in said else value_of(found[6] or "0")
    contrary = (half in _EARLY and hour > _NOON) or (
        half is not None and hour in {0, _NOON} and half != "中午"
    )
    if half in {"下午", "晚上"} and hour < _NOON:
        hour += _NOON
    try:
        when = datetime(int(found[1]), int(found[2]), int(found[3]), hour, minute)  # noqa: DTZ001 - a wall clock
    except ValueError:
        return "", False
    return when.strftime("%Y-%m-%dT%H:%M"), bool(found[5]) and not found[7] and not contrary

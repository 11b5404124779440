"""The only clock: what day it is in China, unless a day is named."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from lianxi.cli.refusal import Refusal

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_CHINA = timezone(timedelta(hours=8))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def today(as_of: str | None) -> date:
    """The day named by ``--as-of``, else today in Asia/Shanghai, which knows no summer time."""
    return datetime.now(_CHINA).date() if as_of is None else named_day(as_of, "--as-of")


def named_day(text: str, option: str) -> date:
    """The day that ``option`` names; raises ``Refusal`` where the calendar has none such."""
    if _DAY.match(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            if _FIRST_YEAR <= day.year <= _LAST_YEAR:
                return day
    raise Refusal(f"{option} 认不出日期“{text}”，要写成 2026-09-21 这样，1900年到2199年之间确有的一天")


def earlier_day(text: str, option: str, day: date) -> date:
    """The day that ``option`` names, which must lie before ``day``."""
    found = named_day(text, option)
    if found >= day:
        raise Refusal(f"{option} 的日期 {found} 要早于清单的日期 {day}；换成上一期的日期")
    return found

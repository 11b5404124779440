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
    if as_of is None:
        return datetime.now(_CHINA).date()
    if _DAY.match(as_of):
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            pass
        else:
            if _FIRST_YEAR <= day.year <= _LAST_YEAR:
                return day
    raise Refusal(f"--as-of 认不出日期“{as_of}”，要写成 2026-09-21 这样，1900年到2199年之间确有的一天")

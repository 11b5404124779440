"""What the lines above a table say: of which day it speaks, and whose it is."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from lianxi.forms.unit_list import BY, MADE_ON
from lianxi.intake.table import Table
from lianxi.spoken import day_in

_DATED = re.compile(r"(?:填[表报]日期|填[表报]时间|报送日期|收集日期|日期|时间)\s*[:：]\s*(.+)")
_YEAR = re.compile(r"(20[0-9]{2})\s*年")
_MADE = re.compile(
    rf"{MADE_ON}\s*[:：]?\s*([0-9]{{4}}\s*年\s*[0-9]+\s*月\s*[0-9]+\s*日|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
)
_BY = re.compile(
    rf"(?:{BY}|(?:填[表写]|报送|上报|收集|采集)单位)(?:[(（].{{0,4}}[)）])?\s*[:：]\s*([^\s，。；,;：:]+)"
)


def day_above(table: Table) -> date | None:
    """The day that the sheet was filled in on."""
    return _day(table, _DATED)


def made_on(table: Table) -> date | None:
    """The day as of which a list that was sent out speaks."""
    return _day(table, _MADE)


def year_above(table: Table) -> int | None:
    """The only year that the lines above speak of, as in a title."""
    years = {int(year) for text in table.above for year in _YEAR.findall(normalize("NFKC", text))}
    return years.pop() if len(years) == 1 else None


def unit_above(table: Table) -> str | None:
    """Who fills it in, as it is written."""
    return next((found[1] for text in table.beside if (found := _BY.search(normalize("NFKC", text)))), None)


def _day(table: Table, pattern: re.Pattern[str]) -> date | None:
    for text in table.beside:
        found = pattern.search(normalize("NFKC", text))
        written = day_in(found[1].strip()) if found else None
        if written is not None and written.exists:
            return date.fromisoformat(str(written))
    return None

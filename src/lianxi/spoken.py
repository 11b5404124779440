"""A deadline as papers say it: 年底前, 2026年6月底前, 印发后20个工作日内."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from lianxi.numerals import NUMERAL, value_of

QUOTES = "“”‘’\"' "
"""What may stand around a value that was pasted."""
_WRITTEN_DAY = re.compile(
    rf"([0-9]{{4}}|[零〇一二三四五六七八九]{{4}})\s*[-–—/.,、年\s]\s*({NUMERAL})\s*[-–—/.,、月\s]\s*({NUMERAL})"
    r"(?![0-9十])\s*[日号]?|([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])[日号]?"
)
_HALF_PADDED = re.compile(r"[0-9]{4}\D+(?:0[0-9]\D+[0-9](?![0-9])|[0-9]\D+0[0-9])")
"""Of 2026-09-1 a digit may have been lost; 2026-9-1 is whole."""
_NO_MORE = re.compile(r"\s*(?:之?前|以前)?(?:[T\s]*0{1,2}:00(?::00)?)?\s*[。.,、;:]*")
_MONTH_DAY = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号].*")
_MONTH_END = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月(?:底|末|份|内|前)?.*")
_BARE_MONTH = re.compile(r"([0-9]{4})\s*[-/.年]?\s*([0-9]{1,2})\s*月?份?|([0-9]{1,2})月份?")
_YEAR = re.compile(r"[0-9]{4}(?:年(?![底末内中])|(?=年))\s*")
_MONTHS = {"年底": 12, "年末": 12, "年内": 12, "上半年": 6, "年中": 6}
_QUARTERS = {"一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_UNITS = {
    "工作日": ("workdays", 1),
    "日": ("days", 1),
    "天": ("days", 1),
    "周": ("days", 7),
    "星期": ("days", 7),
    "月": ("months", 1),
    "年": ("months", 12),
}
_SPAN = re.compile(
    rf"(?<![0-9])({NUMERAL})\s*"
    r"(?:个\s*(工作日|月|星期)|(工作日)|(日|天|周|星期|年)(?=\s*(?:以内|之内|内)))"
)
_LONGEST = 3
_EVENTS = {"召开": "召开", "会后": "召开", "交办": "交办", "下达": "交办"}


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it was written, in the calendar or not; ``alone`` where the text says no more."""

    year: int
    month: int
    day: int
    alone: bool

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        return bool(self.day) and _day(self.year, self.month, self.day) is not None


def day_in(text: str) -> Written | None:
    """The day that ``text`` begins with."""
    found = _WRITTEN_DAY.match(normalize("NFKC", text).strip(QUOTES))
    if found is None:
        return None
    year, month, day = (value_of(part) for part in found.group(*((1, 2, 3) if found[1] else (4, 5, 6))))
    whole = _NO_MORE.fullmatch(found.string, found.end()) is not None
    return Written(year, month, day, whole and _HALF_PADDED.match(found[0]) is None)


def span_in(text: str) -> tuple[str, int] | None:
    """The key (``workdays``, ``days`` or ``months``) and the number of the length in ``text``."""
    found = _SPAN.search(text)
    if not found or len(found[1]) > _LONGEST:
        return None
    key, times = _UNITS[found[2] or found[3] or found[4]]
    number = value_of(found[1]) * times
    return (key, number) if number else None


def event_in(text: str) -> str:
    """The event from which ``text`` counts; 印发 where it says nothing."""
    return next((event for said, event in _EVENTS.items() if said in text), "印发")


def month_in(text: str) -> tuple[int | None, int] | None:
    """The year, where it is said, and the month of a text that says no more: 2026-12, 6月."""
    found = _BARE_MONTH.fullmatch(text)
    if not found:
        return None
    return int(found[1]) if found[1] else None, int(found[2] or found[3])


def printed(text: str) -> str:
    """The words for ``due_text``: papers print the year of ``due`` before them."""
    month = month_in(text)
    return f"{month[1]}月底前" if month else _YEAR.sub("", text, count=1) or text


def last_day(text: str, year: int) -> date | None:
    """The last day of what ``text`` says, in ``year`` where it names none."""
    if found := _MONTH_DAY.fullmatch(text):
        return _day(int(found[1] or year), int(found[2]), int(found[3]))
    if month := month_in(text):
        return _day(month[0] or year, month[1])
    named_year = re.match(r"([0-9]{4})年?", text)
    year = int(named_year[1]) if named_year else year
    if found := _MONTH_END.fullmatch(text):
        return _day(year, int(found[2]))
    for words in (_QUARTERS, _MONTHS):
        for said, number in words.items():
            if said in text:
                return _day(year, number)
    return None


def _day(year: int, month: int, day: int = 0) -> date | None:
    """That day, or the month's last where ``day`` is 0; none where the calendar has no such day."""
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None

"""Numbers, dates, names and titles as officials write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

_DIGITS = "〇一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"
_TENS = 10
_ENDS = ("。", "！", "？", "）", "；", "：")
_MARKS = (*_ENDS, "，", "、")
_HUNDRED = 100
_NOON = 12


def numeral(number: int) -> str:
    """1–99 in Chinese numerals: 十二, 二十, 二十一; larger numbers in digits."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TENS)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def full_date(day: date) -> str:
    """2026年3月5日, without zero padding."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: date, today: date) -> str:
    """3月5日 in the year of ``today``, else with its year."""
    return f"{day.month}月{day.day}日" if day.year == today.year else full_date(day)


def weekday(day: date) -> str:
    """星期五."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def moment(when: datetime) -> str:
    """2026年4月17日（星期五）上午9:00."""
    return f"{full_date(when.date())}（{weekday(when.date())}）{_half(when)}{_clock(when)}"


def span(starts: datetime, ends: datetime | None) -> str:
    """2026年4月17日（星期五）上午9:00至11:30; the half of the day, or the day, again where it is another."""
    if ends is None:
        return moment(starts)
    if ends.date() != starts.date():
        return f"{moment(starts)}至{moment(ends)}"
    half = "" if _half(ends) == _half(starts) else _half(ends)
    return f"{moment(starts)}至{half}{_clock(ends)}"


def _half(when: datetime) -> str:
    return "上午" if when.hour < _NOON else "下午"


def _clock(when: datetime) -> str:
    hour = when.hour if when.hour <= _NOON else when.hour - _NOON
    return f"{hour}:{when.minute:02d}"


def listed(names: Iterable[str]) -> str:
    """甲、乙、丙."""
    return "、".join(names)


def percent(part: int, whole: int) -> str:
    """66.7%, 100%; 无 where there is nothing to divide by."""
    if not whole:
        return "无"
    return f"{one_decimal(part * 100, whole)}%"


def one_decimal(part: int, whole: int) -> str:
    """A quotient rounded to tenths, halves upward as people round: 200.3 for 801 by 4; 14 for 14."""
    tenths = (part * 20 + whole) // (whole * 2)
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")


def remark_of(title: str | None) -> str:
    """The bracketed remark a title ends with, as （示例） or （草案）; empty where there is none."""
    if title and title.endswith("）") and "（" in title:
        return title[title.rindex("（") :]
    return ""


def shared_remark(titles: Iterable[str]) -> str:
    """The bracketed remark that all of ``titles`` end with; empty where they do not share one."""
    remarks = {remark_of(title) for title in titles}
    return remarks.pop() if len(remarks) == 1 else ""


def bare(title: str) -> str:
    """A title without its closing remark, as it is quoted in a sentence."""
    return title.removesuffix(remark_of(title))


def titled(title: str, word: str) -> str:
    """A title with ``word`` added before its closing remark: 第二次会议（示例）→ 第二次会议议程（示例）."""
    remark = remark_of(title)
    return f"{title.removesuffix(remark)}{word}{remark}"


def sentence(text: str) -> str:
    """One paragraph without line breaks, ended by a full stop; lines without a mark are joined by ；."""
    lines = [line.strip().removeprefix("- ") for line in text.strip().splitlines() if line.strip()]
    joined = "".join(line if line.endswith(_MARKS) else f"{line}；" for line in lines[:-1]) + lines[-1]
    return joined if joined.endswith(_ENDS) else f"{joined}。"


def flat(text: str) -> str:
    """One paragraph without line breaks and without its closing full stop."""
    return sentence(text).removesuffix("。")


def reads_alike(one: object, other: object) -> bool:
    """Whether two values are the same but for where the lines of a text break."""
    if not (isinstance(one, str) and isinstance(other, str)):
        return one == other
    return one == other or "".join(one.split()) == "".join(other.split())

"""What a cell says, as the record wants it; what is nearly right is proposed, never changed in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from unicodedata import normalize

from lianxi.intake.sheet import Cell
from lianxi.near import near, same
from lianxi.schema.deadline import STANDING
from lianxi.schema.shape import parts_of
from lianxi.situation import Situation
from lianxi.spoken import day_in, event_in, last_day, printed, span_in
from lianxi.wording import full_date, listed

_SHOWN = 12
_NO_WORDS: Mapping[str, str] = {}
_MONTH_DAY = re.compile(r"([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*[日号]?")
_YES, _NO = (
    ("是", "√", "✓", "✔", "有", "y", "yes", "已办结", "已完成", "办结", "完成", "需要", "申请"),
    (("否", "×", "无", "n", "no", "未办结", "未完成", "不", "不需要", "没有", "/", "-", "—", "不申请")),
)
_STANDING = re.compile(
    "长期(?:坚持|推进|工作|任务)?|持续(?:推进|坚持|开展)?|常态化(?:推进|开展)?|长期坚持[，,；;。].*"
)
_UNTIL = re.compile(r"[之以]?前(?:完成|办结|完成并.*|报.*)?$")


T = TypeVar("T")


class Unread(Exception):
    """What a cell says cannot be taken: why, in Chinese, and the one value that was probably meant."""

    def __init__(self, why: str, instead: str | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Reading:
    """What cells are read by: the conference on a day, its lists, and the year of the sheet.

    ``suggested`` takes what is nearly right for what was probably meant.
    """

    now: Situation
    lists: Mapping[str, tuple[str, ...]]
    year: int | None
    suggested: bool = False

    def nearly(self, why: str, instead: T, shown: str) -> T:
        """What was probably meant, where that may be taken. Raises ``Unread`` where it may not."""
        if self.suggested:
            return instead
        raise Unread(f"{why}，是否想写 {shown}？", shown)


def day(cell: Cell, reading: Reading, *, until_today: bool = True) -> date:
    """A day in any habit: a date, a serial number, 2026.3.2, 20260302, 2026年3月2日."""
    found = cell.day or cell.serial or _written_day(cell.text, reading)
    if until_today and found > reading.now.today:
        raise Unread(f"{full_date(found)}还没有到（今天是{full_date(reading.now.today)}）")
    return found


def _written_day(text: str, reading: Reading) -> date:
    plain = normalize("NFKC", text).strip()
    written = day_in(plain)
    if written is not None and not written.exists:
        raise Unread(f"“{text}”没有这一天")
    if written is not None:
        found = date.fromisoformat(str(written))
        return found if written.alone else reading.nearly(f"“{text}”不只是日期", found, str(found))
    short = _MONTH_DAY.fullmatch(plain)
    if short and reading.year:
        meant = last_day(f"{reading.year}年{int(short[1])}月{int(short[2])}日", reading.year)
        if meant is not None:
            return reading.nearly(f"“{text}”没有写年份", meant, str(meant))
    raise Unread(f"“{text}”不是日期，写成 2026-03-02 这样" + ("，年份也要写" if short else ""))


def choice(
    text: str, known: Sequence[str], what: str, reading: Reading, meant: Mapping[str, str] = _NO_WORDS
) -> str:
    """One of a closed list; ``meant`` gives what other words stand for."""
    if not known or text in known:
        return text
    found = same(text, known)
    if found is not None:
        return found
    likely = next((meant[word] for word in meant if word in text and meant[word] in known), None)
    likely = likely or next((each for each in known if each in text), None) or near(text, known)
    if likely is None:
        raise Unread(f"没有{what}“{text}”；可以写：{listed(known[:_SHOWN])}")
    return reading.nearly(f"没有{what}“{text}”", likely, likely)


def yes(text: str) -> bool | None:
    """是 or 否 in the words people have for it; ``None`` where it is neither."""
    plain = normalize("NFKC", text).strip().casefold()
    return True if plain in _YES else False if plain in _NO else None


def unit(text: str, day: date | None, reading: Reading, *, group: bool = False) -> str:
    """A unit by the name it bears on ``day``, its full name, or one that differs only in form."""
    now = reading.now
    if (group and text in now.groups) or now.is_unit(text, day):
        return text
    names = {each.full: each.name for each in now.mechanism.units} | {name: name for name in now.units}
    if group:
        names |= {name: name for name in now.groups}
    exact = same(text, names)
    if exact is not None and (names[exact] in now.groups or now.is_unit(names[exact], day)):
        return names[exact]
    return _not_that_unit(text, day, reading, names[exact] if exact else None, names)


def _not_that_unit(
    text: str, day: date | None, reading: Reading, known: str | None, names: Mapping[str, str]
) -> str:
    now = reading.now
    bearer = now.bearer(known or text, day or now.today)
    if bearer in now.units and (known or now.is_unit(text, None)):
        when = full_date(day) if day else "今天"
        return reading.nearly(f"{when}“{text}”已经改名、撤销或者还没有设立", bearer, bearer)
    if not group_free(text, now):
        raise Unread(f"“{text}”是一组单位，这里要写到一个单位")
    likely = near(text, names)
    if likely is None:
        raise Unread(f"没有单位“{text}”；单位的简称见 mechanism.yaml")
    return reading.nearly(f"没有单位“{text}”", names[likely], names[likely])


def group_free(text: str, now: Situation) -> bool:
    """Whether ``text`` is no collective name."""
    return same(text, now.groups) is None


def units(text: str, day: date | None, reading: Reading, *, group: bool = False) -> list[str]:
    """Several units with 、, a comma or a line break between them, each once."""
    known = unit_or_none(text, day, reading, group=group)
    parts = [known] if known else [unit(part, day, reading, group=group) for part in parts_of(text)]
    return list(dict.fromkeys(parts))


def unit_or_none(text: str, day: date | None, reading: Reading, *, group: bool = False) -> str | None:
    """As ``unit``, where nothing has to be proposed."""
    strict = Reading(reading.now, reading.lists, reading.year)
    try:
        return unit(text, day, strict, group=group)
    except Unread:
        return None


def due(cell: Cell, reading: Reading) -> dict[str, Any]:
    """A deadline as papers say it, as the keys of a task."""
    if cell.day or cell.serial:
        return {"due": cell.day or cell.serial}
    text = "".join(normalize("NFKC", cell.text).split())
    if _STANDING.fullmatch(text):
        return {"due": STANDING}
    span = span_in(text)
    if span is not None:
        return {"due": {span[0]: span[1], "after": event_in(text)}}
    written = day_in(_UNTIL.sub("", text))
    if written is not None and written.exists and written.alone:
        return {"due": date.fromisoformat(str(written))}
    return _spoken_due(text, cell.text, reading)


def _spoken_due(text: str, shown: str, reading: Reading) -> dict[str, Any]:
    several = len(re.findall(r"[0-9]{1,2}月", text)) > 1
    found = None if several or reading.year is None else last_day(text, reading.year)
    if found is None:
        why = "有几个日期，分阶段的要分行写" if several else "不是时限"
        raise Unread(f"“{shown}”{why}；写成 2026-12-31、年底前、印发后20个工作日内，或者 {STANDING}")
    return {"due": found, "due_text": printed(text)}

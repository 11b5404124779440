"""A wrong date in words: which one it is, what it contradicts, and what to write instead."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import Any

from lianxi.chronology.clash import Clash
from lianxi.chronology.derived import ELSEWHERE, is_elsewhere, is_reference
from lianxi.chronology.doubts import Slip, year_of
from lianxi.chronology.fit import fits, meant
from lianxi.chronology.order import Breach
from lianxi.fault import Loc
from lianxi.schema.base import Value
from lianxi.schema.days import Dated
from lianxi.schema.labels import LABELS

_ALIKE = ("=", "≈")
_MINUTE = "%Y-%m-%dT%H:%M"


def said(slip: Slip) -> str:
    """第2条进展报告的 date（日期）2026-05-02 早于第1条进展报告的日期 2026-05-12."""
    clash = next(clash for clash in slip.clashes if clash.breach is slip.breach)
    more = len({_other(each, slip)[1] for each in slip.clashes}) - 1
    told = f"{pointed_at(slip)} {_against(clash, slip)}"
    return f"{told}（还有{more}处也对不上）" if more else told


def pointed_at(slip: Slip) -> str:
    """第2条进展报告的 date（日期）2026-05-02; of a record that it names, also which of its days."""
    day, loc = slip.dated
    key = f"{_holder(loc)} {loc[-1]}（{_day_label(loc[-1])}）".lstrip()
    return f"{key}{_written(slip.record, loc)}{f' 的{_meant_day(loc)} {day}' if is_reference(loc) else ''}"


def days_of_list(slip: Slip) -> list[date]:
    """The days of the list its entry stands in, one an entry."""
    *way, _, key = slip.loc
    entries = _at(slip.record, tuple(way))
    assert isinstance(entries, tuple)  # noqa: S101 - it is a list that is out of order
    return [entry.day() or getattr(entry, str(key)) for entry in entries]


def remedy(slip: Slip, otherwise: str = "") -> str:
    """What to do, ended by the line to write; ``otherwise`` where the date itself is right."""
    if is_reference(slip.loc):
        return f"核对 {slip.loc[-1]}，多半应当是别的一条；编号没有写错的，核对那一条的日期"
    line = _equal(slip) or _instead(slip)
    if line is None:
        return f"{otherwise}对照原件改正"
    return f"{otherwise}对照原件改正{_between(slip.first, slip.last)}，如：\n{slip.loc[-1]}: {line}"


def _equal(slip: Slip) -> str | None:
    """The other of two times that must be the same, or the same day where one ends what the other begins."""
    own = _at(slip.record, slip.loc)
    for clash in slip.clashes:
        other = _at(slip.record, _other(clash, slip)[1]) if clash.must in _ALIKE else None
        if isinstance(own, datetime) and isinstance(other, datetime):
            return _shown(other if clash.must == "=" else datetime.combine(other, own.time()))
    return None


def _instead(slip: Slip) -> str | None:
    """A day that fits; a time keeps its hour. What fits already is wrong in another way."""
    if slip.breach is not Breach.FAR and fits(slip.dated[0], slip.first, slip.last):
        return None
    day = meant(slip.dated[0], slip.first, slip.last, year_of(slip.record))
    value = _at(slip.record, slip.loc)
    if day and isinstance(value, datetime):
        return _shown(datetime.combine(day, value.time()))
    return str(day) if day else None


def _against(clash: Clash, slip: Slip) -> str:
    """How it stands to the date that it contradicts."""
    day, loc = _other(clash, slip)
    other = f"{_known_from(loc, slip.record)} {day if is_reference(loc) else _written(slip.record, loc)}"
    if clash.must == "=":
        return f"同{other} 对不上"
    if clash.must == "≠":
        return f"同{other} 是一个时间"
    if clash.must == "≈":
        return f"离{other} 有{abs((slip.dated[0] - day).days)}天"
    if clash.must == "<":
        return f"没有{'早于' if slip.dated == clash.early else '晚于'}{other}"
    if slip.dated[0] == day:
        return f"不{'早于' if slip.dated == clash.early else '晚于'}{other}"
    return f"{'晚于' if slip.dated == clash.early else '早于'}{other}"


def _known_from(loc: Loc, record: Value) -> str:
    """The other date's name; that of a record it names says so."""
    if not is_reference(loc):
        return f"{_holder(loc)}{_day_label(loc[-1])}"
    if is_elsewhere(loc):
        return f"会议 {str(loc[0]).removeprefix(ELSEWHERE)} 的召开日期"
    return f"{_holder(loc)}{_label(loc[-1])} {_at(record, loc)} 的{_meant_day(loc)}"


def _meant_day(loc: Loc) -> str:
    """Which day of the record that is named there is compared."""
    return "收集日期" if loc[-1] == "issue" else "会议召开日期"


def _other(clash: Clash, slip: Slip) -> Dated:
    return clash.late if clash.early == slip.dated else clash.early


def _holder(loc: Loc) -> str:
    """第1条报办结的退办的, minutes 纪要的: what the key stands in."""
    told = ""
    for step, after in pairwise(loc):
        if isinstance(step, str):
            told += f"第{after + 1}条{_label(step)}的" if isinstance(after, int) else f"{_label(step)}的"
    return told


def _label(key: str | int) -> str:
    return LABELS.get(str(key), str(key))


def _day_label(key: str | int) -> str:
    """Of a key with two meanings the one that is a day: 末日, not 去向或末日."""
    return _label(key).rpartition("或")[2]


def _between(first: date | None, last: date | None) -> str:
    if first and last:
        return f"，应当是 {first}" if first == last else f"，应当在 {first} 到 {last} 之间"
    if first:
        return f"，不早于 {first}"
    return f"，不晚于 {last}" if last else ""


def _written(record: Value, loc: Loc) -> str:
    return _shown(_at(record, loc))


def _shown(value: object) -> str:
    """A day or a minute as the record has it."""
    return value.strftime(_MINUTE) if isinstance(value, datetime) else str(value)


def _at(record: Value, loc: Loc) -> object:
    value: Any = record
    for step in loc:
        value = value[step] if isinstance(step, int) else _field(value, step)
    return value


def _field(value: Value, key: str) -> object:
    """What stands under ``key``: a word of Python's own is a field with an underscore behind it."""
    return getattr(value, key) if hasattr(value, key) else getattr(value, f"{key}_")

"""Reads what people write for a day, a unit, a post or a stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from lianxi.cli.ask import Unfit
from lianxi.wording import listed

if TYPE_CHECKING:
    from lianxi.schema.base import Post
    from lianxi.situation import Situation

_POST = re.compile(r"(.+?)\s*[（(](.+?)[）)]")


def a_day(text: str) -> date:
    """A day as it is written, 2026-05-12 or 2026年5月12日."""
    from lianxi.spoken import day_in, last_day

    written = day_in(text)
    if written is not None and written.alone and written.exists:
        return date.fromisoformat(str(written))
    if written is not None and not written.exists:
        raise Unfit(f"“{text}”没有这一天")
    meant = last_day(text, int(text[:4]) if text[:4].isdecimal() else 0) if text else None
    raise Unfit(f"“{text}”不是日期，要写成 {meant or '2026-05-12 这样'}")


def day_until(today: date) -> Callable[[str], date]:
    """A day on which something has happened, ``today`` at the latest."""

    def read(text: str) -> date:
        day = a_day(text)
        if day > today:
            raise Unfit(f"“{text}”还没有到，今天是 {today}；发生了再记")
        return day

    return read


def a_unit(now: Situation) -> Callable[[str], str]:
    """A unit by the name it bears or once bore; whether it bore it on the day is judged with the record."""

    def read(text: str) -> str:
        if now.is_unit(text, None):
            return text
        raise Unfit(unknown("单位", text, now.units))

    return read


def post_of(now: Situation) -> Callable[[str], Post]:
    """A post of the conference, with its unit where several have one: 联络员（市工业和信息化局）."""

    def read(text: str) -> Post:
        from lianxi.schema.base import Post

        found = _POST.fullmatch(text)
        name, unit = (found[1], found[2]) if found else (text, None)
        units = list(dict.fromkeys(post.unit for post in now.mechanism.posts if post.post == name))
        if not units:
            raise Unfit(unknown("职务", name, [post.post for post in now.mechanism.posts]))
        if unit is None and len(units) > 1:
            raise Unfit(f"{name} 不止一个，写成 {name}（{units[0]}） 这样，单位可以是：{listed(units)}")
        if unit is not None and unit not in units and set(units) <= set(now.units):
            raise Unfit(f"{unit} 没有 {name}；{name} 在：{listed(units)}")
        own = units[0] if units[0] in now.units else None
        return Post(post=name, unit=unit or own)

    return read


def one_of(choices: Iterable[str], what: str) -> Callable[[str], str]:
    """One of a closed list."""
    known = list(choices)

    def read(text: str) -> str:
        if text in known:
            return text
        raise Unfit(unknown(what, text, known))

    return read


def unknown(what: str, text: str, known: Iterable[str]) -> str:
    """What there is in the place of a name that nothing bears."""
    from lianxi.near import near

    names = list(dict.fromkeys(known))
    meant = near(text, names)
    return f"没有{what}“{text}”" + (f"，是否想写 {meant}？" if meant else f"；可以写：{listed(names[:20])}")

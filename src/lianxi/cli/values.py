"""Reads what people write for a day, a unit, a post or a stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from lianxi.cli.ask import Question, Unfit
from lianxi.wording import listed

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.schema.base import Post
    from lianxi.schema.mechanism import Unit
    from lianxi.situation import Situation

_MINUTE = re.compile(r"(\S+?)(?:T|\s+)([0-9]{1,2})[:：]([0-9]{2})")
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


def a_minute(text: str) -> datetime:
    """A day with its time of day, 2026-10-20T09:00 or 2026-10-20 9:00."""
    found = _MINUTE.fullmatch(text)
    if found is None:
        raise Unfit(f"“{text}”不是时间，要写成 2026-10-20T09:00 这样")
    try:
        return datetime.combine(a_day(found[1]), time(int(found[2]), int(found[3])))
    except ValueError:
        raise Unfit(f"“{text}”没有这个时刻") from None


def a_deadline(year: int) -> Callable[[str], dict[str, Any]]:
    """A deadline as papers say it, as the keys of the record: a day, 年底前, 印发后20个工作日内, 长期坚持."""

    def read(text: str) -> dict[str, Any]:
        from lianxi.schema.deadline import STANDING
        from lianxi.spoken import day_in, event_in, last_day, printed, span_in

        if text == STANDING:
            return {"due": text}
        if day_in(text) is not None:
            return {"due": a_day(text)}
        span = span_in(text)
        if span is not None:
            return {"due": {span[0]: span[1], "after": event_in(text)}}
        day = last_day(text, year)
        if day is None:
            raise Unfit(f"“{text}”不是时限，写成 2026-12-31、年底前、印发后20个工作日内，或者 {STANDING}")
        return {"due": day, "due_text": printed(text)}

    return read


def a_span(text: str) -> dict[str, int]:
    """A length of time: 3个月, 20个工作日, 30日内."""
    from lianxi.spoken import span_in

    span = span_in(text) or span_in(f"{text}内")
    if span is None:
        raise Unfit(f"“{text}”认不出多久，写成 3个月、20个工作日、30日 这样")
    return {span[0]: span[1]}


def several(read: Callable[[str], str]) -> Callable[[str], list[str]]:
    """Names with 、 or a comma between them."""

    def read_all(text: str) -> list[str]:
        from lianxi.schema.shape import parts_of

        return [read(part) for part in parts_of(text)]

    return read_all


def a_record(known: Iterable[str], what: str) -> Callable[[str], str]:
    """The id of a record that is there."""
    ids = sorted(known)

    def read(text: str) -> str:
        from lianxi.ids import meant_id

        meant = meant_id(text, ids)
        if meant is not None and meant != text:
            raise Unfit(f"没有{what}“{text}”，是否想写 {meant}？")
        return one_of(ids, what)(text)

    return read


def a_number(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or not int(text):
        raise Unfit(f"“{text}”要写成数字，如 3")
    return int(text)


def a_collector(now: Situation) -> Callable[[str], str]:
    """A unit that collects issues, where it is settled which do."""

    def read(text: str) -> str:
        term, name = now.terms.collectors, a_unit(now)(text)
        if term is None or now.is_of(name, term.value):
            return name
        raise Unfit(f"“{text}”不负责收集议题，可以写：{listed(term.value)}（依据：{term.basis}）")

    return read


def a_unit_or_group(now: Situation) -> Callable[[str], str]:
    """A unit, or a collective name of units."""

    def read(text: str) -> str:
        if text in now.groups or now.is_unit(text, None):
            return text
        raise Unfit(unknown("单位", text, [*now.groups, *now.units]))

    return read


def a_unit(now: Situation) -> Callable[[str], str]:
    """A unit by the name it bears or once bore; whether it bore it on the day is judged with the record."""

    def read(text: str) -> str:
        if now.is_unit(text, None):
            return text
        raise Unfit(unknown("单位", text, now.units))

    return read


def by_post(now: Situation, settled: Post | None, label: str) -> Question:
    """Which post acts: the one that is settled, else one of the conference's."""
    from lianxi.obligations import post_name

    known = tuple(f"{post.post}（{post.unit}）" for post in now.mechanism.posts if post.unit in now.units)
    default = post_name(settled) if settled is not None else None
    return Question("--by", label, post_of(now), default=default, choices=known)


def post_of(now: Situation) -> Callable[[str], Post]:
    """A post of the conference, with its unit where several have one: 联络员（市工业和信息化局）."""

    def read(text: str) -> Post:
        from lianxi.schema.base import Post

        found = _POST.fullmatch(text)
        name, unit = (found[1], found[2]) if found else (text, None)
        units = list(dict.fromkeys(post.unit for post in now.mechanism.posts if post.post == name))
        if not now.mechanism.posts:
            raise Unfit(f"“{text}”认不出来：mechanism.yaml 还没有写职务（posts），先写上")
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


def named_unit(book: Book, name: str) -> Unit:
    """The unit of this name, full name or former name; raises ``Refusal`` where there is none."""
    from lianxi.cli.refusal import Refusal
    from lianxi.reports.unit import find_unit

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    found = find_unit(book.mechanism, name)
    if found is None:
        raise Refusal(unknown("单位", name, (unit.name for unit in book.mechanism.units)))
    return found


def unknown(what: str, text: str, known: Iterable[str]) -> str:
    """What there is in the place of a name that nothing bears."""
    from lianxi.near import near

    names = list(dict.fromkeys(known))
    meant = near(text, names)
    return f"没有{what}“{text}”" + (f"，是否想写 {meant}？" if meant else f"；可以写：{listed(names[:20])}")

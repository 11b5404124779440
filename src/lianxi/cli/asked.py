"""What was asked for by its number: a record, or a meeting to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from lianxi.cli.output import say
from lianxi.cli.refusal import FOUND, MISUSED, Refusal
from lianxi.wording import full_date

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book


class Passing(Protocol):
    """The papers of a meeting that may have gone by."""

    @property
    def name(self) -> str: ...
    @property
    def day(self) -> date | None: ...
    @property
    def passed(self) -> bool: ...


def require_record(name: str, book: Book, day: date, others: Iterable[str] = ()) -> None:
    """Refuse what is no readable record of ``day``; ``others`` are the names that it may have meant."""
    if name in book.issues or name in book.meetings or name in book.tasks:
        return
    from lianxi.schema.kinds import kind_of

    decision = book.resolutions.get(name)
    if decision is not None:
        meeting = book.meetings.get(decision.meeting)
        if meeting is None or (meeting.held_on is not None and meeting.held_on <= day):
            return
        raise Refusal(f"到 {day} 还没有 {name}：作出它的会议 {meeting.id} 那时还没有召开")
    ids = [id_ for id_ in book.known if kind_of(id_)]
    if name in ids:
        raise Refusal(f"{name} 读不出来；运行 lianxi check 看原因", FOUND)
    from lianxi.near import near

    names = list(others)
    meant = near(name, [*ids, *names])
    what = "记录或单位" if names else "记录"
    hint = f"，是否想写 {meant}？" if meant else "；编号像 I-2026-011、T-2026-007 这样写"
    raise Refusal(f"没有{what}“{name}”{hint}")


def meeting_id(book: Book, day: date, asked: str | None, command: str) -> str:
    """The meeting ``asked`` for, else the next one; ``command`` is what a person would write it behind."""
    if asked is None:
        return _next(book, day, command)
    if asked in book.meetings:
        return asked
    if asked in book.known and asked.startswith("M-"):
        raise Refusal(f"会议记录 {asked} 读不出来；运行 lianxi check 看原因", FOUND)
    from lianxi.near import near

    meant = near(asked, book.meetings)
    ask = f"，是否想写 {meant}？" if meant else f"；已有的会议：{'、'.join(book.meetings) or '无'}"
    raise Refusal(f"没有会议“{asked}”{ask}")


def _next(book: Book, day: date, command: str) -> str:
    from lianxi.reports.meeting_papers import next_meeting

    found = next_meeting(book, day)
    lost = unreadable_meetings(book)
    if lost:
        say(f"会议记录 {lost} 读不出来，下次会议可能就是它；运行 lianxi check 看原因", err=True)
    if found is None:
        hint = f"先建会议记录，或写明会议编号，如 lianxi {command} M-2026-01"
        raise Refusal(f"没有筹备或已通知的会议；{hint}", FOUND if lost else MISUSED)
    return found.id


def before_it_was_held(book: Book, day: date, id_: str) -> date:
    """A held meeting's papers are those of the day before it."""
    held = book.meetings[id_].held_on
    if held is None or held > day:
        return day
    eve = held - timedelta(days=1)
    say(f"{id_} 已于{full_date(held)}召开，按会前一天（{full_date(eve)}）的记录显示", err=True)
    return eve


def warn_when_passed(papers: Passing) -> None:
    """Say that a meeting's day has gone by without a word on whether it was held."""
    if papers.passed and papers.day:
        hint = "开过了请填 held_on，改期请写 postponements"
        say(f"注意：{papers.name}定于{full_date(papers.day)}召开，日期已过；{hint}", err=True)


def unreadable_meetings(book: Book) -> str:
    """The meetings that cannot be read, by their ids."""
    return "、".join(sorted(name for name in book.unreadable if name.startswith("M-")))

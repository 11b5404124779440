"""Finds the meeting that a command names and that has been held."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.refusal import FOUND, Refusal
from lianxi.wording import full_date, listed

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.schema.meeting import Meeting

MeetingId = Annotated[str, typer.Argument(metavar="会议编号", help="如 M-2026-03，开过的会议")]


def held_meeting(book: Book, asked: str, day: date) -> Meeting:
    """The meeting ``asked``. Raises ``Refusal`` where there is none, or it was not held by ``day``."""
    meeting = book.meetings.get(asked)
    if meeting is None:
        raise _unknown(book, asked)
    if meeting.cancelled is not None:
        raise Refusal(f"{asked} 已于{full_date(meeting.cancelled.date)}取消，没有纪要和议定事项")
    if meeting.held_on is None:
        raise Refusal(f"{asked} 还没有召开；开过了，请在会议记录里填 held_on（召开日期）再运行")
    if meeting.held_on > day:
        raise Refusal(f"到 {day} {asked} 还没有召开：它在{full_date(meeting.held_on)}")
    return meeting


def _unknown(book: Book, asked: str) -> Refusal:
    if asked in book.known and asked.startswith("M-"):
        return Refusal(f"会议记录 {asked} 读不出来；运行 lianxi check 看原因", FOUND)
    from lianxi.ids import meant_id
    from lianxi.near import near

    meant = meant_id(asked, book.meetings) or near(asked, book.meetings)
    held = [meeting.id for meeting in book.meetings.values() if meeting.held_on]
    ask = f"，是否想写 {meant}？" if meant else f"；开过的会议：{listed(held) or '无'}"
    return Refusal(f"没有会议“{asked}”{ask}")

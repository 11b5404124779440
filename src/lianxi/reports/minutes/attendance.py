"""Who was there: 出席 by rank, 请假, 列席; 缺席 is never printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lianxi.membership import listed as units_in
from lianxi.schema.meeting import SPEECH, Attendance, Meeting
from lianxi.situation import Situation
from lianxi.status.assembly import GUEST, PRESENT
from lianxi.status.correction import Marks
from lianxi.status.meeting import in_order
from lianxi.wording import listed, numeral

_WORDS = (PRESENT, "请假", GUEST)


@dataclass(frozen=True, slots=True)
class Row:
    """One list of names below its word."""

    word: str
    names: tuple[str, ...]
    mark: str


def attendance(meeting: Meeting, now: Situation, marks: Marks) -> tuple[Row, ...]:
    """The lists that have somebody on them."""
    rows = ranked(meeting.attendance, now)
    mark = marks.at(meeting.id, "attendance")
    lists = ((word, [row for row in rows if row.as_ == word]) for word in _WORDS)
    return tuple(
        Row(word, tuple(_name(row, meeting, now) for row in found), mark) for word, found in lists if found
    )


def ranked(rows: Iterable[Attendance], now: Situation) -> list[Attendance]:
    """By rank of their post, then in the order of the units; guests from elsewhere last."""
    places = {unit.name: place for place, unit in enumerate(now.mechanism.units)}
    places |= {old.name: place for place, unit in enumerate(now.mechanism.units) for old in unit.former}
    return sorted(rows, key=lambda row: (_rank(row, now), places.get(row.unit, len(places))))


def _rank(row: Attendance, now: Situation) -> tuple[int, int]:
    """The rank of a post and its place in the list; whoever holds none with a rank comes after."""
    for place, held in enumerate(now.mechanism.posts):
        if held.post == row.post and held.rank and row.unit in units_in(now.mechanism, held.unit):
            return held.rank, place
    return len(now.mechanism.posts) + max((post.rank or 0 for post in now.mechanism.posts), default=0), 0


def _name(row: Attendance, meeting: Meeting, now: Situation) -> str:
    """单位姓名, a division below its department; a guest with the items he came for."""
    unit = now.units.get(row.unit)
    parent = unit.parent if unit else None
    head = parent if parent and not row.unit.startswith(parent) else ""
    return f"{head or ''}{row.unit}{row.person}{_items(row, meeting, now)}"


def _items(row: Attendance, meeting: Meeting, now: Situation) -> str:
    """（第二项议题）, （第二、三项议题）: where the items stand on the printed agenda."""
    order = [item.no for item in in_order(now, meeting) if item.category != SPEECH]
    places = sorted(order.index(no) + 1 for no in row.items if no in order)
    return f"（第{listed(numeral(place) for place in places)}项议题）" if places else ""

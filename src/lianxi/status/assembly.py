"""Who was at a meeting: the seats of the members on its day, and how many of them were taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.membership import listed, members
from lianxi.schema.mechanism_rules import Share
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import meeting_day

PRESENT, GUEST = "出席", "列席"
AWAY = ("请假", "缺席")


def seats(now: Situation, day: date, of: str | None = None) -> tuple[str, ...]:
    """The seats of the members on ``day``, or of the unit or group ``of``.

    A dissolved unit and its successor have one between them.
    """
    names = listed(now.mechanism, of) if of else members(now.mechanism)
    held = (now.bearer(name, day) for name in names if _founded(name, now, day))
    return tuple(dict.fromkeys(name for name in held if not _gone(name, now, day)))


def countable(now: Situation, of: str | None = None) -> bool:
    """Whether all the seats are known: a list that is open to more has no share."""
    groups = now.mechanism.groups
    return not any(group.open and (group.name == of if of else group.members) for group in groups)


def present(meeting: Meeting, seated: tuple[str, ...], now: Situation) -> tuple[str, ...]:
    """The seats that were taken; a substitute takes that of his unit, a division that of its parent."""
    day = meeting_day(meeting) or now.today
    came = {name for unit in _came(meeting, now, day) for name in _seat(unit, seated, now)}
    return tuple(name for name in seated if name in came)


def all_known(meeting: Meeting, now: Situation) -> bool:
    """Whether every unit on the list of those present is one; what is none is told by itself."""
    day = meeting_day(meeting)
    return all(now.is_unit(row.unit, day) for row in meeting.attendance if row.as_ == PRESENT)


def concerned(meeting: Meeting, item: int, now: Situation) -> Iterator[str]:
    """The units that were there or stand on item ``item`` of the agenda, as they are called today."""
    names = [row.unit for row in meeting.attendance if row.as_ in {PRESENT, GUEST}]
    for entry in meeting.agenda:
        if entry.no == item:
            names += [entry.presenter] if entry.presenter else []
            names += [name for group in entry.attending for name in listed(now.mechanism, group)]
            names += [paper.by for paper in entry.papers]
    yield from (now.present(name) for name in names)


def needed(share: Share, total: int) -> int:
    """How many of ``total`` make up ``share``; 以上 includes the number itself, 过半数 does not."""
    if share == "过半数":
        return total // 2 + 1
    above, below = {"半数以上": (1, 2), "三分之二以上": (2, 3), "四分之三以上": (3, 4), "全体": (1, 1)}[share]
    return -(-total * above // below)


def _came(meeting: Meeting, now: Situation, day: date) -> Iterator[str]:
    return (now.bearer(row.unit, day) for row in meeting.attendance if row.as_ == PRESENT)


def _seat(unit: str, seated: tuple[str, ...], now: Situation) -> Iterator[str]:
    known = now.units.get(unit)
    parent = known.parent if known else None
    yield parent if unit not in seated and parent is not None else unit


def _founded(name: str, now: Situation, day: date) -> bool:
    unit = now.units.get(name)
    return unit is None or unit.since is None or unit.since <= day


def _gone(name: str, now: Situation, day: date) -> bool:
    unit = now.units.get(name)
    return unit is not None and unit.dissolved_on is not None and unit.dissolved_on <= day

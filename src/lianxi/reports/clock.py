"""When each item of a meeting begins, and whether the time suffices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lianxi.reports.agenda import Item, page
from lianxi.schema.meeting import SPEECH, Meeting
from lianxi.situation import Situation


@dataclass(frozen=True, slots=True)
class Tick:
    """When an item begins."""

    time: str
    name: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Clock:
    """The running clock against the meeting's length, in minutes; ``left`` below 0 is too much."""

    total: int
    length: int | None
    left: int | None
    ticks: tuple[Tick, ...]
    ends: str
    without: tuple[str, ...]


def clock(meeting: Meeting, now: Situation) -> Clock:
    """When each item begins, if every one keeps to its minutes."""
    items = page(meeting, now).items
    total = sum(item.minutes or 0 for item in items)
    length = None
    if meeting.starts and meeting.ends:
        length = int((meeting.ends - meeting.starts).total_seconds()) // 60
    ticks, passed = [], 0
    for item in items:
        ticks.append(Tick(_at(meeting, passed), _short(item), item.minutes))
        passed += item.minutes or 0
    without = tuple(f"第{item.ordinal}项" for item in items if item.minutes is None)
    left = length - total if length is not None else None
    return Clock(total, length, left, tuple(ticks), _at(meeting, passed), without)


def _at(meeting: Meeting, minutes: int) -> str:
    if meeting.starts is None:
        return "待定"
    when = meeting.starts + timedelta(minutes=minutes)
    return f"{when.hour}:{when.minute:02d}"


def _short(item: Item) -> str:
    if item.issue:
        return f"议题{item.ordinal}"
    if item.category == SPEECH:
        return "总结讲话" if item.heading.endswith("作总结讲话") else item.heading.split("、", 1)[-1]
    return item.heading.removesuffix(item.title) or f"第{item.ordinal}项"

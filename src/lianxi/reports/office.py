"""What the office is called, and who signs for it."""

from __future__ import annotations

from lianxi.situation import Situation


def office_name(now: Situation) -> str:
    """The office under its full name, as it signs; the conference itself where it has none."""
    office = now.mechanism.office
    return f"{now.mechanism.name}{office.name if office else ''}"


def office_word(now: Situation) -> str:
    """The office as it speaks of itself: 联席会议办公室, 联席会议秘书处."""
    office = now.mechanism.office
    return f"联席会议{office.name if office else '办公室'}"


def host_name(now: Situation) -> str:
    """The full name of the unit the office is set in, which issues what must be issued formally."""
    office = now.mechanism.office
    if office is None:
        return now.mechanism.name
    unit = now.units.get(office.host[0])
    return unit.full if unit else office.host[0]

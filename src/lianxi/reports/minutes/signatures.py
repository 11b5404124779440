"""各方签署: the sides that sign the minutes, and those that have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY
from lianxi.status.sign_off import BY_ALL_SIDES


@dataclass(frozen=True, slots=True)
class Side:
    """One side; ``on`` is the day it signed."""

    name: str
    unit: str
    on: date | None


def sides(meeting: Meeting, now: Situation) -> tuple[Side, ...]:
    """Every side, in the order of the mechanism; none where the minutes are not signed by all."""
    term = now.terms.settled("minutes", "consent")
    if meeting.kind != PLENARY or term is None or term.value != BY_ALL_SIDES:
        return ()
    written = meeting.minutes.signatures if meeting.minutes else ()
    days = {now.bearer(each.unit, each.date): each.date for each in written}
    return tuple(
        Side(side.name, side.unit, days.get(side.unit) or days.get(now.present(side.unit)))
        for side in now.mechanism.sides
    )

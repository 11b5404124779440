"""What a merge will change for people: obligations of the head without those of the base, on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.plan import (
    of_conference,
    of_deadlines,
    of_issues,
    of_levels,
    of_meetings,
    of_minutes,
    of_tasks,
)
from lianxi.reports.plan.by_unit import UnitChanges, unit_changes
from lianxi.reports.plan.change import Point, points
from lianxi.reports.plan.sides import sides

_ORDER = (
    *of_tasks.KINDS[:3],
    *of_deadlines.KINDS,
    *of_tasks.KINDS[3:],
    *of_levels.KINDS,
    *of_issues.KINDS,
    *of_meetings.KINDS,
    *of_minutes.KINDS,
    *of_conference.KINDS,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """``summary`` says it in one sentence; ``points`` kind by kind, ``units`` whom it concerns and how.

    Where nothing changes for anybody there is no sentence. ``unread`` counts the records of the head that
    could not be read, ``uncompared`` those of the base that the head has mended; they are in none of it.
    """

    today: date
    since: str
    summary: str
    points: tuple[Point, ...]
    units: tuple[UnitChanges, ...]
    unread: int
    uncompared: int

    @property
    def has_nothing(self) -> bool:
        """Whether there is nothing to tell, not even of what could not be read."""
        return not (self.points or self.units or self.unread or self.uncompared)


def plan(base: Book, head: Book, today: date, since: str, audience: str) -> Plan:
    """What becomes of everybody's duties where ``head`` is merged into ``base``, which ``since`` names."""
    both = sides(base, head, today, audience)
    changes = (
        *of_tasks.task_changes(both),
        *of_deadlines.deadline_changes(both),
        *of_levels.level_changes(both),
        *of_issues.issue_changes(both),
        *of_meetings.meeting_changes(both),
        *of_minutes.minutes_changes(base, head, both),
        *of_conference.conference_changes(base, head),
    )
    told, units = points(changes, _ORDER), unit_changes(both)
    return Plan(
        today, since, _summary(told, units), told, units, head.unread, len(base.unreadable - head.unreadable)
    )


def _summary(told: tuple[Point, ...], units: tuple[UnitChanges, ...]) -> str:
    if told:
        return f"{'；'.join(point.text for point in told)}。"
    return f"{len(units)}个单位应办的事项有变动。" if units else ""

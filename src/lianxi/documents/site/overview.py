"""The first page: where the conference stands, what is late and where it is stuck, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.documents.site.addresses import TASKS, ended_page, list_page
from lianxi.documents.site.badge import Badge, level_badge
from lianxi.documents.site.charts import Chart, lying_bars, standing_bars
from lianxi.documents.site.linked import Part, Text, units
from lianxi.documents.site.listing import Listing
from lianxi.documents.site.look import Look
from lianxi.documents.site.task_list import IN_HAND, anchor_of
from lianxi.reports.digest import Digest, digest
from lianxi.reports.dimension import AREA
from lianxi.reports.front import Next, front
from lianxi.reports.overdue import counted_tasks, overdue
from lianxi.reports.task_row import Row
from lianxi.reports.totals import TOTAL, Count, counts
from lianxi.reports.trend import Point, trend
from lianxi.status.task import OVERDUE, STALE, task_standing

SHOWN = 20
"""So many late tasks stand on the first page; the list has them all."""


@dataclass(frozen=True, slots=True)
class Light:
    """One level with its count, and where its tasks are listed."""

    badge: Badge
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Late:
    """One late or silent task; a text is empty where there is nothing to say, or it is not for everybody."""

    title: Text
    badge: Badge
    lead: Text
    due: str
    stuck: str
    taken: str
    advice: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The page; ``more`` counts the late tasks that stand only in the list."""

    summary: str
    lights: tuple[Light, ...]
    next: Next | None
    next_href: str
    late: tuple[Late, ...]
    more: int
    all_late: str
    trend: tuple[Point, ...]
    areas: tuple[Count, ...]
    digest: Digest
    charts: dict[str, Chart]


def overview(book: Book, today: date, seen: Look, tasks: Listing) -> Overview:
    """The page of ``book`` on ``today``; ``tasks`` is the list its figures lead to."""
    screen, told = front(book, today), overdue(book, today)
    rows = [row for group in told.groups if group.level in {OVERDUE, STALE} for row in group.rows]
    points, areas = trend(book, today), counts(counted_tasks(seen.now), AREA, seen.now)
    return Overview(
        told.summary,
        tuple(
            Light(level_badge(each.level, 0, seen.now), each.count, _where(each.level, tasks))
            for each in screen.lights
        ),
        screen.next,
        seen.to.of[screen.next.id] if screen.next else "",
        tuple(_late(row, seen) for row in rows[:SHOWN]),
        max(len(rows) - SHOWN, 0),
        list_page(TASKS),
        points,
        areas,
        digest(book, today),
        dict(_charts(points, areas, seen)),
    )


def _where(level: str, tasks: Listing) -> str:
    if level not in IN_HAND:
        return ended_page(TASKS)
    return next(place.href for place in tasks.places if place.anchor == anchor_of(level))


def _late(row: Row, seen: Look) -> Late:
    found = task_standing(seen.now.book.tasks[row.id], seen.now)
    public = seen.frame.public
    return Late(
        (Part(row.title, seen.to.of[row.id]), Part(" "), Part(row.id, small=True)),
        level_badge(row.level, row.late, seen.now),
        units(found.lead, seen.to),
        row.due,
        "" if public else row.stuck,
        "" if public else row.taken,
        "" if public else row.advice,
    )


def _charts(points: tuple[Point, ...], areas: tuple[Count, ...], seen: Look) -> list[tuple[str, Chart]]:
    """The trend from two points on; the areas where there are tasks."""
    colours, found = seen.now.terms.colours, []
    if len(points) > 1 and points[-1].counts.tasks:
        figures = [(point.short, point.counts) for point in points]
        found.append(
            ("trend", standing_bars("charts/trend.svg", "历次会议时的任务办理情况", figures, colours))
        )
    if areas:
        figures = [(line.name, line.counts) for line in areas if line.name != TOTAL]
        found.append(("areas", lying_bars("charts/areas.svg", "各领域的任务办理情况", figures, colours)))
    return found

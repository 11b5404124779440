"""Which issues there are, by area, county, category and readiness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.situation import Situation, situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import (
    ANSWERED,
    ASSIGNED,
    BEFORE_MEETING,
    DISCUSSED,
    NOT_YET,
    READY,
    SETTLED,
    STATUSES,
    IssueStanding,
    issue_standing,
)

BY = ("就绪", "领域", "县区", "类别")
COLUMNS = ("合计", "未就绪", READY, DISCUSSED, ASSIGNED, SETTLED, "退出")
_UNPLACED = "未填"


@dataclass(frozen=True, slots=True)
class Row:
    """One issue."""

    id: str
    title: str
    key: bool
    area: str
    county: str
    category: str
    status: str
    collected_on: str
    lacks: tuple[str, ...]
    agenda: str
    days: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many issues of one name stand where; the figures follow ``COLUMNS``."""

    name: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The counts along one dimension, with a total."""

    name: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The issues under one heading."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The digest."""

    today: date
    total: int
    columns: tuple[str, ...]
    tables: tuple[Table, ...]
    by: str
    groups: tuple[Group, ...]
    unread: int


def digest(book: Book, today: date, by: str = "就绪") -> Digest:
    """Count and list the issues collected by ``today``; ``by`` is one of ``BY``."""
    return digested(situation(book, today), by)


def digested(now: Situation, by: str = "就绪") -> Digest:
    """The same, of records that are already looked at on their day."""
    found = [issue_standing(issue, now) for issue in now.book.issues.values()]
    rows = [_row(item, now) for item in found if item.status != NOT_YET]
    orders = _orders(now)
    headings = {"领域": "领域", "县区": now.mechanism.place_label, "类别": "类别"}
    tables = tuple(
        Table(heading, tuple(_counts(rows, KEYS[name], orders[name]))) for name, heading in headings.items()
    )
    groups = tuple(_groups(rows, KEYS[by], orders[by]))
    return Digest(now.today, len(rows), COLUMNS, tables, by, groups, now.book.unread)


KEYS: dict[str, Callable[[Row], str]] = {
    "就绪": lambda row: row.status,
    "领域": lambda row: row.area,
    "县区": lambda row: row.county,
    "类别": lambda row: row.category,
}


def _orders(now: Situation) -> dict[str, list[str]]:
    counties = [unit.county for unit in now.mechanism.units if unit.county]
    return {
        "就绪": [READY, *reversed(BEFORE_MEETING), *STATUSES],
        "领域": [area.name for area in now.mechanism.areas],
        "县区": list(dict.fromkeys(counties)),
        "类别": list(now.terms.issue_categories.value),
    }


def _row(item: IssueStanding, now: Situation) -> Row:
    issue = item.issue
    return Row(
        issue.id,
        issue.title,
        issue.key,
        issue.area or _UNPLACED,
        issue.county or _UNPLACED,
        issue.category,
        item.status,
        issue.collected_on.isoformat(),
        item.lacks if item.status in BEFORE_MEETING else (),
        meeting_name(item.on_agenda, now) if item.on_agenda else "",
        (now.today - issue.collected_on).days,
    )


def _column(row: Row) -> str:
    if row.status in BEFORE_MEETING:
        return "未就绪"
    if row.status == ANSWERED:
        return SETTLED
    return row.status if row.status in COLUMNS else "退出"


def _named(rows: list[Row], key: Callable[[Row], str], order: list[str]) -> list[str]:
    """The names that occur, in the mechanism's order, others after them."""
    present = dict.fromkeys(key(row) for row in rows)
    known = [name for name in dict.fromkeys(order) if name in present]
    return known + [name for name in present if name not in known]


def _counts(rows: list[Row], key: Callable[[Row], str], order: list[str]) -> list[Count]:
    counts = [
        Count(name, _figures([row for row in rows if key(row) == name])) for name in _named(rows, key, order)
    ]
    return [*counts, Count("合计", _figures(rows))] if rows else []


def _figures(rows: list[Row]) -> tuple[int, ...]:
    return (len(rows), *(sum(1 for row in rows if _column(row) == column) for column in COLUMNS[1:]))


def _groups(rows: list[Row], key: Callable[[Row], str], order: list[str]) -> list[Group]:
    return [Group(name, tuple(row for row in rows if key(row) == name)) for name in _named(rows, key, order)]

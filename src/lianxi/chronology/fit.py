"""Where a wrong date would fit, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lianxi.chronology.clash import related
from lianxi.chronology.exact import LONGEST, Judged
from lianxi.chronology.order import Table
from lianxi.fault import Loc
from lianxi.schema.days import Days

Span = tuple[date | None, date | None]
_DAY = timedelta(days=1)


def fitting(loc: Loc, days: Days, table: Table, judged: list[Judged], wrong: set[Loc]) -> Span:
    """The first and the last day that contradict nothing, as far as anything bounds them.

    Other dates that are wrong themselves bound nothing.
    """
    firsts: list[date] = []
    lasts: list[date] = []
    for path, dated in days.items():
        if any(at == loc for _, at in dated):
            for (day, at), before in related(days, table, loc, path):
                if at not in wrong:
                    (firsts if before else lasts).append(day)
    for first, last in _exactly(loc, judged, wrong):
        firsts += [first] if first else []
        lasts += [last] if last else []
    return max(firsts, default=None), min(lasts, default=None)


def _exactly(loc: Loc, judged: list[Judged], wrong: set[Loc]) -> Iterator[Span]:
    for clash, _ in judged:
        if loc == clash.early[1] and clash.late[1] not in wrong:
            yield _before(clash.late[0], clash.must)
        elif loc == clash.late[1] and clash.early[1] not in wrong:
            yield _after(clash.early[0], clash.must)


def _before(late: date, must: str) -> Span:
    """Where the earlier one of the two may lie."""
    spans: dict[str, Span] = {
        "≤": (None, late),
        "<": (None, late - _DAY),
        "=": (late, late),
        "≈": (late - LONGEST, None),
    }
    return spans.get(must, (None, None))


def _after(early: date, must: str) -> Span:
    """Where the later one of the two may lie."""
    spans: dict[str, Span] = {
        "≤": (early, None),
        "<": (early + _DAY, None),
        "=": (early, early),
        "≈": (None, early + LONGEST),
    }
    return spans.get(must, (None, None))


def meant(day: date, first: date | None, last: date | None, year: int) -> date | None:
    """A day that fits: the same in another year, or with month and day exchanged, else the nearest one.

    ``year`` is that of the record; it and the next are tried beside those of the bounds.
    """
    bounds = [bound for bound in (first, last) if bound]
    years = {year, year + 1, day.year, *(bound.year for bound in bounds)}
    likely = [each for each in _candidates(day, sorted(years)) if each != day and fits(each, first, last)]
    if likely:
        return min(likely, key=lambda each: min((abs(each - bound) for bound in bounds), default=_DAY))
    nearest = first if first and day < first else last
    return nearest if nearest and fits(nearest, first, last) else None


def _candidates(day: date, years: list[int]) -> Iterator[date]:
    for month, number in ((day.month, day.day), (day.day, day.month)):
        for year in years:
            try:
                yield date(year, month, number)
            except ValueError:
                continue


def fits(day: date, first: date | None, last: date | None) -> bool:
    """Whether ``day`` lies between the two, as far as they are known."""
    return (first is None or first <= day) and (last is None or day <= last)

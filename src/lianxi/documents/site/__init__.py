"""The static site: every page as bytes, by its way from the site's root; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lianxi.book import Book
from lianxi.documents.site.addresses import ISSUES, MEETINGS, OVERVIEW, SEARCH, TASKS, UNITS, list_page
from lianxi.documents.site.index import choices, count_files, files
from lianxi.documents.site.issue_list import issues_ended, issues_on_their_way
from lianxi.documents.site.listing import Listing
from lianxi.documents.site.look import Look, look
from lianxi.documents.site.meeting_list import meetings
from lianxi.documents.site.overview import Overview, overview
from lianxi.documents.site.record_page import record_page
from lianxi.documents.site.sought import Row, rows
from lianxi.documents.site.task_list import tasks_ended, tasks_in_hand
from lianxi.documents.site.unit_page import unit_page, units_list
from lianxi.render import render
from lianxi.situation import situation

_PLAIN = ("site.css", "site.js", "icon.svg")
_SECTIONS = {"I": ISSUES, "M": MEETINGS, "T": TASKS}


@dataclass(frozen=True, slots=True)
class _Page:
    """One page before it is filled in."""

    path: str
    template: str
    title: str
    section: str
    facts: dict[str, Any]


def site(book: Book, today: date, house: Path | None, done: Callable[[int], None]) -> dict[str, bytes]:
    """Every file of the site of ``book``, which holds what its audience may see, as of ``today``.

    ``done`` is told how many pages there are so far. Raises ``RenderError``.
    """
    seen = look(situation(book, today))
    made = {name: render(f"site/{name}", {}, house).encode() for name in _PLAIN}
    first = overview(book, today, seen, tasks_in_hand(seen))
    made |= {chart.path: chart.svg for chart in first.charts.values()}
    sought = rows(seen)
    made |= files(sought)
    for page in _pages(first, sought, seen):
        made[page.path] = _filled(page, seen, house)
        done(len(made))
    return made


def _filled(page: _Page, seen: Look, house: Path | None) -> bytes:
    up = "../" * page.path.count("/") or "./"
    around = {"title": page.title, "section": page.section, "up": up, "path": page.path, "frame": seen.frame}
    return render(f"site/{page.template}.html.j2", {**around, **page.facts}, house).encode()


def _pages(first: Overview, sought: list[Row], seen: Look) -> Iterator[_Page]:
    yield _Page(OVERVIEW, "overview", "总览", OVERVIEW, {"overview": first})
    yield _search(sought, seen)
    yield from _listed(TASKS, tasks_in_hand(seen), tasks_ended(seen))
    yield from _listed(ISSUES, issues_on_their_way(seen), issues_ended(seen))
    yield from _listed(MEETINGS, meetings(seen))
    yield from _listed(UNITS, units_list(seen))
    for unit in {unit.name: unit for unit in reversed(seen.now.mechanism.units)}.values():
        facts = {"unit": unit_page(unit, seen)}
        yield _Page(seen.to.unit[unit.name], "unit", unit.name, list_page(UNITS), facts)
    for letter, folder in _SECTIONS.items():
        for id_ in seen.to.records(letter):
            found = record_page(id_, seen)
            yield _Page(seen.to.of[id_], "record", found.sheet.title, list_page(folder), {"page": found})


def _search(sought: list[Row], seen: Look) -> _Page:
    mechanism = seen.now.mechanism
    order = [unit.name for unit in mechanism.units] + [group.name for group in mechanism.groups]
    facts = {
        "choices": choices(sought, mechanism.place_label, order),
        "parts_count": count_files(sought),
        "total": len(sought),
    }
    return _Page(SEARCH, "search", "查询", SEARCH, facts)


def _listed(folder: str, *lists: Listing) -> Iterator[_Page]:
    for found in lists:
        for page, way in zip(found.pages, found.ways, strict=True):
            yield _Page(way, "list", found.title, list_page(folder), {"list": found, "page": page})

"""What the search looks through: one short row a record, in files that a page can load from a disk."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.documents.site.badge import Badge, task_badge
from lianxi.documents.site.look import Look
from lianxi.reports.dimension import area_of
from lianxi.status.citation import meeting_name
from lianxi.status.issue import issue_standing
from lianxi.status.meeting import meeting_status
from lianxi.status.task import task_standing
from lianxi.visible import visible

ROWS = 1000
"""In one file: read in a few thousandths of a second, so that typing goes on meanwhile."""
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Found:
    """One record: ``units``, ``area``, ``place`` and ``year`` are what it may be filtered by."""

    kind: str
    ref: str
    title: str
    href: str
    badge: Badge
    units: tuple[str, ...] = ()
    area: str = ""
    place: str = ""
    year: str = ""
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter with what may be chosen; the number is the place in a row that it looks at."""

    name: str
    field: int
    options: tuple[str, ...]


def found_by(seen: Look) -> list[Found]:
    """Everything that can be found, in the order in which it is told."""
    return [*_units(seen), *_meetings(seen), *_tasks(seen), *_issues(seen), *_decisions(seen)]


def files(found: list[Found]) -> dict[str, bytes]:
    """The files by path; each is a script that hands its rows over, since a page may not read a file."""
    parts = [found[at : at + ROWS] for at in range(0, len(found), ROWS)]
    return {f"search/{number}.js": _script(part) for number, part in enumerate(parts, start=1)}


def count_files(found: list[Found]) -> int:
    """How many ``files`` there are."""
    return -(-len(found) // ROWS)


def choices(found: list[Found], place_label: str, order: list[str]) -> list[Choice]:
    """The filters that tell anything apart; units in ``order``."""
    units = {name for each in found for name in each.units}
    named = (
        ("种类", 0, _distinct(each.kind for each in found)),
        (
            "状态或等级",
            4,
            _distinct(each.badge.word.rstrip("天0123456789") for each in found if each.badge.word),
        ),
        ("单位", 6, tuple(name for name in dict.fromkeys(order) if name in units)),
        ("工作领域", 7, _distinct(each.area for each in found if each.area)),
        (place_label, 8, _distinct(each.place for each in found if each.place)),
        ("年份", 9, tuple(sorted({each.year for each in found if each.year}, reverse=True))),
    )
    return [Choice(name, field, options) for name, field, options in named if options]


def _distinct(words: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _script(part: list[Found]) -> bytes:
    rows = json.dumps([_row(each) for each in part], ensure_ascii=False, separators=(",", ":"))
    for char, written in _ESCAPED.items():
        rows = rows.replace(char, written)
    return f"lianxi.take({rows});\n".encode()


def _row(each: Found) -> list[object]:
    """As ``site.js`` reads it: kind, ref, title, href, state, word, tint … and last what is searched."""
    state = each.badge.word.rstrip("天0123456789")
    sought = "\n".join((each.ref, each.title, *each.units, each.area, each.place, *each.text))
    shown = (each.kind, each.ref, each.title, each.href, state, each.badge.word)
    told = [*map(visible, shown), list(map(visible, each.units)), each.area, each.place, each.year]
    return [*told, each.badge.tint, folded(visible(sought))]


def folded(text: str) -> str:
    """As the search compares: full-width as half-width, capital as small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def _units(seen: Look) -> Iterator[Found]:
    for unit in seen.now.mechanism.units:
        former = (old.name for old in unit.former)
        badge = Badge("成员单位" if unit.member else "")
        yield Found(
            "单位", "", unit.name, seen.to.unit[unit.name], badge, (unit.name,), text=(unit.full, *former)
        )


def _meetings(seen: Look) -> Iterator[Found]:
    for id_ in reversed(seen.to.records("M")):
        meeting = seen.now.book.meetings[id_]
        title = meeting.title or meeting_name(meeting, seen.now)
        units = {item.presenter: None for item in meeting.agenda if item.presenter}
        said = (meeting_name(meeting, seen.now), meeting.kind, meeting.place or "")
        text = (*said, *(item.title for item in meeting.agenda if item.title))
        yield Found(
            "会议",
            id_,
            title,
            seen.to.of[id_],
            Badge(meeting_status(meeting)),
            tuple(units),
            year=id_[2:6],
            text=text,
        )


def _tasks(seen: Look) -> Iterator[Found]:
    for id_ in reversed(seen.to.records("T")):
        found = task_standing(seen.now.book.tasks[id_], seen.now)
        task, units = found.task, dict.fromkeys((*found.lead, *found.task.support))
        yield Found(
            "任务",
            id_,
            task.title,
            seen.to.of[id_],
            task_badge(found, seen.now),
            tuple(units),
            area_of(found, seen.now) or "",
            year=id_[2:6],
            text=(task.measure,),
        )


def _issues(seen: Look) -> Iterator[Found]:
    for id_ in reversed(seen.to.records("I")):
        found = issue_standing(seen.now.book.issues[id_], seen.now)
        issue = found.issue
        yield Found(
            "议题",
            id_,
            issue.title,
            seen.to.of[id_],
            Badge(found.status),
            (issue.raised_by,),
            issue.area or "",
            issue.county or "",
            id_[2:6],
            (issue.situation, issue.request, issue.enterprise or "", issue.category),
        )


def _decisions(seen: Look) -> Iterator[Found]:
    for id_ in reversed(seen.to.records("R")):
        entry = seen.now.book.resolutions[id_]
        yield Found(
            "议定事项",
            id_,
            entry.title,
            seen.to.of[id_],
            Badge(entry.outcome),
            year=id_[2:6],
            text=(entry.text,),
        )

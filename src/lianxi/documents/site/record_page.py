"""The page of one record: its facts, what is owed on it, and its 办理经过."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lianxi.disclosure import EVERYBODY
from lianxi.documents.site.badge import Badge, task_badge
from lianxi.documents.site.linked import Part, Text, linked, titled, units
from lianxi.documents.site.look import Look
from lianxi.reports.history.told import History, history_of
from lianxi.reports.record import Fact, RecordSheet, sheet_of
from lianxi.status.task import task_standing

_UNITS = ("牵头单位", "原牵头单位", "配合单位")
"""The facts that are lists of units."""
_SOURCE = "来源"


class Told(NamedTuple):
    """One label with all that is said under it."""

    label: str
    texts: tuple[Text, ...]


class Step(NamedTuple):
    """One dated sentence of a history; ``source`` leads to another record that says so."""

    day: date
    text: Text
    internal: bool
    source: Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record as a page, or a part of one, shows it."""

    id: str
    kind: str
    title: str
    badge: Badge
    status: str
    facts: tuple[Told, ...]
    internal: tuple[Told, ...]
    owed: tuple[Text, ...]
    steps: tuple[Step, ...]
    ahead: Text


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The page; ``decisions`` are those of a meeting."""

    sheet: Sheet
    decisions: tuple[Sheet, ...]


def record_page(id_: str, seen: Look) -> RecordPage:
    """The page of an issue, a meeting or a task."""
    decided = seen.now.book.resolutions_of_meeting(id_)
    return RecordPage(_sheet(id_, seen), tuple(_sheet(entry.id, seen) for entry in decided))


def _sheet(id_: str, seen: Look) -> Sheet:
    sheet, told = sheet_of(id_, seen.now, seen.owed.get(id_, [])), history_of(id_, seen.now)
    return Sheet(
        id_,
        sheet.kind,
        sheet.title,
        _badge(sheet, seen),
        _status(sheet, seen),
        (*_gathered(sheet.facts, id_, seen), *_source_issues(id_, seen)),
        _gathered(sheet.internal, id_, seen),
        tuple(linked(text, seen.to) for text in sheet.owed),
        _steps(told, seen),
        linked(told.ahead, seen.to),
    )


def _badge(sheet: RecordSheet, seen: Look) -> Badge:
    task = seen.now.book.tasks.get(sheet.id)
    return task_badge(task_standing(task, seen.now), seen.now) if task else Badge(sheet.status)


def _status(sheet: RecordSheet, seen: Look) -> str:
    """Of a task without its level, which its badge says."""
    task = seen.now.book.tasks.get(sheet.id)
    return task_standing(task, seen.now).status if task else sheet.status


def _source_issues(id_: str, seen: Look) -> Iterator[Told]:
    """The issues that a task is to settle."""
    task = seen.now.book.tasks.get(id_)
    decision = seen.now.book.resolutions.get(task.resolution or "") if task else None
    named = (*([task.issue] if task and task.issue else []), *(decision.issues if decision else ()))
    found = [name for name in named if name in seen.to.of]
    if found and task:
        yield Told("相关议题", tuple(titled(name, seen.to) for name in found))


def _gathered(facts: tuple[Fact, ...], id_: str, seen: Look) -> tuple[Told, ...]:
    """Facts of one label under each other, in the order in which the labels first come."""
    by_label: dict[str, list[Text]] = {}
    for fact in facts:
        by_label.setdefault(fact.label, []).append(_text(fact, id_, seen))
    return tuple(Told(label, tuple(texts)) for label, texts in by_label.items())


def _text(fact: Fact, id_: str, seen: Look) -> Text:
    task = seen.now.book.tasks.get(id_)
    if fact.label == _SOURCE and task:
        return (Part(fact.text, seen.to.of.get(task.resolution or "", "")),)
    if fact.label in _UNITS:
        return units(fact.text.split("、"), seen.to)
    return linked(fact.text, seen.to)


def _steps(told: History, seen: Look) -> tuple[Step, ...]:
    public = seen.now.book.audience == EVERYBODY
    return tuple(
        Step(step.day, linked(step.text, seen.to), step.internal, _source(step.record, told.id, seen))
        for step in told.steps
        if not (public and step.internal)
    )


def _source(record: str, own: str, seen: Look) -> Text:
    href = seen.to.of.get(record)
    return (Part(record, href, small=True),) if href and record != own else ()

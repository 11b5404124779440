"""The page of one record: its facts, what is owed on it, and its 办理经过."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lianxi.disclosure import EVERYBODY
from lianxi.documents.site.badge import Badge, task_badge
from lianxi.documents.site.linked import Part, Text, linked, units
from lianxi.documents.site.look import Look
from lianxi.reports.history.told import History, history_of
from lianxi.reports.record import Fact, RecordSheet, sheet_of
from lianxi.status.task import task_standing

_UNITS = ("牵头单位", "原牵头单位", "配合单位")
"""The facts that are lists of units."""


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
        sheet.status,
        _gathered(sheet.facts, seen),
        _gathered(sheet.internal, seen),
        tuple(linked(text, seen.to) for text in sheet.owed),
        _steps(told, seen),
        linked(told.ahead, seen.to),
    )


def _badge(sheet: RecordSheet, seen: Look) -> Badge:
    task = seen.now.book.tasks.get(sheet.id)
    return task_badge(task_standing(task, seen.now), seen.now) if task else Badge(sheet.status)


def _gathered(facts: tuple[Fact, ...], seen: Look) -> tuple[Told, ...]:
    """Facts of one label under each other, in the order in which the labels first come."""
    by_label: dict[str, list[Text]] = {}
    for fact in facts:
        by_label.setdefault(fact.label, []).append(_text(fact, seen))
    return tuple(Told(label, tuple(texts)) for label, texts in by_label.items())


def _text(fact: Fact, seen: Look) -> Text:
    return units(fact.text.split("、"), seen.to) if fact.label in _UNITS else linked(fact.text, seen.to)


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

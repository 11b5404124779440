"""关于更正…的说明: what each correction says, behind the reprint of the minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxi.reports.minutes.distribution import addressees
from lianxi.reports.minutes.titles import titles
from lianxi.schema.meeting import Change, Correction, Meeting
from lianxi.situation import Situation
from lianxi.status.correction import Marks, corrections_of
from lianxi.status.decision import leads_text
from lianxi.status.meeting import issued_on
from lianxi.wording import flat, full_date, listed

_LEADS = ("lead", "support")


@dataclass(frozen=True, slots=True)
class Note:
    """One 更正, as it stands behind the minutes."""

    sign: str
    date: str
    subject: str
    remark: str
    to: tuple[str, ...]
    reason: str
    changes: str


def notes(meeting: Meeting, now: Situation, marks: Marks) -> tuple[Note, ...]:
    """The corrections in their order; ``now`` holds the records as they were issued."""
    return tuple(
        _note(correction, marks.sign(number), meeting, now)
        for number, correction in enumerate(corrections_of(meeting), 1)
    )


def _note(correction: Correction, sign: str, meeting: Meeting, now: Situation) -> Note:
    named, day = titles(meeting, now), issued_on(meeting)
    issued = f"{full_date(day)}印发的" if day else ""
    changed = "；".join(_change(change, now) for change in correction.changes)
    return Note(
        sign,
        full_date(correction.date),
        named.subject,
        named.remark,
        addressees(now),
        f"{issued}{named.cited}{flat(correction.reason)}。经{correction.approved_by.post}同意，现更正如下：",
        f"{correction.place}，{changed}。" if changed else f"{correction.place}。",
    )


def _change(change: Change, now: Situation) -> str:
    was, new = _said(change, change.was, now), _said(change, change.now, now)
    if not was:
        return f"增加“{new}”"
    return f"“{was}”更正为“{new}”" if new else f"删去“{was}”"


def _said(change: Change, value: Any, now: Situation) -> str:
    """The value as the minutes word it: units within their 由…牵头，…配合."""
    task = now.book.tasks.get(change.record)
    if task is not None and change.field in _LEADS:
        names = _names(value)
        lead, support = (names, task.support) if change.field == "lead" else (task.lead, names)
        return leads_text(lead or task.lead, support)
    return _words(value)


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(each) for each in value)
    return (str(value),) if value else ()


def _words(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, list | tuple):
        return listed(_words(each) for each in value)
    if isinstance(value, dict):
        return listed(_words(each) for each in value.values())
    text = str(value)
    try:
        return f"{full_date(date.fromisoformat(text))}前"
    except ValueError:
        return flat(text)

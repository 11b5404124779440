"""What records and their entries are called when they are spoken of."""

from __future__ import annotations

from lianxi.fault import Loc
from lianxi.schema.base import Value
from lianxi.schema.calendar import Calendar
from lianxi.schema.kinds import KINDS
from lianxi.schema.labels import label_at
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.wording import full_date, numeral

_KINDS = {kind.model: kind.title for kind in KINDS}


def kind_title(record: Value) -> str:
    """议题, 会议, 议定事项, 任务…."""
    return _KINDS[type(record)]


def record_title(record: Value) -> str:
    """Its title; of a meeting without one its kind and number, of a calendar its year."""
    if isinstance(record, Calendar):
        return f"{record.year}年放假安排"
    if isinstance(record, Mechanism):
        return record.name
    title: str | None = getattr(record, "title", None)
    if title is None and isinstance(record, Meeting):
        return f"第{numeral(record.number)}次{record.kind}"
    return title or ""


def entry_name(at: Loc, entry: Value) -> str:
    """东县政府2026年4月10日的进展报告; ``at`` is the way to it."""
    label, day = label_at(tuple(str(step) for step in at if isinstance(step, str))), entry.day()
    said = (getattr(entry, name, None) for name in ("by", "unit", "division"))
    who = next((name for name in said if isinstance(name, str)), "")
    if day is None:
        return f"{label}“{getattr(entry, entry.known_by)}”" if entry.known_by else label
    return f"{who}{full_date(day)}的{label}"

"""What lianxi export gives as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.extra import needing

if TYPE_CHECKING:
    from lianxi.cli.export import Asked


def ics(asked: Asked) -> bytes:
    """The calendar of the conference, or of one unit."""
    with needing("calendar", "导出日程"):
        from lianxi.documents.calendar import as_ics
    from lianxi.cli.values import named_unit
    from lianxi.reports.calendar import calendar

    unit = named_unit(asked.book, asked.unit) if asked.unit is not None else None
    return as_ics(calendar(asked.book, asked.day, unit))

"""What lianxi export gives as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.extra import needing
from lianxi.cli.refusal import Refusal

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.cli.export import Asked
    from lianxi.schema.mechanism import Unit


def ics(asked: Asked) -> bytes:
    """The calendar of the conference, or of one unit."""
    with needing("calendar", "导出日程"):
        from lianxi.documents.calendar import as_ics
    from lianxi.reports.calendar import calendar

    unit = _unit(asked.book, asked.unit) if asked.unit is not None else None
    return as_ics(calendar(asked.book, asked.day, unit))


def _unit(book: Book, name: str) -> Unit:
    from lianxi.near import near
    from lianxi.reports.unit import find_unit

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    unit = find_unit(book.mechanism, name)
    if unit is not None:
        return unit
    meant = near(name, [each.name for each in book.mechanism.units])
    raise Refusal(
        f"没有单位“{name}”" + (f"，是否想写 {meant}？" if meant else "；单位的名称在 mechanism.yaml 里")
    )

"""lianxi show: one record, or one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Output, Records, ReportFormat
from lianxi.cli.output import chosen_format, finish, tell
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book


def show(
    name: Annotated[str, typer.Argument(metavar="编号或单位", help="如 T-2026-007、I-2026-011、蕉岭县政府")],
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """看一条记录，或一个单位牵头、配合、提出的事项。"""
    day = today(as_of)
    folder = find_folder(records)
    book = read_book(folder)
    from dataclasses import replace

    from lianxi.reports.record import record_sheet
    from lianxi.reports.unit import find_unit, unit_sheet

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    unit = find_unit(book.mechanism, name)
    chosen = chosen_format(format_, output)
    if unit is not None:
        tell(unit_sheet(book, day, unit), "unit.md.j2", "sheet", chosen, output, folder.house)
    else:
        _require(name, book, day)
        sheet = record_sheet(book, day, name)
        if output is not None:
            sheet = replace(sheet, internal=())  # a paper is for member units
        tell(sheet, "record.md.j2", "sheet", chosen, output, folder.house)
    return finish(book.unread)


def _require(name: str, book: Book, day: date) -> None:
    if name in book.issues or name in book.meetings or name in book.tasks:
        return
    decision = book.resolutions.get(name)
    if decision is not None:
        meeting = book.meetings.get(decision.meeting)
        if meeting is None or (meeting.held_on is not None and meeting.held_on <= day):
            return
        raise Refusal(f"到 {day} 还没有 {name}：作出它的会议 {meeting.id} 那时还没有召开")
    if name in book.known:
        raise Refusal(f"{name} 读不出来；运行 lianxi check 看原因", FOUND)
    from lianxi.near import near

    assert book.mechanism is not None  # noqa: S101
    units = [unit.name for unit in book.mechanism.units]
    meant = near(name, [*book.known, *units])
    raise Refusal(f"没有记录或单位“{name}”{f'，是否想写 {meant}？' if meant else ''}")

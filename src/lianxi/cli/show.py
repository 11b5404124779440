"""lianxi show: one record, or one unit."""

from __future__ import annotations

from typing import Annotated

import typer

from lianxi.cli.asked import require_record
from lianxi.cli.folder import find_folder
from lianxi.cli.options import AsOf, Audience, Output, Records, ReportFormat
from lianxi.cli.output import chosen_format, finish, tell
from lianxi.cli.seen import seen
from lianxi.cli.today import today


def show(
    name: Annotated[str, typer.Argument(metavar="编号或单位", help="如 T-2026-007、I-2026-011、蕉岭县政府")],
    audience: Audience = None,
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """看一条记录，或一个单位牵头、配合、提出的事项。"""
    day = today(as_of)
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    whole, book = reader.whole, reader.book
    from lianxi.reports.record import record_sheet
    from lianxi.reports.unit import find_unit, unit_sheet

    assert book.mechanism is not None  # noqa: S101 - read_book refuses a book without one
    unit = find_unit(book.mechanism, name)
    chosen = chosen_format(format_, output)
    if unit is not None:
        facts = unit_sheet(book, day, unit)
        tell(facts, "unit.md.j2", "sheet", chosen, output, folder.house, reader.passed)
    else:
        assert whole.mechanism is not None  # noqa: S101 - refused where it cannot be read
        require_record(name, whole, day, [each.name for each in whole.mechanism.units])
        reader.require(name)
        sheet = record_sheet(book, day, name)
        tell(sheet, "record.md.j2", "sheet", chosen, output, folder.house, reader.passed)
    return finish(book.unread)

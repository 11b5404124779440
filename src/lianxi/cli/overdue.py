"""lianxi overdue: which decided tasks are late, silent, falling due or waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.folder import find_folder
from lianxi.cli.options import AsOf, Audience, Output, PaperOrListFormat, Records
from lianxi.cli.output import PAPER_OR_LIST, chosen_format, emit, finish, tell
from lianxi.cli.seen import Seen, seen
from lianxi.cli.today import earlier_day, today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def overdue(
    by: Annotated[
        Literal["等级", "单位", "会议", "领域"],
        typer.Option("--by", metavar="分组", help="按什么列：等级（不写就是它）、单位、会议、领域"),
    ] = "等级",
    compare: Annotated[
        str | None,
        typer.Option("--compare", metavar="日期", help="和上一期清单那天比：新增逾期、不再逾期、期间延期"),
    ] = None,
    audience: Audience = None,
    format_: PaperOrListFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """督办清单：哪些任务逾期、滞后、临期，卡在哪里，下一步怎么催。"""
    day = today(as_of)
    last = earlier_day(compare, "--compare", day) if compare else None
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    chosen = chosen_format(format_, output, PAPER_OR_LIST)
    if chosen == "csv":
        return give_ledger(reader, day, output)
    from lianxi.reports.overdue import overdue as report

    facts = report(reader.book, day, by, last)
    tell(facts, "overdue.md.j2", "list", chosen, output, folder.house, reader.passed)
    return finish(reader.book.unread)


def give_ledger(reader: Seen, day: date, output: Path | None) -> int:
    """One row a task, for a spreadsheet; the exit code."""
    from lianxi.reports.ledger import COLUMNS, ledger
    from lianxi.tabular import as_csv

    emit(reader.passed(as_csv(COLUMNS, ledger(reader.book, day))), "csv", output)
    return finish(reader.book.unread)

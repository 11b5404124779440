"""lianxi bulletin and lianxi stats: what all members are told, and what the office keeps for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import find_folder, read_book
from lianxi.cli.options import AsOf, Audience, ListFormat, Output, PaperOrListFormat, Records
from lianxi.cli.output import LIST, PAPER_OR_LIST, chosen_format, emit, finish, tell
from lianxi.cli.overdue import give_ledger
from lianxi.cli.refusal import Refusal
from lianxi.cli.seen import seen, seen_as
from lianxi.cli.today import earlier_day, named_day, today

if TYPE_CHECKING:
    from datetime import date


def bulletin(
    since: Annotated[
        str | None,
        typer.Option("--since", "--compare", metavar="日期", help="上一期通报的日期：另写这以后的变化"),
    ] = None,
    audience: Audience = None,
    format_: PaperOrListFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """督办情况通报：发各成员单位，总体情况、按会议和单位的数字、逾期事项。"""
    day = today(as_of)
    last = earlier_day(since, "--since", day) if since else None
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    chosen = chosen_format(format_, output, PAPER_OR_LIST)
    if chosen == "csv":
        return give_ledger(reader, day, output)
    from lianxi.reports.bulletin import bulletin as report

    facts = report(reader.book, day, last)
    tell(facts, "bulletin.md.j2", "bulletin", chosen, output, folder.house, reader.passed)
    return finish(reader.book.unread)


def stats(
    start: Annotated[
        str | None, typer.Option("--from", metavar="日期", help="从哪一天起，含当天；不写就是当年1月1日")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="日期", help="到哪一天止，含当天；不写就是今天")
    ] = None,
    audience: Audience = None,
    format_: ListFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """督办统计：一段时间里各单位、领域、会议的按期办结、平均用时、延期、退办，办公室自己用。"""
    first, last = _period(start, end, today(as_of))
    from lianxi.disclosure import INTERNAL

    if audience not in {None, INTERNAL}:
        raise Refusal(
            f"督办统计是办公室自己用的，不给“{audience}”；去掉 --audience，给别人看的用 lianxi bulletin"
        )
    folder = find_folder(records)
    book = read_book(folder)
    chosen = chosen_format(format_, output, LIST)
    if chosen == "csv":
        from lianxi.reports.stats import COLUMNS, rows
        from lianxi.tabular import as_csv

        emit(as_csv(COLUMNS, rows(book, first, last)), chosen, output)
        return finish(book.unread)
    from lianxi.reports.stats import stats as report

    passed = seen_as(book, INTERNAL).passed
    tell(report(book, first, last), "stats.md.j2", "stats", chosen, output, folder.house, passed)
    return finish(book.unread)


def _period(start: str | None, end: str | None, day: date) -> tuple[date, date]:
    last = named_day(end, "--to") if end else day
    if last > day:
        raise Refusal(f"--to 的日期 {last} 还没有到，今天是 {day}；写到今天为止，或者去掉 --to")
    first = named_day(start, "--from") if start else last.replace(month=1, day=1)
    if first > last:
        raise Refusal(f"--from 的日期 {first} 晚于截止的日期 {last}；两个日期对调，或者改一个")
    return first, last

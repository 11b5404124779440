"""lianxi issues: the digest of issues."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from lianxi.cli.folder import find_folder
from lianxi.cli.options import AsOf, Audience, Output, Records, ReportFormat
from lianxi.cli.output import chosen_format, finish, tell
from lianxi.cli.seen import seen
from lianxi.cli.today import today


def issues(
    by: Annotated[
        Literal["就绪", "领域", "县区", "类别"],
        typer.Option("--by", metavar="分组", help="按什么列：就绪（不写就是它）、领域、县区、类别"),
    ] = "就绪",
    audience: Audience = None,
    format_: ReportFormat = None,
    output: Output = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """议题汇总：按领域、县区、类别计数，列出哪些可以上会、哪些还缺什么。"""
    day = today(as_of)
    folder = find_folder(records)
    reader = seen(folder, audience, output)
    from lianxi.reports.digest import digest

    chosen, facts = chosen_format(format_, output), digest(reader.book, day, by)
    tell(facts, "issues.md.j2", "digest", chosen, output, folder.house, reader.passed)
    return finish(reader.book.unread)

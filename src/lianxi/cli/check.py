"""lianxi check and lianxi explain: what is wrong in the records, and what each code means."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from lianxi.cli.folder import find_folder
from lianxi.cli.options import AsOf, Records
from lianxi.cli.refusal import CLEAN, FOUND, MISUSED, Refusal
from lianxi.cli.today import today


def check(
    format_: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", metavar="格式", help="text 给人看（不写就是它）、json 数据、github 批注"),
    ] = "text",
    summary_md: Annotated[
        Path | None,
        typer.Option("--summary-md", metavar="文件", help="另写一页 Markdown，给审阅的人看"),
    ] = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """检查全部记录：哪个文件哪一行有什么问题，怎么改。"""
    day = today(as_of)
    folder = find_folder(records)
    from importlib import import_module

    from lianxi.book import load
    from lianxi.check import check as run
    from lianxi.finding import ERROR, Summary, in_order
    from lianxi.generated import generated
    from lianxi.tree import FolderTree

    book = load(FolderTree(folder.path))
    papers = generated(book, folder.prefix, folder.house)
    findings = in_order([*run(book, day, folder.prefix), *papers])
    summary = Summary.of(findings, len(book.entries), day.isoformat())
    writer = import_module(f"lianxi.formats.{format_}")
    text = writer.written(findings, summary)
    if format_ == "text" and sys.stdout.isatty():
        from lianxi.cli.screen import show_findings

        show_findings(text)
    else:
        sys.stdout.write(text)
    if summary_md is not None:
        from lianxi.cli.output import write_file
        from lianxi.formats.markdown import written

        write_file(summary_md, written(findings, summary).encode("utf-8"))
    if book.mechanism is None:
        return MISUSED
    return FOUND if any(found.severity == ERROR for found in findings) else CLEAN


def explain(
    code: Annotated[str | None, typer.Argument(metavar="编码", help="如 LX101；不写就列出全部编码")] = None,
    everything: Annotated[bool, typer.Option("--all", help="全部编码的说明，成一个 Markdown 文档")] = False,
) -> int:
    """说明一个编码：抓什么、为什么、怎么改，附例子。"""
    from lianxi.check import catalogue

    rules = {rule.code: rule for rule in catalogue().values()}
    if code is None:
        from lianxi.cli.output import emit
        from lianxi.rulebook import rulebook, table

        text = rulebook(rules.values()) if everything else table(rules.values())
        emit(text, "text" if not everything and sys.stdout.isatty() else "md", None)
        return CLEAN
    rule = rules.get(code.upper())
    if rule is None:
        from lianxi.near import near

        meant = near(code.upper(), rules)
        raise Refusal(f"没有编码“{code}”{f'，是否想写 {meant}？' if meant else ''}")
    sys.stdout.write(rule.page)
    return CLEAN

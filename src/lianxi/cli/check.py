"""lianxi check and lianxi explain: what is wrong in the records, and what each code means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.folder import find_folder
from lianxi.cli.options import AsOf, Records
from lianxi.cli.refusal import CLEAN, FOUND, MISUSED, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.rule import Rule


def check(
    format_: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", metavar="格式", help="text 给人看（不写就是它）、json 数据、github 批注"),
    ] = "text",
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """检查全部记录：哪个文件哪一行有什么问题，怎么改。"""
    day = today(as_of)
    folder = find_folder(records)
    from importlib import import_module

    from lianxi.book import load
    from lianxi.check import check as run
    from lianxi.finding import ERROR, Summary
    from lianxi.tree import FolderTree

    book = load(FolderTree(folder.path))
    findings = run(book, day, folder.prefix)
    summary = Summary.of(findings, len(book.entries), day.isoformat())
    writer = import_module(f"lianxi.formats.{format_}")
    sys.stdout.write(writer.written(findings, summary))
    if book.mechanism is None:
        return MISUSED
    return FOUND if any(found.severity == ERROR for found in findings) else CLEAN


def explain(
    code: Annotated[str, typer.Argument(metavar="编码", help="如 LX101")],
) -> int:
    """说明一个编码：抓什么、为什么、怎么改，附例子。"""
    from lianxi.check import catalogue

    rules = {rule.code: rule for rule in catalogue().values()}
    rule = rules.get(code.upper())
    if rule is None:
        from lianxi.near import near

        meant = near(code.upper(), rules)
        raise Refusal(f"没有编码“{code}”{f'，是否想写 {meant}？' if meant else ''}")
    sys.stdout.write(_page(rule))
    return CLEAN


def _page(rule: Rule) -> str:
    return rule.page if rule.page.endswith("\n") else f"{rule.page}\n"

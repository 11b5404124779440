"""lianxi check and lianxi explain: what is wrong in the records, and what each code means."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lianxi.cli.options import AsOf, Records, Since
from lianxi.cli.refusal import CLEAN, FOUND, MISUSED, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.finding import Finding, Summary


def check(
    format_: Annotated[
        Literal["text", "json", "github", "gitlab", "junit"],
        typer.Option(
            "--format",
            metavar="格式",
            help="text 给人看（不写就是它）、json 数据、github 批注、gitlab 代码质量报告、junit 测试报告",
        ),
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="按格式写到文件；屏幕上照样是给人看的"),
    ] = None,
    summary_md: Annotated[
        Path | None,
        typer.Option("--summary-md", metavar="文件", help="另写一页 Markdown，给审阅的人看"),
    ] = None,
    since: Since = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev", metavar="版本", help="检查这个版本（分支、标签、提交），不看工作区；裸仓库里也行"
        ),
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="检查暂存区，也就是下一次提交的内容")] = False,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """检查全部记录：哪个文件哪一行有什么问题，怎么改。

    写了 --since，另外检查合并会改掉什么：从两边分开的地方起，时限、报告、印发的纪要等等不能改的有没有改。
    """
    day = today(as_of)
    if staged and rev is not None:
        raise Refusal("--staged 和 --rev 一次只用一个")
    from lianxi.cli.output import say
    from lianxi.cli.places import place_of
    from lianxi.cli.since import by_itself, with_changes
    from lianxi.cli.state import looked_at
    from lianxi.finding import ERROR, Summary

    place = place_of(records, in_git=staged or rev is not None or since is not None)
    with looked_at(place, rev, staged=staged) as state:
        if not state.tree.paths():
            raise Refusal(
                f"{_named(rev, staged)}里没有记录（{state.prefix}mechanism.yaml）；请核对版本和 --records"
            )
        if since is None:
            book, findings = by_itself(state, day)
        else:
            book, findings = with_changes(place.demanded(), state, since, rev or "HEAD", day)
    summary = Summary.of(findings, len(book.entries), day.isoformat())
    _show(findings, summary, "text" if output else format_)
    for name, path in ((format_, output), ("markdown", summary_md)):
        if path is not None:
            from lianxi.cli.output import write_file

            write_file(path, _written(findings, summary, name).encode("utf-8"))
    if book.mechanism is None:
        say("mechanism.yaml 不在或者读不出来，没有它就没有规则可以检查；改好再检查", err=True)
        return MISUSED
    return FOUND if any(found.severity == ERROR for found in findings) else CLEAN


def _named(rev: str | None, staged: bool) -> str:
    return "暂存区" if staged else f"版本“{rev}”" if rev is not None else "这个文件夹"


def _written(findings: list[Finding], summary: Summary, name: str) -> str:
    from importlib import import_module

    text: str = import_module(f"lianxi.formats.{name}").written(findings, summary)
    return text


def _show(findings: list[Finding], summary: Summary, name: str) -> None:
    text = _written(findings, summary, name)
    if name == "text" and sys.stdout.isatty():
        from lianxi.cli.screen import show_findings

        show_findings(text)
    else:
        sys.stdout.write(text)


def explain(
    code: Annotated[str | None, typer.Argument(metavar="编码", help="如 LX101；不写就列出全部编码")] = None,
    everything: Annotated[bool, typer.Option("--all", help="全部编码的说明，成一个 Markdown 文档")] = False,
) -> int:
    """说明一个编码：抓什么、为什么、怎么改，附例子。"""
    from lianxi.catalogue import catalogue

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

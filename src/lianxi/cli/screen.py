"""Markdown for people at a terminal: headings, bold words, tables and coloured levels."""

from __future__ import annotations

import re
import sys
from itertools import groupby

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from lianxi.visible import inert
from lianxi.width import width

_STYLES = {
    "红": Style(color="red", bold=True),
    "橙": Style(color="dark_orange"),
    "黄": Style(color="yellow"),
    "绿": Style(color="green"),
    "蓝": Style(color="blue"),
    "灰": Style(color="bright_black"),
}
_PATH = Style(bold=True)
_LEVELS = (
    (r"^第[0-9]+行第[0-9]+列：错误", Style(color="red", bold=True)),
    (r"^第[0-9]+行第[0-9]+列：提醒", Style(color="yellow", bold=True)),
    (r"^\s*│\s*\^+$", Style(color="red")),
    (r"^改法：", Style(color="green")),
)
_HEADING = Style(bold=True, underline=True)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LIGHT = re.compile(r"(?<![^　：])(红|橙|黄|绿|蓝|灰) [^\s　]+")
_UNBROKEN = re.compile(r"[（“《]*(?:[A-Za-z0-9][A-Za-z0-9:.%/-]*[年月日天项次期号]?|.)[，。；：、）”》？！]*")
_CROWDED = 1.5
"""How many lines high, on the average, a row of a table may be."""
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~&#+=.:)-])")
_TITLE = re.compile(r"#+ ")
_LAYOUT = ("<center>", "</center>")
"""What only a page can do."""


def show(markdown: str) -> None:
    """Print ``markdown``; characters the console cannot print are replaced, never a crash."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    for is_table, lines in groupby(markdown.rstrip("\n").split("\n"), lambda line: line.startswith("|")):
        if is_table:
            _show_table(console, [_cells(line) for line in lines])
        else:
            for line in lines:
                _show_line(console, line)


def show_findings(text: str) -> None:
    """Print findings as the text format writes them: paths bold, levels coloured, long lines broken."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    for line in text.rstrip("\n").split("\n"):
        margin = line[: len(line) - len(line.lstrip())]
        styled = Text(line[len(margin) :])
        if line and not margin:
            styled.stylize(_PATH)
        for words, style in _LEVELS:
            styled.highlight_regex(words, style)
        for part in styled.divide(_breaks(styled.plain, console.width - len(margin))):
            console.print(Text(margin) + part, soft_wrap=True)


def _show_line(console: Console, line: str) -> None:
    if line in _LAYOUT:
        return
    if line == "---":
        console.print(Text("─" * (console.width // 2), style="dim"))
        return
    heading = _TITLE.match(line)
    text = _styled(line[heading.end() :].strip().replace("<br>", "") if heading else line)
    if heading:
        text.stylize(_HEADING)
    for part in text.divide(_breaks(text.plain, console.width)):
        console.print(part, soft_wrap=True)


def _breaks(plain: str, columns: int) -> list[int]:
    """Where a line is broken: never inside a number, a date or an id, never before a closing mark."""
    breaks, used = [], 0
    for found in _UNBROKEN.finditer(plain):
        needed = width(found.group())
        if used and used + needed > columns:
            breaks.append(found.start())
            used = 0
        used += needed
    return breaks


def _styled(line: str) -> Text:
    """A line with its bold words and its lights."""
    text = Text()
    last = 0
    for found in _BOLD.finditer(line):
        text.append(_unescaped(line[last : found.start()]))
        text.append(_unescaped(found[1]), style="bold")
        last = found.end()
    text.append(_unescaped(line[last:]))
    for found in _LIGHT.finditer(text.plain):
        text.stylize(_STYLES[found[1]], found.start(), found.end())
    return text


def _unescaped(text: str) -> str:
    return inert(_ESCAPED.sub(r"\1", text))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _show_table(console: Console, rows: list[list[str]]) -> None:
    """A table, or one block a row where its columns would be too narrow to be read."""
    widest = (max(width(cell) for cell in column) for column in zip(*rows, strict=True))
    if sum(widest) <= _CROWDED * console.width:
        console.print(_table(rows))
        return
    for row in rows[2:]:
        for name, cell in zip(rows[0], row, strict=True):
            _show_line(console, f"**{name}**：{cell}")
        console.print()


def _table(rows: list[list[str]]) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for name, mark in zip(rows[0], rows[1], strict=True):
        right = mark.endswith("-:") and not mark.startswith(":")
        table.add_column(_unescaped(name), justify="right" if right else "left", overflow="fold")
    for row in rows[2:]:
        table.add_row(*map(_styled, row))
    return table

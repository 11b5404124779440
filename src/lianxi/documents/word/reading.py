"""Markdown as the papers write it → parts of blocks: titles, lines, tables; every line is a paragraph.

A general reader of Markdown would not do. In the papers each line stands by itself, the blanks before it say
what it is, ``______`` is a place to write on, ``1．`` keeps its number, and strong words end before Chinese
characters (``**一、时间。**定于…``), where CommonMark does not let them end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lianxi.documents.word.inline import Words, plain, words

_COMMENT = re.compile(r"(?<!\\)<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_RULE = re.compile(r"[ ]{0,3}([-*_])[ ]*(?:\1[ ]*){2,}$")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ ]+(.*?)(?:[ ]+#+)?\s*$")
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+")
_ITEM = re.compile(r"[ ]*[-*+][ ]+(?=\S)")
_LAYOUT = re.compile(r"</?center>")
_DIVISION = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_BLANKS = "　 \t"
ITEM = "——"
"""What official papers put before each of several things that have no number."""

Side = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins with #."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Line:
    """Any other line; ``indent`` is the number of full-width blanks before it."""

    words: Words
    indent: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as the first row has; ``sides`` is None where the paper leaves it open."""

    sides: tuple[Side | None, ...]
    rows: tuple[tuple[Words, ...], ...]


Block = Heading | Line | Table
Part = tuple[Block, ...]


def parts(markdown: str) -> list[Part]:
    """What stands between the rules (``---``), without parts that are empty; comments are left out."""
    found: list[list[Block]] = [[]]
    for block in _blocks(_lines(markdown)):
        if block is None:
            found.append([])
        else:
            found[-1].append(block)
    return [tuple(part) for part in found if part]


def _lines(markdown: str) -> list[str]:
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return _COMMENT.sub("", text).split("\n")


def _blocks(lines: list[str]) -> Iterator[Block | None]:
    """The blocks in their order, None for a rule."""
    at, centred = 0, False
    while at < len(lines):
        line = lines[at]
        fence = _FENCE.match(line)
        if fence:
            inside = _fenced(lines[at + 1 :], fence[1])
            yield from (Line(words(_verbatim(each))) for each in inside if each.strip(_BLANKS))
            at += len(inside) + 2
        elif _begins_table(lines, at):
            rows = _table_lines(lines[at:])
            yield _table(rows)
            at += len(rows)
        else:
            centred = ("<center>" in line or centred) and "</center>" not in line
            yield from _single(line, centred=centred)
            at += 1


def _single(line: str, *, centred: bool) -> Iterator[Block | None]:
    """One line that is no table; nothing for an empty one."""
    line = _LAYOUT.sub("", line)
    if _RULE.match(line):
        yield None
        return
    heading = _HEADING.match(line)
    if heading:
        yield Heading(len(heading[1]), words(heading[2]))
        return
    line = _QUOTE.sub("", line, count=1)
    item = _ITEM.match(line)
    text = f"{ITEM}{line[item.end() :]}" if item else line
    bare = text.strip(_BLANKS)
    if bare:
        yield Line(words(bare), _indent(text), centred)


def _indent(text: str) -> int:
    head = text[: len(text) - len(text.lstrip(_BLANKS))]
    return head.count("　")


def _fenced(lines: list[str], fence: str) -> list[str]:
    """What stands before the end of the fence, or to the end of all."""
    for index, line in enumerate(lines):
        if line.strip().startswith(fence):
            return lines[:index]
    return lines


def _verbatim(line: str) -> str:
    return re.sub(r"([\\`*<&\[\]])", r"\\\1", line)


def _begins_table(lines: list[str], at: int) -> bool:
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return "|" in lines[at] and "|" in following and _DIVISION.match(following) is not None


def _table_lines(lines: list[str]) -> list[str]:
    count = next((index for index, line in enumerate(lines) if index > 1 and "|" not in line), len(lines))
    return lines[:count]


def _table(lines: list[str]) -> Table:
    head = _cells(lines[0])
    sides = tuple(map(_side, _fitted(_cells(lines[1]), len(head))))
    body = [_cells(line) for line in lines[2:]]
    return Table(sides, tuple(tuple(map(words, _fitted(row, len(head)))) for row in (head, *body)))


def _cells(line: str) -> list[str]:
    text = line.strip()
    cells = _CELL_END.split(text.removeprefix("|"))
    if text.endswith("|") and not text.endswith("\\|") and len(cells) > 1:
        cells.pop()
    return [cell.strip(_BLANKS) for cell in cells]


def _fitted(cells: list[str], count: int) -> list[str]:
    """``count`` cells; what stands in cells that are too many is kept in the last one."""
    missing = [""] * (count - len(cells))
    return [*cells[: count - 1], "　".join(filter(None, cells[count - 1 :])), *missing][:count]


def _side(mark: str) -> Side | None:
    if not mark.endswith(":"):
        return "left" if mark.startswith(":") else None
    return "center" if mark.startswith(":") else "right"


def plain_of(blocks: Iterable[Block]) -> str:
    """The text of blocks, a line each, cells by tabs: what a reader of the paper must find in it."""
    return "\n".join(
        "\n".join("\t".join(map(plain, row)) for row in block.rows)
        if isinstance(block, Table)
        else plain(block.words)
        for block in blocks
    )

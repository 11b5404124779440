"""Findings for people: the record's line with a caret under the value, and the way out."""

from __future__ import annotations

from unicodedata import category

from lianxi.finding import ERROR, Finding, Summary
from lianxi.width import width

_LONGEST = 100


def written(findings: list[Finding], summary: Summary) -> str:
    """The figures first, then each finding with its place."""
    head = f"检查了{summary.records}个文件（{summary.as_of}）："
    if not findings:
        return f"{head}没有问题\n"
    figures = f"{head}错误{summary.errors}处，提醒{summary.warnings}处\n"
    return figures + "".join(f"\n{_block(found)}" for found in findings)


def _block(found: Finding) -> str:
    word = "错误" if found.severity == ERROR else "提醒"
    number = str(found.line)
    margin = " " * len(number)
    before, shown, marked = _cut(found)
    lines = [
        f"{found.path} 第{found.line}行第{found.column}列：{word} {found.code}",
        f"  {number} │ {before}{shown}",
        f"  {margin} │ {' ' * width(before)}{'^' * max(width(marked), 1)}",
        f"  {visible(found.message)}",
        *(f"  {line}" for line in f"改法：{found.remedy}".splitlines()),
        f"  依据：{found.basis}；详见 lianxi explain {found.code}",
    ]
    return "\n".join(lines) + "\n"


def _cut(found: Finding) -> tuple[str, str, str]:
    """What stands before the value, the rest of the line, and the value itself, within reason."""
    line = visible(found.excerpt)
    start = found.column - 1
    first = max(start - _LONGEST // 2, 0)
    before = ("…" if first else "") + line[first:start]
    rest = line[start : start + _LONGEST]
    more = "…" if len(line) > start + _LONGEST else ""
    return before, rest + more, rest[: found.width]


def visible(text: str) -> str:
    """Control characters as signs, so that nothing in a record is obeyed by the terminal."""
    return "".join(_sign(char) if category(char) in {"Cc", "Cf"} and char != "\n" else char for char in text)


def _sign(char: str) -> str:
    return chr(0x2400 + ord(char)) if char < " " else "\ufffd"

"""Findings for people: file by file, the record's line with a caret under the value, and the way out."""

from __future__ import annotations

from lianxi.finding import ERROR, Finding, Summary
from lianxi.summing import Rest, by_file, told
from lianxi.visible import inert, spelt, visible
from lianxi.width import head, tail, width

_ROW, _BEFORE = 66, 30
"""The columns of a record's line that fit beside its number, and those before the value."""


def written(findings: list[Finding], summary: Summary) -> str:
    """The figures and the way out first, then each finding with its place."""
    checked = f"检查了{summary.records}个文件（{summary.as_of}）："
    if not findings:
        return f"{checked}没有问题\n"
    first, rest = told(findings)
    counts = {path: len(found) for path, found in by_file(findings).items()}
    figures = f"{checked}{counted(summary.errors, summary.warnings)}，在{summary.files}个文件里\n"
    groups = by_file(first)
    blocks = "".join(_group(path, counts[path], found) for path, found in groups.items())
    return figures + way_out(summary) + inert(blocks) + "".join(f"\n{_left(each)}" for each in rest)


def counted(errors: int, warnings: int) -> str:
    """错误2处，提醒1处; what there is none of is left out."""
    parts = [f"{word}{number}处" for word, number in (("错误", errors), ("提醒", warnings)) if number]
    return "，".join(parts)


def way_out(summary: Summary) -> str:
    """How many ``lianxi fmt`` mends, and what is left to people."""
    total = summary.errors + summary.warnings
    if summary.mendable == total:
        return "运行 lianxi fmt 就能全部改好。\n"
    if summary.mendable:
        return f"其中{summary.mendable}处运行 lianxi fmt 就能改好，其余照下面的改法改。\n"
    return "请照下面的改法改。\n"


def _group(path: str, count: int, found: list[Finding]) -> str:
    return f"\n{spelt(path)}（{count}处）\n" + "".join(f"\n{block(each)}" for each in found)


def _left(rest: Rest) -> str:
    where = f"在{rest.files}个文件里"
    return f"{rest.code} 还有{rest.count}处（{where}），不一一列出；改好上面的再检查。\n"


def block(found: Finding) -> str:
    """One finding: its place, the line with a caret under the value, the way out."""
    word = "错误" if found.severity == ERROR else "提醒"
    number = str(found.line)
    margin = " " * len(number)
    before, shown, marked = _cut(found)
    lines = [
        f"第{found.line}行第{found.column}列：{word} {found.code} {visible(found.message)}",
        f"  {number} │ {before}{shown}",
        f"  {margin} │ {' ' * width(before)}{'^' * max(width(marked), 1)}",
        *(f"  {line}" for line in f"改法：{visible(found.remedy)}".split("\n")),
        "  运行 lianxi fmt 就能改好" if found.mend else f"  要人定：{found.person}",
        f"  依据：{found.basis}；详见 lianxi explain {found.code}",
    ]
    return "".join(f"  {line}".rstrip() + "\n" for line in lines)


def _cut(found: Finding) -> tuple[str, str, str]:
    """What stands before the value, the rest of the line, and the value itself, as far as they fit."""
    line, start = found.excerpt, found.column - 1
    before = tail(visible(line[max(start - _ROW, 0) : start]), _BEFORE)
    rest = head(visible(line[start : start + _ROW]), _ROW - width(before))
    return before, rest, rest[: found.width]

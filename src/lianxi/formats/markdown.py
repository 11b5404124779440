"""Findings as a Markdown page, which a reviewer reads beside the change."""

from __future__ import annotations

import re

from lianxi.finding import ERROR, Finding, Summary
from lianxi.formats.text import counted, way_out
from lianxi.summing import Rest, by_file, told
from lianxi.visible import spelt, visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@!])")


def written(findings: list[Finding], summary: Summary) -> str:
    """The figures, then a section a file with each finding and its way out."""
    head = f"# 记录检查（{summary.as_of}）\n\n检查了{summary.records}个文件，"
    if not findings:
        return f"{head}没有问题。\n"
    first, rest = told(findings)
    figures = f"{head}{counted(summary.errors, summary.warnings)}，在{summary.files}个文件里。"
    sections = [_section(path, found) for path, found in by_file(first).items()]
    left = "".join(_left(each) for each in rest)
    return f"{figures}{way_out(summary)}{''.join(sections)}{left}"


def _section(path: str, found: list[Finding]) -> str:
    return f"\n## {escaped(spelt(path))}\n\n" + "".join(_entry(each) for each in found)


def _entry(found: Finding) -> str:
    word = "错误" if found.severity == ERROR else "提醒"
    first, *more = found.remedy.splitlines() or [""]
    pasted = "".join(f"    {line}\n" for line in ("```yaml", *map(visible, more), "```")) if more else ""
    who = "运行 `lianxi fmt` 就能改好" if found.mend else f"要人定：{escaped(found.person)}"
    return (
        f"- **第{found.line}行　{word} {found.code}**　{escaped(found.message)}\n"
        f"  - 改法：{escaped(first)}\n{pasted}"
        f"  - {who}\n"
        f"  - 依据：{escaped(found.basis)}\n"
    )


def _left(rest: Rest) -> str:
    return f"\n{rest.code} 还有{rest.count}处，在{rest.files}个文件里，不一一列出。\n"


def escaped(text: str) -> str:
    """``text`` as it is, whatever Markdown or HTML it holds."""
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))

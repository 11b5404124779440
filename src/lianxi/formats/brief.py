"""Findings in a few short lines each, for whoever commits or pushes and waits for the answer."""

from __future__ import annotations

from lianxi.finding import ERROR, Finding
from lianxi.visible import inert, spelt, visible

_MOST = 20
"""More are not mended at a time."""


def written(findings: list[Finding], see: str) -> str:
    """Each with its place and its way out; ``see`` is the command that tells all of them."""
    told = "".join(map(_told, findings[:_MOST]))
    left = len(findings) - _MOST
    return told + (inert(visible(f"  还有{left}处，运行 {see} 看\n")) if left > 0 else "")


def _told(found: Finding) -> str:
    word = "错误" if found.severity == ERROR else "提醒"
    lines = [
        f"{spelt(found.path)} 第{found.line}行 {word} {found.code}",
        f"  {visible(found.message)}",
        *(f"  {line}" for line in f"改法：{visible(found.remedy)}".split("\n")),
    ]
    return inert("".join(f"  {line.rstrip()}\n" for line in lines))

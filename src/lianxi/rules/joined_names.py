"""LX204（错误）：几个名称写在了一起。

抓什么：一个单位的位置上，用顿号、逗号连着写了几个单位；列表用了全角的括号。编号写在一起的也一样。

为什么：程序把它当成一个单位的名称，哪个单位都归不到。

怎么改：一个单位一行，写成列表；只能写一个单位的地方，只留一个。

要人定：是哪几个单位、有没有写错，要核对。

错误：tasks/2026/T-2026-001.yaml

    support: 二局、西县政府

正确：tasks/2026/T-2026-001.yaml

    support:
      - 二局
      - 西县政府
"""

from __future__ import annotations

from collections.abc import Callable

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.source.plain import as_text

_COUNTS = {1: "一", 2: "两", 3: "三", 4: "四"}


def word(fault: Fault, entry: Entry) -> Told:
    """Show the names as a list, ready to paste."""
    parts, known = fault.hints["parts"], fault.hints.get("known", frozenset())
    count = _COUNTS.get(len(parts), str(len(parts)))
    what = "个单位" if not known or not all(part[:1].isascii() for part in parts) else "个编号"
    message = f"“{shown(fault.value)}”是{count}{what}，要{'分开写' if len(parts) > 1 else '写成列表'}"
    if not isinstance(fault.loc[-1], int):
        return Told(
            f"{message}，这里只能写一个", "其余的写在说明里，这里只留一个，如：", shows=as_text(parts[0])
        )
    rows = _apart(parts, whole="spaces" in fault.hints)
    sure = all(part in known for part in parts)
    return Told(message, "一行一个：", instead=rows if sure else None, shows=rows)


def _apart(parts: list[str], *, whole: bool) -> Callable[[str, str], str]:
    """The names as items of the list they stand in, or below their key where they are the ``whole``."""
    names = [as_text(part) for part in parts]

    def rows(before: str, _marked: str) -> str:
        if "[" in before:
            return ", ".join(names)
        if not before.strip():
            return "\n".join(f"- {name}" for name in names)
        if whole or not before.rstrip(" ").endswith("-"):
            return "".join(f"\n  - {name}" for name in names)
        return "\n".join([names[0], *(f"- {name}" for name in names[1:])])

    return rows

"""LX022（错误）：花括号里的英文逗号把一句话切成了两段。

抓什么：写在 { } 里的一句话带有英文逗号，逗号后面的半句被当成了另一个键。

为什么：后半句读不进来；记录里只剩前半句，纪要和清单会照着半句印。

怎么改：不用花括号，一个键一行，长的话写在“|”下面；或者把英文逗号改成中文逗号。

要人定：哪几段是一句话，要看本来的意思。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - {date: 2026-04-10, by: 东县政府, text: 已铺设八成,其余待验收}

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          已铺设八成,其余待验收
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import pasted, shown


def word(fault: Fault, entry: Entry) -> Told:
    """Show the same entry with one key a line, ready to paste."""
    whole = _joined(fault.hints.get("whole") or {}, str(fault.value))
    before = next((text for text, cut in whole.values() if cut), "")
    kept = str(before).split(",", 1)[0]
    message = f"花括号里的英文逗号“,”把一句话切成了两段，只读到“{shown(kept)}”，后面是“{shown(fault.value)}”"
    if not kept or any(isinstance(text, dict | list) for text, _ in whole.values()):
        return Told(message, "把话里的英文逗号改成中文逗号“，”")
    dash = "- " if len(fault.loc) > 1 and isinstance(fault.loc[-2], int) else ""
    return Told(message, "改成（可整段粘贴）：\n" + "\n".join(_block(whole, dash)))


def _joined(whole: dict[Any, Any], cut: str) -> dict[str, tuple[Any, bool]]:
    """The entries with each cut-off piece put back behind the text before it."""
    entries: dict[str, tuple[Any, bool]] = {}
    last = ""
    for key, value in whole.items():
        if last and (key == cut or (value is None and not str(key).isascii())):
            rest = str(key) if value is None else f"{key}: {value}"
            entries[last] = (f"{entries[last][0]},{rest}", True)
        else:
            last = str(key)
            entries[last] = (value, False)
    return entries


def _block(whole: dict[str, tuple[Any, bool]], dash: str) -> Iterator[str]:
    lead = dash
    for key, (value, cut) in whole.items():
        if cut:
            yield f"{lead}{key}: |"
            yield f"{' ' * len(dash)}  {value}"
        else:
            yield f"{lead}{key}: {pasted(value)}"
        lead = " " * len(dash)

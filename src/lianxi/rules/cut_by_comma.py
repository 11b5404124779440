"""LX022（错误）：花括号里的英文逗号把一句话切成了两段。

抓什么：写在 { } 里的一句话带有英文逗号，逗号后面的半句被当成了另一个键。

为什么：后半句读不进来；记录里只剩前半句，纪要和清单会照着半句印。

怎么改：不用花括号，一个键一行，长的话写在“|”下面；或者把英文逗号改成中文逗号。

要人定：花括号里还套着括号、引号的，哪几段是一句话要看本来的意思。

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

import re

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown

_ENTRY = re.compile(r"([a-z_0-9]+):[ ]+([^\[\]{}\"']*)")
_NEXT = re.compile(r",[ ]*(?=[a-z_0-9]+:[ ])")


def word(fault: Fault, entry: Entry) -> Told:
    """Show the same entry with one key a line, ready to paste."""
    kept = fault.hints["kept"]
    listed = len(fault.loc) > 1 and isinstance(fault.loc[-2], int)
    return Told(
        f"花括号里的英文逗号“,”把一句话切成了两段，只读到“{shown(kept)}”，后面是“{shown(fault.value)}”",
        "把话里的英文逗号改成中文逗号“，”，或者不用花括号，改成（可整段粘贴）：",
        instead=lambda _, flow: _block(flow, listed=listed),
        over=fault.loc[:-1],
    )


def _block(flow: str, *, listed: bool) -> str | None:
    """The mapping on one line as lines of a block; none where it is no run of plain keys and values."""
    entries = [_ENTRY.fullmatch(part) for part in _NEXT.split(flow.strip("{} "))]
    lines = [line for found in entries if found for line in _lines(found[1], found[2].strip())]
    if not all(entries):
        return None
    return "\n".join(lines) if listed else "".join(f"\n  {line}" for line in lines)


def _lines(key: str, value: str) -> list[str]:
    return [f"{key}: |", f"  {value}"] if "," in value else [f"{key}: {value}"]

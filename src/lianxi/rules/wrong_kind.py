"""LX202（错误）：引用的不是这一种记录。

抓什么：要写议定事项编号的地方写了议题编号，等等。编号的第一个字母是记录的种类。

为什么：来源的种类不对，任务就找不到交办它的会议，议程就找不到要研究的议题。

怎么改：改成对应种类的编号：议题 I，会议 M，议定事项 R，任务 T。

要人定：该引用哪一条记录，要核对。

错误：tasks/2026/T-2026-001.yaml

    resolution: M-2026-01

正确：tasks/2026/T-2026-001.yaml

    resolution: R-2026-001
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.kinds import RECORDS
from lianxi.schema.labels import named
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Say which kinds may be named here."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    wanted = [(letter, kind.title) for letter, kind in RECORDS.items() if kind.name in fault.hints["wanted"]]
    titles = "或".join(title for _, title in wanted)
    letters = "或".join(f"“{letter}-”" for letter, _ in wanted)
    return Told(
        f"{named(key)}写的“{shown(fault.value)}”是{fault.hints['kind']}，这里要写{titles}",
        f"改成{titles}的编号，以{letters}开头",
    )

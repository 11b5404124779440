"""LX014（错误）：编号与文件名不一致。

抓什么：记录里的 id（节假日安排的 year）与文件名不同。

为什么：引用按编号找文件；两处不一致，就不知道引用的是哪一条。

怎么改：以文件名为准改 id；如果是文件名错了，就把文件改名。

要人定：是文件名写错了还是编号写错了，要看别处怎么引用它。

错误：tasks/2026/T-2026-001.yaml

    id: T-2026-011

正确：tasks/2026/T-2026-001.yaml

    id: T-2026-001
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Give the id its file's name asks for."""
    key, name = fault.loc[-1], fault.hints["name"]
    return Told(
        f"{key} 写的是“{shown(fault.value)}”，文件名是“{name}”",
        f"改成 {key}: {name}；如果是文件名错了，就把文件改名为 {shown(fault.value)}.yaml",
    )

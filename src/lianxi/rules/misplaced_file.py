"""LX015（错误）：文件放错了位置或名字不对。

抓什么：记录文件夹里有名字、年份文件夹或扩展名不合规矩的文件。

为什么：lianxi 按“文件夹、年份、编号”找记录；放错了就读不到，又没有人发现。

怎么改：照提示改名或移动；不是记录的文件移到 records 外面。

要人定：文件该叫什么、放在哪里，要看它记的是什么。

错误：calendar/2027.yml

    year: 2027
    source:
      title: 国务院办公厅关于2027年部分节假日安排的通知（示例）
    off: []

正确：calendar/2027.yaml

    year: 2027
    source:
      title: 国务院办公厅关于2027年部分节假日安排的通知（示例）
    off: []
"""

from __future__ import annotations

import re

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.kinds import FOLDERS, RECORDS
from lianxi.shown import shown

_ID = re.compile(r"([IMRT])-([0-9]{4})-[0-9]+")


def word(fault: Fault, entry: Entry) -> Told:
    """Name the place where the file belongs, if its name tells."""
    target = _target(entry.path)
    message = f"“{shown(entry.path)}”不是记录该放的位置，没有读"
    if target in fault.hints.get("taken", ()):
        return Told(
            f"“{shown(entry.path)}”与 {target} 是同一个编号，没有读",
            "重复录入的，删去这一个；是另一件事的，改用下一个没有用过的编号，文件名和 id 一起改",
        )
    if target:
        return Told(message, f"改名或移动到 {target}")
    if "pattern" in fault.hints:
        return Told(message, f"照 {fault.hints['pattern']} 的样子改名；不是记录的文件移到记录文件夹外面")
    folders = "、".join(fault.hints["folders"])
    return Told(message, f"记录放在 {folders} 里，如 tasks/2026/T-2026-001.yaml；不是记录的就移走")


def _target(path: str) -> str | None:
    folder, stem = path.split("/", 1)[0], path.rsplit("/", 1)[-1].split(".", 1)[0]
    found = _ID.fullmatch(stem)
    if found:
        kind = RECORDS[found[1]]
        moved = f"{kind.folder}/{found[2]}/{stem}.yaml"
    else:
        kind = FOLDERS.get(folder) or FOLDERS["calendar"]
        moved = f"{kind.folder}/{stem}.yaml"
    return moved if kind.id_in(moved) else None

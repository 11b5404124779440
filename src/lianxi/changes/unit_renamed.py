"""LX541（错误）：单位直接改了名，或者删了，而记录里用着原来的名称。

抓什么：合并以前的记录用过的单位名称（旧名称也算），在合并以后的 units 里既不是名称，也不是旧名称，
或者成了另一个单位的。没有一条记录用过的名称可以改（由 LX550 提醒）。

为什么：记录里写的是当时的名称。名称没有了，以前的任务、签到、批准就不知道是谁的。

怎么改：改名的，新名称写在 name，原来的名称写进 former，注明用到哪一天；撤并的，保留原来的单位，写
dissolved_on 和 successor，承接的单位另加一条。

要人定：是改名还是撤并、从哪一天起，以机构改革的文件为准。

错误：mechanism.yaml

    units:
      - {name: 省厅, full: 示例省厅, kind: 省直部门}
      - {name: 市政府, full: 示例市人民政府, kind: 市政府}
      - {name: 产业处, full: 示例省厅产业处, kind: 省直处室, parent: 省厅}
      - {name: 东县政府, full: 示例市东县人民政府, kind: 县区政府, member: true, county: 东县}
      - {name: 西区政府, full: 示例市西县人民政府, kind: 县区政府, member: true, county: 西县}
      - {name: 一局, full: 示例市第一局, kind: 政府部门, collector: true}
      - name: 二局
        full: 示例市第二局
        kind: 政府部门
        member: true
        former: [{name: 老二局, until: 2025-12-31}]
      - name: 三局
        full: 示例市第三局
        kind: 政府部门
        member: true
        dissolved_on: 2026-03-01
        successor: 四局
      - {name: 四局, full: 示例市第四局, kind: 政府部门, member: true, since: 2026-03-01}

正确：mechanism.yaml

    units:
      - {name: 省厅, full: 示例省厅, kind: 省直部门}
      - {name: 市政府, full: 示例市人民政府, kind: 市政府}
      - {name: 产业处, full: 示例省厅产业处, kind: 省直处室, parent: 省厅}
      - {name: 东县政府, full: 示例市东县人民政府, kind: 县区政府, member: true, county: 东县}
      - name: 西区政府
        full: 示例市西区人民政府
        kind: 县区政府
        member: true
        county: 西县
        former: [{name: 西县政府, until: 2026-05-05}]
      - {name: 一局, full: 示例市第一局, kind: 政府部门, collector: true}
      - name: 二局
        full: 示例市第二局
        kind: 政府部门
        member: true
        former: [{name: 老二局, until: 2025-12-31}]
      - name: 三局
        full: 示例市第三局
        kind: 政府部门
        member: true
        dissolved_on: 2026-03-01
        successor: 四局
      - {name: 四局, full: 示例市第四局, kind: 政府部门, member: true, since: 2026-03-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.fault import Loc
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.mechanism import Mechanism, Unit
from lianxi.unit_names import names, used_and_lost

RECORD = Mechanism


def compare(before: Mechanism, after: Mechanism, merge: Merge) -> Iterator[Told]:
    """Every name that the records of before use names something afterwards."""
    used = used_and_lost(before, after, merge.base.book)
    for index, unit in enumerate(before.units):
        for name in (unit.name, *(old.name for old in unit.former)):
            if name in used and name in names(after):
                yield _passed_on(name, used[name], after)
            elif name in used:
                yield _told(name, used[name], _instead(index, unit, before, after), after)


def _instead(index: int, unit: Unit, before: Mechanism, after: Mechanism) -> int | None:
    """The unit that it has become: the one that kept its name, its full name, or its place."""
    known = names(before)
    new = [place for place, each in enumerate(after.units) if each.name not in known]
    kept = [place for place, each in enumerate(after.units) if each.name == unit.name]
    full = [place for place in new if after.units[place].full == unit.full]
    same = [place for place in new if place == index]
    return next(iter((*kept, *full, *same)), None)


def _passed_on(name: str, record: str, after: Mechanism) -> Told:
    """It stands for another unit than it did."""
    index, unit = next(
        (index, unit)
        for index, unit in enumerate(after.units)
        if name == unit.name or any(name == old.name for old in unit.former)
    )
    return Told(
        f"单位名称“{name}”给了另一个单位（{unit.full}），{record} 等记录用着它",
        "改回去，一个名称只指一个单位；撤并的，保留原来的单位，写 dissolved_on 和 successor",
        ("units", index, "name" if unit.name == name else "former"),
    )


def _told(name: str, record: str, index: int | None, after: Mechanism) -> Told:
    now = after.units[index].name if index is not None else ""
    loc: Loc = ("units",) if index is None else ("units", index, "name" if now != name else "former")
    if now:
        return Told(
            f"单位“{name}”的名称没有了，{record} 等记录用着它；这一条现在是“{now}”",
            "改名的，在这个单位里写上原来的名称：\n"
            f"former:\n  - name: {name}\n    until: 用到哪一天\n"
            "撤并的，保留原来的单位，写 dissolved_on 和 successor，承接的单位另加一条",
            loc,
        )
    return Told(
        f"单位“{name}”删了，{record} 等记录用着它",
        "放回去；已经撤销的写 dissolved_on（哪一天）和 successor（承接单位），不要删",
        loc,
        at_key=True,
    )

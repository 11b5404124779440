"""LX226（错误）：同一个名称指了两样。

抓什么：mechanism.yaml 里，两个单位、单位组或工作领域同名，或者一个单位的旧名称是另一个单位现在的名称。

为什么：记录里只写名称；一个名称指两样，就不知道说的是哪一个。

怎么改：改一个名称；简称重了的，加上地名或级别区分。

要人定：哪一个改名、怎么区分，要由办公室定。

错误：mechanism.yaml

    areas:
      - name: 园区
        heading: 共建产业园区（示例）
      - name: 人才
        heading: 引进产业人才（示例）
      - name: 园区
        heading: 建设特色园区（示例）

正确：mechanism.yaml

    areas:
      - name: 园区
        heading: 共建产业园区（示例）
      - name: 人才
        heading: 引进产业人才（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.mechanism import Mechanism

RECORD = Mechanism


def judge(mechanism: Mechanism, book: Book) -> Iterator[Told]:
    """The later of two is told."""
    areas = [(area.name, "工作领域", ("areas", index, "name")) for index, area in enumerate(mechanism.areas)]
    for names in (list(_bodies(mechanism)), areas):
        seen: dict[str, str] = {}
        for name, kind, loc in names:
            if name in seen:
                yield Told(
                    f"{kind}“{name}”与前面的{seen[name]}同名",
                    "改一个名称；简称重了的，加上地名或级别区分",
                    loc,
                )
            seen.setdefault(name, kind)
    present = {unit.name for unit in mechanism.units}
    for index, unit in enumerate(mechanism.units):
        for place, old in enumerate(unit.former):
            if old.name in present:
                yield Told(
                    f"“{unit.name}”的旧名称“{old.name}”是一个单位现在的名称",
                    "核对旧名称；确实相同的，把现在那个单位的简称改得能区分",
                    ("units", index, "former", place, "name"),
                )


def _bodies(mechanism: Mechanism) -> Iterator[tuple[str, str, Loc]]:
    """Units and groups of units share one space of names."""
    for index, unit in enumerate(mechanism.units):
        yield unit.name, "单位", ("units", index, "name")
    for index, group in enumerate(mechanism.groups):
        yield group.name, "单位组", ("groups", index, "name")

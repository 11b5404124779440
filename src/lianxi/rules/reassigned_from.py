"""LX228（错误）：变更前的单位不是当时的牵头单位。

抓什么：变更牵头单位时，from 写的不是当时牵头的单位。

为什么：牵头单位一步一步接下来；中间断了，就不知道现在由谁负责。

怎么改：from 写当时的牵头单位：上一次变更的 to，没有变更过的写 lead（撤销的也可以写承接它的单位）。

要人定：当时由谁牵头，要核对变更的依据。

错误：tasks/2026/T-2026-001.yaml

    reassignments:
      - date: 2026-04-12
        from: 二局
        to: 四局
        reason: 职责调整（示例）

正确：tasks/2026/T-2026-001.yaml

    reassignments:
      - date: 2026-04-12
        from: 东县政府
        to: 四局
        reason: 职责调整（示例）
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.shown import shown
from lianxi.wording import listed

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """Each change is from a unit that leads then."""
    if not task.reassignments or _out_of_order(task):
        return  # who led before a change is not known, where they are told to be out of order
    leads = list(task.lead)
    if not {*leads, *(change.from_ for change in task.reassignments)} <= _known(book):
        return  # a name that names nothing is told by itself
    for index, change in enumerate(task.reassignments):
        place = next((at for at, lead in enumerate(leads) if change.from_ in _same(lead, book)), None)
        if place is None:
            yield Told(
                f"“{shown(change.from_)}”当时不是牵头单位，当时是{listed(leads)}",
                f"改成 from: {leads[-1]}",
                ("reassignments", index, "from"),
            )
            leads = [change.to]
        else:
            leads[place] = change.to


def _out_of_order(task: Task) -> bool:
    return any(later.date < earlier.date for earlier, later in pairwise(task.reassignments))


def _known(book: Book) -> set[str]:
    units = book.mechanism.units if book.mechanism else ()
    return {unit.name for unit in units} | {old.name for unit in units for old in unit.former}


def _same(name: str, book: Book) -> set[str]:
    """The names that stand for one unit: its own, its former ones, its successor."""
    same = {name}
    for unit in book.mechanism.units if book.mechanism else ():
        names = {unit.name, *(old.name for old in unit.former)}
        if name in names:
            same |= names | ({unit.successor} if unit.successor else set())
    return same

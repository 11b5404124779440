"""LX201（错误）：引用了不存在的记录。

抓什么：任务写的议定事项、议定事项写的会议、议程写的议题等，在记录里找不到这个编号。

为什么：来源断了，任务就不知道从哪次会议来、从哪天起算；议程和督办清单会漏掉它。

怎么改：核对编号；要引用的记录还没有建，就先建好再引用。

要人定：引用的是哪一条，要查编号。

错误：tasks/2026/T-2026-001.yaml

    resolution: R-2026-009

错误：tasks/2026/T-2026-001.yaml

    resolution: r2026-1

正确：tasks/2026/T-2026-001.yaml

    resolution: R-2026-001
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.ids import meant_id
from lianxi.near import near
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Name the id that was probably meant."""
    name = shown(fault.value)
    slip = meant_id(fault.value, fault.hints["known"])
    if slip:
        return Told(f"编号“{name}”的写法不对，是否想写 {slip}？", f"改成“{slip}”：", instead=slip)
    meant = near(fault.value, fault.hints["known"])
    if meant:
        return Told(
            f"找不到“{name}”，是否想写 {meant}？",
            f"先建好“{name}”这条记录，或者核对编号，改成“{meant}”：",
            shows=meant,
        )
    return Told(f"找不到“{name}”", "核对编号，或者先建好这条记录再引用")

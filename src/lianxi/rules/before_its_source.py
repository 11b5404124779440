"""LX409（错误）：早于它所依据的事。

抓什么：任务的交办早于它的议题收集，或者早于交办它的批示；会议或批示另定时限、变更牵头单位，
早于 basis 写的那次会议；议定事项取代了后来才议定的；会议的议程上有会后才收集的议题。
会议的召开日期和开始时间、议题的收集日期和梳理日期对得上的才比。

为什么：先有依据，后有依据它办的事；倒过来的，不是日期写错了，就是引用的编号写错了。

怎么改：核对编号和日期，改写错的那一个。

要人定：是编号写错了还是日期写错了，要核对。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A临时供水（示例）
    issue: I-2026-001
    assigned_on: 2026-01-05
    lead: 二局
    measure: |
      组织临时供水
    due: 2026-06-30

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A临时供水（示例）
    issue: I-2026-001
    assigned_on: 2026-01-15
    lead: 二局
    measure: |
      组织临时供水
    due: 2026-06-30
    reports:
      - date: 2026-04-24
        by: 二局
        text: |
          水车已到位。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the day beside that of its source."""
    slip = fault.value
    return Told(f"{said(slip)}：不会早于所依据的事", remedy(slip))

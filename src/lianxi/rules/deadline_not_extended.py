"""LX406（错误）：延期没有把时限延后。

抓什么：申请的延期，延至（new_due）的日子不晚于它所延的时限：此前批准过的看最后一次的 new_due，
没有批准过的看 due；分阶段的，各看各的阶段。会议或者批示另定的时限（写了 basis）可以提前，不在此列；
原时限从印发等事项起算的，不比。

为什么：延期是往后延；没有延后的，不是日期写错了，就是不必申请。

怎么改：对照申请和批件，改写错的日期。

要人定：延到哪一天，要对照批件。

错误：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-04-08

正确：tasks/2026/T-2026-003.yaml

    extensions:
      - requested_on: 2026-04-02
        reason: 值守人员尚未到位（示例）
        new_due: 2026-05-08
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show the deadline beside the one it extends."""
    slip = fault.value
    return Told(f"{said(slip)}：延期要往后延", remedy(slip))

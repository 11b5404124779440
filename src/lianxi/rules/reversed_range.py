"""LX126（错误）：起止颠倒。

抓什么：放假的末日早于首日；会议的结束不晚于开始，或者开了十天以上；暂缓的止早于起；
任职的止早于起，单位撤销早于设立、早于旧名称停用，联席会议的期限止早于起。

为什么：起止颠倒，中间就没有一天；工作日、会期、暂缓的天数、哪一天由谁任职都算不出来。

怎么改：核对两个日期，多半是有一个写错了。

要人定：哪一头写错了，要核对。

错误：meetings/2026/M-2026-02.yaml

    ends: 2026-05-12T08:00

错误：tasks/2026/T-2026-001.yaml

    suspensions:
      - since: 2026-04-12
        until: 2026-04-10
        reason: 等待规划调整（示例）
        approved_by:
          post: 召集人
          unit: 市政府

正确：meetings/2026/M-2026-02.yaml

    ends: 2026-05-12T10:00
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.chronology.telling import remedy, said
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """Show both ends."""
    slip = fault.value
    return Told(f"起止不对：{said(slip)}", remedy(slip))

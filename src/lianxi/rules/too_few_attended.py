"""LX320（错误）：到会的成员单位不够规定的数。

抓什么：已经召开的联席会议，到会名单上 as 写“出席”的成员单位，少于 mechanism.yaml 的 quorum 规定的数。
同一个单位来几个人都算一个；代为出席的算本单位出席；列席的不算。机构调整前后的两个单位算一个。
没有记到会情况的不查；只有一部分名单（open）的单位组，不按比例查。

为什么：到会不够数的会议不能作决定。《通知》没有规定到会的数；本联席会议的设立文件或者配置有规定的，
按规定查，没有规定的一律不查。

怎么改：核对到会名单，漏记的补上，误记成列席、请假的改过来；确实不够数的，会议不算召开，改期再开。

要人定：到会的有哪些单位，要核对签到表。

前提：mechanism.yaml

    rules:
      quorum:
        basis: 配置
        share: 过半数

错误：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例甲
        unit: 市政府
        as: 出席
      - person: 示例丙
        unit: 东县政府
        as: 出席
      - person: 示例丁
        unit: 西县政府
        as: 出席
      - person: 示例戊
        unit: 二局
        as: 列席

正确：meetings/2026/M-2026-01.yaml

    attendance:
      - person: 示例甲
        unit: 市政府
        as: 出席
      - person: 示例丙
        unit: 东县政府
        as: 出席
      - person: 示例丁
        unit: 西县政府
        as: 出席
      - person: 示例戊
        unit: 二局
        as: 出席
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.assembly import all_known, countable, needed, present, seats
from lianxi.status.meeting import PLENARY
from lianxi.terms import Term
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Enough members came to a plenary whose attendance is on record."""
    if meeting.held_on is None or not meeting.attendance or meeting.kind != PLENARY:
        return
    of = now.terms.settled("quorum", "of")
    seated = seats(now, meeting.held_on, of.value if of else None)
    quorum = _quorum(seated, now, of.value if of else None)
    came = present(meeting, seated, now)
    if quorum is None or len(came) >= quorum.value or not all_known(meeting, now):
        return
    away = [name for name in seated if name not in came]
    whose = of.value if of else "成员单位"
    yield Told(
        f"{whose}有{len(seated)}个，出席的只有{len(came)}个，不够规定的{quorum.value}个",
        f"名单上没有出席的是{listed(away)}。漏记的在 attendance 里补上，误记的把 as 改成 出席：\n"
        f"  - person: 姓名\n    unit: {away[0]}\n    as: 出席\n"
        "确实不够数的，会议不算召开：删去 held_on，改期再开",
        ("attendance",),
        at_key=True,
        basis=quorum.basis,
    )


def _quorum(seated: tuple[str, ...], now: Situation, of: str | None) -> Term[int] | None:
    """The largest number that is settled; none where there is nobody to count."""
    total, settled = len(seated), now.terms.settled
    found = []
    if (units := settled("quorum", "min_units")) and total:
        found.append(units)
    if countable(now, of) and total:
        if share := settled("quorum", "share"):
            found.append(Term(needed(share.value, total), share.basis))
        if part := settled("quorum", "min_share"):
            found.append(Term(math.ceil(total * Fraction(str(part.value))), part.basis))
    return max(found, key=lambda term: term.value, default=None)

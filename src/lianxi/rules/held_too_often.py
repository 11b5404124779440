"""LX319（提醒）：一年里的联席会议超过了规定的次数。

抓什么：今年（或以后某一年）已经召开和安排的联席会议，超过规定的每年最多次数。

为什么：一年最多开几次，各联席会议规定不同，《通知》没有规定；mechanism.yaml 的 cadence 写了 max_per_year、
又没有写可以临时召开（extra: true）的才提醒。取消的不算，专题工作会议和联络员会议不算；过去的年份不再提醒。

怎么改：可以推到下一年的改期；只研究具体事项的，改开专题工作会议；规定可以临时召开的，补上 extra: true。

要人定：开不开，由召集人定。

错误：mechanism.yaml

    rules:
      cadence:
        basis: 制度
        clause: 三
        max_per_year: 1

正确：mechanism.yaml

    rules:
      cadence:
        basis: 制度
        clause: 三
        max_per_year: 2
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.mechanism import Mechanism
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, meeting_day
from lianxi.wording import listed

RECORD = Mechanism


def measure(mechanism: Mechanism, now: Situation) -> Iterator[Told]:
    """No running or coming year has more plenaries than are settled."""
    most, extra = now.terms.settled("cadence", "max_per_year"), now.terms.settled("cadence", "extra")
    if most is None or (extra is not None and extra.value):
        return
    for year, ids in sorted(_by_year(now).items()):
        if year >= now.today.year and len(ids) > most.value:
            yield Told(
                f"每年最多召开{most.value}次联席会议，{year}年有{len(ids)}次：{listed(ids)}",
                "核对会议种类和日期；可以推到下一年的改期，规定可以临时召开的在 cadence 里补上 extra: true",
                now.terms.where("cadence", "max_per_year"),
                basis=most.basis,
            )


def _by_year(now: Situation) -> dict[int, list[str]]:
    years: dict[int, list[str]] = defaultdict(list)
    for meeting in now.book.meetings.values():
        day = meeting_day(meeting)
        if meeting.kind == PLENARY and not meeting.cancelled and day is not None:
            years[day.year].append(meeting.id)
    return years

"""LX542（错误）：用过的年份，节假日安排改了。

抓什么：calendar 里一个年份的放假或者上班的日子改了，而合并以前的记录已经按它算过：
按工作日算的时限、汇报材料和会议通知的期限、印发纪要的期限、催办的日子；依据（source）还是原来的。没有用过的年份可以改，
新增一个年份、补文号、改节日名称都可以。

为什么：日子一改，已经印发的时限、已经发出的催办跟着变，谁逾期就说不清了。

怎么改：改回去；国务院办公厅确实调整了安排的，source 一起改成调整的那个通知
（title、doc_no 或者 published_on），这样改不算；时限由此变动的任务另行延期。

要人定：以公布的放假安排为准；已经印发的时限要不要变，由会议或者批准延期的人定。

错误：calendar/2026.yaml

    work:
      - 2026-01-04
      - 2026-02-14
      - 2026-05-09
      - 2026-09-20
      - 2026-10-10

正确：calendar/2026.yaml

    source:
      title: 国务院办公厅关于2026年部分节假日安排的通知（示例）
      doc_no: 国办发明电〔2025〕7号
      published_on: 2025-11-04
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.differing import differences
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.calendar import Calendar
from lianxi.status.reckoning import reckoned_in
from lianxi.workdays import Workdays

RECORD = Calendar
_NAMES_IT = ("title", "doc_no", "published_on")
"""What a notice is known by."""
_DAYS = ("off", "work")
_SHOWN = 3


def compare(before: Calendar, after: Calendar, merge: Merge) -> Iterator[Told]:
    """Days off and at work stay what they were once something was counted by them."""
    year = before.year
    was, now = (Workdays({year: each}) for each in (before, after))
    if was.workdays_of(year) == now.workdays_of(year) or _has_new_source(before, after):
        return
    users = reckoned_in(year, merge.base)
    if users:
        first = next(each for each in differences(before, after) if each.key in _DAYS)
        others = f"等{len(users)}条" if len(users) > _SHOWN else ""
        yield Told(
            f"{year}年的节假日安排改了，{'、'.join(users[:_SHOWN])}{others}已经按它算过日子：{first.said}",
            "改回去；国务院办公厅确实调整了放假安排的，source 一起改成调整的那个通知，写它的 title（标题）、"
            "doc_no（文号）或者 published_on（发布日期）；时限由此变动的任务另行延期：lianxi extend",
            first.place,
            at_key=first.at_key,
        )


def _has_new_source(before: Calendar, after: Calendar) -> bool:
    """Whether another notice is named from which the days come."""
    old, new = before.source, after.source
    return any(getattr(new, key) not in (None, getattr(old, key)) for key in _NAMES_IT)

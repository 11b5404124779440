"""LX345（错误）：给上级单位发了督办通知单。

抓什么：督办通知单发给了办公室的上级：召集这个联席会议的上级单位，或者它的处室。

为什么：办公室督办的是本级和下级单位；请上级单位的处室办事，用提请函。《通知》没有规定催办的形式，
这是 lianxi 的默认。

怎么改：form 改成 提请函，编号按提请函另编。

要人定：发出去的是哪一种，要对照存底。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水项目立项指导（示例）
    resolution: R-2026-001
    lead: 产业处
    measure: |
      指导办理立项手续
    due: 2026-04-10
    reports:
      - date: 2026-04-20
        by: 产业处
        text: |
          正在会签。
    notices:
      - date: 2026-04-13
        form: 提醒
        reply_by: 2026-04-15
      - no: 1
        date: 2026-04-27
        form: 督办通知单
        reply_by: 2026-05-08

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水项目立项指导（示例）
    resolution: R-2026-001
    lead: 产业处
    measure: |
      指导办理立项手续
    due: 2026-04-10
    reports:
      - date: 2026-04-20
        by: 产业处
        text: |
          正在会签。
    notices:
      - date: 2026-04-13
        form: 提醒
        reply_by: 2026-04-15
      - no: 1
        date: 2026-04-27
        form: 提请函
        reply_by: 2026-05-08
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.chasing import REQUEST, SHEET, above_office, next_number
from lianxi.rule import Told
from lianxi.schema.task import Notice, Task
from lianxi.situation import Situation
from lianxi.status.task import standing_on
from lianxi.terms import DEFAULT

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """A 督办通知单 goes to nobody the office has to look up to."""
    for index, notice in enumerate(task.notices):
        if notice.form != SHEET:
            continue
        lead = standing_on(task, notice.date, now).lead[0]
        over = above_office(lead, now)
        if over is not None:
            of = "" if over == lead else f"（属于{over}）"
            yield Told(
                f"督办通知单发给了{lead}{of}，它是办公室的上级单位",
                f"改成 form: {REQUEST}{_number(notice, now)}",
                ("notices", index, "form"),
                basis=DEFAULT,
            )


def _number(notice: Notice, now: Situation) -> str:
    """A number of its own, where that of the sheet is taken among the requests of the year."""
    year = notice.date.year
    if (REQUEST, year, notice.no) not in now.book.numbered_notices:
        return ""
    return f"，编号按提请函另编：no: {next_number(REQUEST, year, now)}"

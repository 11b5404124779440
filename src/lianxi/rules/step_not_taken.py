"""LX427（提醒）：该走的下一步催办没有走。

抓什么：任务逾期，牵头单位有过回音，而本联席会议定的催办次序（escalation 的 steps）里的下一步，
到了日子还没有走（已经有回音的，不要求再提醒）。第一步从时限算起，以后各步从上一次的反馈期限算起。
到期以来没有任何回音的，按 LX423 提醒；久无报告的按 LX424；
暂缓的、待上级批复的、延期申请还没有答复的、退办后还在重办期限里的不提醒。

为什么：有过一次回音，又没有了下文，最容易漏掉。次序是本联席会议的配置。

怎么改：发出下一步的催办，记在 notices 里；已经发了没有记的补记；牵头单位能定下时间的，按规定办延期。

要人定：发没发、什么时候发的，要对照存底。

错误：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-04-15
    reports:
      - date: 2026-04-20
        by: 二局
        text: |
          正在测算。
    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
        replied_on: 2026-04-20

正确：tasks/2026/T-2026-004.yaml

    id: T-2026-004
    title: 示例园区A供水价格测算（示例）
    resolution: R-2026-001
    lead: 二局
    measure: |
      测算供水价格
    due: 2026-04-15
    reports:
      - date: 2026-04-20
        by: 二局
        text: |
          正在测算。
    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
        replied_on: 2026-04-20
      - no: 1
        date: 2026-05-04
        form: 督办通知单
        reply_by: 2026-05-08
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.chasing import REMINDER, next_step, notice_lines
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.deadline import deadline_loc
from lianxi.status.silence import is_awaited, restarted_on, silence_of
from lianxi.status.task import OVERDUE, TaskStanding, task_standing
from lianxi.wording import short_date

RECORD = Task


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """The day of the next step is past, and nothing graver is told."""
    standing = task_standing(task, now)
    if standing.level != OVERDUE or not _is_to_be_chased(standing, now):
        return
    found = next_step(standing, now)
    if found is None or found.form == REMINDER or found.day >= now.today:
        return
    form, day = found.form, found.day
    head = "" if task.notices else "\nnotices:"
    entry = notice_lines(form, now.today, now).replace("\n", "\n  ")
    yield Told(
        f"任务逾期{standing.late}天，{short_date(day, now.today)}起应当用“{form}”催办，还没有记录",
        f"发出后（已经发了的补记）在 notices（催办）下面写上，日期写实际发出的那一天：{head}\n  {entry}",
        ("notices", len(task.notices) - 1, "form") if task.notices else deadline_loc(task, standing.stage),
        basis=now.terms.steps.basis,
    )


def _is_to_be_chased(standing: TaskStanding, now: Situation) -> bool:
    again = restarted_on(standing.task)
    waits = not is_awaited(standing) or standing.pending is not None
    return not waits and (again is None or again < now.today) and silence_of(standing, now) is None

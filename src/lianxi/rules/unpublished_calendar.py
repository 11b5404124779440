"""LX428（提醒）：时限算到了还没有放假安排的年份。

抓什么：没有办完的任务按工作日计时，算到了 calendar 里没有放假安排的一年。一年只提醒一次，
记在第一个这样的任务上。

为什么：放假调休每年由国务院办公厅公布，没有入库的年份只能按周一至周五推算（暂定），算出的时限可能差几天。

怎么改：放假安排公布以后，加上这一年的 calendar 文件。公布以前不用改，时限按暂定的显示。

要人定：哪几天放假、哪几天上班，要照国务院办公厅的通知抄录。

错误：tasks/2026/T-2026-001.yaml

    due:
      workdays: 10
      after: 2026-12-25
    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。

正确：tasks/2026/T-2026-001.yaml

    due:
      workdays: 10
      after: 2026-12-01
    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.horizon import first_beyond, years_beyond
from lianxi.status.task import task_standing
from lianxi.terms import DEFAULT
from lianxi.wording import full_date

RECORD = Task
_FORM = """year: {year}
source:
  title: 国务院办公厅关于{year}年部分节假日安排的通知
  doc_no: ……（文号）
  published_on: ……（发布日期，如 {before}-11-04）
off:
  - name: 元旦
    from: {year}-01-01
    to: ……（如 {year}-01-03，其余节日照此写）
work: []"""


def lapse(task: Task, now: Situation) -> Iterator[Told]:
    """Each year without a calendar is told at the first task that runs into it."""
    for year in years_beyond(task, now):
        if first_beyond(now)[year] == task.id:
            due = task_standing(task, now).due
            assert due is not None  # noqa: S101 - it was counted
            yield Told(
                f"{year}年的放假安排没有入库，时限按周一至周五推算为{full_date(due)}（暂定）",
                f"国务院办公厅公布以后，新建 calendar/{year}.yaml，照通知写（调休上班的日子列在 work 下面）："
                f"\n{_FORM.format(year=year, before=year - 1)}\n公布以前不用改",
                ("due",),
                at_key=True,
                basis=DEFAULT,
            )

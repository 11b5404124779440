"""LX223（错误）：督办通知单或提请函的编号重了。

抓什么：同一年里，两份督办通知单（或两份提请函）的编号相同。两种各自按年编号，可以空号，不能重号。

为什么：编号是发文和回执对得上的依据；重了就不知道回的是哪一份。

怎么改：后发的改成下一个编号。

要人定：哪一份是后发的，要对照发出的文书。

错误：tasks/2026/T-2026-001.yaml

    notices:
      - no: 1
        date: 2026-04-16
        form: 督办通知单
      - no: 1
        date: 2026-04-20
        form: 督办通知单

正确：tasks/2026/T-2026-001.yaml

    notices:
      - no: 1
        date: 2026-04-16
        form: 督办通知单
      - no: 2
        date: 2026-04-20
        form: 督办通知单
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Task

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """The later notice, by task and place, is told of the first."""
    for index, notice in enumerate(task.notices):
        if notice.no is None:
            continue
        year = notice.date.year
        first, place = book.numbered_notices[notice.form, year, notice.no][0]
        if (first, place) != (task.id, index):
            used = [no for form, of, no in book.numbered_notices if (form, of) == (notice.form, year)]
            yield Told(
                f"{year}年{notice.form}第{notice.no}号已经有了：{first}",
                f"核对编号；如果是新的一份，改成 no: {max(used) + 1}",
                ("notices", index, "no"),
            )

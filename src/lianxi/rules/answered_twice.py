"""LX125（错误）：延期的答复写得不全或者互相矛盾。

抓什么：一次延期既批准又不同意；只写了批准人没有日期，或者只写了日期没有批准人；或者这次延期一个日期也没有。

为什么：批准了才改时限；答复不清楚，就说不清现在按哪一天计时。

怎么改：批准的写 approved_by 和 approved_on；不同意的写 refused_by、refused_on 和 why；两样只留一样。

要人定：批准了没有、谁在哪一天批的，要查批件。

错误：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-08
        reason: 管材到货推迟（示例）
        new_due: 2026-04-30
        approved_on: 2026-04-09

正确：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-08
        reason: 管材到货推迟（示例）
        new_due: 2026-04-30
        approved_by:
          post: 联络员
          unit: 一局
        approved_on: 2026-04-09
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.task import Extension, Task

RECORD = Task


def judge(task: Task, book: Book) -> Iterator[Told]:
    """Each extension has a day and at most one whole answer."""
    for index, extension in enumerate(task.extensions):
        for key, message, remedy in _slips(extension):
            place = ("extensions", index, key) if key else ("extensions", index)
            yield Told(message, remedy, place, at_key=True)


def _slips(extension: Extension) -> Iterator[tuple[str, str, str]]:
    if extension.requested_on is None and extension.date is None:
        yield (
            "",
            "这次延期没有日期",
            "自己申请的补上 requested_on: 2026-04-17；会议或上级定的补上 date: 2026-04-17",
        )
    approved = extension.approved_by or extension.approved_on
    refused = extension.refused_by or extension.refused_on
    if approved and refused:
        key = "refused_on" if extension.refused_on else "refused_by"
        yield (
            key,
            "这次延期既批准又不同意",
            "只留一样：批准的删去 refused_by、refused_on，不同意的删去 approved_by、approved_on",
        )
        return
    for word, by, on, who, day in (
        ("批准", "approved_by", "approved_on", extension.approved_by, extension.approved_on),
        ("不同意", "refused_by", "refused_on", extension.refused_by, extension.refused_on),
    ):
        if day and not who:
            yield (
                on,
                f"写了{word}的日期，没有写是谁{word}的",
                f"补上一行：{by}: 联络员（几个单位都有的，写 post 和 unit）",
            )
        if who and not day:
            yield by, f"写了谁{word}，没有写{word}的日期", f"补上一行：{on}: 2026-04-17"

"""LX124（错误）：对接没有写同谁、在哪一天。

抓什么：一次对接没有写处室（division）或单位（unit），或者两样都写了；或者去函日期、回复日期都没有。

为什么：同省厅处室对接过没有，关系到议题能不能上会；没有对象和日期就认不出来。

怎么改：省厅处室写 division，市、县单位写 unit，只写一样；去函的日期写 asked_on，回复的日期写 date。

要人定：同谁对接、在哪一天，要查对接时的材料。

错误：issues/2026/I-2026-003.yaml

    consultations:
      - date: 2026-04-24
        opinion: |
          同意。

正确：issues/2026/I-2026-003.yaml

    consultations:
      - division: 产业处
        date: 2026-04-24
        opinion: |
          同意。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.issue import Issue

RECORD = Issue


def judge(issue: Issue, book: Book) -> Iterator[Told]:
    """One who was asked, and a day."""
    for index, consultation in enumerate(issue.consultations):
        place = ("consultations", index)
        if consultation.division and consultation.unit:
            yield Told(
                f"一次对接同时写了处室“{consultation.division}”和单位“{consultation.unit}”",
                "一次只写一个：省厅处室留 division，市、县单位留 unit；两家都问过的分成两条",
                (*place, "unit"),
                at_key=True,
            )
        elif not consultation.division and not consultation.unit:
            yield Told(
                "这次对接没有写同谁对接",
                "补上一行：division: ……（省厅处室），或者 unit: ……（市、县单位）",
                place,
            )
        if consultation.asked_on is None and consultation.date is None:
            yield Told(
                "这次对接没有日期",
                "补上一行：asked_on: 2026-04-17（去函日期），或者 date: 2026-04-17（回复日期）",
                place,
            )

"""LX127（错误）：节假日安排里有别的年份的日子。

抓什么：一年的放假调休里，有的日子不在这一年。

为什么：工作日按年查；写到别的年份里的日子查不到，时限就会算错。

怎么改：核对年份；跨年的假期，各年的日子写在各年的文件里。

要人定：是年份写错了还是放错了文件，要对照放假通知。

错误：calendar/2026.yaml

    work:
      - 2025-01-26

正确：calendar/2026.yaml

    work:
      - 2026-01-04
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.calendar import Calendar

RECORD = Calendar


def judge(calendar: Calendar, book: Book) -> Iterator[Told]:
    """Every day lies in the year of the file."""
    for index, off in enumerate(calendar.off):
        for key, day in (("from", off.from_), ("to", off.to)):
            if day.year != calendar.year:
                yield Told(
                    f"“{off.name}”的 {day} 不在{calendar.year}年",
                    f"核对年份；跨年的假期，{day.year}年的日子写在 calendar/{day.year}.yaml 里",
                    ("off", index, key),
                )
                break
    for index, day in enumerate(calendar.work):
        if day.year != calendar.year:
            yield Told(
                f"调休上班的 {day} 不在{calendar.year}年",
                f"核对年份；{day.year}年的日子写在 calendar/{day.year}.yaml 里",
                ("work", index),
            )

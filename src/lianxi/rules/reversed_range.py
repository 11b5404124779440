"""LX126（错误）：起止颠倒。

抓什么：放假的末日早于首日，会议的结束不晚于开始，或者暂缓的止早于起。

为什么：起止颠倒，中间就没有一天；工作日、会期、暂缓的天数都算不出来。

怎么改：核对两个日期，多半是有一个写错了。

要人定：哪一头写错了，要核对。

错误：meetings/2026/M-2026-02.yaml

    ends: 2026-05-12T08:00

错误：tasks/2026/T-2026-001.yaml

    suspensions:
      - since: 2026-04-12
        until: 2026-04-10
        reason: 等待规划调整（示例）
        approved_by:
          post: 召集人
          unit: 市政府

正确：meetings/2026/M-2026-02.yaml

    ends: 2026-05-12T10:00
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.calendar import Calendar
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task

RECORD = Calendar | Meeting | Task


def judge(record: Calendar | Meeting | Task, book: Book) -> Iterator[Told]:
    """No end before its beginning."""
    for loc, first, last, keys in _ranges(record):
        yield Told(f"起止颠倒：从{first}到{last}", f"核对 {keys[0]} 和 {keys[1]}，改正写错的那一个", loc)


def _ranges(record: Calendar | Meeting | Task) -> Iterator[tuple[Loc, str, str, tuple[str, str]]]:
    if isinstance(record, Calendar):
        for index, off in enumerate(record.off):
            if off.to < off.from_:
                yield ("off", index, "to"), str(off.from_), str(off.to), ("from", "to")
    elif isinstance(record, Meeting):
        if record.starts and record.ends and record.ends <= record.starts:
            first, last = (when.strftime("%Y-%m-%dT%H:%M") for when in (record.starts, record.ends))
            yield ("ends",), first, last, ("starts", "ends")
    else:
        for index, pause in enumerate(record.suspensions):
            if pause.until and pause.until < pause.since:
                yield ("suspensions", index, "until"), str(pause.since), str(pause.until), ("since", "until")

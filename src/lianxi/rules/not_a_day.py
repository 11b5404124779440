"""LX105（错误）：认不出日期。

抓什么：日期不是“2026-06-30”这个写法，或者历法上没有这一天。

为什么：提前几天提醒、逾期几天，都要从一个确定的日期算起；认不出日期就没法计时。

怎么改：写成“年-月-日”，月、日各两位。完成时限在文件里写“年底前”的，due 写日期，due_text 写原话。

要人定：是哪一天，要查原件。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-06-31

错误：tasks/2026/T-2026-001.yaml

    due: 年底前

错误：tasks/2026/T-2026-001.yaml

    due: 2026-12

错误：tasks/2026/T-2026-001.yaml

    due: 纪要印发后20个工作日内

正确：tasks/2026/T-2026-001.yaml

    due: 2026-12-31
    due_text: 年底前
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import pasted, shown
from lianxi.spoken import event_in, last_day, month_in, printed, span_in

_DAY = re.compile(
    r"([0-9]{4})(?:\s*[-/.年\s]\s*([0-9]{1,2})\s*[-/.月\s]\s*([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
    r"(?![0-9])\s*[日号]?.*"
)
_STANDING = ("长期", "持续", "常态", "经常")
_LAST_MONTH = 12


def word(fault: Fault, entry: Entry) -> Told:
    """Say which day was probably meant, and how the paper's own words are kept."""
    text = str(fault.value).strip()
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    found = _DAY.fullmatch(text)
    if found:
        year, month, day = (int(part) for part in found.groups() if part)
        return _written(text, key, year, month, day)
    alone = month_in(text)
    if alone and not 1 <= alone[1] <= _LAST_MONTH:
        return _written(text, key, alone[0] or _year(entry), alone[1], 1)
    if key != "due" or "papers" in fault.loc:
        return _dated(text, key, last_day(text, _year(entry)), whole=alone is None)
    lines = None if "milestones" in fault.loc else _undated(text)
    if lines:
        return Told(f"时限“{shown(text)}”认不出日期", lines)
    return _said(text, last_day(text, _year(entry)))


def _undated(text: str) -> str | None:
    """The lines of a deadline that is no day: a standing duty, or so long after an event."""
    if text.startswith(_STANDING):
        return "长期的任务改成：\ndue: 长期坚持\nreport_every:\n  months: 3"
    span = span_in(text)
    if span is None:
        return None
    event = event_in(text)
    return f"从{event}之日起算的改成：\ndue:\n  {span[0]}: {span[1]}\n  after: {event}"


def _written(text: str, key: str, year: int, month: int, day: int) -> Told:
    if not 1 <= month <= _LAST_MONTH:
        return Told(
            f"{named(key)}“{shown(text)}”：没有{month}月", f"月份写01到12，如 {key}: {year:04d}-12-31"
        )
    last = monthrange(year, month)[1] if year else 1
    if not 1 <= day <= last:
        return Told(
            f"{named(key)}“{shown(text)}”：{month}月没有{day}日",
            f"核对日期；{year}年{month}月的最后一天是 {key}: {year:04d}-{month:02d}-{last:02d}",
        )
    return Told(f"{named(key)}“{shown(text)}”不是日期的写法", f"改成 {key}: {date(year, month, day)}")


def _dated(text: str, key: str, day: date | None, *, whole: bool) -> Told:
    message = f"{named(key)}“{shown(text)}”"
    if not whole:
        return Told(f"{message}没有写是哪一日", f"补上日，照这个样子写（日换成实际的）：{key}: {day}")
    return Told(f"{message}认不出日期", f"写成“年-月-日”：{key}: {day or '2026-12-31'}")


def _said(text: str, day: date | None) -> Told:
    check = "" if day else "（换成实际的日期）"
    words = printed(text)
    lines = f"due: {day or '2026-12-31'}\ndue_text: {pasted(words)}"
    return Told(
        f"时限“{shown(text)}”认不出日期",
        f"文件里照印“{shown(words)}”，计时要有一个日期{check}。改成：\n{lines}",
    )


def _year(entry: Entry) -> int:
    found = re.search(r"[0-9]{4}", entry.id or "")
    return int(found[0]) if found else 2026

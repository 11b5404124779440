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
from dataclasses import replace
from datetime import date

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import pasted, shown
from lianxi.spoken import Written, day_in, event_in, last_day, month_in, printed, span_in

_STANDING = ("长期", "持续", "常态", "经常")
_BY = frozenset({"due", "new_due", "reply_by", "redo_by", "bring_back_by"})
"""A day before which something is done: 6月30日前 includes that day."""
_LAST_MONTH = 12


def word(fault: Fault, entry: Entry) -> Told:
    """Say which day was probably meant, and how the paper's own words are kept."""
    text = str(fault.value).strip()
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    if found := day_in(text):
        return _written(text, key, found)
    alone = month_in(text)
    if alone and not 1 <= alone[1] <= _LAST_MONTH:
        return _written(text, key, Written(alone[0] or _year(entry), alone[1], 1, alone=False))
    if key != "due" or "papers" in fault.loc:
        return _dated(text, key, last_day(text, _year(entry)), whole=alone is None)
    if "milestones" not in fault.loc:
        if text.startswith(_STANDING):
            lines = "长期坚持\nreport_every:\n  months: 3"
            return Told(f"时限“{shown(text)}”认不出日期", "长期的任务改成：", shows=lines)
        if span := span_in(text):
            event = event_in(text)
            lines = f"\n  {span[0]}: {span[1]}\n  after: {event}"
            return Told(f"时限“{shown(text)}”认不出日期", f"从{event}之日起算的改成：", shows=lines)
    return _said(text, last_day(text, _year(entry)))


def _written(text: str, key: str, said: Written) -> Told:
    """A day that is written otherwise, or that the calendar does not have."""
    message = f"{named(key)}“{shown(text)}”"
    if not 1 <= said.month <= _LAST_MONTH:
        example = replace(said, month=12, day=31)
        return Told(f"{message}：没有{said.month}月", "月份写01到12，如：", shows=str(example))
    if said.year and not said.exists:
        end = replace(said, day=monthrange(said.year, said.month)[1])
        return Told(
            f"{message}：{said.month}月没有{said.day}日",
            f"核对日期；{said.year}年{said.month}月的最后一天写成：",
            shows=str(end),
        )
    sure = said.alone and said.exists and ("前" not in text or key in _BY)
    return Told(f"{message}不是日期的写法", "改成：", instead=str(said) if sure else None, shows=str(said))


def _dated(text: str, key: str, day: date | None, *, whole: bool) -> Told:
    message = f"{named(key)}“{shown(text)}”"
    if not whole:
        return Told(f"{message}没有写是哪一日", "补上日，照这个样子写（日换成实际的）：", shows=str(day))
    hint = "" if day else "（换成实际的日期）"
    return Told(f"{message}认不出日期", f"写成“年-月-日”{hint}：", shows=str(day or "2026-12-31"))


def _said(text: str, day: date | None) -> Told:
    check = "" if day else "（换成实际的日期）"
    words = printed(text)
    return Told(
        f"时限“{shown(text)}”认不出日期",
        f"文件里照印“{shown(words)}”，计时要有一个日期{check}。改成：",
        shows=f"{day or '2026-12-31'}\ndue_text: {pasted(words)}",
    )


def _year(entry: Entry) -> int:
    found = re.search(r"[0-9]{4}", entry.id or "")
    return int(found[0]) if found else 2026

"""LX105（错误）：认不出日期。

抓什么：日期不是“2026-06-30”这个写法，或者历法上没有这一天。

为什么：提前几天提醒、逾期几天，都要从一个确定的日期算起；认不出日期就没法计时。

怎么改：写成“年-月-日”，月、日各两位。完成时限在文件里写“年底前”的，due 写日期，due_text 写原话。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-06-31

错误：tasks/2026/T-2026-001.yaml

    due: 年底前

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

_DAY = re.compile(r"([0-9]{4})\s*[-/.年]?\s*([0-9]{1,2})\s*[-/.月]?\s*([0-9]{1,2})\s*[日号]?.*")
_MONTH_DAY = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号].*")
_MONTH_END = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月(?:底|末|份|内|前)?.*")
_SPAN = re.compile(r"([0-9]+)(?:个(工作日|月)|(?:(工作日|日|天)(?=以?内|之内))).*")
_KEYS = {"工作日": "workdays", "日": "days", "天": "days", "月": "months"}
_MONTHS = {"年底": 12, "年末": 12, "年内": 12, "上半年": 6, "年中": 6}
_QUARTERS = {"一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_STANDING = ("长期", "持续", "常态", "经常")
_LAST_MONTH = 12


def word(fault: Fault, entry: Entry) -> Told:
    """Say which day was probably meant, and how the paper's own words are kept."""
    text = str(fault.value).strip()
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    found = _DAY.fullmatch(text)
    if found:
        return _written(text, key, int(found[1]), int(found[2]), int(found[3]))
    deadline = key == "due" and "papers" not in fault.loc
    if deadline and "milestones" not in fault.loc and text.startswith(_STANDING):
        return Told(
            f"时限“{shown(text)}”认不出日期",
            f"长期的任务改成：\n{key}: 长期坚持\nreport_every:\n  months: 3",
        )
    spelt = _SPAN.fullmatch(text)
    if deadline and spelt and "milestones" not in fault.loc:
        return Told(
            f"时限“{shown(text)}”认不出日期",
            f"从印发之日起算的改成：\n{key}:\n  {_KEYS[spelt[2] or spelt[3]]}: {spelt[1]}\n  after: 印发",
        )
    day = _spoken(text, _year(entry))
    return _said(text, key, day, deadline=deadline)


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


def _said(text: str, key: str, day: date | None, *, deadline: bool) -> Told:
    message = f"{'时限' if deadline else named(key)}“{shown(text)}”认不出日期"
    sample = day or "2026-12-31"
    if not deadline:
        return Told(message, f"写成“年-月-日”：{key}: {sample}")
    check = "" if day else "（换成实际的日期）"
    lines = f"{key}: {sample}\ndue_text: {pasted(text)}"
    return Told(message, f"文件里照印“{shown(text)}”，计时要有一个日期{check}。改成：\n{lines}")


def _spoken(text: str, year: int) -> date | None:
    """The last day of what people say: 年底前, 6月底前, 6月30日前, 一季度."""
    if found := _MONTH_DAY.fullmatch(text):
        year, month, day = int(found[1] or year), int(found[2]), int(found[3])
        if 1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(year, month)[1]:
            return date(year, month, day)
        return None
    named_year = re.match(r"([0-9]{4})年?", text)
    year = int(named_year[1]) if named_year else year
    if found := _MONTH_END.fullmatch(text):
        return _month_end(year, int(found[2]))
    for words in (_QUARTERS, _MONTHS):
        for said, month in words.items():
            if said in text:
                return _month_end(year, month)
    return None


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= _LAST_MONTH and year else None


def _year(entry: Entry) -> int:
    found = re.search(r"[0-9]{4}", entry.id or "")
    return int(found[0]) if found else 2026

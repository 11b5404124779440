"""How a decision reads: 由…牵头，…配合，于…前完成…."""

from __future__ import annotations

from datetime import date

from lianxi.book import Book
from lianxi.schema.base import Duration
from lianxi.schema.deadline import STANDING, Counted, Milestone
from lianxi.schema.meeting import Proposed
from lianxi.schema.resolution import Resolution
from lianxi.wording import flat, full_date, listed

_EVENTS = {"印发": "纪要印发后", "召开": "会议召开后", "交办": "交办后"}


def counted_text(due: Counted) -> str:
    """纪要印发后20个工作日内."""
    start = f"{full_date(due.after)}后" if isinstance(due.after, date) else _EVENTS[due.after]
    if due.workdays:
        return f"{start}{due.workdays}个工作日内"
    return f"{start}{due.days}日内" if due.days else f"{start}{due.months}个月内"


def length_text(length: Duration) -> str:
    """20个工作日, 30天, 3个月."""
    if length.workdays:
        return f"{length.workdays}个工作日"
    return f"{length.days}天" if length.days else f"{length.months}个月"


def day_text(due: date, text: str | None, year: int | None) -> str:
    """2026年底前, 6月30日前: the year of ``due`` precedes, unless it is the year spoken of."""
    head = "" if due.year == year else f"{due.year}年"
    if text:
        said = text.removeprefix(str(due.year)).removeprefix("年") if text.startswith(str(due.year)) else text
        if said.startswith("底"):  # 2026年底前 was written with its year
            said = f"年{said}"
        return f"{head.removesuffix('年')}{said}" if said.startswith("年") else f"{head}{said}"
    return f"{head}{due.month}月{due.day}日前"


def leads_text(leads: tuple[str, ...], support: tuple[str, ...]) -> str:
    """由A负责; 由A牵头，B、C配合; 由A、B共同牵头."""
    if len(leads) > 1:
        head = f"由{listed(leads)}共同牵头"
    else:
        head = f"由{leads[0]}牵头" if support else f"由{leads[0]}负责"
    return f"{head}，{listed(support)}配合" if support else head


def proposed_text(proposed: Proposed, year: int | None) -> str:
    """One 提请会议议定事项 as a clause, without its closing full stop."""
    parts = [flat(proposed.text)] if proposed.text else []
    if proposed.lead:
        parts.append(leads_text(proposed.lead, proposed.support))
    measure = flat(proposed.measure) if proposed.measure else proposed.title or ""
    parts.append(_deadline(proposed, year) + measure)
    if proposed.milestones:
        parts[-1] += f"：{stages_text(proposed.milestones, year)}"
    if proposed.due == STANDING:
        parts.append(f"并{STANDING}")
    if not proposed.text and proposed.outcome and not proposed.lead:
        parts.insert(0, "该事项暂缓研究" if proposed.outcome == "暂缓" else proposed.outcome)
    return "，".join(part for part in parts if part)


def deferral_lines(resolution: Resolution, book: Book) -> str:
    """``deferred`` as it is to be pasted, with the unit that presented the item."""
    meeting = book.meetings.get(resolution.meeting)
    units = [item.presenter for item in meeting.agenda if item.no == resolution.item] if meeting else []
    units += [unit.name for unit in book.mechanism.units] if book.mechanism else []
    unit = next((name for name in units if name), "单位简称")
    return f"deferred:\n  condition: 需补充什么\n  unit: {unit}"


def stages_text(milestones: tuple[Milestone, ...], year: int | None) -> str:
    """6月30日前完成…，9月30日前签订…."""
    return "，".join(day_text(stage.due, stage.due_text, year) + stage.title for stage in milestones)


def _deadline(proposed: Proposed, year: int | None) -> str:
    due = proposed.due
    if isinstance(due, date):
        return day_text(due, proposed.due_text, year)
    return counted_text(due) if isinstance(due, Counted) else ""

"""What a notice on one task says: the ladder's next step, or the one recorded today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lianxi.book import Book
from lianxi.obligations.chasing import CONVENER, REMINDER, REQUEST, SHEET, next_number, next_step
from lianxi.reports import notice_text
from lianxi.reports.last_word import stuck
from lianxi.reports.office import host_name, office_name, office_word
from lianxi.reports.task_row import deadline_text
from lianxi.reports.turn import FORMS, too_early, unfit
from lianxi.schema.base import Duration
from lianxi.schema.task import Notice as Recorded
from lianxi.situation import Situation, situation
from lianxi.status.citation import clause_of
from lianxi.status.task import OVERDUE, TaskStanding, task_standing
from lianxi.wording import full_date, listed, weekday

_NUMBERED = (SHEET, REQUEST)
_TIME_TO_REPLY = {REMINDER: Duration(workdays=2), SHEET: Duration(workdays=4), REQUEST: Duration(workdays=4)}
"""lianxi's default; the founding documents say nothing."""
_OPENINGS = {
    SHEET: notice_text.sheet_opening,
    REQUEST: notice_text.request_opening,
    CONVENER: notice_text.convener_opening,
}


COLUMNS = (
    "任务编号",
    "督办事项",
    "来源",
    "牵头单位",
    "形式",
    "文书编号",
    "日期",
    "反馈期限",
    "办理要求",
    "状态",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the office wants said; what it leaves open follows from the records."""

    form: str | None = None
    reply_by: date | None = None
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice on one task.

    ``recorded`` marks one that stands in the records under today's date. ``unfit`` says why it
    cannot be made, ``too_early`` why it may not be sent today; both are empty where it may.
    ``provisional`` marks a reply date that was counted into a year without a calendar.
    """

    today: date
    task: str
    form: str
    no: int | None
    reply_by: date | None
    requirements: tuple[str, ...]
    recorded: bool
    unfit: str
    too_early: str
    heading: str
    to: tuple[str, ...]
    opening: str
    matter: str
    source: str
    lead: str
    support: str
    due: str
    reply: str
    provisional: bool
    contact: str
    office: str
    draft_for: str
    signer: str
    message: str
    unread: int

    def cells(self) -> tuple[object, ...]:
        """The notice as one line of a table, as ``COLUMNS`` names it."""
        number = self.no and f"{self.today.year}年第{self.no}号"
        state = "已记录" if self.recorded else self.unfit or self.too_early or "可以发出"
        asked = "；".join(self.requirements)
        named = (self.task, self.matter, self.source, listed(self.to), self.form, number)
        return (*named, self.today, self.reply_by, asked, state)

    def entry(self) -> dict[str, Any]:
        """What is written down of it on the task."""
        known = {
            "no": self.no,
            "date": self.today,
            "form": self.form,
            "requirements": "\n".join(self.requirements),
            "reply_by": self.reply_by,
        }
        return {key: value for key, value in known.items() if value}


def notice(book: Book, today: date, id_: str, wish: Wish, taken: int = 0) -> Notice:
    """The notice on the readable task ``id_``; ``taken`` numbers of its form are given away already."""
    now = situation(book, today)
    return notice_of(task_standing(now.book.tasks[id_], now), wish, book, now, taken)


def notice_of(found: TaskStanding, wish: Wish, book: Book, now: Situation, taken: int = 0) -> Notice:
    """The same, of a task that has been looked at; ``book`` has the numbers of every day."""
    recorded = _recorded(found, wish, now)
    form = recorded.form if recorded else wish.form or _next_form(found, now)
    not_made = unfit(found, form, now) if recorded is None or form not in FORMS else ""
    reply_by = recorded.reply_by if recorded else wish.reply_by or time_to_reply(form, now)
    asked = _lines(recorded.requirements) if recorded else wish.requirements or _asked(found, form, now)
    drafted = form == REQUEST and _not_formal(now)
    office = now.mechanism.office
    return Notice(
        now.today,
        found.task.id,
        form,
        _number(form, recorded, book, now, taken),
        reply_by,
        asked,
        recorded is not None,
        not_made,
        "" if recorded or not_made else too_early(found, form, now),
        notice_text.marked(form, found.task.title, draft=drafted),
        found.lead,
        _OPENINGS[form](found, now) if form in _OPENINGS and not not_made else "",
        found.title,
        clause_of(found.task, now) or f"{office_word(now)}交办",
        f"{found.lead[0]}（汇总报告）、{listed(found.lead[1:])}" if len(found.lead) > 1 else found.lead[0],
        listed(found.task.support),
        deadline_text(found, now),
        f"{full_date(reply_by)}（{weekday(reply_by)}）前" if reply_by else "",
        recorded is None and wish.reply_by is None and _is_beyond(reply_by, now),
        f"{listed(office.host)}（{office_word(now)}）" if office else "",
        office_word(now),
        host_name(now) if drafted else "",
        host_name(now) if drafted else office_name(now),
        notice_text.message([found], found.lead, reply_by, now) if form == REMINDER and reply_by else "",
        book.unread,
    )


def _recorded(found: TaskStanding, wish: Wish, now: Situation) -> Recorded | None:
    """The notice of today that is in the records, so that it can be printed again."""
    today = [entry for entry in found.task.notices if entry.date == now.today]
    wanted = [entry for entry in today if wish.form in {None, entry.form}]
    return wanted[-1] if wanted else None


def _next_form(found: TaskStanding, now: Situation) -> str:
    step = next_step(found, now) if found.level == OVERDUE else None
    return step.form if step else REMINDER


def _number(form: str, recorded: Recorded | None, book: Book, now: Situation, taken: int) -> int | None:
    if recorded is not None:
        return recorded.no
    if form not in _NUMBERED:
        return None
    return next_number(form, now.today.year, replace(now, book=book)) + taken


def time_to_reply(form: str, now: Situation) -> date | None:
    """The day by which an answer is asked for where nobody has said one."""
    time = _TIME_TO_REPLY.get(form)
    return now.workdays.after(now.today, time).day if time else None


def _is_beyond(day: date | None, now: Situation) -> bool:
    return day is not None and not now.workdays.published(day)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip(" -") for line in (text or "").splitlines() if line.strip(" -"))


def _asked(found: TaskStanding, form: str, now: Situation) -> tuple[str, ...]:
    """办理要求 where nobody has written any."""
    stage = f"“{found.stage.title}”的" if found.stage and found.stage.title else ""
    blocked = stuck(found)
    if form == REQUEST:
        problem = f"针对“{blocked}”的问题，请予指导支持" if blocked else "请加快办理，并告知目前进展"
        return (problem, f"请明确{stage}预计完成时间")
    if form != SHEET:
        return ()
    first = f"针对“{blocked}”，提出解决办法" if blocked else "说明未按期完成的原因和目前进展"
    asked = (first, f"明确{stage}完成时间和责任人")
    limit = now.terms.settled("extension", "max_count")
    if limit is not None and found.extended >= limit.value:
        return asked
    return (*asked, "确需延期的，说明原因、目前进展和拟完成时间，按程序报批")


def _not_formal(now: Situation) -> bool:
    """Whether the conference itself issues no formal documents: its host must, from a draft."""
    formal = now.terms.nature("formal_documents")
    return formal is not None and not formal.value

"""What happened to a meeting: announced, put off, held, and the life of its minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from lianxi.obligations import post_name
from lianxi.reports.agenda import chair_text
from lianxi.reports.history.event import Event
from lianxi.reports.history.of_resolution import DECISION, outcome_text
from lianxi.schema.base import Signer
from lianxi.schema.meeting import Consent, Meeting, Minutes
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal
from lianxi.wording import flat, listed, moment, short_date

PREPARED, NOTIFIED, ANSWERED, PUT_OFF, HELD, CANCELLED = "筹备", "通知", "回执", "改期", "召开", "取消"
MINUTES, CORRECTED = "纪要", "更正"


def meeting_events(meeting: Meeting, now: Situation) -> Iterator[Event]:
    """Everything on it, in the order in which things of one day follow each other."""
    yield from _prepared(meeting, now)
    yield from _put_off(meeting)
    if meeting.cancelled is not None:
        said = f"会议取消：{flat(meeting.cancelled.reason)}"
        yield Event(meeting.cancelled.date, meeting.id, CANCELLED, said)
    yield from _held(meeting, now)
    if meeting.minutes is not None:
        yield from _minutes(meeting.id, meeting.minutes, now)


def _prepared(meeting: Meeting, now: Situation) -> Iterator[Event]:
    if meeting.delegated_on is not None and meeting.delegated_by is not None:
        unit = meeting.convened_by.unit if meeting.convened_by else None
        yield Event(
            meeting.delegated_on,
            meeting.id,
            PREPARED,
            f"委托{unit or '有关同志'}召集会议",
            post_name(meeting.delegated_by),
        )
    if meeting.agenda_approval is not None:
        by = post_name(meeting.agenda_approval.approved_by)
        yield Event(meeting.agenda_approval.date, meeting.id, PREPARED, "审定议程", by)
    if meeting.notified_on is not None:
        yield Event(meeting.notified_on, meeting.id, NOTIFIED, "发出会议通知")
    answers = ((entry.date, _answer(entry.unit, attends=entry.attends)) for entry in meeting.receipts)
    yield from _gathered(meeting.id, ANSWERED, "收到回执：", answers)
    papers = (
        (paper.received_on, f"{paper.by}（{item_ordinal(meeting, item.no, now)}）")
        for item in meeting.agenda
        for paper in item.papers
        if paper.received_on
    )
    yield from _gathered(meeting.id, PREPARED, "收到汇报材料：", papers)


def _answer(unit: str, *, attends: bool) -> str:
    return f"{unit}{'参会' if attends else '不能参会'}"


def _gathered(id_: str, kind: str, heading: str, parts: Iterable[tuple[date, str]]) -> Iterator[Event]:
    """One event a day, of what came in small pieces."""
    days: dict[date, list[str]] = defaultdict(list)
    for day, part in parts:
        days[day].append(part)
    for day, told in days.items():
        yield Event(day, id_, kind, f"{heading}{listed(told)}")


def _put_off(meeting: Meeting) -> Iterator[Event]:
    for move in meeting.postponements:
        said = f"会议由{moment(move.was)}改至{moment(move.now)}：{flat(move.reason)}"
        yield Event(move.date, meeting.id, PUT_OFF, said)
        if move.notified_on is not None:
            yield Event(move.notified_on, meeting.id, PUT_OFF, "发出改期通知")


def _held(meeting: Meeting, now: Situation) -> Iterator[Event]:
    if meeting.held_on is None:
        return
    where = f"在{meeting.place}" if meeting.place else ""
    chairs = "、".join(chair_text(chair) for chair in meeting.chair or ())
    chaired = f"，{chairs}主持" if chairs else ""
    yield Event(meeting.held_on, meeting.id, HELD, f"会议{where}召开（{meeting.mode}）{chaired}")
    for entry in now.book.resolutions_of_meeting(meeting.id):
        place = item_ordinal(meeting, entry.item, now)
        said = f"会议{place}研究“{entry.title}”，{outcome_text(entry, now)}"
        yield Event(meeting.held_on, entry.id, DECISION, said)


def _minutes(id_: str, minutes: Minutes, now: Situation) -> Iterator[Event]:
    if minutes.drafted_on is not None:
        yield Event(minutes.drafted_on, id_, MINUTES, "起草会议纪要")
    if minutes.consent is not None:
        yield from _consent(id_, minutes.consent)
    for signature in minutes.signatures:
        yield Event(signature.date, id_, MINUTES, "签署纪要", signature.unit)
    if minutes.signed_on is not None:
        by = _signer(minutes.signed_by) if minutes.signed_by else ""
        yield Event(minutes.signed_on, id_, MINUTES, "签发纪要", by)
    if minutes.issued_on is not None:
        yield Event(minutes.issued_on, id_, MINUTES, f"印发纪要（第{minutes.issue_no}期）{_given(id_, now)}")
    for entry in minutes.corrections:
        said = f"更正纪要{entry.place}：{flat(entry.reason)}"
        more = f"，经{post_name(entry.approved_by)}同意"
        yield Event(entry.date, id_, CORRECTED, said, more=more)


def _given(id_: str, now: Situation) -> str:
    """The tasks that take effect with it."""
    decisions = now.book.resolutions_of_meeting(id_)
    tasks = sum(
        1 for entry in decisions for task in now.book.tasks_of_resolution(entry.id) if not task.assigned_on
    )
    return f"，交办任务{tasks}项" if tasks else ""


def _consent(id_: str, consent: Consent) -> Iterator[Event]:
    until = f"，{short_date(consent.reply_by, consent.asked_on)}前反馈" if consent.reply_by else ""
    yield Event(consent.asked_on, id_, MINUTES, "纪要征求意见", more=until)
    replies = (
        (entry.date, f"{entry.unit}{_view(entry.view, adopted=entry.adopted)}") for entry in consent.replies
    )
    yield from _gathered(id_, MINUTES, "对纪要反馈：", replies)


def _view(view: str, *, adopted: bool | None) -> str:
    if view != "修改意见":
        return view
    return f"提出修改意见{'' if adopted is None else '（已采纳）' if adopted else '（未采纳）'}"


def _signer(who: Signer) -> str:
    """召集人（市政府）; 市发展改革局主要负责同志."""
    if who.post is None:
        return f"{who.unit or ''}{who.seat or ''}"
    return f"{who.post}（{who.unit}）" if who.unit else who.post

"""What happened to a task: assigned, reported on, put off, done, returned, confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.obligations import post_name
from lianxi.reports.history.event import Event
from lianxi.schema.base import Post
from lianxi.schema.deadline import STANDING, Counted
from lianxi.schema.labels import LABELS
from lianxi.schema.task import Extension, Notice, Task
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.decision import counted_text, day_text, leads_text, stages_text
from lianxi.status.task import assigned_on, meeting_of
from lianxi.wording import flat, listed, sentence, short_date

ASSIGNED, REPORTED, STAGE, SENT_UP = "交办", "进展报告", "分阶段完成", "报上级"
EXTENDED, COMPLETED, RETURNED, CONFIRMED = "延期", "报办结", "退办", "销号"
REASSIGNED, SUSPENDED, CHASED = "变更牵头单位", "暂缓办理", "催办"
INSTRUCTED, CORRECTED, CANCELLED = "批示", "更正", "撤销"
_CHASING = {
    "提醒": "提醒牵头单位",
    "提请召集人": "提请召集人协调",
    "会上通报": "在会上通报",
    "约谈": "约谈牵头单位",
    "通报批评": "通报批评",
    "移交督查": "移交督查",
}
"""How papers say that a step of the ladder was taken; the others are sent: 发出督办通知单."""


def task_events(task: Task, now: Situation) -> Iterator[Event]:
    """Everything on it, in the order in which things of one day follow each other."""
    yield from _instructed(task)
    yield from _assigned(task, now)
    yield from _corrected(task, now)
    yield from _reassigned(task, now)
    yield from stages(task)
    yield from reports(task)
    yield from _extended(task, now)
    yield from sent_upward(task)
    yield from _suspended(task)
    yield from _chased(task)
    yield from completions(task)
    if task.confirmation:
        by = post_name(task.confirmation.by)
        yield Event(task.confirmation.date, task.id, CONFIRMED, "确认销号", by)
    if task.cancelled:
        by, why = post_name(task.cancelled.approved_by), flat(task.cancelled.reason)
        yield Event(task.cancelled.date, task.id, CANCELLED, f"同意撤销：{why}", by)


def stages(task: Task) -> Iterator[Event]:
    """The stages that were reached; their titles are verb phrases."""
    for stage in task.milestones:
        if stage.done_on:
            proof = f"，佐证材料：{stage.evidence.name}" if stage.evidence else ""
            yield Event(stage.done_on, task.id, STAGE, stage.title, more=f"（阶段目标完成{proof}）")


def reports(task: Task) -> Iterator[Event]:
    """What units have said of its progress, one event a report."""
    for report in task.reports:
        stuck = f"存在问题：{sentence(report.obstacles)}" if report.obstacles else ""
        planned = f"下一步：{sentence(report.next_step)}" if report.next_step else ""
        said = f"报告：{sentence(report.text)}"
        yield Event(report.date, task.id, REPORTED, said, report.by, f"{stuck}{planned}", minor=True)


def sent_upward(task: Task) -> Iterator[Event]:
    """What was sent to a higher authority, and its answers."""
    for entry in task.upward:
        yield Event(entry.sent_on, task.id, SENT_UP, f"报{entry.to}", entry.by)
        if entry.replied_on:
            reply = f"：{flat(entry.reply)}" if entry.reply else ""
            yield Event(entry.replied_on, task.id, SENT_UP, "批复", entry.to, reply)


def completions(task: Task) -> Iterator[Event]:
    """When it was reported done, and sent back."""
    for entry in task.completions:
        proof = f"，佐证材料：{entry.evidence.name}" if entry.evidence else ""
        yield Event(entry.reported_on, task.id, COMPLETED, "报办结", entry.by, proof)
        if entry.returned:
            back = entry.returned
            until = f"，{short_date(back.redo_by, back.date)}前重办" if back.redo_by else ""
            said = f"退办：{flat(back.reason)}{until}"
            yield Event(back.date, task.id, RETURNED, said, post_name(back.by))


def _assigned(task: Task, now: Situation) -> Iterator[Event]:
    day = assigned_on(task, now)
    if day is not None:
        yield Event(day, task.id, ASSIGNED, f"交办，{_duty(task)}")


def _duty(task: Task) -> str:
    """由A牵头，B配合，2026年6月30日前完成…: who does what by when, as it was given."""
    work = f"{_deadline(task)}{flat(task.measure)}"
    if task.milestones:
        first, *later = task.milestones
        told = (stages_text((first,), None), stages_text(tuple(later), first.due.year))
        work += f"：{'，'.join(part for part in told if part)}"
    standing = f"，并{STANDING}" if task.due == STANDING else ""
    return f"{leads_text(task.lead, task.support)}，{work}{standing}"


def _deadline(task: Task) -> str:
    if isinstance(task.due, date):
        return day_text(task.due, task.due_text, None)
    return counted_text(task.due) if isinstance(task.due, Counted) else ""


def _corrected(task: Task, now: Situation) -> Iterator[Event]:
    """What a 更正 of the minutes changed in it; the record itself holds what is right."""
    meeting = meeting_of(task, now)
    minutes = meeting.minutes if meeting is not None else None
    for entry in minutes.corrections if minutes is not None else ():
        for change in entry.changes:
            if change.record == task.id:
                label = LABELS.get(change.field, change.field)
                said = f"纪要更正，{label}由“{_plain(change.was)}”更正为“{_plain(change.now)}”"
                yield Event(entry.date, task.id, CORRECTED, said, more=f"：{flat(entry.reason)}")


def _plain(value: object) -> str:
    """A value of a correction as a sentence has it."""
    return listed(map(str, value)) if isinstance(value, list | tuple) else shown(value) if value else "无"


def _reassigned(task: Task, now: Situation) -> Iterator[Event]:
    for entry in task.reassignments:
        on = _on_the_word_of(entry.basis, now)
        said = f"{on}牵头单位由{entry.from_}变更为{entry.to}"
        yield Event(entry.date, task.id, REASSIGNED, said, more=f"：{flat(entry.reason)}")


def _extended(task: Task, now: Situation) -> Iterator[Event]:
    for entry in task.extensions:
        yield from _asked(task, entry, now)
        yield from _answered(task, entry)


def _asked(task: Task, entry: Extension, now: Situation) -> Iterator[Event]:
    """A request, or a new deadline that was set from above without one."""
    day = entry.day()
    if day is None:
        return
    stage = f"“{entry.milestone}”阶段" if entry.milestone else ""
    until, why = short_date(entry.new_due, day), f"：{flat(entry.reason)}"
    if entry.basis is not None:
        said = f"{_on_the_word_of(entry.basis, now)}{stage}完成时限延至{until}"
        yield Event(day, task.id, EXTENDED, said, more=why)
        return
    so_far = f"（目前进展：{flat(entry.progress)}）" if entry.progress else ""
    said = f"申请{stage}延期至{until}"
    yield Event(day, task.id, EXTENDED, said, "牵头单位", f"{why}{so_far}")


def _answered(task: Task, entry: Extension) -> Iterator[Event]:
    if entry.approved_on is not None:
        said = f"同意延期至{short_date(entry.new_due, entry.approved_on)}"
        yield Event(entry.approved_on, task.id, EXTENDED, said, post_name(entry.approved_by))
    if entry.refused_on is not None:
        why = f"：{flat(entry.why)}" if entry.why else ""
        yield Event(entry.refused_on, task.id, EXTENDED, "不同意延期", post_name(entry.refused_by), why)


def _on_the_word_of(basis: str | None, now: Situation) -> str:
    """第二次会议明确，: a decision by its meeting; other grounds as they are written."""
    if basis is None:
        return ""
    decision = now.book.resolutions.get(basis)
    meeting = now.book.meetings.get(decision.meeting) if decision else None
    if meeting is not None:
        return f"{meeting_name(meeting, now)}明确，"
    return "" if basis in now.book.known else f"依据{basis}，"


def _suspended(task: Task) -> Iterator[Event]:
    for entry in task.suspensions:
        by = post_name(entry.approved_by)
        yield Event(entry.since, task.id, SUSPENDED, f"同意暂缓办理：{flat(entry.reason)}", by)
        if entry.until is not None:
            yield Event(entry.until, task.id, SUSPENDED, "暂缓办理期满")


def _chased(task: Task) -> Iterator[Event]:
    for entry in task.notices:
        until = f"，要求{short_date(entry.reply_by, entry.date)}前反馈" if entry.reply_by else ""
        small = entry.form == "提醒"
        yield Event(entry.date, task.id, CHASED, _chasing(entry), more=until, minor=small)
        if entry.replied_on is not None:
            yield Event(entry.replied_on, task.id, CHASED, f"反馈{entry.form}", "牵头单位", minor=small)


def _chasing(entry: Notice) -> str:
    number = f"（{entry.date.year}年第{entry.no}号）" if entry.no else ""
    return _CHASING.get(entry.form) or f"发出{entry.form}{number}"


def _instructed(task: Task) -> Iterator[Event]:
    for entry in task.instructions:
        by = post_name(Post(post=entry.post, unit=entry.unit))
        yield Event(entry.date, task.id, INSTRUCTED, f"批示：{flat(entry.text)}", by, internal=True)

"""What is known of one issue, meeting, resolution or task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.obligations import Obligation, obligations, post_name
from lianxi.reports.agenda import page
from lianxi.reports.last_word import last_word
from lianxi.reports.task_line import due_text
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation, situation
from lianxi.status.citation import item_ordinal, meeting_name, source_of
from lianxi.status.issue import BEFORE_MEETING, issue_standing
from lianxi.status.meeting import issued_on, meeting_status
from lianxi.status.task import TaskStanding, task_standing
from lianxi.wording import flat, full_date, listed, moment


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """The sheet of one record."""

    today: date
    id: str
    kind: str
    title: str
    status: str
    facts: tuple[Fact, ...]
    owed: tuple[str, ...]
    internal: tuple[Fact, ...]
    unread: int


def record_sheet(book: Book, today: date, id_: str) -> RecordSheet:
    """The sheet of the readable record ``id_`` as of ``today``."""
    now = situation(book, today)
    return sheet_of(id_, now, (entry for entry in obligations(now) if entry.record == id_))


def sheet_of(id_: str, now: Situation, owed: Iterable[Obligation]) -> RecordSheet:
    """The sheet of one record among many; ``owed`` are the duties on this one."""
    kind, title, status, pairs = _told(id_, now)
    facts = tuple(Fact(label, text) for label, text in pairs if text)
    duties, internal = tuple(map(_duty, owed)), tuple(_internal(id_, now))
    return RecordSheet(now.today, id_, kind, title, status, facts, duties, internal, now.book.unread)


def _duty(entry: Obligation) -> str:
    due = f"，时限{full_date(entry.due)}" if entry.due else ""
    late = f"，逾期{entry.late}天" if entry.late else ""
    return f"{entry.duty}：{listed(entry.owners)}{due}{late}（{entry.word}）"


def _internal(id_: str, now: Situation) -> Iterator[Fact]:
    """批示 and the liaison's notes, never on a paper."""
    record = now.book.issues.get(id_) or now.book.tasks.get(id_) or now.book.meetings.get(id_)
    for entry in getattr(record, "instructions", ()):
        yield Fact("批示", f"{full_date(entry.date)}{entry.post}：{flat(entry.text)}")
    for entry in getattr(record, "notes", ()):
        yield Fact("备注", f"{full_date(entry.date)}：{flat(entry.text)}")


def _told(id_: str, now: Situation) -> tuple[str, str, str, list[tuple[str, str]]]:
    book = now.book
    if id_ in book.issues:
        return _issue(book.issues[id_], now)
    if id_ in book.tasks:
        return _task(book.tasks[id_], now)
    if id_ in book.meetings:
        return _meeting(book.meetings[id_], now)
    return _resolution(book.resolutions[id_], now)


def _issue(issue: Issue, now: Situation) -> tuple[str, str, str, list[tuple[str, str]]]:
    found = issue_standing(issue, now)
    tasks = [task_standing(task, now) for task in found.tasks]
    pairs = [
        ("类型", f"{issue.kind}；{issue.category}"),
        ("领域", issue.area or ""),
        ("所在地", issue.county or ""),
        ("重点事项", "是" if issue.key else ""),
        ("提出", f"{issue.raised_by}，{full_date(issue.collected_on)}由{issue.collected_by}收集"),
        ("基本情况", flat(issue.situation)),
        ("请求事项", flat(issue.request)),
    ]
    for entry in issue.consultations:
        when = full_date(entry.date) if entry.date else "未答复"
        said = flat(entry.opinion) if entry.opinion else entry.view or ""
        pairs.append(("对接", f"{entry.division or entry.unit}（{when}）{said}"))
    pairs.append(("初步解决方案", flat(issue.plan) if issue.plan else ""))
    pairs.append(("尚缺", listed(found.lacks) if found.status in BEFORE_MEETING else ""))
    pairs += [("上会", f"{meeting_name(meeting, now)}（{meeting.id}）") for meeting in found.discussed]
    if found.on_agenda is not None:
        pairs.append(("已列入", f"{meeting_name(found.on_agenda, now)}（{found.on_agenda.id}）"))
    pairs += [("任务", _task_line(task)) for task in tasks]
    if issue.exit is not None:
        into = _followed(issue.exit.into, now) if issue.exit.into else ""
        pairs.append(
            ("退出", f"{full_date(issue.exit.date)}{issue.exit.as_}：{flat(issue.exit.reason)}{into}")
        )
    if issue.feedback is not None:
        pairs.append(("反馈", f"{full_date(issue.feedback.date)}{issue.feedback.satisfaction}"))
    pairs.append(("公开属性", issue.disclosure))
    return "议题", issue.title, found.status, pairs


def _followed(id_: str, now: Situation) -> str:
    """A merged issue follows the one it went into."""
    target = now.book.issues.get(id_)
    state = f"，现为{issue_standing(target, now).status}" if target else ""
    return f"，并入{id_}{state}"


def _task_line(found: TaskStanding) -> str:
    state = f"逾期{found.late}天" if found.level == "逾期" else found.level or found.status
    return f"{found.task.id} {found.task.title}：{listed(found.lead)}，{state}"


def _task(task: Task, now: Situation) -> tuple[str, str, str, list[tuple[str, str]]]:
    found = task_standing(task, now)
    level = found.level if found.level and found.level != found.status else ""
    if found.level == "逾期":
        level = f"逾期{found.late}天"
    pairs = [
        ("来源", source_of(task, now)),
        ("牵头单位", listed(found.lead)),
        ("原牵头单位", listed(task.lead) if found.lead != task.lead else ""),
        ("配合单位", listed(task.support)),
        ("工作任务", flat(task.measure)),
        ("交办", full_date(found.assigned_on) if found.assigned_on else "未交办"),
    ]
    if task.milestones:
        for stage in found.stages:
            state = f"{full_date(stage.done_on)}完成" if stage.done_on else "未完成"
            late = f"，逾期{stage.late}天" if stage.late else ""
            due = full_date(stage.due) if stage.due else "待定"
            pairs.append(("阶段", f"{stage.title}：{due}，{state}{late}"))
    else:
        pairs.append(("完成时限", due_text(found)))
    for entry in task.extensions:
        state = "批准" if entry.granted else "未批准" if entry.refused_on else "待答复"
        asked = entry.requested_on or entry.date
        when = full_date(asked) if asked else ""
        pairs.append(("延期", f"{when}拟延至{full_date(entry.new_due)}：{flat(entry.reason)}（{state}）"))
    pairs.append(("最近进展", flat(last_word(found, now))))
    pairs += _endings(task)
    for notice in task.notices:
        reply = "，未反馈" if notice.reply_by and not notice.replied_on else ""
        number = f"第{notice.no}号" if notice.no else ""
        pairs.append(("催办", f"{full_date(notice.date)}{notice.form}{number}{reply}"))
    return "任务", task.title, f"{found.status}{f'，{level}' if level else ''}", pairs


def _endings(task: Task) -> Iterator[tuple[str, str]]:
    """What has been reported done, returned, confirmed, put off or withdrawn."""
    for completion in task.completions:
        proof = f"，佐证：{completion.evidence.name}" if completion.evidence else "，没有佐证"
        yield "报办结", f"{full_date(completion.reported_on)}{completion.by}{proof}"
        if completion.returned:
            yield "退办", f"{full_date(completion.returned.date)}：{flat(completion.returned.reason)}"
    if task.confirmation:
        yield "销号", f"{full_date(task.confirmation.date)}{post_name(task.confirmation.by)}"
    for entry in task.suspensions:
        until = f"至{full_date(entry.until)}" if entry.until else ""
        yield "暂缓", f"{full_date(entry.since)}{until}：{flat(entry.reason)}"
    for upward in task.upward:
        reply = f"{full_date(upward.replied_on)}批复" if upward.replied_on else "未批复"
        yield "报上级", f"{full_date(upward.sent_on)}报{upward.to}，{reply}"
    if task.cancelled:
        yield "撤销", f"{full_date(task.cancelled.date)}：{flat(task.cancelled.reason)}"


def _meeting(meeting: Meeting, now: Situation) -> tuple[str, str, str, list[tuple[str, str]]]:
    pairs = [
        ("时间", moment(meeting.starts) if meeting.starts else "待定"),
        ("方式", meeting.mode),
        ("地点", meeting.venue or meeting.place or ""),
    ]
    for item in page(meeting, now).items:
        notes = [item.presenter or "", f"{item.minutes}分钟" if item.minutes else ""]
        told = "，".join(note for note in notes if note)
        pairs.append((f"第{item.ordinal}项", f"{item.heading}{f'（{told}）' if told else ''}"))
    decisions = now.book.resolutions_of_meeting(meeting.id)
    pairs += [("议定", f"{entry.id} {entry.title}（{entry.outcome}）") for entry in decisions]
    issued = issued_on(meeting)
    number = meeting.minutes.issue_no if meeting.minutes else None
    if number:
        pairs.append(("纪要", f"第{number}期，{full_date(issued) + '印发' if issued else '未印发'}"))
    pairs.append(("公开属性", meeting.disclosure))
    title = meeting.title or f"{now.mechanism.name}{meeting_name(meeting, now)}"
    return "会议", title, meeting_status(meeting), pairs


def _resolution(entry: Resolution, now: Situation) -> tuple[str, str, str, list[tuple[str, str]]]:
    meeting = now.book.meetings.get(entry.meeting)
    where = (
        f"{meeting_name(meeting, now)}{item_ordinal(meeting, entry.item, now)}" if meeting else entry.meeting
    )
    pairs = [("会议", where), ("议定", flat(entry.text) if entry.text else "")]
    pairs += [
        ("议题", f"{id_} {now.book.issues[id_].title}") for id_ in entry.issues if id_ in now.book.issues
    ]
    pairs += [
        ("任务", _task_line(task_standing(task, now))) for task in now.book.tasks_of_resolution(entry.id)
    ]
    if entry.deferred is not None:
        by = f"，{full_date(entry.deferred.bring_back_by)}前" if entry.deferred.bring_back_by else ""
        pairs.append(("暂缓", f"由{entry.deferred.unit}{flat(entry.deferred.condition)}{by}"))
    pairs.append(("没有任务的理由", entry.no_task_reason or ""))
    return "议定事项", entry.title, entry.outcome, pairs

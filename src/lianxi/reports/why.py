"""Why an item is on an agenda: what was promised last time, and what has happened since."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.reports.agenda import Item
from lianxi.reports.history.of_issue import consulted, planned
from lianxi.reports.last_word import NOTHING, last_word
from lianxi.reports.task_line import silence
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name, source_of
from lianxi.status.issue import IssueStanding, issue_standing
from lianxi.status.meeting import LIAISON
from lianxi.status.task import OVERDUE, STALE, task_standing
from lianxi.wording import flat, listed, short_date


@dataclass(frozen=True, slots=True)
class Why:
    """Why an item is on the agenda: what was promised, and what has happened since."""

    ordinal: str
    title: str
    reasons: tuple[str, ...]


def why(item: Item, meeting: Meeting, now: Situation) -> Why:
    """The reasons, in the order in which they weigh."""
    written = next(entry for entry in meeting.agenda if entry.no == item.no)
    reasons: list[str] = []
    issue = now.book.issues.get(item.issue or "")
    if issue is not None:
        reasons += _issue_reasons(issue_standing(issue, now), meeting, now)
    reasons += _about_reasons(written, now)
    if not reasons:
        reasons.append(f"按会议内容“{item.category}”列入")
    return Why(item.ordinal, item.title, tuple(reasons))


def _issue_reasons(found: IssueStanding, meeting: Meeting, now: Situation) -> list[str]:
    reasons = []
    times = len(found.discussed) + 1
    if times > 1 and meeting.kind != LIAISON:
        reasons.append(f"第{times}次上会")
    if found.issue.key:
        reasons.append("重点事项")
    reasons += _promise(found, now)
    for task in found.tasks:
        reasons.append(_task_reason(task, now))
    if found.lacks and not found.tasks:
        reasons.append(f"不具备上会条件，尚缺：{listed(found.lacks)}")
    elif found.ready_on:
        reasons.append(f"{short_date(found.ready_on, now.today)}具备上会条件")
    return reasons


def _promise(found: IssueStanding, now: Situation) -> list[str]:
    decision, meeting = found.deferral, found.deferred_at
    if decision is None or decision.deferred is None or meeting is None:
        return []
    deferred, since = decision.deferred, meeting.held_on
    by = f"，约定{short_date(deferred.bring_back_by, now.today)}前再议" if deferred.bring_back_by else ""
    where = f"{meeting_name(meeting, now)}{item_ordinal(meeting, decision.item, now)}"
    said = [f"上次（{where}）暂缓，由{deferred.unit}{flat(deferred.condition)}{by}"]
    events = (*consulted(found.issue, found.issue.consultations, now), *planned(found.issue))
    later = sorted((event for event in events if since and event.day > since), key=lambda event: event.day)
    done = [f"{short_date(event.day, now.today)}{event.brief}" for event in later]
    said.append(f"此后：{'；'.join(done)}" if done else "此后没有新的记录")
    return said


def _about_reasons(item: AgendaItem, now: Situation) -> list[str]:
    reasons = []
    for id_ in item.about:
        task = now.book.tasks.get(id_)
        if task is not None:
            reasons.append(_task_reason(task, now))
    return reasons


def _task_reason(task: Task, now: Situation) -> str:
    """What was promised last time, and what has happened since."""
    found = task_standing(task, now)
    due = f"{short_date(found.due, now.today)}前" if found.due else "未定时限"
    promised = f"{source_of(task, now)}交办“{task.title}”（{listed(found.lead)}，{due}"
    if found.extended:
        promised += f"，已延期{found.extended}次"
    state = found.level or found.status
    if found.level == OVERDUE:
        state = f"逾期{found.late}天"
    elif found.level == STALE:
        state = f"滞后，{silence(found, now)}"
    word = last_word(found, now)
    return f"{promised}）→ {state}" + (f"；{flat(word)}" if word != NOTHING else "")

"""Every issue that has been collected, one row each, with what has become of it (诉求台账)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.disclosure import EVERYBODY
from lianxi.reports.last_word import last_report
from lianxi.reports.task_line import due_text
from lianxi.schema.deadline import STANDING
from lianxi.schema.issue import Issue
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import BEFORE_MEETING, NOT_YET, IssueStanding, issue_standing
from lianxi.status.task import LEVELS, TaskStanding, task_standing
from lianxi.wording import flat, listed, short_date

APPEAL = "企业诉求"


@dataclass(frozen=True, slots=True)
class Row:
    """One issue, in the columns of the collection form and what has come since.

    ``due`` is the last of the deadlines of its tasks, ``level`` the worst of their levels,
    ``meetings`` those that have had it, or the one that is to have it.
    """

    id: str
    kind: str
    enterprise: str
    county: str
    industry: str
    area: str
    category: str
    content: str
    proposal: str
    collected_by: str
    collected_on: date
    plan: str
    suggested_lead: str
    province: str
    due: date | str | None
    handling: str
    satisfaction: str
    disclosure: str
    status: str
    level: str
    meetings: str


def issue_ledger(now: Situation) -> Iterator[Row]:
    """The rows by id."""
    for issue in now.book.issues.values():
        found = issue_standing(issue, now)
        if found.status != NOT_YET:
            yield _row(found, now)


def _row(found: IssueStanding, now: Situation) -> Row:
    issue = found.issue
    tasks = [standing for task in found.tasks if (standing := task_standing(task, now)).counted]
    return Row(
        issue.id,
        issue.kind,
        issue.enterprise or "",
        issue.county or "",
        issue.industry or "",
        issue.area or "",
        issue.category,
        f"{issue.title}\n{flat(issue.situation)}。{flat(issue.request)}",
        flat(issue.enterprise_proposal) if issue.enterprise_proposal else "",
        issue.collected_by,
        issue.collected_on,
        flat(issue.plan) if issue.plan else "",
        issue.suggested_lead or "",
        _province(issue, now),
        _due(tasks),
        _handling(found, tasks, now),
        issue.feedback.satisfaction if issue.feedback else "",
        issue.disclosure,
        found.status,
        _worst(tasks),
        _meetings(found, now),
    )


def _province(issue: Issue, now: Situation) -> str:
    """Nothing for the public, which may not know whether there is something."""
    asked = issue.needs_province
    if now.book.audience == EVERYBODY:
        return ""
    return f"是：{asked.division}，{flat(asked.request)}" if asked else "否"


def _due(tasks: list[TaskStanding]) -> date | str | None:
    """The last day; a text where a task has none, or is never done with."""
    if any(found.task.due == STANDING for found in tasks):
        return STANDING
    open_ended = [due_text(found) for found in tasks if found.due is None]
    if open_ended:
        return open_ended[0]
    return max((stage.due for found in tasks for stage in found.stages if stage.due), default=None)


def _worst(tasks: list[TaskStanding]) -> str:
    levels = {found.level for found in tasks}
    return next((level for level in LEVELS if level in levels), "")


def _handling(found: IssueStanding, tasks: list[TaskStanding], now: Situation) -> str:
    """How far it is: what its tasks say, else how it was settled or left, else what a meeting would miss."""
    issue = found.issue
    if issue.exit is not None:
        return f"{short_date(issue.exit.date, now.today)}{_left(issue, now)}：{flat(issue.exit.reason)}"
    if issue.settled is not None:
        return f"{short_date(issue.settled.date, now.today)}{issue.settled.by}：{flat(issue.settled.text)}"
    if tasks:
        several = len(tasks) > 1
        return "\n".join(f"{task.task.title}：" * several + _told(task, now) for task in tasks)
    if found.deferral is not None and found.deferred_at is not None:
        return f"{meeting_name(found.deferred_at, now)}暂缓研究" + _lacking(found, "，尚缺")
    return _lacking(found, "尚缺")


def _lacking(found: IssueStanding, lead: str) -> str:
    return f"{lead}{listed(found.lacks)}" if found.lacks and found.status in BEFORE_MEETING else ""


def _told(found: TaskStanding, now: Situation) -> str:
    return last_report(found, now) or f"{found.status}，未收到进展报告"


def _left(issue: Issue, now: Situation) -> str:
    """并入“…”（现为已交办）, 转办市交通运输局, 退回."""
    left = issue.exit
    assert left is not None  # noqa: S101 - asked for only where it left
    into = now.book.issues.get(left.into or "")
    if into is not None:
        return f"{left.as_}“{into.title}”（现为{issue_standing(into, now).status}）"
    return f"{left.as_}{left.to or ''}"


def _meetings(found: IssueStanding, now: Situation) -> str:
    held = [meeting_name(meeting, now) for meeting in found.discussed]
    ahead = [f"拟上{meeting_name(found.on_agenda, now)}"] if found.on_agenda else []
    return listed((*held, *ahead))

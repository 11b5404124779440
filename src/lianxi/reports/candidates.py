"""Which issues are ready and on no agenda, in which order, and why."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.situation import Situation
from lianxi.status.issue import READY, IssueStanding, issue_standing
from lianxi.status.task import OVERDUE, task_standing
from lianxi.wording import short_date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ready issue, and the reason for its rank."""

    id: str
    title: str
    county: str | None
    reason: str
    collected_on: str
    plan_by: str | None


def candidates(now: Situation) -> list[Candidate]:
    """Overdue promises first, then what was held over, then key issues, then the oldest."""
    found = [issue_standing(issue, now) for issue in now.book.issues.values()]
    ready = [item for item in found if item.status == READY and item.on_agenda is None]
    ready.sort(key=lambda item: (_rank(item, now), item.issue.collected_on, item.issue.id))
    return [_candidate(item, now) for item in ready]


def _rank(item: IssueStanding, now: Situation) -> int:
    if _overdue_promise(item, now):
        return 0
    if item.deferral is not None or item.discussed:
        return 1
    return 2 if item.issue.key else 3


def _overdue_promise(item: IssueStanding, now: Situation) -> str:
    deferred = item.deferral.deferred if item.deferral else None
    if deferred and deferred.bring_back_by and deferred.bring_back_by < now.today:
        days = (now.today - deferred.bring_back_by).days
        promised = short_date(deferred.bring_back_by, now.today)
        return f"约定{promised}前再次提交，已过{days}天"
    late = [task for task in item.tasks if task_standing(task, now).level == OVERDUE]
    return f"原交办任务逾期{len(late)}项" if late else ""


def _candidate(item: IssueStanding, now: Situation) -> Candidate:
    issue = item.issue
    reasons = [_overdue_promise(item, now)]
    if item.deferral is not None:
        reasons.append(f"曾暂缓研究，列入即为第{len(item.discussed) + 1}次上会")
    if issue.key:
        reasons.append("重点事项")
    age = (now.today - issue.collected_on).days
    reasons.append(f"{short_date(issue.collected_on, now.today)}收集，已{age}天")
    if item.ready_on:
        reasons.append(f"{short_date(item.ready_on, now.today)}具备上会条件")
    return Candidate(
        issue.id,
        issue.title,
        issue.county,
        "；".join(reason for reason in reasons if reason),
        issue.collected_on.isoformat(),
        issue.plan_by,
    )

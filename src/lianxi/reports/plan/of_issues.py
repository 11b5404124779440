"""What a merge changes in issues: collected, sorted, discussed, planned, ready, left, answered."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.sides import Sides
from lianxi.schema.issue import Consultation, Issue
from lianxi.status.issue import NOT_YET, READY, issue_standing
from lianxi.wording import bare

COLLECTED = Kind("收集", "新收集议题{}条")
LOST = Kind("删去议题", "删去议题{}条")
SORTED = Kind("梳理", "梳理议题{}条")
ASKED = Kind("去函对接", "去函对接、征求意见{}件", alone=True)
ANSWERED = Kind("收到意见", "收到意见{}件", alone=True)
PLANNED = Kind("初步解决方案", "{}条议题有了初步解决方案")
READY_NOW = Kind("可以上会", "{}条议题可以上会")
LEFT = Kind("退出", "{}条议题退出", alone=True)
SETTLED = Kind("直接办结", "{}条议题直接办结", alone=True)
SATISFIED = Kind("反馈", "{}条议题有提出方反馈", alone=True)
KINDS = (COLLECTED, LOST, SORTED, ASKED, ANSWERED, PLANNED, READY_NOW, LEFT, SETTLED, SATISFIED)


def issue_changes(sides: Sides) -> Iterator[Change]:
    """What becomes of every issue that the day knows."""
    for was, now in sides.issues:
        before = issue_standing(was, sides.before) if was is not None else None
        after = issue_standing(now, sides.after) if now is not None else None
        old = was if before is not None and before.status != NOT_YET else None
        if after is None or after.status == NOT_YET:
            if old is not None:
                yield Change(LOST, old.id, bare(old.title))
            continue
        issue = after.issue
        if old is None:
            yield Change(COLLECTED, issue.id, f"{bare(issue.title)}（{issue.raised_by}提出）")
        yield from _steps(old, issue)
        if after.status == READY and (before is None or before.status != READY):
            yield Change(READY_NOW, issue.id, bare(issue.title))
        yield from _ended(old, issue)


def _steps(was: Issue | None, now: Issue) -> Iterator[Change]:
    title = bare(now.title)
    if now.sorted_on is not None and (was is None or was.sorted_on is None):
        yield Change(SORTED, now.id, title)
    old = was.consultations if was is not None else ()
    for entry in now.consultations:
        if entry not in old:
            yield from _consulted(entry, old, now.id, title)
    if now.plan is not None and (was is None or (was.plan, was.plan_on) != (now.plan, now.plan_on)):
        yield Change(PLANNED, now.id, title)


def _consulted(entry: Consultation, old: tuple[Consultation, ...], id_: str, title: str) -> Iterator[Change]:
    """Asked, or answered; an answer that nobody is known to have asked for is one."""
    whom = entry.division or entry.unit or ""
    if entry.date is not None:
        yield Change(ANSWERED, id_, f"收到{whom}对{title}的意见")
    elif not any((each.division or each.unit, each.asked_on) == (whom, entry.asked_on) for each in old):
        verb = "去函对接" if entry.division else "征求意见"
        yield Change(ASKED, id_, f"就{title}向{whom}{verb}")


def _ended(was: Issue | None, now: Issue) -> Iterator[Change]:
    title = bare(now.title)
    if now.exit is not None and (was is None or was.exit is None):
        where = f"，转{now.exit.to}" if now.exit.to else ""
        yield Change(LEFT, now.id, f"{title}{now.exit.as_}{where}")
    if now.settled is not None and (was is None or was.settled is None):
        yield Change(SETTLED, now.id, f"{title}直接办结")
    if now.feedback is not None and (was is None or was.feedback is None):
        yield Change(SATISFIED, now.id, f"{title}的提出方反馈{now.feedback.satisfaction}")

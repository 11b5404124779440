"""Which resolutions and tasks follow from what a meeting was asked to decide (提请会议议定事项)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxi.reports.agenda import item_title
from lianxi.schema.base import Duration
from lianxi.schema.deadline import STANDING
from lianxi.schema.meeting import SPEECH, AgendaItem, Meeting, Proposed
from lianxi.schema.resolution import DECIDED, Resolution
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.meeting import in_order
from lianxi.wording import flat, remark_of, titled

SETTLED, DEFERRED, UPWARD, HEARD = "议定", "暂缓", "报请上级审定", "通报"
AWAITING = "待上级审定后再分解任务"
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision to be written, or one that is there (``id``) and lacks tasks.

    ``values`` and those of each task are keyed as in the records, without ids; what nobody
    proposed is left out.
    """

    item: int
    title: str
    id: str | None
    values: Mapping[str, Any]
    tasks: tuple[Mapping[str, Any], ...]


def resolving(meeting: Meeting, now: Situation) -> tuple[Decided, ...]:
    """What is still missing, in the order of the agenda; speeches decide nothing."""
    return tuple(
        decided
        for item in in_order(now, meeting)
        if item.category != SPEECH
        for decided in _of_item(item, meeting, now)
    )


def _of_item(item: AgendaItem, meeting: Meeting, now: Situation) -> Iterator[Decided]:
    title = item_title(item, now)
    there = [entry for entry in now.book.resolutions_of_meeting(meeting.id) if entry.item == item.no]
    groups = _grouped(item.proposed) or [()]
    for decision, proposals in _paired(there, groups):
        tasks = () if _outcome(proposals) == DEFERRED else tuple(_tasks(proposals, title, now))
        if decision is None:
            values = _resolution(item, title, proposals, meeting, now)
            yield Decided(item.no, title, None, values, tasks)
        elif missing := _missing(decision, tasks, now):
            yield Decided(item.no, title, decision.id, {}, missing)


def _paired(
    there: list[Resolution], groups: list[tuple[Proposed, ...]]
) -> Iterator[tuple[Resolution | None, tuple[Proposed, ...]]]:
    """Each decision with what was proposed for it: by its outcome, else whatever is left over.

    A decision that was amended to another outcome is still the decision on its proposals.
    """
    left = list(there)
    found: list[Resolution | None] = []
    for proposals in groups:
        same = next((entry for entry in left if entry.outcome == _outcome(proposals)), None)
        found.append(same)
        if same is not None:
            left.remove(same)
    for decision, proposals in zip(found, groups, strict=True):
        yield decision or (left.pop(0) if left else None), proposals


def _missing(
    decision: Resolution, wanted: tuple[Mapping[str, Any], ...], now: Situation
) -> tuple[Mapping[str, Any], ...]:
    """What a run that was cut short has left; a decision that was amended to need no task gets none."""
    if decision.outcome not in DECIDED or decision.no_task_reason is not None:
        return ()
    found = now.book.tasks_of_resolution(decision.id)
    if len(found) >= len(wanted):
        return ()
    return tuple(values for values in wanted if not any(_is(values, task) for task in found))


def _grouped(proposed: tuple[Proposed, ...]) -> list[tuple[Proposed, ...]]:
    """One decision for what goes together: a proposal that names another outcome begins a new one."""
    groups: list[list[Proposed]] = []
    for each in proposed:
        if groups and each.outcome in {None, _outcome(tuple(groups[-1]))}:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [tuple(group) for group in groups]


def _outcome(proposals: tuple[Proposed, ...]) -> str:
    return next((each.outcome for each in proposals if each.outcome), SETTLED)


def _resolution(
    item: AgendaItem, title: str, proposals: tuple[Proposed, ...], meeting: Meeting, now: Situation
) -> dict[str, Any]:
    values: dict[str, Any] = {"meeting": meeting.id, "item": item.no, "title": title}
    if item.issue:
        values["issues"] = [item.issue]
    if proposals:
        outcome = _outcome(proposals)
        texts = [flat(each.text) for each in proposals if each.text]
        values |= {"outcome": outcome, "text": "；".join(texts)}
        if outcome == DEFERRED:
            values |= _deferred(proposals)
        if outcome == UPWARD and not any(each.lead for each in proposals):
            values["no_task_reason"] = AWAITING
    elif item.category == now.terms.agenda_categories.value[0] and HEARD in item.category:
        values["outcome"] = HEARD
    return values


def _deferred(proposals: tuple[Proposed, ...]) -> dict[str, Any]:
    """暂缓 with its terms, where it was proposed who brings what."""
    asked = next((each for each in proposals if each.lead and (each.measure or each.title)), None)
    if asked is None or asked.lead is None:
        return {}
    terms: dict[str, Any] = {"condition": flat(asked.measure or asked.title or ""), "unit": asked.lead[0]}
    if asked.lead[1:] or asked.support:
        terms["support"] = [*asked.lead[1:], *asked.support]
    if isinstance(asked.due, date):
        terms["bring_back_by"] = asked.due
    return {"deferred": terms}


def _tasks(proposals: tuple[Proposed, ...], title: str, now: Situation) -> Iterator[dict[str, Any]]:
    for each in proposals:
        if each.lead:
            standing = {"report_every": report_interval(now)} if each.due == STANDING else {}
            yield _task(each, title) | standing


def report_interval(now: Situation) -> Duration:
    """How often a standing duty is reported: as it is settled, else each quarter, lianxi's default."""
    term = now.terms.settled("follow_up", "report_every")
    return term.value if term else Duration(months=3)


def _task(each: Proposed, title: str) -> dict[str, Any]:
    lead = each.lead or ()
    measure = flat(each.measure or each.title or title)
    values: dict[str, Any] = {
        "title": each.title or short_title(measure, remark_of(title)),
        "lead": lead[0] if len(lead) == 1 else list(lead),
    }
    if each.support:
        values["support"] = list(each.support)
    values["measure"] = measure
    if each.due is not None:
        values["due"] = each.due
    if each.due_text:
        values["due_text"] = each.due_text
    if each.milestones:
        values["milestones"] = list(each.milestones)
    return values


def short_title(measure: str, remark: str) -> str:
    """A title made of the measure's first clause, with the remark of the item's title."""
    first = re.split("[，；]", measure, maxsplit=1)[0][:_LONGEST]
    return first if first.endswith(remark) else titled(first, remark)


def _is(values: Mapping[str, Any], task: Task) -> bool:
    return bool(task.title == values["title"] or flat(task.measure) == values["measure"])

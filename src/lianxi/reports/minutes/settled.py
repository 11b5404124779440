"""What a meeting settled anew of older tasks: who takes one over (承接), until when (会议明确)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.as_of import cut
from lianxi.reports.minutes.clauses import deadline
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Extension, Reassignment, Task
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.task import acting_lead, meeting_of
from lianxi.wording import full_date, listed, remark_of, titled


@dataclass(frozen=True, slots=True)
class Settled:
    """One older task, with what a decision of this meeting changed of it."""

    task: Task
    item: int
    lead: tuple[str, ...]
    source: str
    reassignments: tuple[Reassignment, ...]
    extensions: tuple[Extension, ...]

    @property
    def changed(self) -> str:
        """牵头单位和时限, or the one of them that changed."""
        names = ["牵头单位"] * bool(self.reassignments) + ["时限"] * bool(self.extensions)
        return "和".join(names)


def settled(meeting: Meeting, now: Situation) -> list[Settled]:
    """The older tasks that rest on decisions of ``meeting``, by item and id."""
    items = {entry.id: entry.item for entry in now.book.resolutions_of_meeting(meeting.id)}
    found = [
        each
        for task in now.book.tasks.values()
        if task.resolution not in items
        for each in _of(task, items, now)
    ]
    return sorted(found, key=lambda each: (each.item, len(each.task.id), each.task.id))


def sentence_of(found: Settled) -> str:
    """原由A牵头的…事项，由B承接，于…前完成."""
    title = found.task.title
    bare = title.removesuffix(remark_of(title))
    matter = title if bare.endswith(("事项", "问题")) else titled(title, "事项")
    if found.reassignments:
        old = listed(dict.fromkeys(entry.from_ for entry in found.reassignments))
        new = listed(dict.fromkeys(entry.to for entry in found.reassignments))
        parts = [f"原由{old}牵头的{matter}", f"由{new}承接"]
    else:
        parts = [f"由{listed(found.lead)}牵头的{matter}"]
    parts += [f"于{until(entry)}{entry.milestone or '完成'}" for entry in found.extensions]
    return "，".join(parts)


def until(extension: Extension) -> str:
    """2026年4月30日前."""
    return f"{full_date(extension.new_due)}前"


def leads_of(found: Settled) -> str:
    """Who leads it from now on, as the table has it."""
    if not found.reassignments:
        return listed(found.lead)
    return f"{listed(dict.fromkeys(entry.to for entry in found.reassignments))}（承接）"


def deadline_of(found: Settled, now: Situation) -> str:
    """Until when, as the table has it: what this meeting set, else what held before it."""
    if found.extensions:
        each = (
            f"{entry.milestone}：{until(entry)}" if entry.milestone else until(entry)
            for entry in found.extensions
        )
        return "；".join(each)
    granted = [entry for entry in cut(found.task, now.today).extensions if entry.granted]
    if granted and not found.task.milestones:
        return until(granted[-1])
    return deadline(found.task, meeting_of(found.task, now), now)


def _of(task: Task, items: dict[str, int], now: Situation) -> Iterator[Settled]:
    for item in sorted(set(items.values())):
        reassignments = tuple(entry for entry in task.reassignments if items.get(entry.basis or "") == item)
        extensions = tuple(entry for entry in task.extensions if items.get(entry.basis or "") == item)
        if reassignments or extensions:
            lead = acting_lead(cut(task, now.today), now)
            yield Settled(task, item, lead, _source(task, now), reassignments, extensions)


def _source(task: Task, now: Situation) -> str:
    """第一次会议事项; 原有事项 where no meeting gave it."""
    meeting = meeting_of(task, now)
    return f"{meeting_name(meeting, now)}事项" if meeting else "原有事项"

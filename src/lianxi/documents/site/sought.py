"""What the search can find: one row a record and a unit, with what it may be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lianxi.documents.site.badge import Badge, task_badge
from lianxi.documents.site.look import Look
from lianxi.reports.dimension import area_of
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.issue import issue_standing
from lianxi.status.meeting import meeting_status
from lianxi.status.task import task_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that can be found; ``state`` is its level or status, ``text`` what else is looked through."""

    kind: str
    id: str
    title: str
    href: str
    badge: Badge
    state: str
    units: tuple[str, ...] = ()
    area: str = ""
    place: str = ""
    text: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """The year its number carries; a unit has none."""
        return self.id[2:6]


def rows(seen: Look) -> list[Row]:
    """Everything, in the order in which it is told."""
    return [*_units(seen), *_meetings(seen), *_tasks(seen), *_issues(seen), *_decisions(seen)]


def _units(seen: Look) -> Iterator[Row]:
    for unit in seen.now.mechanism.units:
        state = "成员单位" if unit.member else "其他单位"
        yield Row(
            kind="单位",
            id="",
            title=unit.name,
            href=seen.to.unit[unit.name],
            badge=Badge(state),
            state=state,
            units=(unit.name,),
            text=(unit.full, *(old.name for old in unit.former)),
        )


def _meetings(seen: Look) -> Iterator[Row]:
    for id_ in reversed(seen.to.records("M")):
        meeting = seen.now.book.meetings[id_]
        name, status = meeting_name(meeting, seen.now), meeting_status(meeting)
        titles = (item.title for item in meeting.agenda if item.title)
        yield Row(
            kind="会议",
            id=id_,
            title=meeting.title or name,
            href=seen.to.of[id_],
            badge=Badge(status),
            state=status,
            units=_distinct(item.presenter for item in meeting.agenda),
            text=(name, meeting.kind, meeting.place or "", *titles),
        )


def _tasks(seen: Look) -> Iterator[Row]:
    for id_ in reversed(seen.to.records("T")):
        found = task_standing(seen.now.book.tasks[id_], seen.now)
        yield Row(
            kind="任务",
            id=id_,
            title=found.task.title,
            href=seen.to.of[id_],
            badge=task_badge(found, seen.now),
            state=found.level or found.status,
            units=_distinct((*found.lead, *_supporting(found.task, seen.now))),
            area=area_of(found, seen.now) or "",
            text=(found.task.measure,),
        )


def _supporting(task: Task, now: Situation) -> Iterator[str]:
    """The units that support it, those of a group too."""
    for name in map(now.present, task.support):
        group = now.groups.get(name)
        yield name
        if group is not None:
            yield from (unit.name for unit in now.mechanism.units if group.holds(unit))


def _issues(seen: Look) -> Iterator[Row]:
    for id_ in reversed(seen.to.records("I")):
        found = issue_standing(seen.now.book.issues[id_], seen.now)
        issue = found.issue
        yield Row(
            kind="议题",
            id=id_,
            title=issue.title,
            href=seen.to.of[id_],
            badge=Badge(found.status),
            state=found.status,
            units=_distinct((seen.now.present(issue.raised_by),)),
            area=issue.area or "",
            place=issue.county or "",
            text=(issue.situation, issue.request, issue.enterprise or "", issue.category),
        )


def _decisions(seen: Look) -> Iterator[Row]:
    for id_ in reversed(seen.to.records("R")):
        entry = seen.now.book.resolutions[id_]
        yield Row(
            kind="议定事项",
            id=id_,
            title=entry.title,
            href=seen.to.of[id_],
            badge=Badge(entry.outcome),
            state=entry.outcome,
            text=(entry.text,),
        )


def _distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))

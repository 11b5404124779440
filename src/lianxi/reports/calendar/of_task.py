"""A task in a calendar: its deadlines, stage by stage, its review, and what it is to answer by a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.membership import listed as listed_units
from lianxi.obligations.reply import notice_name
from lianxi.reports.calendar.entry import (
    DEADLINE,
    REDO,
    REPLY,
    REVIEW,
    Due,
    Entry,
    due_entry,
    first_of_year,
)
from lianxi.schema.deadline import Counted
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import source_of
from lianxi.status.stage import Stage, counted_from, ended_on, stage_title
from lianxi.status.task import (
    CANCELLED,
    SUSPENDED,
    UNASSIGNED,
    UNSOURCED,
    TaskStanding,
    meeting_of,
    task_standing,
)
from lianxi.wording import flat, full_date, listed


def task_entries(task: Task, now: Situation) -> Iterator[Entry]:
    """What is due on a task that has been assigned, be it done, or withdrawn since."""
    found = task_standing(task, now)
    if found.status not in {UNASSIGNED, UNSOURCED}:
        on = _On(found, now)
        yield from on.deadlines()
        yield from on.review()
        yield from on.redoing()
        yield from on.replies()


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of a task: the name by which its entry is known, what is due, of which stage, and since when."""

    name: str
    category: str
    what: str
    day: date
    stage: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class _On:
    """One task, and what its entries share."""

    found: TaskStanding
    now: Situation

    @property
    def task(self) -> Task:
        return self.found.task

    def deadlines(self) -> Iterator[Entry]:
        """One entry a stage; one that counts from what has not happened has no day yet."""
        for index, stage in enumerate(self.found.stages):
            if stage.due is not None:
                name = "due" if stage.title is None else f"stage{index + 1}"
                day = _Day(name, DEADLINE, stage_title(self.task, stage), stage.due, stage.title)
                changes = (*self._published(stage),)
                ended = "已办结" if stage.done_on else ""
                yield self._entry(day, ended, changes, tuple(_put_off(stage)), provisional=stage.provisional)

    def review(self) -> Iterator[Entry]:
        """The day on which a standing duty is looked at anew."""
        if self.task.review_on is not None:
            yield self._entry(_Day("review", REVIEW, self.task.title, self.task.review_on), self._ended)

    def redoing(self) -> Iterator[Entry]:
        """By when what was sent back is to be done again."""
        for entry in self.task.completions:
            back = entry.returned
            if back is not None and back.redo_by is not None:
                name = f"redo-{back.date:%Y%m%d}"
                day = _Day(name, REDO, self.task.title, back.redo_by, since=back.date)
                yield self._entry(day, self._ended)

    def replies(self) -> Iterator[Entry]:
        """By when a notice is to be answered; known by its day, for one may be recorded late."""
        seen: Counter[date] = Counter()
        for notice in self.task.notices:
            seen[notice.date] += 1
            if notice.reply_by is None:
                continue
            nth = f"-{seen[notice.date]}" if seen[notice.date] > 1 else ""
            what = f"{notice_name(notice)}，{self.task.title}"
            name = f"reply-{notice.date:%Y%m%d}{nth}"
            day = _Day(name, REPLY, what, notice.reply_by, since=notice.date)
            replied = (notice.replied_on,) if notice.replied_on is not None else ()
            ended = "已反馈" if replied else self._ended
            yield self._entry(day, ended, replied, (f"{full_date(notice.date)}发出",))

    def _entry(
        self,
        day: _Day,
        ended: str,
        changes: tuple[date, ...] = (),
        lines: tuple[str, ...] = (),
        *,
        provisional: bool = False,
    ) -> Entry:
        task, found, units = self.task, self.found, self._units()
        off = found.status == CANCELLED
        was = [*task.lead, *(change.to for change in task.reassignments)]
        return due_entry(
            Due(
                f"{task.id}-{day.name}",
                task.id,
                day.category,
                f"{day.what}（{listed(found.lead)}）",
                day.day,
                day.since or found.assigned_on or first_of_year(task.id),
                (*self._lasting(day.stage), *self._finished(day.stage), *changes),
                units,
                tuple(unit for unit in dict.fromkeys(was) if unit not in units),
                "撤销" if off else ended or (SUSPENDED if found.status == SUSPENDED else ""),
                off,
                (*self._duty(), *lines, *self._end()),
                provisional,
            ),
            self.now,
        )

    @property
    def _ended(self) -> str:
        return "已办结" if ended_on(self.task) else ""

    def _units(self) -> tuple[str, ...]:
        """Who leads, and everyone who supports; those of a group one by one."""
        support = [
            self.now.present(unit)
            for name in self.task.support
            for unit in listed_units(self.now.mechanism, name)
        ]
        return tuple(dict.fromkeys((*self.found.lead, *support)))

    def _lasting(self, stage: str | None) -> Iterator[date]:
        """What moved a deadline of that stage, or gave the task to another, or set it right."""
        today, task = self.now.today, self.task
        for extension in task.extensions:
            day = extension.approved_on or extension.day()
            if extension.granted and extension.milestone == stage and day is not None:
                yield day
        for pause in task.suspensions:
            yield pause.since
            if pause.until is not None and pause.until < today:
                yield pause.until
        yield from (change.date for change in task.reassignments)
        yield from self._put_right()
        units = (self.now.units.get(name) for name in task.lead)
        ends = (unit.dissolved_on for unit in units if unit is not None and unit.dissolved_on is not None)
        yield from (day for day in ends if day <= today)

    def _put_right(self) -> Iterator[date]:
        meeting = meeting_of(self.task, self.now)
        minutes = meeting.minutes if meeting is not None else None
        for entry in minutes.corrections if minutes is not None else ():
            if any(change.record == self.task.id for change in entry.changes):
                yield entry.date

    def _finished(self, stage: str | None) -> Iterator[date]:
        """What was reported done, sent back, confirmed or withdrawn."""
        task = self.task
        for milestone in task.milestones:
            if milestone.title == stage and milestone.done_on is not None:
                yield milestone.done_on
        for entry in task.completions:
            yield entry.reported_on
            if entry.returned is not None:
                yield entry.returned.date
        yield from (end.date for end in (task.confirmation, task.cancelled) if end is not None)

    def _published(self, stage: Stage) -> list[date]:
        """The schedules of holidays that a count of working days rests on: one that is new may move it."""
        due = self.task.due
        start = counted_from(self.task, meeting_of(self.task, self.now), self.found.assigned_on)
        if not isinstance(due, Counted) or due.workdays is None or start is None or stage.original is None:
            return []
        years = [year for year in self.now.book.calendars if start.year < year <= stage.original.year]
        return [start for _ in years]

    def _duty(self) -> Iterator[str]:
        task = self.task
        yield f"牵头单位：{listed(self.found.lead)}"
        if task.support:
            yield f"配合单位：{listed(task.support)}"
        yield f"工作任务：{flat(task.measure)}"
        if task.result:
            yield f"完成的标志：{flat(task.result)}"
        yield f"来源：{source_of(task, self.now)}"

    def _end(self) -> Iterator[str]:
        """When it was reported done, confirmed or withdrawn."""
        task = self.task
        done = ended_on(task)
        if done is not None:
            yield f"{full_date(done)}报办结"
        if task.confirmation is not None:
            yield f"{full_date(task.confirmation.date)}销号"
        if task.cancelled is not None:
            yield f"{full_date(task.cancelled.date)}撤销"


def _put_off(stage: Stage) -> Iterator[str]:
    if stage.original is not None and stage.original != stage.due:
        yield f"原定时限：{full_date(stage.original)}，已延期"

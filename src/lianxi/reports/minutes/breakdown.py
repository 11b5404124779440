"""任务分解表: every task a meeting gave, and every older one it settled anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.reports.minutes.clauses import deadline, work
from lianxi.reports.minutes.settled import Settled, deadline_of, leads_of
from lianxi.reports.minutes.titles import Titles
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal
from lianxi.status.correction import Marks
from lianxi.status.meeting import in_order
from lianxi.wording import listed, numeral

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """One task; ``task`` is its id, for programs."""

    task: str
    place: str
    work: str
    lead: str
    support: str
    due: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The table under its title, and what must be known to read it."""

    name: str
    title: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]


def breakdown(
    meeting: Meeting, named: Titles, anew: list[Settled], now: Situation, marks: Marks
) -> Breakdown | None:
    """The table of ``meeting``; none where it gave no task and settled none anew."""
    found = list(_rows(meeting, anew, now, marks))
    if not found:
        return None
    rows = tuple(row for row, _ in found)
    return Breakdown(named.table, f"{named.table}{named.remark}", rows, tuple(_remarks(found)))


def _rows(
    meeting: Meeting, anew: list[Settled], now: Situation, marks: Marks
) -> Iterator[tuple[Row, Task | Settled]]:
    decisions = now.book.resolutions_of_meeting(meeting.id)
    for item in in_order(now, meeting):
        ordinal = item_ordinal(meeting, item.no, now)
        for older in (each for each in anew if each.item == item.no):
            yield _older(older, ordinal, now, marks), older
        tasks = [
            task
            for entry in decisions
            if entry.item == item.no
            for task in now.book.tasks_of_resolution(entry.id)
        ]
        for number, task in enumerate(tasks, 1):
            place = f"{ordinal}（{numeral(number)}）" if len(tasks) > 1 else ordinal
            yield _row(task, place, meeting, now, marks), task


def _row(task: Task, place: str, meeting: Meeting, now: Situation, marks: Marks) -> Row:
    return Row(
        task.id,
        place,
        work(task) + marks.at(task.id, "measure"),
        listed(task.lead) + marks.at(task.id, "lead"),
        (listed(task.support) or NOTHING) + marks.at(task.id, "support"),
        deadline(task, meeting, now) + marks.at(task.id, "due", "due_text", "milestones"),
    )


def _older(found: Settled, place: str, now: Situation, marks: Marks) -> Row:
    task = found.task
    return Row(
        task.id,
        place,
        task.title + marks.at(task.id, "title"),
        leads_of(found) + marks.at(task.id, "reassignments"),
        listed(task.support) or NOTHING,
        deadline_of(found, now) + marks.at(task.id, "extensions"),
    )


def _remarks(found: list[tuple[Row, Task | Settled]]) -> Iterator[str]:
    """Who reports for two leads, and what is not counted again."""
    if any(isinstance(each, Task) and len(each.lead) > 1 for _, each in found):
        yield "有两个牵头单位的，排在第一位的负责汇总报告"
    for number, (_, each) in enumerate(found, 1):
        if isinstance(each, Settled):
            yield f"第{number}项为{each.source}重新明确{each.changed}，不重复计数"

"""What a sheet that comes back says in the columns it was sent out with, against the records then and now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.forms.unit_list import LAST, UNIT_LIST
from lianxi.intake.screening import safe
from lianxi.intake.table import Row
from lianxi.near import folded
from lianxi.reports.last_word import last_word, stuck
from lianxi.reports.task_line import due_text, lead_text
from lianxi.reports.unit_list import listed_task
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.task import task_standing
from lianxi.wording import flat, full_date

_SHOWN = ("lead", "support", "stage", "due", "status")


@dataclass(frozen=True, slots=True)
class Then:
    """The task on the day of the list, where the list says which that was, and today."""

    task: Task
    now: Situation
    then: Situation | None

    def title_fits(self, text: str) -> bool:
        """Whether it is the title of this task, with or without its stage; ledgers go on below it."""
        return folded(text.split("\n", 1)[0]) in {
            *self._renderings("title", self.now),
            *self._renderings("title", self.then),
        }

    def says_nothing_new(self, text: str) -> bool:
        """Whether an answer is only what was printed for it to be written over."""
        known = {*self._renderings("answer", self.now), *self._renderings("answer", self.then)}
        return folded(text) in known

    def told(self, row: Row) -> Iterator[str]:
        """What was altered in the columns that are only to be read, and what has changed since."""
        for key in _SHOWN:
            text = row.text(key)
            if not text:
                continue
            cell, name, is_ = row.cells[key], UNIT_LIST.column(key).name, safe(self._plain(key))
            said = str(cell.day or text)
            if folded(said) in self._renderings(key, self.now):
                continue
            if self.then is not None and folded(said) in self._renderings(key, self.then):
                yield f"清单以后变了：{name}由“{safe(said)}”变为“{is_}”"
            else:
                differs = f"{cell.address} 只供看的“{name}”与记录不一致，没有取"
                yield f"{differs}：写的是“{safe(said)}”，记录是“{is_}”"
        yield from self._since()

    def changed_last(self, row: Row) -> str | None:
        """What was written over the last report, which is printed to be read."""
        text = row.text(LAST)
        return None if not text or self.says_nothing_new(text) else text

    def _since(self) -> Iterator[str]:
        if self.then is None:
            return
        for report in self.task.reports:
            if report.date > self.then.today:
                yield f"清单以后已有{report.by}{full_date(report.date)}的报告"

    def _plain(self, key: str) -> str:
        return str(getattr(listed_task(task_standing(self.task, self.now), self.now), key)) or "（空）"

    def _renderings(self, key: str, when: Situation | None) -> set[str]:
        """All the ways in which lists and ledgers print it."""
        if when is None:
            return set()
        task = when.book.tasks.get(self.task.id, self.task)
        found = task_standing(task, when)
        row = listed_task(found, when)
        ways: set[object] = set()
        if key == "title":
            ways = {task.title, found.title}
        elif key == "lead":
            ways = {row.lead, lead_text(found)}
        elif key == "due":
            ways = {row.due, due_text(found), *_whole(row.due)}
        elif key == "status":
            ways = {row.status, found.level or ""}
        elif key == "answer":
            ways = {row.last, last_word(found, when), stuck(found)}
            for report in task.reports:
                ways |= {text for text in (report.text, report.obstacles, report.next_step) if text}
                ways |= {
                    flat(str(text)) for text in (report.text, report.obstacles, report.next_step) if text
                }
        else:
            ways = {getattr(row, key)}
        return {folded(str(way)) for way in ways}


def _whole(due: date | str) -> Iterator[str]:
    if isinstance(due, date):
        yield full_date(due)

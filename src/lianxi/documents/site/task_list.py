"""The lists of tasks: in hand by level, the worst first; and what is over with, by year."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from lianxi.documents.site.addresses import TASKS, ended_page, list_page
from lianxi.documents.site.badge import task_badge
from lianxi.documents.site.linked import Part, plain, units
from lianxi.documents.site.listing import Cell, Group, Listing, Row, group, listing
from lianxi.documents.site.look import Look
from lianxi.reports.task_line import due_text
from lianxi.reports.task_row import past_due
from lianxi.status.citation import source_of
from lianxi.status.task import CONFIRMED, DONE, LEVELS, TaskStanding, task_standing

COLUMNS = ("工作任务", "等级", "牵头单位", "完成时限", "来源")
IN_HAND = tuple(level for level in LEVELS if level not in {DONE, CONFIRMED})


def tasks_in_hand(seen: Look) -> Listing:
    """The first list."""
    found = sorted((each for each in _standings(seen) if not is_over(each)), key=past_due)
    groups = [
        group(level, f"level-{place}", (_row(each, seen) for each in found if each.level == level))
        for place, level in enumerate(IN_HAND)
    ]
    drafts = group("未交办", "draft", (_row(each, seen) for each in found if each.level is None))
    other = Part("已办结、已销号和撤销的任务", ended_page(TASKS))
    return listing("在办任务", partial(list_page, TASKS), COLUMNS, [*groups, drafts], other)


def tasks_ended(seen: Look) -> Listing:
    """The second list, the last year first."""
    found = sorted((each for each in _standings(seen) if is_over(each)), key=_number, reverse=True)
    groups = [_of_year(year, list(members), seen) for year, members in groupby(found, key=_year)]
    other = Part("在办任务", list_page(TASKS))
    return listing("已办结、已销号和撤销的任务", partial(ended_page, TASKS), COLUMNS, groups, other)


def is_over(found: TaskStanding) -> bool:
    """Whether nothing is to be done on it any more."""
    return found.level in {DONE, CONFIRMED} or (found.level is None and found.task.cancelled is not None)


def anchor_of(level: str) -> str:
    """Where the rows of a level in hand begin."""
    return f"level-{IN_HAND.index(level)}"


def _standings(seen: Look) -> list[TaskStanding]:
    return [task_standing(seen.now.book.tasks[id_], seen.now) for id_ in seen.to.records("T")]


def _of_year(year: str, found: list[TaskStanding], seen: Look) -> Group:
    return group(f"{year}年", f"year-{year}", (_row(each, seen) for each in found))


def _row(found: TaskStanding, seen: Look) -> Row:
    task = found.task
    return (
        Cell((Part(found.title, seen.to.of[task.id]),), ref=task.id),
        Cell((), task_badge(found, seen.now)),
        Cell(units(found.lead, seen.to)),
        Cell(plain(due_text(found))),
        Cell(plain(source_of(task, seen.now))),
    )


def _year(found: TaskStanding) -> str:
    return found.task.id[2:6]


def _number(found: TaskStanding) -> tuple[str, int]:
    return found.task.id[2:6], int(found.task.id[7:])

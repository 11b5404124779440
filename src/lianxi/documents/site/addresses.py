"""Where each page of the site lies: short names of letters, digits and signs that every system takes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from lianxi.schema.kinds import kind_of
from lianxi.situation import Situation
from lianxi.status.issue import NOT_YET, issue_standing
from lianxi.status.task import UNASSIGNED, task_standing

OVERVIEW, SEARCH = "index.html", "search.html"
ISSUES, MEETINGS, TASKS, UNITS = "issues", "meetings", "tasks", "units"
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Addresses:
    """Every record and unit that has a place on the site, with its way from the site's root.

    ``titles`` are those of records that have one of their own.
    """

    of: dict[str, str] = field(default_factory=dict)
    unit: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def records(self, letter: str) -> list[str]:
        """The ids of one kind, in the order of the records."""
        return [id_ for id_ in self.of if id_[0] == letter]


def addresses(now: Situation, *, drafts: bool) -> Addresses:
    """What has a page: a decision has its place on the page of its meeting.

    With ``drafts`` also a task that a meeting has given but no minutes have assigned yet.
    """
    book = now.book
    found = {id_: _page(id_) for id_ in (*_collected(now), *book.meetings, *_given(now, drafts=drafts))}
    decided = {
        id_: f"{_page(entry.meeting)}#{id_}"
        for id_, entry in book.resolutions.items()
        if entry.meeting in book.meetings
    }
    units = {unit.name: f"{UNITS}/{_stable(unit.name)}.html" for unit in now.mechanism.units}
    titles = {id_: issue.title for id_, issue in book.issues.items()}
    titles |= {id_: task.title for id_, task in book.tasks.items()}
    titles |= {id_: entry.title for id_, entry in book.resolutions.items()}
    return Addresses(found | decided, units, titles)


def list_page(folder: str, number: int = 1) -> str:
    """A page of the list of one kind: ``tasks/index.html``, ``tasks/index-2.html``."""
    return _numbered(folder, "index", number)


def ended_page(folder: str, number: int = 1) -> str:
    """A page of what is over with of one kind: ``tasks/ended.html``, ``tasks/ended-2.html``."""
    return _numbered(folder, "ended", number)


def _numbered(folder: str, name: str, number: int) -> str:
    return f"{folder}/{name}.html" if number == 1 else f"{folder}/{name}-{number}.html"


def _page(id_: str) -> str:
    kind = kind_of(id_)
    assert kind is not None  # noqa: S101 - the id of a record
    return f"{kind.folder}/{id_}.html"


def _stable(name: str) -> str:
    """A name for a file that stays when units are added before it; no two units share one."""
    return hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]


def _collected(now: Situation) -> Iterable[str]:
    return (id_ for id_, issue in now.book.issues.items() if issue_standing(issue, now).status != NOT_YET)


def _given(now: Situation, *, drafts: bool) -> Iterable[str]:
    for id_, task in now.book.tasks.items():
        is_given = task_standing(task, now).status != UNASSIGNED
        if is_given or (drafts and task.resolution in now.book.resolutions):
            yield id_

"""The kinds of record: their folder, the letter of their ids, their model and Chinese name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxi.schema.base import Value
from lianxi.schema.calendar import Calendar
from lianxi.schema.issue import Issue
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task

_RECORD_LIMIT = 64 * 1024
_MECHANISM_LIMIT = 256 * 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record file. ``limit`` is its greatest size in bytes."""

    name: str
    model: type[Value]
    title: str
    path: re.Pattern[str]
    pattern: str
    folder: str = ""
    limit: int = _RECORD_LIMIT

    def id_in(self, path: str) -> str | None:
        """The id a path stands for, or ``None`` where no file of this kind may stand."""
        found = self.path.fullmatch(path)
        return found.group("id") if found else None

    def numbered(self, year: int, number: int) -> str:
        """The id of a number of a year: T-2026-007, T-2026-1000."""
        letter, _, first = self.pattern.rpartition("/")[2].removesuffix(".yaml").split("-")
        return f"{letter}-{year}-{number:0{len(first)}d}"

    def path_of(self, id_: str) -> str:
        """Where the record of an id lies in the records folder."""
        return f"{self.folder}/{id_[2:6]}/{id_}.yaml"


def _numbered(model: type[Value], title: str, folder: str, letter: str, digits: int) -> Kind:
    number = rf"[0-9]{{{digits},}}"
    name = model.__name__.lower()
    path = re.compile(rf"{folder}/(?P<year>[0-9]{{4}})/(?P<id>{letter}-(?P=year)-{number})\.yaml")
    return Kind(name, model, title, path, f"{folder}/2026/{letter}-2026-{'1'.zfill(digits)}.yaml", folder)


ISSUE = _numbered(Issue, "议题", "issues", "I", 3)
MEETING = _numbered(Meeting, "会议", "meetings", "M", 2)
RESOLUTION = _numbered(Resolution, "议定事项", "resolutions", "R", 3)
TASK = _numbered(Task, "任务", "tasks", "T", 3)
CALENDAR = Kind(
    "calendar",
    Calendar,
    "节假日安排",
    re.compile(r"calendar/(?P<id>[0-9]{4})\.yaml"),
    "calendar/2026.yaml",
    "calendar",
)
MECHANISM = Kind(
    "mechanism",
    Mechanism,
    "联席会议",
    re.compile(r"(?P<id>mechanism)\.yaml"),
    "mechanism.yaml",
    limit=_MECHANISM_LIMIT,
)
KINDS = (MECHANISM, CALENDAR, ISSUE, MEETING, RESOLUTION, TASK)
RECORDS = {"I": ISSUE, "M": MEETING, "R": RESOLUTION, "T": TASK}
FOLDERS = {kind.folder: kind for kind in KINDS if kind.folder}


def kind_at(path: str) -> Kind | None:
    """The kind of record a path belongs to by its folder."""
    return MECHANISM if path == "mechanism.yaml" else FOLDERS.get(path.split("/", 1)[0])


def kind_of(id_: str) -> Kind | None:
    """The kind of record an id speaks of by its letter."""
    return RECORDS.get(id_[:1]) if id_[1:2] == "-" else None

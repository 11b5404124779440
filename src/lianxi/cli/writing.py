"""Puts one act into one record: reads what it is judged by, decides, checks, writes, and tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.output import say
from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, Refusal
from lianxi.system import in_chinese

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.edit import Change
    from lianxi.finding import Finding
    from lianxi.schema.base import Value
    from lianxi.schema.task import Task
    from lianxi.situation import Situation

Act = Callable[[Any, "Situation"], "Sequence[Change]"]
"""Decides, by a record as it stands, how it changes; raises ``NotAllowed``."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One record on the table: its folder, its id, and the day on which it is worked on."""

    folder: Folder
    id: str
    today: date

    @property
    def way(self) -> str:
        """Its path in the records folder."""
        from lianxi.part import path_of

        return path_of(self.id)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder.path / self.way

    @property
    def shown(self) -> str:
        """Its path as messages show it."""
        return self.folder.prefix + self.way


def desk(records: Path | None, today: date, name: str) -> Desk:
    """The task ``name``. Raises ``Refusal`` where there is none."""
    from lianxi.schema.kinds import TASK, kind_of

    folder = find_folder(records)
    found = Desk(folder, name, today)
    if kind_of(name) is TASK and TASK.id_in(found.way) and found.path.is_file():
        return found
    known = sorted(path.stem for path in (folder.path / "tasks").glob("[0-9]*/T-*.yaml"))
    from lianxi.ids import meant_id
    from lianxi.near import near

    meant = meant_id(name, known) or near(name, known)
    raise Refusal(f"没有任务“{name}”" + (f"，是否想写 {meant}？" if meant else "；任务的编号如 T-2026-001"))


def look(at: Desk, raw: bytes | None = None) -> tuple[Task, Situation]:
    """The task, or ``raw`` in its place, and all that it is judged by."""
    from lianxi.schema.task import Task

    task, now = seen(at, raw)
    assert isinstance(task, Task)  # noqa: S101 - a desk for a task
    return task, now


def seen(at: Desk, raw: bytes | None = None) -> tuple[Value, Situation]:
    """The record, or ``raw`` in its place, and all that it is judged by."""
    from lianxi.situation import Situation
    from lianxi.terms import Terms
    from lianxi.workdays import Workdays

    book = _part(at, raw)
    record = book.record(at.id)
    if record is None:
        first = _findings(at, book)[0]
        raise Refusal(f"{at.shown} 读不出来：第{first.line}行，{first.message}；改好后再运行", FOUND)
    assert book.mechanism is not None  # noqa: S101 - refused below
    return record, Situation(book, at.today, Terms(book.mechanism), Workdays(book.calendars))


def put(at: Desk, act: Act, before: Callable[[bytes], None] | None = None) -> list[Finding]:
    """Let ``act`` change the record, unless ``lianxi check`` would refuse the outcome; what it still tells.

    ``before`` is handed the record's bytes when nothing more is in their way but the disk.
    """
    from lianxi.acts import NotAllowed
    from lianxi.edit import EditError, rewrite

    told: list[Finding] = []

    def rewriting(raw: bytes) -> bytes:
        now, told[:] = reworked(at, raw, act)
        if before is not None:
            before(now)
        return now

    try:
        rewrite(at.path, rewriting)
    except (EditError, NotAllowed) as error:
        raise Refusal(f"{at.shown} 没有改动：{error}", FOUND) from error
    except OSError as error:
        raise Refusal(f"{at.shown} 没有改动：{in_chinese(error)}", BROKEN) from error
    return told


def reworked(at: Desk, raw: bytes, act: Act) -> tuple[bytes, list[Finding]]:
    """The bytes of the record after ``act``, and what ``lianxi check`` tells of them.

    Raises ``NotAllowed``, ``EditError``, or ``Refusal`` for an error that is new.
    """
    from lianxi.edit import changed, kind_of_file

    now = changed(raw, act(*seen(at, raw)), kind_of_file(at.path))
    return now, _passed(at, raw, now)


def done(at: Desk, what: str, then: str, found: list[Finding]) -> int:
    """Say what was written where, what is to be done next, and what the check still tells."""
    say(f"已写入 {at.shown}：{what}")
    say(f"下一步：{then}")
    remind(found)
    return CLEAN


def remind(found: list[Finding]) -> None:
    """What the check tells of a record beside what is in error."""
    if found:
        say(f"lianxi check 对这条记录还有{len(found)}处要看：")
    for each in found:
        say(f"  第{each.line}行：{each.message}（{each.code}）")


def _part(at: Desk, raw: bytes | None) -> Book:
    from lianxi.part import part_of, part_of_meeting
    from lianxi.schema.kinds import MEETING, kind_of
    from lianxi.tree import FolderTree

    tree = FolderTree(at.folder.path)
    of_meeting = kind_of(at.id) is MEETING
    book = part_of_meeting(tree, at.id, raw) if of_meeting else part_of(tree, at.id, at.today, raw)
    return book if book.mechanism is not None else read_book(at.folder)  # which says what is wrong with it


def _findings(at: Desk, book: Book) -> list[Finding]:
    from lianxi.check import check_record

    return check_record(book, at.today, at.way, at.folder.prefix)


def _passed(at: Desk, before: bytes, after: bytes) -> list[Finding]:
    """What the check tells of the record as it is to be. Raises ``Refusal`` for an error that is new."""
    from lianxi.finding import ERROR

    found = _findings(at, _part(at, after))
    if any(each.severity == ERROR for each in found):
        old = Counter((each.code, each.message) for each in _findings(at, _part(at, before)))
        for each in found:
            old[each.code, each.message] -= 1
            if each.severity == ERROR and old[each.code, each.message] < 0:
                raise Refusal(f"{at.shown} 没有改动：{_why(each)}", FOUND)
    return found


def _why(found: Finding) -> str:
    from lianxi.rule import FORMAT

    basis = "" if found.basis == FORMAT else f"，依据：{found.basis}"
    return f"{found.message}（{found.code}{basis}）"

"""Writes a new record: its number, its skeleton, what is still to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.output import say
from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, Refusal
from lianxi.cli.writing import remind
from lianxi.system import in_chinese

if TYPE_CHECKING:
    from lianxi.book import Book
    from lianxi.finding import Finding
    from lianxi.schema.kinds import Kind
    from lianxi.situation import Situation

_TRIES = 50
"""So many others may take the next number at the same moment."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a new record is made: the conference and its meetings, on a day."""

    folder: Folder
    today: date
    now: Situation
    choices: Mapping[str, tuple[str, ...]]

    def ids(self, folder: str) -> list[str]:
        """The ids of the records in a folder, readable or not."""
        return [path.stem for path in (self.folder.path / folder).glob("[0-9]*/?-*.yaml")]


def room(records: Path | None, today: date) -> Room:
    """Read what a new record is made by. Raises ``Refusal`` where the mechanism cannot be read."""
    from lianxi.naming import Register
    from lianxi.situation import Situation
    from lianxi.terms import Terms
    from lianxi.workdays import Workdays

    folder = find_folder(records)
    book = _conference(folder, {})
    mechanism = book.mechanism or read_book(folder).mechanism  # which says what is wrong with it
    assert mechanism is not None  # noqa: S101 - refused above
    now = Situation(book, today, Terms(mechanism), Workdays(book.calendars))
    return Room(folder, today, now, Register(book, mechanism).lists)


def create(at: Room, kind: Kind, year: int, values: Mapping[str, Any]) -> int:
    """Write the record under the next free number; what was not given is left to a person."""
    filled = {key: value for key, value in values.items() if value is not None and value != []}
    left: list[str] = []
    found: list[Finding] = []

    def drafted(id_: str) -> str:
        text, left[:], found[:] = _drafted(at, kind, {"id": id_, **filled})
        return text

    id_ = write_numbered(at.folder, kind, year, drafted)
    return _tell(at.folder.prefix + kind.path_of(id_), kind, left, found)


def write_numbered(folder: Folder, kind: Kind, year: int, drafted: Callable[[str], str]) -> str:
    """Write what ``drafted`` makes of the next free number; that number.

    Whoever takes it at the same moment keeps it, and the one after it is tried. Raises ``Refusal``
    where nothing could be written.
    """
    from lianxi.edit import EditError, Taken, write_new

    for _ in range(_TRIES):
        id_ = next_number(folder, kind, year)
        text, way = drafted(id_), kind.path_of(id_)
        try:
            write_new(folder.path / way, text)
        except Taken:
            continue
        except EditError as error:
            raise Refusal(f"{folder.prefix}{way} 没有新建：{error}", FOUND) from error
        except OSError as error:
            line = f"{folder.prefix}{way} 没有写成：{in_chinese(error)}；排除以后再运行"
            raise Refusal(line, BROKEN) from error
        return id_
    raise Refusal("编号一直被别人占去，请过一会儿再运行", BROKEN)


def _drafted(at: Room, kind: Kind, values: Mapping[str, Any]) -> tuple[str, list[str], list[Finding]]:
    """The text, the keys that are to be filled in, and what the check tells where there are none."""
    from lianxi.finding import ERROR
    from lianxi.skeleton import blanks, skeleton

    text, left = skeleton(kind, values, at.choices), blanks(kind, values)
    found = [] if left else _findings(at, kind, values["id"], text)
    for each in found:
        if each.severity == ERROR:
            raise Refusal(f"没有新建：{each.message}（{each.code}）", FOUND)
    return text, left, found


def _findings(at: Room, kind: Kind, id_: str, text: str) -> list[Finding]:
    from lianxi.check import check_record
    from lianxi.part import part_of
    from lianxi.schema.kinds import MEETING
    from lianxi.tree import FolderTree

    way, raw = kind.path_of(id_), text.encode("utf-8")
    if kind is MEETING:  # its number is held against those of the others
        book = _conference(at.folder, {way: raw})
    else:
        book = part_of(FolderTree(at.folder.path), id_, at.today, raw)
    return check_record(book, at.today, way, at.folder.prefix)


def _conference(folder: Folder, over: Mapping[str, bytes]) -> Book:
    """The mechanism, the calendars and the meetings."""
    from lianxi.book import load
    from lianxi.schema.kinds import MECHANISM
    from lianxi.tree import Excerpt, FolderTree

    found = (path.relative_to(folder.path).as_posix() for path in folder.path.glob("calendar/*.yaml"))
    meetings = (path.relative_to(folder.path).as_posix() for path in folder.path.glob("meetings/*/*.yaml"))
    files = frozenset({MECHANISM.pattern, *found, *meetings})
    return load(Excerpt(FolderTree(folder.path), files, over))


def next_number(folder: Folder, kind: Kind, year: int) -> str:
    """A number that neither the work tree nor any branch has."""
    from lianxi.git import repository_of
    from lianxi.next_id import next_id

    under = folder.path / kind.folder / str(year)
    names = {path.name for path in under.iterdir()} if under.is_dir() else set()
    repository = repository_of(folder.path)
    if repository is not None:
        names |= repository.branch_paths(repository.path_of(under))
    return next_id(kind, year, names)


def _tell(shown: str, kind: Kind, left: list[str], found: list[Finding]) -> int:
    from lianxi.schema.labels import label_at
    from lianxi.wording import listed

    say(f"已新建{kind.title} {shown}")
    if left:
        words = listed(f"{key}（{label_at((key,))}）" for key in left)
        say(f"下一步：打开文件填好这{len(left)}项：{words}；填好运行 lianxi check")
        return CLEAN
    say("下一步：核对后提交")
    remind(found)
    return CLEAN

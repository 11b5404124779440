"""Who changed a file, and when: its history through its renames, read by one process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lianxi.git.door import Door
from lianxi.git.failure import GitError

_FORMAT = "%H%x00%an%x00%aI%x00%s"
_NOTHING_YET = "does not have any commits yet"


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that changed a file, which was called ``was`` before and ``path`` after it.

    ``before`` and ``after`` are the ids of its contents: None before it was there, and after it went.
    """

    commit: str
    author: str
    date: datetime
    subject: str
    path: str
    was: str
    before: str | None
    after: str | None


def history(door: Door, path: str) -> list[Revision]:
    """The commits up to ``HEAD`` that changed the file, newest first; merges tell nothing new.

    Git follows a file that was copied from another into the history of that other. Ours ends there:
    a new record is often written after an older one, but it is not that one.
    """
    try:
        said = door.read(*_words(path))
    except GitError as error:
        if _NOTHING_YET in error.line:
            return []
        raise
    return list(_own(said.split(b"\0")))


def _words(path: str) -> tuple[str, ...]:
    telling = ("--raw", "-z", "--no-abbrev", f"--format={_FORMAT}", "--encoding=UTF-8", "--no-color")
    plain = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-mailmap")
    whole = ("--no-decorate", "--no-diff-merges", "--follow", "--find-renames=50%", "-l1000")
    return ("log", *telling, *plain, *whole, "--end-of-options", "--", path)


def _own(tokens: list[bytes]) -> Iterator[Revision]:
    place = 0
    while place + 5 < len(tokens):
        commit, author, day, subject, raw = tokens[place : place + 5]
        place += 4
        if not raw.startswith(b"\n:"):
            continue  # it changed nothing in the file
        before, after, change = raw.split()[2:]
        copied, renamed = change.startswith(b"C"), change.startswith(b"R")
        names = tokens[place + 1 : place + (3 if copied or renamed else 2)]
        place += 1 + len(names)
        yield Revision(
            commit.decode("ascii"),
            _text(author),
            _date(commit, day),
            _text(subject),
            _text(names[-1]),
            _text(names[0] if renamed else names[-1]),
            None if copied else _id(before),
            _id(after),
        )
        if copied:
            return


def _date(commit: bytes, day: bytes) -> datetime:
    try:
        return datetime.fromisoformat(day.decode("ascii"))
    except ValueError as error:
        raise GitError(f"提交 {commit.decode('ascii')} 的日期读不懂：“{_text(day)}”") from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _id(data: bytes) -> str | None:
    return data.decode("ascii") if data.strip(b"0") else None

"""Where files come from: a folder on disk, or texts held in memory."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from lianxi.system import in_chinese

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO put here since we looked must not make us wait
)
_DEEPEST = 8
"""No record lies deeper; a folder that is linked into itself on Windows has no end."""
_RECORDS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a path gave no bytes: ``symlink``, ``not_a_file``, ``unreadable`` or ``too_large``."""

    why: str
    detail: str = ""


class Tree(Protocol):
    """A set of files by path, ``/``-separated and relative to the records folder."""

    def paths(self) -> list[str]:
        """Every path in it, sorted; what is not a plain file, or not a folder to look into, is listed too."""

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        """The bytes of one file, or why there are none; never more than ``limit`` bytes."""


@dataclass(frozen=True, slots=True)
class FolderTree:
    """The files below a folder of the work tree; links are seen, not followed."""

    root: Path

    def paths(self) -> list[str]:
        return sorted(_walk(os.fspath(self.root)))

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        full = f"{self.root}/{path}"
        try:
            # Looked at before it is opened: opening alone may wake a device or wait on a pipe.
            return _obstacle(full, limit) or _bytes(full, limit)
        except OSError as error:
            return Obstacle("unreadable", in_chinese(error))


@dataclass(frozen=True, slots=True)
class TextTree:
    """Files given as texts, by path; what tests and example pages are made of."""

    files: Mapping[str, str | bytes]

    def paths(self) -> list[str]:
        return sorted(self.files)

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        text = self.files[path]
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        return data if len(data) <= limit else Obstacle("too_large", str(len(data)))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some files of a tree, those that are there, with others laid over them."""

    tree: Tree
    files: frozenset[str]
    over: Mapping[str, bytes] = field(default_factory=dict)

    def paths(self) -> list[str]:
        return sorted({*self.over, *(path for path in self.files if self._is_there(path))})

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        return TextTree(self.over).read(path, limit) if path in self.over else self.tree.read(path, limit)

    def _is_there(self, path: str) -> bool:
        found = self.tree.read(path, 0)
        return not isinstance(found, Obstacle) or found.why != "unreadable"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of one moment, by path; those in ``same`` are as in another tree, and read from there."""

    files: Mapping[str, bytes | Obstacle]
    same: frozenset[str] = frozenset()
    other: Tree = field(default_factory=lambda: TextTree({}))

    def paths(self) -> list[str]:
        return sorted({seen for path in (*self.files, *self.same) if (seen := _seen(path))})

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        if path in self.same:
            return self.other.read(path, limit)
        found = self.files.get(path, Obstacle("not_a_file"))  # a folder with the name of a record
        if isinstance(found, bytes) and len(found) > limit:
            return Obstacle("too_large", str(len(found)))
        return found


def _seen(path: str) -> str:
    """What a walk through the folder would list for the file; nothing where it lies in a hidden one."""
    names = path.split("/")
    if any(name.startswith(".") for name in names):
        return ""
    ends = (index for index, name in enumerate(names[:-1]) if name.lower().endswith(_RECORDS))
    return "/".join(names[: min(next(ends, len(names)), _DEEPEST) + 1])


def _obstacle(full: str, limit: int) -> Obstacle | None:
    state = os.lstat(full)
    if stat.S_ISREG(state.st_mode):
        return Obstacle("too_large", str(state.st_size)) if state.st_size > limit else None
    if stat.S_ISLNK(state.st_mode):
        return Obstacle("symlink")
    if stat.S_ISDIR(state.st_mode):
        os.scandir(full).close()  # raises where the folder may not be looked into
    return Obstacle("not_a_file")


def _bytes(full: str, limit: int) -> bytes | Obstacle:
    handle = os.open(full, _OPEN_FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Obstacle("not_a_file")
        data = os.read(handle, limit + 1)
    finally:
        os.close(handle)
    return data if len(data) <= limit else Obstacle("too_large", str(len(data)))  # it has grown


def _walk(root: str) -> Iterator[str]:
    folders = [""]
    while folders:
        below = folders.pop()
        try:
            found = list(_entries(os.path.join(root, below)))
        except OSError:
            if not below:
                raise
            yield below
            continue
        for name, is_folder in found:
            path = f"{below}/{name}" if below else name
            if is_folder and path.count("/") < _DEEPEST and not name.lower().endswith(_RECORDS):
                folders.append(path)
            else:
                yield path


def _entries(folder: str) -> Iterator[tuple[str, bool]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                yield entry.name, entry.is_dir(follow_symlinks=False)

"""Where files come from: a folder on disk, or texts held in memory."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO must not make us wait
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a path gave no bytes: ``symlink``, ``not_a_file``, ``unreadable`` or ``too_large``."""

    why: str
    detail: str = ""


class Tree(Protocol):
    """A set of files by path, ``/``-separated and relative to the records folder."""

    def paths(self) -> list[str]:
        """Every path in it, sorted; what is not a plain file is listed too."""

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        """The bytes of one file, or why there are none; never more than ``limit`` bytes."""


@dataclass(frozen=True, slots=True)
class FolderTree:
    """The files below a folder of the work tree; links are seen, not followed."""

    root: Path

    def paths(self) -> list[str]:
        return sorted(_walk(os.fspath(self.root), ""))

    def read(self, path: str, limit: int) -> bytes | Obstacle:
        full = os.path.join(self.root, path)
        try:
            if os.path.islink(full):
                return Obstacle("symlink")
            handle = os.open(full, _OPEN_FLAGS)
        except OSError as error:
            return Obstacle("not_a_file" if os.path.isdir(full) else "unreadable", error.strerror or "")
        try:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                return Obstacle("not_a_file")
            if state.st_size > limit:
                return Obstacle("too_large", str(state.st_size))
            return os.read(handle, limit)
        except OSError as error:
            return Obstacle("unreadable", error.strerror or "")
        finally:
            os.close(handle)


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


def _walk(root: str, below: str) -> Iterator[str]:
    with os.scandir(os.path.join(root, below) if below else root) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name.endswith((".yaml", ".yml")):
                    yield path
                else:
                    yield from _walk(root, path)
            else:
                yield path

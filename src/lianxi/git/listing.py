"""The files that a commit or the index holds below a folder, each with the id of its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.visible import spelt

_PLAIN = ("100644", "100755", "100664")
"""The modes of a file; the last was written by the first Gits."""
_WHY = {"120000": "symlink"}
_SETTLED = "0"


@dataclass(frozen=True, slots=True)
class Held:
    """One path: ``id`` is that of its bytes, ``why`` as an ``Obstacle`` has it where it is no plain file."""

    id: str
    why: str = ""


def of_commit(door: Door, commit: str, under: str) -> dict[str, Held]:
    """What the commit holds below the folder ``under``, by path from there; by one process."""
    said = door.read("ls-tree", "-r", "-z", "--full-tree", commit, "--", *_within(under))
    return {path[len(under) :]: _held(words[0], words[2]) for words, path in _lines(said)}


def of_index(door: Door, under: str) -> dict[str, Held]:
    """The same of what is staged. Raises ``GitError`` where a conflict is not settled."""
    lines = list(_lines(door.read("ls-files", "--stage", "-z", "--", *_within(under))))
    open_ = dict.fromkeys(spelt(path) for words, path in lines if words[2] != _SETTLED)
    if open_:
        raise GitError(f"这些文件有冲突没有解决：{'、'.join(open_)}；改好并 git add 以后再运行")
    return {path[len(under) :]: _held(words[0], words[1]) for words, path in lines}


def _within(under: str) -> tuple[str, ...]:
    return (under,) if under else ()


def _lines(said: bytes) -> Iterator[tuple[list[str], str]]:
    """The words before each path, and the path."""
    for line in said.split(b"\0"):
        if line:
            words, _, path = line.partition(b"\t")
            yield words.decode("ascii").split(), os.fsdecode(path)


def _held(mode: str, id_: str) -> Held:
    return Held(id_, "" if mode in _PLAIN else _WHY.get(mode, "not_a_file"))

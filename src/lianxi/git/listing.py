"""The files that a commit or the index holds below a folder, each with the id of its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.git.objects import blob_id
from lianxi.visible import spelt

_PLAIN = ("100644", "100755", "100664")
"""The modes of a file; the last was written by the first Gits."""
_WHY = {"120000": "symlink"}
_SETTLED = "0"
_FOLDER = "tree"
_EMPTY = tuple(blob_id(b"", digits) for digits in (40, 64))
_NO_NAMES = ("", ".", "..", ".git")


@dataclass(frozen=True, slots=True)
class Held:
    """One path: ``id`` is that of its bytes, ``why`` as an ``Obstacle`` has it where it is no plain file."""

    id: str
    why: str = ""


def of_commit(door: Door, commit: str, under: str) -> dict[str, Held]:
    """What the commit holds below the folder ``under``, by path from there; by one process.

    Raises ``GitError`` where a folder has two of one name, or a name that no file can have: Git would
    take one of them and we perhaps the other.
    """
    said = door.read("ls-tree", "-r", "-t", "-z", "--full-tree", commit, "--", *_within(under))
    seen = {""}
    found: dict[str, Held] = {}
    for (mode, kind, id_), path in _lines(said):
        folder, _, name = path.rpartition("/")
        if path in seen or folder not in seen or name in _NO_NAMES:
            raise GitError(
                f"提交 {commit[:9]} 坏了：“{spelt(path)}”有两个，或者不是文件能有的名字；运行 git fsck 查看"
            )
        seen.add(path)
        if kind != _FOLDER:
            found[path[len(under) :]] = _held(mode, id_)
    return found


def of_index(door: Door, under: str) -> dict[str, Held]:
    """The same of what is staged. Raises ``GitError`` where a conflict is not settled."""
    lines = list(_lines(door.read("ls-files", "--stage", "-z", "--", *_within(under))))
    open_ = dict.fromkeys(spelt(path) for words, path in lines if words[2] != _SETTLED)
    if open_:
        raise GitError(f"这些文件有冲突没有解决：{'、'.join(open_)}；改好并 git add 以后再运行")
    empty = any(words[1] in _EMPTY for words, _ in lines)
    announced = _announced(door, under) if empty else frozenset()
    return {path[len(under) :]: _held(words[0], words[1]) for words, path in lines if path not in announced}


def _announced(door: Door, under: str) -> frozenset[str]:
    """What ``git add -N`` has only announced: the index holds it as empty, and no commit will have it."""
    said = door.read("diff-files", "--name-only", "--diff-filter=A", "-z", "--", *_within(under))
    return frozenset(os.fsdecode(path) for path in said.split(b"\0") if path)


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

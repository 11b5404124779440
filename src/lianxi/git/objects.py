"""Objects of a repository by their ids: many through one process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from lianxi.git.door import Door
from lianxi.git.failure import GitError

LARGEST = 1 << 20
"""No record comes near it; a longer blob is passed over unread."""
_CHUNK = 1 << 16
_FOLDER = b"40000"
_SHA1_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder of a commit."""

    name: str
    id: str
    is_folder: bool


def blob_id(data: bytes, digits: int) -> str:
    """What Git calls these bytes, in a repository whose ids have so many ``digits``."""
    digest = hashlib.sha1 if digits == _SHA1_DIGITS else hashlib.sha256
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def contents(door: Door, ids: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by id, without those that are longer than ``LARGEST``."""
    return {id_: data for id_, data in sized(door, ids).items() if isinstance(data, bytes)}


def sized(door: Door, ids: Iterable[str]) -> dict[str, bytes | int]:
    """The bytes of blobs by id; of those that are longer than ``LARGEST`` only how many they are.

    Raises ``GitError`` where what is kept under an id is something else: Git hands it out all the same.
    """
    found = dict(_objects(door, dict.fromkeys(ids), LARGEST))
    for id_, data in found.items():
        if isinstance(data, bytes) and blob_id(data, len(id_)) != id_:
            raise GitError(f"仓库坏了：编号 {id_[:9]} 的内容不是原来的；运行 git fsck 查看，从备份恢复")
    return found


def folders(door: Door, ids: Iterable[str]) -> dict[str, list[Entry]]:
    """The entries of the trees that are named, or that commits hold, by the id asked for."""
    asked = {f"{id_}^{{tree}}": id_ for id_ in ids}
    return {
        asked[name]: list(_entries(data, len(asked[name]) // 2))
        for name, data in _objects(door, asked, None)
        if isinstance(data, bytes)
    }


def _objects(door: Door, names: Iterable[str], largest: int | None) -> Iterator[tuple[str, bytes | int]]:
    asked = list(names)
    if not asked:
        return
    with door.stream("cat-file", "--batch", data="".join(f"{name}\n" for name in asked).encode()) as out:
        for name in asked:
            header = out.readline()
            if not header:
                return  # it has failed, and the stream says why
            size = _size(header, name)
            if largest is None or size <= largest:
                yield name, out.read(size)
            else:
                _pass_over(out, size)
                yield name, size
            out.read(1)


def _size(header: bytes, name: str) -> int:
    """``<id> blob 120``; anything else is an object that is not there."""
    words = header.split()
    if len(words) != 3 or not words[2].isdigit():  # noqa: PLR2004 - the three words above
        raise GitError(f"仓库里缺少 {name}：仓库坏了，或者没有取全（浅克隆、部分克隆）；运行 git fsck 查看")
    return int(words[2])


def _pass_over(out: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(out.read(min(size, _CHUNK))) or size


def _entries(data: bytes, width: int) -> Iterator[Entry]:
    """A tree as Git stores it: mode, blank, name, NUL, and the id in ``width`` bytes."""
    place = 0
    while place < len(data):
        blank = data.index(b" ", place)
        end = data.index(b"\0", blank)
        id_ = data[end + 1 : end + 1 + width].hex()
        yield Entry(
            data[blank + 1 : end].decode("utf-8", "surrogateescape"), id_, data[place:blank] == _FOLDER
        )
        place = end + 1 + width

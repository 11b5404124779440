"""What lies on the branches of a repository, also on those that are only known from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from lianxi.git.door import Door
from lianxi.git.objects import Entry, folders


def branch_paths(door: Door, under: str) -> frozenset[str]:
    """Every path below the folder ``under``, on every local and remote-tracking branch.

    A folder that many branches share is read once, and all of one depth by one process.
    """
    places = {(id_, "") for id_ in _tips(door)}
    for name in filter(None, under.split("/")):
        places = {
            (entry.id, path)
            for path, entry in _inside(door, places)
            if entry.is_folder and entry.name == name
        }
    found: set[str] = set()
    while places:
        entries = list(_inside(door, places))
        found |= {path for path, entry in entries if not entry.is_folder}
        places = {(entry.id, path) for path, entry in entries if entry.is_folder}
    return frozenset(found)


def _tips(door: Door) -> set[str]:
    said = door.read("for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes")
    return set(said.decode("ascii").split())


def _inside(door: Door, places: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Entry]]:
    """What lies in each folder, given by the id of its tree and its path, with its own path."""
    held = folders(door, sorted({id_ for id_, _ in places}))
    for id_, path in places:
        for entry in held[id_]:
            yield f"{path}/{entry.name}".lstrip("/"), entry

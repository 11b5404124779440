"""A repository with a work tree: where it is, and what it is asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lianxi.git.ancestry import begun, is_shallow, left_behind, merge_base
from lianxi.git.branches import branch_paths
from lianxi.git.commit import Committed, commit, holds
from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.git.history import Revision, history
from lianxi.git.listing import Held, of_commit, of_index
from lianxi.git.objects import contents, sized
from lianxi.git.program import program
from lianxi.git.revisions import (
    Branch,
    branches,
    commit_of,
    head_branch,
    is_there,
    main_branch,
    main_branch_of,
    only_branch_of,
    tip,
)
from lianxi.tree import Obstacle, Snapshot

_MARK = ".git"
_BARE = ("HEAD", "objects", "refs")


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository whose work tree is ``top``; its own files are in ``git_dir``."""

    door: Door
    top: Path
    git_dir: Path
    is_bare: bool
    """Whether its configuration says that it has no work tree, though there is one."""

    def path_of(self, file: Path) -> str:
        """The way from ``top`` to a file, ``/``-separated, as Git names it."""
        return (file.parent.resolve() / file.name).relative_to(self.top).as_posix()

    def branch_paths(self, under: str) -> frozenset[str]:
        """Every path below the folder ``under`` on every local and remote-tracking branch, from ``top``."""
        return branch_paths(self.door, under)

    def history(self, path: str) -> list[Revision]:
        """The commits that changed the file, newest first, through its renames; by one process."""
        return history(self.door, path)

    def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of blobs by their ids, without those over 1 MiB; by one process."""
        return contents(self.door, ids)

    def commit_of(self, name: str) -> str:
        """The id of the commit that a branch, a tag or any other name means; raises ``GitError``."""
        return commit_of(self.door, name)

    def merge_base(self, one: str, other: str, *merged: str) -> str:
        """The id of the commit from which two others have gone on.

        Raises ``GitError`` where there is none, or more than one, or where it was perhaps not fetched.
        ``merged`` are what is just being merged into the other.
        """
        return merge_base(self.door, one, other, *merged)

    def tip(self, ref: str) -> str:
        """The id of the commit at which a branch or ``HEAD`` stands; nothing where it is not there."""
        return tip(self.door, ref)

    def is_there(self, ref: str) -> bool:
        """Whether it has the object that a full name or an id means in the end."""
        return is_there(self.door, ref)

    def left_behind(self, old: str, new: str) -> int:
        """How many commits of ``old`` are not in ``new``, by their ids."""
        return left_behind(self.door, old, new)

    @property
    def head_branch(self) -> str:
        """The full name of the branch that ``HEAD`` names, there or not; nothing where it is detached."""
        return head_branch(self.door)

    @property
    def branches(self) -> dict[str, str]:
        """Its own branches by their full names, each with the id of its last commit."""
        return branches(self.door)

    @property
    def main_branch(self) -> Branch | None:
        """The branch of its own that counts: HEAD's, the usual one or the only one; None where none does."""
        return main_branch(self.door)

    def main_branch_of(self, remote: str = "") -> Branch | None:
        """The main branch of the repository this one was cloned from, as last fetched; None if unknown."""
        return main_branch_of(self.door, remote)

    def only_branch_of(self, remote: str = "") -> Branch | None:
        """The only branch that was fetched of another repository; None where there are several, or none."""
        return only_branch_of(self.door, remote)

    @property
    def being_merged(self) -> list[str]:
        """The ids of the commits that are being merged, while that waits to be committed."""
        file = self.git_dir / "MERGE_HEAD"
        return file.read_text(encoding="ascii").split() if file.exists() else []

    @property
    def hooks_folder(self) -> Path:
        """Where Git looks for hooks, by the user's configuration too (``core.hooksPath``)."""
        return self.top / self.door.for_user().line("rev-parse", "--git-path", "hooks")

    @property
    def own_hooks_folder(self) -> Path:
        """Where it would look without any configuration."""
        return self.top / self.door.line("rev-parse", "--git-common-dir") / "hooks"

    def begun(self, tip: str, head: str) -> str:
        """The commit from which the first that only the branch ``head`` has went on, before all merges.

        Nothing where it has none of its own. ``tip`` and ``head`` are ids of commits.
        """
        return begun(self.door, tip, head)

    def listing(self, commit: str, under: str) -> dict[str, Held]:
        """What the commit of this id holds below the folder ``under`` (``records/`` or nothing)."""
        return of_commit(self.door, commit, under)

    def staged(self, under: str) -> dict[str, Held]:
        """The same of the index, also of the one that a hook is told to look at."""
        return of_index(self.door.for_hook(), under)

    def snapshot(self, held: Mapping[str, Held]) -> Snapshot:
        """The files of a listing, read by one process."""
        read = sized(self.door, (each.id for each in held.values() if not each.why))
        return Snapshot({path: _file(each, read) for path, each in held.items()})

    def commit(self, path: str, data: bytes, message: str) -> Committed | None:
        """Commit ``data`` as the file ``path`` and nothing else; None where that would change nothing.

        Raises ``GitError`` where it is not the time for a commit, a hook refuses or Git fails; the
        repository is then as it was.
        """
        if self.is_bare:
            raise GitError(f"“{self.git_dir}”设成了裸仓库（core.bare），不能提交；到克隆出来的文件夹里运行")
        return commit(self.door.for_user(), self.git_dir, path, data, message)

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the last commit has ``data`` as the file ``path``."""
        return holds(self.door, path, data)

    @property
    def is_shallow(self) -> bool:
        """Whether older commits were not fetched, so that histories end too early."""
        return is_shallow(self.door)


def _file(held: Held, read: Mapping[str, bytes | int]) -> bytes | Obstacle:
    if held.why:
        return Obstacle(held.why)
    data = read[held.id]
    return data if isinstance(data, bytes) else Obstacle("too_large", str(data))


def repository_of(path: Path) -> Repository | None:
    """The repository that a path lies in, there or not; None outside of any.

    A bare repository is none, least of all one hidden in a work tree: only a folder that holds ``.git``
    is looked at. Raises ``GitError`` where there is one that cannot be opened.
    """
    top = _top(path)
    if top is None:
        return None
    door = Door(program(top), top)
    bare, _, place = door.line("rev-parse", "--is-bare-repository", "--absolute-git-dir").partition("\n")
    git_dir = Path(place)
    if (top / _MARK).is_dir() and not git_dir.samefile(top / _MARK):
        raise GitError(f"“{top / _MARK}”不是完好的 Git 仓库；请重新克隆，或从备份恢复")
    return Repository(replace(door, git_dir=git_dir), top, git_dir, bare == "true")


def bare_repository(path: Path) -> Repository | None:
    """The repository that the folder itself is, found by being in it; None where it is none.

    One that lies in a work tree is none: whoever commits it there must not have it read.
    """
    return served_repository(path) if _top(path) is None else None


def served_repository(path: Path) -> Repository | None:
    """The repository whose own files the folder holds, whatever lies above; None where it is none.

    For one that somebody has named, or in which Git itself has started a hook.
    """
    if not all((path / name).exists() for name in _BARE):
        return None
    top = path.resolve()
    door = Door(program(top), top, top)
    return Repository(door, top, top, door.line("config", "--type=bool", "core.bare") == "true")


def _top(path: Path) -> Path | None:
    here = path.resolve()
    return next((place for place in (here, *here.parents) if os.path.lexists(place / _MARK)), None)

"""Where the records lie: in a work tree, in a repository, and in each of its commits."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lianxi.cli.folder import MARK, USUAL, Folder, find_folder
from lianxi.cli.refusal import BROKEN, Refusal

if TYPE_CHECKING:
    from lianxi.git import Held, Repository


@dataclass(frozen=True, slots=True)
class Place:
    """Where the records lie: in a work tree, or only in a repository.

    ``prefix`` is the way to them from its top; None where each commit has to say it.
    """

    folder: Folder | None
    repository: Repository | None
    prefix: str | None

    def demanded(self) -> Repository:
        """The repository; raises ``Refusal`` outside of any."""
        if self.repository is None:
            assert self.folder is not None  # noqa: S101 - one of the two is there
            raise Refusal(f"“{self.folder.path}”不在 Git 仓库里，没有版本可以比较；进入仓库再运行", BROKEN)
        return self.repository


def place_of(records: Path | None, *, in_git: bool) -> Place:
    """Where the records lie; ``in_git`` asks for the repository, which may be bare."""
    if not in_git:
        folder = find_folder(records)
        return Place(folder, None, folder.prefix)
    from lianxi.git import bare_repository

    bare = bare_repository(Path.cwd())
    if bare is not None:
        return Place(None, bare, None if records is None else as_prefix(records.as_posix()))
    folder = find_folder(records)
    return Place(folder, repository_with(folder, Path.cwd()), folder.prefix)


def as_prefix(written: str) -> str:
    """The way that somebody has written, ``/``-separated and with one at its end; nothing for the top."""
    way = written.replace("\\", "/").strip("/").removeprefix("./")
    return "" if way in ("", ".") else f"{way}/"


def repository_with(folder: Folder, around: Path) -> Repository | None:
    """The repository that the records belong to, for somebody who works in ``around``.

    Raises ``Refusal`` where a link in a repository leads to them: Git keeps where it leads, and nothing
    of what lies there; and where they are a submodule of the repository that is worked in.
    """
    from lianxi.git import repository_of

    link = _link_to(folder.path)
    if link is not None and repository_of(link.parent) is not None:
        raise Refusal(
            f"“{link}”是链接，Git 里没有它后面的记录；用 --records 写真实的位置：{folder.path.resolve()}"
        )
    repository, outer = repository_of(folder.path), repository_of(around)
    if repository and outer and outer.top in repository.top.parents:
        way = repository.top.relative_to(outer.top).as_posix()
        raise Refusal(
            f"记录在“{way}”里，是另一个仓库（子模块），版本、提交和钩子都归它；进入它再运行：cd {way}", BROKEN
        )
    return repository


def _link_to(path: Path) -> Path | None:
    """The last link on the way to it, as it was written."""
    full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow it
    return next((place for place in (full, *full.parents) if place.is_symlink()), None)


def records_at(repository: Repository, commit: str, prefix: str) -> tuple[str, Mapping[str, Held]]:
    """The way to the records of a commit and its files below that, by path from there.

    They lie at ``prefix``, or else, before they were moved there, beside the only ``mechanism.yaml``.
    Raises ``Refusal`` where there are several.
    """
    held = repository.listing(commit, prefix)
    if MARK in held:
        return prefix, held
    whole = repository.listing(commit, "")
    ways = [path.removesuffix(MARK) for path in whole if path.rpartition("/")[2] == MARK]
    if len(ways) > 1:
        raise Refusal(
            f"要比较的版本 {commit[:9]} 里没有 {prefix}{MARK}，别处却有几个：{_shown(ways)}；"
            "说不准记录是从哪里移来的，移动记录请单独提交，多余的先删去"
        )
    if not ways:
        return prefix, held
    way = ways[0]
    return way, {path[len(way) :]: each for path, each in whole.items() if path.startswith(way)}


def prefix_in(repository: Repository, commit: str) -> str:
    """The way to the records in a commit, where no folder says it."""
    way = way_in(repository.listing(commit, ""))
    if way is None:
        raise Refusal(f"这个版本里没有找到记录（{USUAL}/{MARK}）；用 --records 写明记录在仓库里的位置")
    return way


def way_in(paths: Collection[str]) -> str | None:
    """The way to the records among the paths of a repository; None where there are none.

    Raises ``Refusal`` where there are two: one of them would be compared with nothing.
    """
    ways = [way for way in ("", f"{USUAL}/") if way + MARK in paths]
    if len(ways) > 1:
        raise Refusal(
            f"{_shown(ways)} 都在，说不准记录在哪里；删去不是的那一个，或者用 --records 写明，"
            f"如 --records {USUAL}"
        )
    return ways[0] if ways else None


def _shown(ways: list[str]) -> str:
    from lianxi.visible import spelt

    return "、".join(spelt(way + MARK) for way in ways)

"""Finds the records folder and reads it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lianxi.cli.refusal import MISUSED, Refusal

if TYPE_CHECKING:
    from lianxi.book import Book

MARK = "mechanism.yaml"
USUAL = "records"
_VARIABLE = "LIANXI_RECORDS"


@dataclass(frozen=True, slots=True)
class Folder:
    """The records folder, and what paths in findings begin with: the way from the repository root."""

    path: Path
    prefix: str

    @property
    def house(self) -> Path:
        """Where the repository keeps templates of its own."""
        return self.path.parent / "templates"


def find_folder(named: Path | None) -> Folder:
    """The folder named, else ``LIANXI_RECORDS``, else the nearest one from here upward."""
    variable = os.environ.get(_VARIABLE)
    if named is not None:
        return _given(named, "--records")
    if variable:
        return _given(Path(variable), _VARIABLE)
    here = Path.cwd()
    for place in (here, *here.parents):
        found = [folder for folder in (place, place / USUAL) if os.path.lexists(folder / MARK)]
        if len(found) > 1:
            raise Refusal(
                f"“{place}”和其中的 {USUAL} 里都有 {MARK}，说不准记录在哪里；删去不是的那一个，"
                f"或者用 --records 写明，如 --records {USUAL}"
            )
        if found:
            return _folder(found[0])
    raise Refusal(
        f"从 {here} 往上都没有找到记录文件夹（里面要有 {MARK}）；请进入记录所在的文件夹，或用 --records 指明"
    )


def _given(path: Path, by: str) -> Folder:
    if not path.is_dir():
        raise Refusal(f"{by} 指的文件夹“{path}”不存在；请核对路径")
    for folder in (path, path / USUAL):
        if os.path.lexists(folder / MARK):
            return _folder(folder)
    raise Refusal(f"文件夹“{path}”里没有 {MARK}；请核对 {by}，或先建好这个文件")


def _folder(path: Path) -> Folder:
    full = path.resolve()
    root = next((place for place in (full, *full.parents) if (place / ".git").exists()), full.parent)
    way = full.relative_to(root).as_posix()
    return Folder(path, "" if way == "." else f"{way}/")


def read_book(folder: Folder) -> Book:
    """Read the records. Raises ``Refusal`` where the mechanism cannot be read."""
    from lianxi.book import load
    from lianxi.tree import FolderTree

    book = load(FolderTree(folder.path))
    if book.mechanism is None:
        raise Refusal(f"{folder.prefix}{MARK} 读不出来：{_why(book, folder)}；改好后再运行", MISUSED)
    return book


def _why(book: Book, folder: Folder) -> str:
    from datetime import date

    from lianxi.check import check

    path = folder.prefix + MARK
    found = check(book, date.min, folder.prefix)  # without a mechanism no rule looks at the day
    first = next((each for each in found if each.path == path), None)
    return f"第{first.line}行，{first.message}，{first.remedy}".replace("\n", "") if first else "文件不在"

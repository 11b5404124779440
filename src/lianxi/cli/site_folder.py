"""The folder that a site is written to: what is ours in it is replaced, what is not is never touched.

A list of our files lies in it. It is written before the first page, with the old and the new ones, and after
the last; the first page is written last. A run that was killed leaves pages that can be read, and the next
puts all right.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from lianxi.atomic import left_over, move_file
from lianxi.cli.refusal import BROKEN, MISUSED, Refusal
from lianxi.system import in_chinese

MARKER = ".lianxi-site.json"
_FIRST = "index.html"
_OURS = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*(/[A-Za-z0-9][A-Za-z0-9.-]*)?")
"""What we write: in the folder, or in one below it, under a name that leads nowhere else."""


@dataclass(slots=True)
class SiteFolder:
    """The folder, and the files that a former run has written into it."""

    path: Path
    before: frozenset[str]
    written: tuple[str, ...] = field(default=())

    def write(self, pages: Mapping[str, bytes]) -> None:
        """Write the whole site. Raises ``Refusal``; what is there can then still be read."""
        self._refuse_others(pages)
        try:
            self._write(pages)
        except OSError as error:
            why = in_chinese(error)
            raise Refusal(f"写不了网页文件夹“{self.path}”：{why}；解决后再运行一次", BROKEN) from error

    def _write(self, pages: Mapping[str, bytes]) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        self._mark({*self.before, *pages})
        for folder in sorted({self.path / Path(name).parent for name in pages}):
            folder.mkdir(exist_ok=True)
        for name in sorted(pages, key=lambda name: (name == _FIRST, name)):
            _put(self.path / name, pages[name])
        self._remove(self.before - pages.keys())
        self._mark(pages)
        self.written = tuple(pages)

    def _refuse_others(self, pages: Iterable[str]) -> None:
        """Before anything is written: no page may stand where something of others does."""
        for name in pages:
            place = self.path / name
            linked = place.parent != self.path and place.parent.is_symlink()
            if linked or (name not in self.before and os.path.lexists(place)) or place.is_dir():
                raise Refusal(
                    f"“{self.path}”里的“{name}”不是本命令写的，不能覆盖；请把它移走，或换一个文件夹"
                )

    def _mark(self, names: Iterable[str]) -> None:
        listed = json.dumps({"written_by": "lianxi site", "files": sorted(names)}, indent=0)
        _put(self.path / MARKER, f"{listed}\n".encode())

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            (self.path / name).unlink(missing_ok=True)
        for folder in {(self.path / name).parent for name in names} - {self.path}:
            with suppress(OSError):  # something of others lies in it
                folder.rmdir()


def prepared(path: Path, records: Path) -> SiteFolder:
    """The folder at ``path``, looked at before the work begins. Raises ``Refusal``."""
    full = Path(os.path.abspath(path)).resolve()  # noqa: PTH100 - resolve alone keeps .. of what is not there
    if full.is_relative_to(records.resolve()):
        raise Refusal(f"“{path}”在记录文件夹里，网页不能和记录放在一起；请换一个文件夹")
    try:
        return SiteFolder(path, _before(path))
    except OSError as error:
        code = MISUSED if isinstance(error, NotADirectoryError) else BROKEN
        raise Refusal(f"打不开文件夹“{path}”：{in_chinese(error)}；请换一个位置", code) from error


def _before(path: Path) -> frozenset[str]:
    if not os.path.lexists(path):
        return frozenset()
    if not path.is_dir():
        raise Refusal(f"“{path}”不是文件夹，网页要写成一个文件夹；请换一个名字")
    if not any(path.iterdir()):
        return frozenset()
    listed = _listed(path / MARKER)
    if listed is None:
        raise Refusal(f"文件夹“{path}”里有别的文件，不是以前写成的网页；请换一个新的或空的文件夹")
    return listed


def _listed(marker: Path) -> frozenset[str] | None:
    """The files of a former run; None where no list of ours can be read."""
    if marker.is_symlink() or not marker.is_file():
        return None
    try:
        data = json.loads(marker.read_text(encoding="utf-8"))
        names = data["files"]
        ours = all(isinstance(name, str) and _OURS.fullmatch(name) for name in names)
    except (ValueError, KeyError, TypeError):
        return None
    return frozenset(names) if ours else None


def _put(path: Path, data: bytes) -> None:
    """Write a file where it differs from what is there; nothing that a killed run left beside it stays."""
    left_over(path).unlink(missing_ok=True)
    with suppress(OSError):
        if not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
    move_file(path, data)

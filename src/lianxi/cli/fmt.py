"""lianxi fmt: applies the mendings that cannot be wrong, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import Folder, find_folder
from lianxi.cli.options import AsOf, Records
from lianxi.cli.refusal import CLEAN, FOUND, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from lianxi.finding import Finding

_ROUNDS = 50
"""A file that cannot be read shows its next slip only when the one before it has been mended."""


def fmt(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="编号或文件", help="只改这几条，如 T-2026-007；不写就是全部记录"),
    ] = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """把只有一种稳妥改法的问题改好，别处一个字节也不动。

    改的是 lianxi check 里写着“运行 lianxi fmt 就能改好”的那些；其余的要人来定。
    """
    day = today(as_of)
    folder = find_folder(records)
    done: list[Finding] = []
    left = list(_findings(folder, day, names))
    for _ in range(_ROUNDS):
        mended = list(_mended(folder, left))
        if not mended:
            break
        done += mended
        left = list(_findings(folder, day, names))
    _tell(done, left)
    from lianxi.finding import ERROR

    return FOUND if any(found.severity == ERROR for found in left) else CLEAN


def _findings(folder: Folder, day: date, names: list[str] | None) -> Iterator[Finding]:
    from lianxi.book import load
    from lianxi.check import check
    from lianxi.tree import FolderTree

    book = load(FolderTree(folder.path))
    wanted = {
        folder.prefix + path for path in _paths(names, {entry.path: entry.id for entry in book.entries})
    }
    for found in check(book, day, folder.prefix):
        if not names or found.path in wanted:
            yield found


def _paths(names: list[str] | None, ids: dict[str, str | None]) -> set[str]:
    """The paths in the records folder of what was named by id or by file."""
    found: set[str] = set()
    for name in names or ():
        path = name.replace("\\", "/")
        same = {known for known, id_ in ids.items() if id_ == name or f"/{path}".endswith(f"/{known}")}
        if not same:
            raise Refusal(f"没有记录“{name}”；写编号（如 T-2026-007）或文件的路径")
        found |= same
    return found


def _mended(folder: Folder, findings: list[Finding]) -> Iterator[Finding]:
    """Put the mendings into the files; what was changed, file by file."""
    from lianxi.edit import EditError, mend_file
    from lianxi.summing import by_file

    for path, found in by_file([each for each in findings if each.mend]).items():
        mends = [each.mend for each in found if each.mend]
        try:
            if mend_file(folder.path / path.removeprefix(folder.prefix), mends):
                yield from found
        except EditError as error:
            typer.echo(f"{path} 没有改动：{error}", err=True)


def _tell(done: list[Finding], left: list[Finding]) -> None:
    from lianxi.visible import visible

    typer.echo(f"改好了{len(done)}处" if done else "没有可以改的")
    for found in done:
        typer.echo(f"  {visible(found.path)} 第{found.line}行：{found.code} {visible(found.message)}")
    if left:
        typer.echo(f"还有{len(left)}处要人来改，运行 lianxi check 看")

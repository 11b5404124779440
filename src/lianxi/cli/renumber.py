"""lianxi renumber: another number for a record, in its file, its name and wherever it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.folder import Folder, find_folder, read_book
from lianxi.cli.options import Records
from lianxi.cli.output import say
from lianxi.cli.refusal import BROKEN, CLEAN, FOUND, Refusal
from lianxi.fault import Loc
from lianxi.system import in_chinese

if TYPE_CHECKING:
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.schema.kinds import Kind

_TWICE = "duplicate_id"
"""What is wrong with a file whose number another has: another number is what mends it."""
Spots = dict[str, list[Loc]]
"""The places in each record, by its path in the folder."""


def renumber(
    old: Annotated[str, typer.Argument(metavar="编号", help="要改的编号，如 T-2026-007")],
    new: Annotated[
        str | None, typer.Argument(metavar="新编号", help="改成什么；不写就是下一个没有用过的编号")
    ] = None,
    records: Records = None,
) -> int:
    """改一条记录的编号：文件名、编号和别的记录里引用它的地方一起改。

    两个分支用了同一个编号时用它。中途断了，照原样再运行一次就接着做完。
    """
    folder = find_folder(records)
    book = read_book(folder)
    kind = _kind(book, old, new)
    path = folder.path / kind.path_of(old)
    spots = _spots(book, old)
    own = spots.pop(kind.path_of(old), [])
    raw = path.read_bytes()
    new = new or _started(folder, kind, old, own) or _free(folder, kind, old)
    _refuse_unread(book, folder, old, kind.path_of(old))
    try:
        _carry_out(folder, kind, (raw, _renumbered(raw, kind, own, (old, new))), spots, (old, new))
    except OSError as error:
        line = f"只改了一部分：{in_chinese(error)}；排除以后再运行 lianxi renumber {old} {new}，会接着做完"
        raise Refusal(line, BROKEN) from error
    say(f"{old} 已改为 {new}：{folder.prefix}{kind.path_of(new)}")
    for way in spots:
        say(f"  引用也改了：{folder.prefix}{way}")
    for line in _mentions(folder, old):
        say(f"  文字或注释里还写着 {old}，看要不要改：{line}")
    say("下一步：核对后一起提交；口头和纸面上用过旧编号的，告诉对方")
    return CLEAN


def _kind(book: Book, old: str, new: str | None) -> Kind:
    from lianxi.near import near
    from lianxi.schema.kinds import RECORDS, kind_of

    kind = kind_of(old)
    if kind is None or old not in book.known:
        meant = near(old, [id_ for id_ in book.known if id_[:1] in RECORDS])
        done = f"；{new} 已经有了，可能已经改过" if new in book.known else ""
        raise Refusal(f"没有记录“{old}”" + (done or (f"，是否想写 {meant}？" if meant else "")))
    faults = {fault.kind for each in book.entries if each.id == old for fault in each.faults}
    if old in book.unreadable and faults != {_TWICE}:
        raise Refusal(_why_unread(old, faults), FOUND)
    if new is not None and (kind_of(new) is not kind or kind.id_in(kind.path_of(new)) is None):
        raise Refusal(f"新编号“{new}”写得不对，{kind.title}的编号如 {kind.numbered(int(old[2:6]), 7)}")
    return kind


def _why_unread(old: str, faults: set[str]) -> str:
    if "conflict_marker" in faults:
        return (
            f"{old} 有合并冲突，分不清引用它的地方说的是哪一边；先退回合并以前"
            f"（git merge --abort，变基的用 git rebase --abort），运行 lianxi renumber {old}，"
            "提交，再用 git merge origin/main 合并（不用 git rebase，又会在这里冲突）"
        )
    return f"{old} 读不出来，先运行 lianxi check 改好"


def _spots(book: Book, old: str) -> Spots:
    """Wherever ``old`` is named."""
    from lianxi.schema.references import references

    spots: Spots = defaultdict(list)
    for entry in book.entries:
        for each in references(entry.record) if entry.record is not None else ():
            if each.name == old:
                spots[entry.path].append(each.loc)
    return dict(spots)


def _free(folder: Folder, kind: Kind, old: str) -> str:
    from lianxi.cli.creating import next_number

    return next_number(folder, kind, int(old[2:6]))


def _started(folder: Folder, kind: Kind, old: str, own: list[Loc]) -> str | None:
    """The number of an earlier run that did not come to its end."""
    path = folder.path / kind.path_of(old)
    raw = path.read_bytes()
    for other in sorted(path.parent.glob(f"{old[:1]}-*.yaml")):
        numbered = other != path and kind.id_in(kind.path_of(other.stem)) and other.is_file()
        if numbered and other.read_bytes() == _renumbered(raw, kind, own, (old, other.stem)):
            return other.stem
    return None


def _renumbered(raw: bytes, kind: Kind, own: list[Loc], ids: tuple[str, str]) -> bytes:
    from lianxi.edit import Replace, changed

    return changed(raw, [Replace(loc, *ids) for loc in [("id",), *own]], kind)


def _refuse_unread(book: Book, folder: Folder, old: str, path: str) -> None:
    for entry in book.entries:
        if entry.record is None and entry.path != path and (folder.path / entry.path).is_file():
            raw = (folder.path / entry.path).read_bytes()
            if old.encode() in raw:
                raise Refusal(f"{folder.prefix}{entry.path} 读不出来，里面写着 {old}；先改好它再运行", FOUND)


def _carry_out(
    folder: Folder, kind: Kind, contents: tuple[bytes, bytes], spots: Spots, ids: tuple[str, str]
) -> None:
    """The new file first, then who names it, and the old file last: what breaks off can be gone on with."""
    from lianxi.edit import EditError, Replace, Taken, edit_record, remove, write_new

    before, after = contents
    old, new = (folder.path / kind.path_of(id_) for id_ in ids)
    try:
        try:
            write_new(new, after.decode("utf-8"))
        except Taken:
            if new.read_bytes() != after:
                raise
        for way, locs in spots.items():
            edit_record(folder.path / way, [Replace(loc, *ids) for loc in locs])
        _move_minutes(folder, ids)
        remove(old, before)
    except EditError as error:
        raise Refusal(f"{ids[0]} 没有改完：{error}", FOUND) from error


def _move_minutes(folder: Folder, ids: tuple[str, str]) -> None:
    """The minutes of a meeting bear its number in their name only."""
    old, new = (folder.path / "minutes" / id_[2:6] / f"{id_}.md" for id_ in ids)
    if old.is_file() and not new.exists():
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)


def _mentions(folder: Folder, old: str) -> Iterator[str]:
    word = re.compile(rf"(?<![0-9A-Za-z-]){re.escape(old)}(?![0-9])")
    paths: list[Path] = sorted(folder.path.rglob("*.yaml"))
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if word.search(line):
                yield f"{folder.prefix}{path.relative_to(folder.path).as_posix()} 第{number}行"

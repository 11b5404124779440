"""Changes record files: read, splice, re-read, validate, replace, all while nobody else writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lianxi.atomic import replace_file
from lianxi.edit.change import Append, Change, applied, same
from lianxi.edit.error import EditError, Taken
from lianxi.edit.lock import locked
from lianxi.edit.splice import spliced
from lianxi.finding import Mend
from lianxi.mending import mended
from lianxi.schema.faults import faults_of
from lianxi.schema.kinds import FOLDERS, MECHANISM, Kind
from lianxi.schema.labels import named
from lianxi.source import Lines, read


def edit_record(path: Path, changes: Iterable[Change]) -> None:
    """Put ``changes`` into a record; every other byte stays.

    Raises ``EditError`` where they do not fit, or would leave what its schema refuses, and
    ``OSError``; the file is then as it was.
    """
    changes = list(changes)
    rewrite(path, lambda raw: changed(raw, changes, kind_of_file(path)))


def append_to_list(path: Path, key: str, items: Sequence[Mapping[str, Any]]) -> None:
    """Add ``items`` to the top-level list ``key`` of a record; raises as ``edit_record``."""
    edit_record(path, [Append((key,), items)])


def mend_file(path: Path, mends: Iterable[Mend]) -> bool:
    """Put ``mends`` into a file, readable or not; whether that has changed it.

    Raises ``EditError`` where a file that could be read no longer could.
    """
    mends = list(mends)
    return rewrite(path, lambda raw: _mended(raw, mends))


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, its folder too. Raises ``Taken`` where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        if path.exists():
            raise Taken(f"{path.name} 已经有了，没有改动")
        _replace(path, text.encode("utf-8"))


def remove(path: Path, was: bytes) -> None:
    """Take away a file whose content now stands elsewhere. Raises ``EditError`` where it has changed."""
    with locked(path.parent):
        if path.read_bytes() != was:
            raise EditError(f"{path.name} 刚刚被改过，请再运行一次")
        path.unlink()


def rewrite(path: Path, rewriting: Callable[[bytes], bytes]) -> bool:
    """Replace a file by what ``rewriting`` makes of it; whether that has changed it.

    Nobody else writes in its folder meanwhile, so ``rewriting`` must not wait for a person.
    What it raises leaves the file as it was.
    """
    with locked(path.parent):
        raw = path.read_bytes()
        now = rewriting(raw)
        if now != raw:
            _replace(path, now)
        return now != raw


def changed(raw: bytes, changes: Sequence[Change], kind: Kind) -> bytes:
    """The bytes of a record of ``kind`` with ``changes``. Raises ``EditError``."""
    before = read(raw)
    if before.data is None or any(fault.kind != "byte_order_mark" for fault in before.faults):
        raise EditError("文件读不出来，运行 lianxi check 看原因")
    wanted = before.data
    for change in changes:
        wanted = applied(wanted, change)
    now = spliced(raw.decode("utf-8"), changes, kind.model).encode("utf-8")
    after = read(now)
    if not same(after.data, wanted) or len(after.faults) > len(before.faults):
        raise EditError("没有把握改好，请手工补写")
    _validate(now, after.data, kind)
    return now


def kind_of_file(path: Path) -> Kind:
    """The kind of record that a file holds, by its folder."""
    if path.name == "mechanism.yaml":
        return MECHANISM
    return next(FOLDERS[folder.name] for folder in path.parents if folder.name in FOLDERS)


def _replace(path: Path, data: bytes) -> None:
    """Replace the file; what one who was killed here left beside it goes, for nobody else writes now."""
    for left in path.parent.iterdir():
        if left.name.startswith(f".{path.name}."):
            left.unlink()
    replace_file(path, data)


def _validate(raw: bytes, data: Any, kind: Kind) -> None:
    if len(raw) > kind.limit:
        raise EditError(f"改后文件超过{kind.limit // 1024}KB，请把长的材料放在别处，这里只写要点")
    try:
        kind.model.model_validate(data)
    except ValidationError as error:
        fault = faults_of(error, kind.model, data, Lines(raw))[0]
        key = next((step for step in reversed(fault.loc) if isinstance(step, str)), "")
        raise EditError(f"改后不合记录的格式，问题在 {named(key)}") from error


def _mended(raw: bytes, mends: Sequence[Mend]) -> bytes:
    now = mended(raw.decode("utf-8"), mends).encode("utf-8")
    if read(raw).data is not None and read(now).data is None:
        raise EditError("没有把握改好，请照 lianxi check 的提示手工改")
    return now

"""Replaces a file at once or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

_NEW_FILE = 0o644


def replace_file(path: Path, data: bytes, aside: Path | None = None) -> None:
    """Write ``data`` beside ``path``, or in ``aside`` on the same disk, and move it into place.

    The file keeps its mode. A kill may leave what was written aside, never half a file. Raises ``OSError``;
    the old file is then as it was.
    """
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mode = _NEW_FILE
    handle, name = tempfile.mkstemp(dir=aside or path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def move_file(path: Path, data: bytes) -> None:
    """The same for one of thousands that can be made again: never half a file, but a power cut may lose it.

    Waiting for the disk would take most of the time. Raises ``OSError``.
    """
    aside = left_over(path)
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def left_over(path: Path) -> Path:
    """Where ``move_file`` writes first, and what a kill leaves of it."""
    return path.with_name(f".{path.name}.new")

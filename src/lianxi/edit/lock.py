"""Lets one process at a time write in a folder."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lianxi.edit.error import EditError

_PATIENCE = 30.0
"""Seconds: whoever writes holds the folder for far less than one."""
_PAUSE = 0.01
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        """A file that goes with its last holder, even one that is killed; a folder cannot be locked."""
        flags = os.O_RDWR | os.O_CREAT | os.O_TEMPORARY | os.O_NOINHERIT
        return os.open(folder / ".lianxi.lock", flags)

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open(folder: Path) -> int:
        """The folder itself, so that nothing is left behind, even by one that is killed."""
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold ``folder``; whoever else asks for it waits, for ``patience`` seconds at most.

    Raises ``EditError`` where it stays taken, and ``OSError`` where it cannot be looked into.
    """
    handle = _held(folder, time.monotonic() + patience)
    try:
        yield
    finally:
        os.close(handle)


def _held(folder: Path, until: float) -> int:
    while True:
        handle = None
        try:
            handle = _open(folder)
            _take(handle)
        except OSError as error:
            if handle is not None:
                os.close(handle)
            _refuse(error, folder, until, opened=handle is not None)
            time.sleep(_PAUSE)
        else:
            return handle


def _refuse(error: OSError, folder: Path, until: float, *, opened: bool) -> None:
    """Go on waiting only while another holds the folder, and not for ever."""
    if not opened and (sys.platform != "win32" or error.errno not in _TAKEN):
        raise error
    if error.errno not in _TAKEN:
        raise EditError(f"{folder} 所在的磁盘不能加锁（网络盘？），请把记录放在本机磁盘上再写") from error
    if time.monotonic() >= until:
        raise EditError(f"{folder} 一直有别的程序在写，请过一会儿再运行") from error

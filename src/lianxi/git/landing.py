"""Moves the branch and the index together, in a process of its own that outlives whoever started it.

Two files change with a commit, the branch and the index, and nothing changes two files at once. A kill
between them would leave a commit that the next one takes back, or a lock that stops every Git. So this
is run as a program in a session of its own: a kill of lianxi, its process group or its terminal does not
reach it. It makes everything ready, says ``READY``, and waits for one line. Without it, nothing happens;
with it, the rest takes a millisecond and needs nobody. It stands alone, so that it starts at once.

``python -I -S landing.py INDEX SEEN PREPARED COMMAND…``: ``INDEX`` is replaced by ``PREPARED`` if it is
still as ``SEEN``; ``COMMAND`` is ``git update-ref --stdin`` in full. The line is the instruction for it,
or empty where only the index is to change. The last word is ``DONE``, ``LOCKED``, ``MOVED``, or what Git
said.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Self, cast

READY = "ready"
DONE, LOCKED, MOVED = "done", "locked", "moved"
"""It is done; another program holds the index; the index is no longer the one that was copied."""
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


class Refused(Exception):
    """Git did not move the branch."""


class Branch:
    """The move of the branch as a transaction of Git: it is prepared, then made for good or given up."""

    def __init__(self, command: list[str]) -> None:
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self.said)
        self.tell("start")

    def tell(self, *lines: str) -> None:
        """Give Git the lines, and hear that it has done the last."""
        expected = f"{lines[-1]}: ok\n".encode()
        try:
            to_git = cast(IO[bytes], self.process.stdin)
            to_git.write("".join(f"{line}\n" for line in lines).encode())
            to_git.flush()
            answer = cast(IO[bytes], self.process.stdout).readline()
        except OSError:
            answer = b""
        if answer != expected:
            self.process.kill()
            self.process.wait()
            self.said.seek(0)
            raise Refused(self.said.read().decode("utf-8", "replace") or f"error: no {lines[-1]}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What is only prepared is given up, and Git takes its locks away."""
        with contextlib.suppress(OSError, ValueError):
            cast(IO[bytes], self.process.stdin).close()
        self.process.wait()
        cast(IO[bytes], self.process.stdout).close()
        self.said.close()


def land(index: Path, seen: bytes, prepared: bytes, instruction: str, branch: Branch | None) -> str:
    """Do it all or nothing; ``DONE``, ``LOCKED`` or ``MOVED``. Raises ``Refused`` or ``OSError``."""
    lock = Path(f"{index}.lock")
    try:
        handle = os.open(lock, _NEW, 0o666)
    except FileExistsError:
        return LOCKED
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(prepared)
        if _bytes(index) != seen:
            return MOVED
        if seen:
            shutil.copymode(index, lock)
        if branch is not None:
            branch.tell(instruction, "prepare")
        lock.replace(index)
    finally:
        lock.unlink(missing_ok=True)
    if branch is not None:
        _made_for_good(branch, index, seen)
    return DONE


def _made_for_good(branch: Branch, index: Path, seen: bytes) -> None:
    try:
        branch.tell("commit")
    except Refused:
        if seen:
            index.write_bytes(seen)
        else:
            index.unlink()
        raise


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _answer(files: list[str], command: list[str]) -> str:
    index, seen, prepared = map(Path, files)
    before, after = _bytes(seen), _bytes(prepared)
    with Branch(command) if command else contextlib.nullcontext() as branch:
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()
        asked = sys.stdin.readline()
        return land(index, before, after, asked.strip(), branch) if asked.endswith("\n") else ""


def main(words: list[str]) -> None:
    try:
        said = _answer(words[:3], words[3:])
    except Refused as refused:
        said = str(refused)
    except OSError as error:
        said = f"error: {error.strerror or error}"
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))


if __name__ == "__main__":
    main(sys.argv[1:])

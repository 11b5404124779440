"""Commits exactly one file; whatever else is staged or changed stays as it is.

Everything is made ready aside: the blob, the tree and the commit as objects that nothing points to, the
hooks with a private index that holds ``HEAD`` and the file, the new index as a copy. Until ``landing``
then moves the branch and the index together, the repository is as it was; a kill leaves nothing but
objects that ``git gc`` clears away, and no lock. ``git commit -- FILE`` would do the same work, but it
locks the index while hooks run, and a kill leaves the lock behind, which stops every Git until a person
deletes it; it also wants a new file staged first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, cast

from lianxi.git import landing
from lianxi.git.door import Door
from lianxi.git.failure import GitError, Overtaken, failure, locked
from lianxi.git.hooks import Hooks
from lianxi.git.readiness import PATIENCE, demand_readiness

_PLAIN_FILE = "100644"
_PAUSE = 0.05
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Committed:
    """What was done: the commit's id, and what the hooks said.

    The id is None where only the index had fallen behind ``HEAD``.
    """

    id: str | None
    said: str = ""


def commit(door: Door, git_dir: Path, path: str, data: bytes, message: str) -> Committed | None:
    """Commit ``data`` as ``path``; None where ``HEAD`` and the index have it already.

    Runs the hooks, signs where the user's configuration says so. Raises ``GitError`` where something
    forbids it; the repository is then as it was.
    """
    demand_readiness(door, git_dir, path)
    for _ in range(_TRIES):
        with (
            suppress(Overtaken),
            tempfile.TemporaryDirectory(prefix="lianxi-", ignore_cleanup_errors=True) as folder,
        ):
            return _Work(door, git_dir, path, Path(folder)).commit(data, message)
    raise GitError("每次提交的时候，分支上都多了别的提交；请过一会儿再运行")


def holds(door: Door, path: str, data: bytes) -> bool:
    """Whether the last commit has ``data`` as ``path``."""
    blob = door.line("hash-object", "--stdin", f"--path={path}", data=data)
    return door.line("rev-parse", "--quiet", "--verify", f"HEAD:{path}") == blob


@dataclass(frozen=True, slots=True)
class _Work:
    """One commit on its way; ``aside`` is a folder of its own for what is not yet the repository's."""

    door: Door
    git_dir: Path
    path: str
    aside: Path

    @property
    def index(self) -> Path:
        return self.git_dir / "index"

    def commit(self, data: bytes, message: str) -> Committed | None:
        head = self.door.line("rev-parse", "--quiet", "--verify", "HEAD^{commit}")
        held = self.door.read("ls-tree", "-z", "--full-tree", head, "--", self.path) if head else b""
        mode = _mode(held)
        blob = self.door.line("hash-object", "-w", "--stdin", f"--path={self.path}", data=data)
        if held == os.fsencode(f"{mode} blob {blob}\t{self.path}\0"):
            return self._catch_up(mode, blob)
        hooks, tree = self._staged_aside(head, mode, blob)
        said = hooks.run("pre-commit")
        if self._tree(hooks.index) != tree:
            raise GitError(
                f"钩子 pre-commit 改了要提交的内容，而这里只提交 {self.path}；请用 git commit 提交"
            )
        text, more = self._message(hooks, message)
        made = self._commit(tree, head, text)
        moving = self.door.command("update-ref", "-m", f"commit: {message.splitlines()[0]}", "--stdin")
        self._land(mode, blob, moving, f"update HEAD {made} {head or '0' * len(made)}")
        return Committed(made, said + more + self._after(hooks))

    def _catch_up(self, mode: str, blob: str) -> Committed | None:
        """``HEAD`` has it already; so may the index, or not yet."""
        staged = self.door.read("ls-files", "--stage", "-z", "--", self.path)
        if staged == os.fsencode(f"{mode} {blob} 0\t{self.path}\0"):
            return None
        self._land(mode, blob, moving=[], instruction="")
        return Committed(None)

    def _after(self, hooks: Hooks) -> str:
        """What post-commit says; the commit is made, whatever becomes of the hook."""
        with suppress(GitError, OSError, KeyboardInterrupt):
            return replace(hooks, index=self.index).tried("post-commit")[1]
        return ""

    def _staged_aside(self, head: str, mode: str, blob: str) -> tuple[Hooks, str]:
        """A private index that holds ``HEAD`` and the file, for the hooks, and the tree it makes."""
        index = self._copy("index")
        private = self._with(index)
        private.read("read-tree", *(("--reset", head) if head else ("--empty",)))
        self._stage(index, mode, blob)
        tree = self._tree(index)
        if head:
            told = private.read("diff-tree", "-r", "-z", "--name-only", "--no-renames", head, tree)
        else:
            told = private.read("ls-tree", "-r", "-z", "--name-only", tree)
        if told != os.fsencode(f"{self.path}\0"):
            raise GitError(f"{self.path} 的位置上，仓库里有同名的文件、文件夹或子模块；先把它移开再运行")
        return Hooks(self.door, index, self.door.also), tree

    def _message(self, hooks: Hooks, message: str) -> tuple[str, str]:
        """The message as the hooks leave it, and what they said."""
        file = self.aside / "COMMIT_EDITMSG"
        file.write_bytes(self.door.read("stripspace", data=message.encode()))
        said = hooks.run("prepare-commit-msg", os.fspath(file), "message")
        said += hooks.run("commit-msg", os.fspath(file))
        text = self.door.read("stripspace", data=file.read_bytes()).decode("utf-8", "surrogateescape")
        if not text:
            raise GitError("钩子把提交说明改成了空的，没有提交")
        return text, said

    def _commit(self, tree: str, head: str, text: str) -> str:
        signed = (
            self.door.line("config", "--type=bool", "--default=false", "--get", "commit.gpgsign") == "true"
        )
        words = (
            "commit-tree",
            *(("-p", head) if head else ()),
            *(("-S",) if signed else ()),
            "-F",
            "-",
            tree,
        )
        patient = replace(self.door, seconds=None)  # a person may have to type a password
        return patient.line(*words, data=text.encode("utf-8", "surrogateescape"))

    def _tree(self, index: Path) -> str:
        return self._with(index).line("write-tree")

    def _with(self, index: Path) -> Door:
        return replace(self.door, also={**self.door.also, "GIT_INDEX_FILE": os.fspath(index)})

    def _copy(self, name: str) -> Path:
        """The index under another name; its time stays, by which Git knows which entries to look at again."""
        copy = self.aside / name
        copy.unlink(missing_ok=True)
        if self.index.exists():
            shutil.copy2(self.index, copy)
        return copy

    def _stage(self, index: Path, mode: str, blob: str) -> None:
        self._with(index).read(
            "update-index", "-z", "--index-info", data=os.fsencode(f"{mode} {blob}\t{self.path}\0")
        )

    def _land(self, mode: str, blob: str, moving: list[str], instruction: str) -> None:
        """Move the branch and the index together, again while others keep the index busy."""
        end = time.monotonic() + PATIENCE
        while True:
            said = self._landed(mode, blob, moving, instruction)
            if said == landing.DONE:
                return
            if said not in (landing.LOCKED, landing.MOVED):
                raise failure(said, self.door.top)
            if time.monotonic() > end:
                raise GitError(locked(f"{self.index}.lock"))
            time.sleep(_PAUSE)

    def _landed(self, mode: str, blob: str, moving: list[str], instruction: str) -> str:
        prepared = self._copy("prepared")
        seen = self.aside / "seen"
        seen.write_bytes(prepared.read_bytes() if prepared.exists() else b"")
        self._stage(prepared, mode, blob)
        with subprocess.Popen(
            [sys.executable, "-I", "-S", landing.__file__, self.index, seen, prepared, *moving],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.door.environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        ) as process:
            ready = cast(IO[bytes], process.stdout).readline()
            if ready != f"{landing.READY}\n".encode():
                return (ready + process.communicate()[0]).decode("utf-8", "replace")
            return _told(process, f"{instruction}\n".encode())


def _told(process: subprocess.Popen[bytes], order: bytes) -> str:
    """The answer to the order, which can no longer be taken back."""
    try:
        answer = process.communicate(order)[0]
    except KeyboardInterrupt:
        answer = process.communicate()[0]
    return answer.decode("utf-8", "replace")


def _mode(held: bytes) -> str:
    """That of the file in ``HEAD``, if it is one there."""
    mode = held[:6].decode("ascii", "replace")
    return mode if mode in (_PLAIN_FILE, "100755") else _PLAIN_FILE

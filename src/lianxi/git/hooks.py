"""The repository's own hooks, run as ``git commit`` runs them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lianxi.git.door import Door
from lianxi.git.failure import GitError, shown
from lianxi.git.program import Version, version

_RUNS_HOOKS: Version = (2, 36)
"""The first that has ``git hook run``."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """The hooks of a repository, which see ``index`` as what is going to be committed.

    Git itself runs them: it knows where they are (``core.hooksPath``), which of them count, and which
    shell runs them on Windows. They are the user's programs, so they get the user's ``PATH`` and
    language, the terminal, and as long as they need.
    """

    door: Door
    index: Path
    identity: Mapping[str, str]

    def run(self, name: str, *words: str) -> str:
        """Run the hook if there is one; gives what it said.

        Raises ``GitError`` where it fails.
        """
        code, said = self.tried(name, *words)
        if code:
            raise GitError(
                f"钩子 {name} 不让提交（退出码 {code}）：{shown(said) or '没有说明原因'}；照它说的改好再运行"
            )
        return said

    def tried(self, name: str, *words: str) -> tuple[int, str]:
        """The exit code of the hook, 0 where there is none, and what it said."""
        if version(self.door.program, self.door.top) < _RUNS_HOOKS:
            return self._without(name)
        argv = [os.fspath(self.door.program), "hook", "run", "--ignore-missing", name, "--", *words]
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                cwd=self.door.top,
                env=self._environment(),
                check=False,
            )
            said.seek(0)
            return done.returncode, said.read(1 << 16).decode("utf-8", "replace")

    def _environment(self) -> dict[str, str]:
        users = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
        return {**users, **self.identity, "GIT_INDEX_FILE": os.fspath(self.index), "GIT_EDITOR": ":"}

    def _without(self, name: str) -> tuple[int, str]:
        """An older Git runs hooks only itself: with none there is nothing to run."""
        place = self.door.top / self.door.line("rev-parse", "--git-path", f"hooks/{name}")
        if place.is_file() and os.access(place, os.X_OK):
            raise GitError(
                "仓库设了钩子 {}，运行它要 Git {}.{} 以上；请升级 Git，或者用 git commit 提交".format(
                    name, *_RUNS_HOOKS
                )
            )
        return 0, ""

"""How Git is asked: one process, never a shell, bounded in time and output, deaf to what could mislead it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from lianxi.git.failure import GitError, failure
from lianxi.git.program import environment

SECONDS = 120
"""What is only read is read by then, even from the largest repository on a slow disk."""
MOST = 64 << 20
"""So many bytes of answer at most: a history of 100,000 commits is a third of it."""
_DEAF = (
    "--no-replace-objects",
    "--no-optional-locks",
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
)
"""Neither to ``refs/replace``, nor a watcher in the configuration, nor a bare repository in the tree."""
_PLAIN = {
    "LC_ALL": "C",  # what is parsed must not be translated
    "LANGUAGE": "",
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is not fetched: nothing here needs a network
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass(frozen=True, slots=True)
class Door:
    """A Git program and the work tree it is asked about; ``git_dir`` is named to it, not searched for."""

    program: Path
    top: Path
    git_dir: Path | None = None

    def read(self, *words: str, data: bytes = b"") -> bytes:
        """What Git answers.

        Raises ``GitError`` where Git fails, takes too long, or answers without end.
        """
        with self.stream(*words, data=data) as out:
            answer = out.read(MOST + 1)
            if len(answer) > MOST:
                raise GitError(f"仓库“{self.top}”太大：git {words[0]} 的结果超过 {MOST >> 20} MB")
        return answer

    @contextmanager
    def stream(self, *words: str, data: bytes = b"") -> Iterator[IO[bytes]]:
        """What Git answers, while it answers; what is left unread is not asked for any more.

        Raises ``GitError`` as ``read`` does.
        """
        late = threading.Event()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
            given.write(data)
            given.seek(0)
            process = self._started(words, given, said)
            timer = threading.Timer(SECONDS, _stop, (process, late))
            timer.start()
            try:
                with cast(IO[bytes], process.stdout) as out:
                    yield out
                code = process.wait()
            finally:
                timer.cancel()
                process.kill()
                process.wait()
            if late.is_set():
                raise GitError(f"git {words[0]} 过了 {SECONDS} 秒还没有做完，已停下（仓库“{self.top}”）")
            if code:
                said.seek(0)
                raise failure(said.read(1 << 16).decode("utf-8", "replace"), self.top)

    def _started(self, words: tuple[str, ...], given: IO[bytes], said: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self.command(*words),
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=self.top,
                env=environment(self.top) | _PLAIN,
            )
        except OSError as error:
            raise GitError(f"Git 程序“{self.program}”运行不了，请重新安装 Git") from error

    def command(self, *words: str) -> list[str]:
        """The words of one process."""
        named = [] if self.git_dir is None else [f"--git-dir={self.git_dir}", f"--work-tree={self.top}"]
        return [os.fspath(self.program), *_DEAF, *named, *words]


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()

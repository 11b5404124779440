"""How Git is asked: one process, never a shell, bounded in time and output, deaf to what could mislead it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
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
    *("-c", "user.useConfigOnly=true"),  # nobody's name is guessed from that of the machine
    *("-c", "i18n.commitEncoding=UTF-8"),
    *("-c", "core.splitIndex=false"),
)
"""Neither to ``refs/replace``, nor a watcher in the configuration, nor a bare repository in the tree."""
_PLAIN = {
    "LC_ALL": "C",  # what is parsed must not be translated
    "LANGUAGE": "",
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is not fetched: nothing here needs a network
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": f"{os.devnull}/none",  # it would say a word about one that is there, though empty
    "GIT_TERMINAL_PROMPT": "0",
}
_PERSON = ("NAME", "EMAIL", "DATE")
_IDENTITY = (
    *(f"GIT_{role}_{what}" for role in ("AUTHOR", "COMMITTER") for what in _PERSON),
    *("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"),
)
"""The variables in which users say who they are, or where they have written it."""
_INDEX = "GIT_INDEX_FILE"
_NO = 1
"""Git's exit code, without a word, for: there is no such thing."""


@dataclass(frozen=True, slots=True)
class Door:
    """A Git program and the work tree it is asked about; ``git_dir`` is named to it, not searched for.

    ``also`` are further variables for it, ``seconds`` its time (None: as long as a person needs).
    """

    program: Path
    top: Path
    git_dir: Path | None = None
    also: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = SECONDS

    def read(self, *words: str, data: bytes = b"") -> bytes:
        """What Git answers; nothing where it says that there is no such thing.

        Raises ``GitError`` where Git fails, takes too long, or answers without end.
        """
        with self.stream(*words, data=data) as out:
            answer = out.read(MOST + 1)
            if len(answer) > MOST:
                raise GitError(f"仓库“{self.top}”太大：git {words[0]} 的结果超过 {MOST >> 20} MB")
        return answer

    def line(self, *words: str, data: bytes = b"") -> str:
        """An answer that is a single line."""
        return os.fsdecode(self.read(*words, data=data).removesuffix(b"\n"))

    @contextmanager
    def stream(self, *words: str, data: bytes = b"") -> Iterator[IO[bytes]]:
        """What Git answers, while it answers; raises ``GitError`` as ``read`` does."""
        late = threading.Event()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
            given.write(data)
            given.seek(0)
            process = self._started(words, given, said)
            timer = threading.Timer(self.seconds or threading.TIMEOUT_MAX, _stop, (process, late))
            timer.daemon = True
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
                raise GitError(f"git {words[0]} 过了 {self.seconds} 秒还没有做完，已停下（仓库“{self.top}”）")
            said.seek(0)
            told = said.read(1 << 16).decode("utf-8", "replace")
            if code not in (0, _NO) or (code and told.strip()):
                raise failure(told, self.top)

    def _started(self, words: tuple[str, ...], given: IO[bytes], said: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self.command(*words),
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=self.top,
                env=self.environment(),
            )
        except OSError as error:
            raise GitError(f"Git 程序“{self.program}”运行不了，请重新安装 Git") from error

    def for_user(self) -> Door:
        """The same for what is done in the user's name."""
        said = {key: os.environ[key] for key in _IDENTITY if key in os.environ}
        return replace(self, also={**self.also, **said})

    def for_hook(self) -> Door:
        """The same for what a hook is told to look at: the index of the commit that is being made."""
        index = os.environ.get(_INDEX)
        return replace(self, also={**self.also, _INDEX: os.fspath(self.top / index)}) if index else self

    def command(self, *words: str) -> list[str]:
        """The words of one process."""
        named = [] if self.git_dir is None else [f"--git-dir={self.git_dir}", f"--work-tree={self.top}"]
        return [os.fspath(self.program), *_DEAF, *named, *words]

    def environment(self) -> dict[str, str]:
        """Its variables."""
        return {**environment(self.top), **_PLAIN, **self.also}


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()

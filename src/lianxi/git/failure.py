"""What Git could not do, in Chinese: one line that says why and what to do about it."""

from __future__ import annotations

import re
from pathlib import Path

from lianxi.visible import spelt

_LONGEST = 300
_LOCK = re.compile(r"Unable to create '(.*\.lock)': File exists")
_BROKEN = re.compile(
    r"bad object|corrupt|is empty|unable to (read|unpack)|could not read|not a valid object|bad tree"
    r"|missing (blob|tree|commit)|object .* missing|bad signature|index file smaller|broken link|bad config"
)


class GitError(Exception):
    """Git could not do its part; nothing has changed. ``line`` says it to people."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def failure(said: str, top: Path) -> GitError:
    """The line for what Git wrote to stderr, in English, about the repository in ``top``."""
    lock = _LOCK.search(said)
    if lock is not None:
        return GitError(locked(lock[1]))
    if "dubious ownership" in said or "unsafe repository" in said:
        return GitError(
            f"仓库“{top}”属于另一个用户，Git 不肯打开；信得过它，就运行 "
            f'git config --global --add safe.directory "{top.as_posix()}"'
        )
    if "No space left on device" in said:
        return GitError(f"磁盘已满，Git 写不了仓库“{top}”；腾出空间再运行")
    if re.search(r"[Pp]ermission denied|Read-only file system|insufficient permission", said):
        return GitError(f"没有权限读写仓库“{top}”：{last_line(said)}")
    if _BROKEN.search(said):
        return GitError(f"仓库“{top}”坏了，或者没有取全：{last_line(said)}；运行 git fsck 查看")
    return GitError(f"Git 没有做成：{last_line(said)}（仓库“{top}”）")


def locked(lock: str | Path) -> str:
    """Another program holds a lock file of the repository."""
    return (
        f"仓库正被另一个 Git 程序占用（可能是编辑器，或者另一个窗口里的 git）：有锁文件“{lock}”；"
        "等它结束再运行，确信没有程序在用才删去这个文件"
    )


def last_line(said: str) -> str:
    """What Git said at last, without its ``fatal:``, short and visible."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines or ["没有说明原因"]
    return spelt(telling[-1].removeprefix("fatal:").removeprefix("error:").strip())[:_LONGEST]

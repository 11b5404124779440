"""What Git could not do, in Chinese: one line that says why and what to do about it."""

from __future__ import annotations

import re
from pathlib import Path

from lianxi.visible import spelt

_LONGEST = 300
_LOCK = re.compile(r"Unable to create '(.*\.lock)': File exists")
_BROKEN = (
    r"bad object|corrupt|is empty|unable to (read|unpack)|[Cc]ould not read|not a valid object|bad tree"
    r"|not a tree"
    r"|missing (blob|tree|commit)|object .* missing|from promisor remote|bad signature|index file smaller"
    r"|bad config"
)
_SAFE = "git config --global --add safe.directory"
_PERSON = "git config --global user.name 姓名 和 git config --global user.email 邮箱"
_CAUSES = {
    r"No space left on device": "磁盘已满，Git 写不了仓库“{top}”；腾出空间再运行",
    r"[Pp]ermission denied|Read-only file system|insufficient permission": "没有权限读写仓库“{top}”：{last}",
    r"dubious ownership|unsafe repository": (
        f'仓库“{{top}}”属于另一个用户，Git 不肯打开；信得过它，就运行 {_SAFE} "{{top}}"'
    ),
    r"is in submodule|beyond a symbolic link": "要提交的文件在子模块或者链接里，不属于仓库“{top}”：{last}",
    r"tell me who you are|empty ident|no (email|name) was given|auto-detection": (
        f"Git 不知道提交人是谁；先运行 {_PERSON}"
    ),
    r"sign the data|signing failed|failed to write commit object": (
        "提交没有签成名：{said}；改好签名的设置，或者关掉 commit.gpgsign"
    ),
    _BROKEN: "仓库“{top}”坏了，或者没有取全：{last}；运行 git fsck 查看",
    r"": "Git 没有做成：{last}（仓库“{top}”）",
}
"""What Git says, and what is said for it; the first that is found counts."""


class GitError(Exception):
    """Git could not do its part; nothing has changed. ``line`` says it to people."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class Overtaken(GitError):
    """Somebody else has committed meanwhile."""


def failure(said: str, top: Path) -> GitError:
    """The line for what Git wrote to stderr, in English, about the repository in ``top``."""
    lock = _LOCK.search(said)
    if lock is not None:
        return GitError(locked(lock[1]))
    if re.search(r"but expected|reference already exists", said):
        return Overtaken("正在提交的时候，分支上多了别的提交")
    line = next(line for pattern, line in _CAUSES.items() if re.search(pattern, said))
    return GitError(line.format(top=top.as_posix(), said=shown(said), last=last_line(said)))


def locked(lock: str | Path) -> str:
    """Another program holds a lock file of the repository."""
    return (
        f"仓库正被另一个 Git 程序占用（可能是编辑器，或者另一个窗口里的 git）：有锁文件“{lock}”；"
        "等它结束再运行，确信没有程序在用才删去这个文件"
    )


def shown(said: str) -> str:
    """What a program said, on one line and visible, its end where it is long."""
    flat = spelt("；".join(line.strip() for line in said.splitlines() if line.strip()))
    return flat if len(flat) <= _LONGEST else f"……{flat[-_LONGEST:]}"


def last_line(said: str) -> str:
    """What Git said at last, without its ``fatal:``, short and visible."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines or ["没有说明原因"]
    return spelt(telling[-1].removeprefix("fatal:").removeprefix("error:").strip())[:_LONGEST]

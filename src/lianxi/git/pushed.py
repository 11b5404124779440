"""What Git tells its hooks of a push: a line for each branch or tag."""

from __future__ import annotations

import os
from dataclasses import dataclass

from lianxi.git.failure import GitError
from lianxi.visible import spelt

BRANCHES, TAGS = "refs/heads/", "refs/tags/"


@dataclass(frozen=True, slots=True)
class Pushed:
    """One name that is to stand at ``new`` instead of ``old``; either is empty where there is nothing."""

    ref: str
    old: str
    new: str

    @property
    def shown(self) -> str:
        """The name as it is told to people."""
        if self.ref.startswith(BRANCHES):
            return f"分支 {spelt(self.ref.removeprefix(BRANCHES))}"
        return f"标签 {spelt(self.ref.removeprefix(TAGS))}" if self.is_tag else spelt(self.ref)

    @property
    def is_tag(self) -> bool:
        """Whether it is a tag and no branch."""
        return self.ref.startswith(TAGS)


def received(said: bytes) -> list[Pushed]:
    """What pre-receive reads: ``old new ref`` a line. Raises ``GitError`` for nothing: Git gives some."""
    if not said:
        raise GitError(
            "钩子什么也没有读到，可能被前面的命令读走了，没有检查；运行 lianxi hooks install 看怎样接"
        )
    return [Pushed(ref, _id(old), _id(new)) for old, new, ref in _lines(said, 3)]


def sent(said: bytes) -> list[Pushed]:
    """What pre-push reads: ``local-ref new ref old`` a line."""
    return [Pushed(ref, _id(old), _id(new)) for _, new, ref, old in _lines(said, 4)]


def _lines(said: bytes, words: int) -> list[list[str]]:
    lines = [os.fsdecode(line).split(" ") for line in said.split(b"\n") if line]
    if any(len(line) != words for line in lines):
        raise GitError("钩子读到的不是 Git 写给它的内容；这个命令由 Git 调用，不用自己运行")
    return lines


def _id(written: str) -> str:
    """Git writes noughts for nothing."""
    return "" if set(written) == {"0"} else written

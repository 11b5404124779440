"""What forbids a commit now: a merge under way, no branch, nobody to commit as, a lock, an ignored file."""

from __future__ import annotations

import os
import time
from pathlib import Path

from lianxi.git.door import Door
from lianxi.git.failure import GitError, locked

_UNDER_WAY = {
    "MERGE_HEAD": ("合并", "git merge"),
    "CHERRY_PICK_HEAD": ("拣选提交", "git cherry-pick"),
    "REVERT_HEAD": ("撤销提交", "git revert"),
    "rebase-merge": ("变基", "git rebase"),
    "rebase-apply": ("变基或打补丁", "git rebase"),
    "sequencer": ("拣选或撤销提交", "git cherry-pick"),
}
"""What Git leaves in its folder until the work is finished or given up."""
PATIENCE = 2.0
"""Seconds for which a lock is waited for: an editor that looks at the state holds it for a moment."""
_PAUSE = 0.05


def demand_readiness(door: Door, git_dir: Path, path: str) -> None:
    """Raise ``GitError`` where ``path`` cannot be committed now, with what to do about it."""
    _nothing_under_way(git_dir)
    _no_conflict(door)
    if not door.read("symbolic-ref", "--quiet", "HEAD"):
        raise GitError("现在不在任何分支上（分离头指针），提交了会丢；先 git switch 到一个分支，再运行")
    _not_ignored(door, path)
    door.read("var", "GIT_AUTHOR_IDENT")
    door.read("var", "GIT_COMMITTER_IDENT")
    wait_for(git_dir / "index.lock")


def wait_for(lock: Path) -> None:
    """Wait until nobody holds the lock; it is never deleted here: its holder may still be at work."""
    end = time.monotonic() + PATIENCE
    while os.path.lexists(lock):
        if time.monotonic() > end:
            raise GitError(locked(lock))
        time.sleep(_PAUSE)


def _nothing_under_way(git_dir: Path) -> None:
    for mark, (doing, command) in _UNDER_WAY.items():
        if os.path.lexists(git_dir / mark):
            raise GitError(
                f"仓库里正在{doing}，还没有做完；先 {command} --continue 做完，或 --abort 放弃，再运行"
            )


def _no_conflict(door: Door) -> None:
    entries = door.read("ls-files", "--unmerged", "-z").split(b"\0")
    paths = dict.fromkeys(os.fsdecode(entry.partition(b"\t")[2]) for entry in entries if entry)
    if paths:
        raise GitError(f"这些文件有冲突没有解决：{'、'.join(paths)}；改好并 git add 以后再运行")


def _not_ignored(door: Door, path: str) -> None:
    asking = ("--no-literal-pathspecs", "check-ignore", "-z", "--stdin")  # it knows no literal ones
    named = os.fsencode(f"./{path}\0")
    if door.read(*asking, data=named):
        told = door.read(*asking, "--verbose", data=named)
        source, line, pattern = map(os.fsdecode, told.split(b"\0")[:3])
        raise GitError(f"{path} 被 {source} 第{line}行“{pattern}”忽略，不能提交；删去那一行再运行")

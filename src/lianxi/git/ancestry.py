"""Where two lines of commits have parted, and what each of them has of its own."""

from __future__ import annotations

from lianxi.git.door import Door
from lianxi.git.failure import GitError


def merge_base(door: Door, one: str, other: str, *merged: str) -> str:
    """The commit from which both have gone on; all are ids of commits.

    ``merged`` are what is just being merged into the other. Raises ``GitError`` where there is none, or
    more than one, or where so little was fetched that it may be another.
    """
    found = door.read("merge-base", "--all", one, other, *merged).decode("ascii").split()
    if len(found) > 1:
        raise GitError(
            f"两边互相合并过，分开的地方有{len(found)}处，说不清哪些是这边新改的；"
            "先把要并入的那一边合并进来（如 git merge origin/main），再检查"
        )
    if found and (found[0] in (one, other) or not _is_cut_off(door, found[0], one, other, *merged)):
        return found[0]
    if is_shallow(door):
        raise GitError(
            "仓库没有取全（浅克隆），找不到两个版本分开的地方；运行 git fetch --unshallow，"
            "CI 里把取的深度设为全部（如 fetch-depth: 0）"
        )
    raise GitError(f"两个版本没有共同的来历（{one[:9]} 和 {other[:9]}），不能比较；请核对要比较的分支")


def is_shallow(door: Door) -> bool:
    """Whether older commits were not fetched, so that histories end too early."""
    return door.read("rev-parse", "--is-shallow-repository") == b"true\n"


def _is_cut_off(door: Door, base: str, *tips: str) -> bool:
    """Whether a line between ``base`` and the tips ends where no more was fetched, perhaps too early."""
    if not is_shallow(door):
        return False
    ends = (door.top / door.line("rev-parse", "--git-path", "shallow")).read_text(encoding="ascii").split()
    between = door.read("rev-list", *tips, f"^{base}").decode("ascii").split()
    return not set(ends).isdisjoint(between)


def begun(door: Door, tip: str, head: str) -> str:
    """Where the branch ``head`` left the line of ``tip``, whatever it has merged since; else nothing."""
    lines = door.read("rev-list", "--first-parent", "--parents", head, f"^{tip}").decode("ascii").splitlines()
    words = lines[-1].split() if lines else []
    return words[1] if len(words) > 1 else ""


def left_behind(door: Door, old: str, new: str) -> int:
    """How many commits of ``old`` are not in ``new``; both are ids of commits."""
    return int(door.line("rev-list", "--count", old, f"^{new}"))

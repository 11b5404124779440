"""Which commit a name means, and where two lines of commits have parted."""

from __future__ import annotations

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.visible import spelt

_NULL = "0"
_ODD = frozenset("\n\0")


def commit_of(door: Door, name: str) -> str:
    """The id of the commit that ``name`` means, a tag, a branch or anything Git knows.

    Raises ``GitError`` where it means none. The name is given on stdin, so that none is taken for an option.
    """
    if not name or _ODD & set(name):
        raise GitError(f"“{spelt(name)}”不是一个版本；写分支、标签或者提交编号，如 origin/main")
    said = door.line(
        "cat-file", "--batch-check", data=f"{name}^{{commit}}\n".encode("utf-8", "surrogateescape")
    )
    words = said.split()
    if len(words) == 3 and words[1] == "commit":  # noqa: PLR2004 - id, type and size
        return words[0]
    if said.endswith(" ambiguous"):
        raise GitError(f"“{spelt(name)}”可以指几个版本，说不准是哪一个；把提交编号写长一些")
    if set(name) == {_NULL}:
        raise GitError("全是0的提交编号不是一个版本：这个分支以前没有，或者已经删去")
    raise GitError(f"没有版本“{spelt(name)}”；请核对分支、标签或者提交编号，没有取来的先运行 git fetch")


def merge_base(door: Door, one: str, other: str) -> str:
    """The commit from which both have gone on; the two are ids of commits.

    Raises ``GitError`` where there is none, or where it was not fetched.
    """
    found = door.line("merge-base", one, other)
    if found:
        return found
    if door.read("rev-parse", "--is-shallow-repository") == b"true\n":
        raise GitError(
            "仓库没有取全（浅克隆），找不到两个版本分开的地方；运行 git fetch --unshallow，"
            "CI 里把取的深度设为全部（如 fetch-depth: 0）"
        )
    raise GitError(f"两个版本没有共同的来历（{one[:9]} 和 {other[:9]}），不能比较；请核对要比较的分支")


def begun(door: Door, tip: str, head: str) -> str:
    """Where the branch ``head`` left the line of ``tip``, whatever it has merged since; else nothing."""
    lines = door.read("rev-list", "--first-parent", "--parents", head, f"^{tip}").decode("ascii").splitlines()
    words = lines[-1].split() if lines else []
    return words[1] if len(words) > 1 else ""

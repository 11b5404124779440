"""Which commit a name means, where two lines of commits have parted, and which branch is the main one."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.visible import spelt

_REMOTES = "refs/remotes/"
_USUAL = ("main", "master")
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


def merge_base(door: Door, one: str, other: str, *merged: str) -> str:
    """The commit from which both have gone on; all are ids of commits.

    ``merged`` are what is just being merged into the other. Raises ``GitError`` where there is none, or
    where it was not fetched.
    """
    found = door.line("merge-base", one, other, *merged)
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


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch by its full name, with the id of its last commit; that is empty where it has none yet."""

    ref: str
    commit: str


def main_branch(door: Door) -> Branch:
    """The branch that ``HEAD`` of the repository itself names, there or not."""
    ref = door.line("symbolic-ref", "--quiet", "HEAD")
    return Branch(ref, tip(door, ref) if ref else "")


def main_branch_of(door: Door, remote: str) -> Branch | None:
    """The main branch of another repository as it was last fetched; None where that is not known.

    Without a name it is that of ``origin``, or else of the first. Its name is the one that it has there.
    """
    told = door.read("for-each-ref", "--format=%(refname) %(objectname) %(symref)", _REMOTES).decode(
        "utf-8", "surrogateescape"
    )
    known = {ref: (id_, symref) for ref, id_, symref in (line.split(" ") for line in told.splitlines())}
    remotes = {ref.removeprefix(_REMOTES).partition("/")[0] for ref in known}
    remote = remote or ("origin" if "origin" in remotes else min(remotes, default=""))
    way = f"{_REMOTES}{remote}/"
    named = known.get(f"{way}HEAD", ("", ""))[1]
    ref = next((ref for ref in (named, *(way + name for name in _USUAL)) if ref in known), "")
    return Branch(f"refs/heads/{ref.removeprefix(way)}", known[ref][0]) if ref else None


def tip(door: Door, ref: str) -> str:
    """The commit at which a full name or an id stands; nothing where it is none, or is not there."""
    words = door.line("cat-file", "--batch-check", data=f"{ref}^{{}}\n".encode("utf-8", "surrogateescape"))
    id_, kind, *_ = (*words.split(), "", "")
    return id_ if kind == "commit" else ""


def left_behind(door: Door, old: str, new: str) -> int:
    """How many commits of ``old`` are not in ``new``; both are ids of commits."""
    return int(door.line("rev-list", "--count", old, f"^{new}"))

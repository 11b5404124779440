"""Which commit a name means, and which branch is the main one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.visible import spelt

_REMOTES = "refs/remotes/"
_USUAL = ("main", "master")
_NULL = "0"
_ODD = frozenset("\n\0")
_PLACES = ("refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
"""Where Git looks for a name, in this order."""
_POINTS_AT = "%(refname) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)"
_STEPS = re.compile(r"[\^~:]|@\{")
"""What leads on from a name."""
_WHOLE = re.compile(r"refs/.*|HEAD|@|[0-9a-f]{40}|[0-9a-f]{64}")
"""What is no short name."""
_PATTERN = frozenset("*?[\\")
"""Characters that no name of a branch or tag has."""


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
        _demand_one(door, name)
        return words[0]
    if said.endswith(" ambiguous"):
        raise GitError(f"“{spelt(name)}”可以指几个版本，说不准是哪一个；把提交编号写长一些")
    if set(name) == {_NULL}:
        raise GitError("全是0的提交编号不是一个版本：这个分支以前没有，或者已经删去")
    raise GitError(f"没有版本“{spelt(name)}”；请核对分支、标签或者提交编号，没有取来的先运行 git fetch")


def _demand_one(door: Door, name: str) -> None:
    """Git takes the first of a tag, a branch and a remote one of the same name, without a word."""
    written = _STEPS.split(name)[0]
    if not written or _WHOLE.fullmatch(written) or _PATTERN & set(written):
        return
    said = door.read("for-each-ref", f"--format={_POINTS_AT}", *(place.format(written) for place in _PLACES))
    wanted = {place.format(written) for place in _PLACES}
    lines = (line.rpartition(" ") for line in said.decode("utf-8", "surrogateescape").splitlines())
    found = {ref: id_ for ref, _, id_ in lines if ref in wanted}
    if len(set(found.values())) > 1:
        refs = "、".join(spelt(ref) for ref in found)
        raise GitError(f"“{spelt(name)}”可以指几个版本，说不准是哪一个；写全名：{refs}")


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

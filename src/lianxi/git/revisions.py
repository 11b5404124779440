"""Which commit a name means, and which branch is the main one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lianxi.git.door import Door
from lianxi.git.failure import GitError
from lianxi.git.pushed import BRANCHES
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
    """A branch by its full name, with the id of its last commit; ``here`` is what it is called here."""

    ref: str
    commit: str
    here: str


def head_branch(door: Door) -> str:
    """The full name of the branch that ``HEAD`` names, there or not; nothing where it names a commit."""
    return door.line("symbolic-ref", "--quiet", "HEAD")


def branches(door: Door) -> dict[str, str]:
    """The branches of the repository itself by their full names, each with the id of its last commit."""
    told = door.read("for-each-ref", "--format=%(refname) %(objectname)", BRANCHES)
    lines = (line.rpartition(" ") for line in told.decode("utf-8", "surrogateescape").splitlines())
    return {ref: id_ for ref, _, id_ in lines}


def main_branch(door: Door) -> Branch | None:
    """The branch that ``HEAD`` names, else the usual, else the only one; None where none has a commit."""
    known = branches(door)
    usual = (head_branch(door), *(BRANCHES + name for name in _USUAL))
    only = tuple(known) if len(known) == 1 else ()
    ref = next((ref for ref in (*usual, *only) if ref in known), "")
    return Branch(ref, known[ref], ref.removeprefix(BRANCHES)) if ref else None


def main_branch_of(door: Door, remote: str) -> Branch | None:
    """The main branch of another repository as it was last fetched; None where that is not known.

    Without a name it is that of ``origin``, or else of the first. Its name is the one that it has there.
    """
    known = _tracked(door)
    way = _way_of(known, remote)
    named = known.get(f"{way}HEAD", ("", ""))[1]
    ref = next((ref for ref in (named, *(way + name for name in _USUAL)) if ref in known), "")
    return _as_there(ref, way, known[ref][0]) if ref else None


def only_branch_of(door: Door, remote: str) -> Branch | None:
    """The branch of another repository of which no other was fetched; its name is the one it has there."""
    known = _tracked(door)
    way = _way_of(known, remote)
    there = [ref for ref in known if ref.startswith(way) and ref != f"{way}HEAD"]
    return _as_there(there[0], way, known[there[0]][0]) if len(there) == 1 else None


def _as_there(ref: str, way: str, commit: str) -> Branch:
    return Branch(BRANCHES + ref.removeprefix(way), commit, ref.removeprefix(_REMOTES))


def _tracked(door: Door) -> dict[str, tuple[str, str]]:
    """What was fetched of other repositories, by full names: the commit, and the name it stands for."""
    told = door.read("for-each-ref", "--format=%(refname) %(objectname) %(symref)", _REMOTES).decode(
        "utf-8", "surrogateescape"
    )
    return {ref: (id_, symref) for ref, id_, symref in (line.split(" ") for line in told.splitlines())}


def _way_of(known: Iterable[str], remote: str) -> str:
    """Before the names of a repository's branches here; without a name those of ``origin`` or the first."""
    remotes = {ref.removeprefix(_REMOTES).partition("/")[0] for ref in known}
    return f"{_REMOTES}{remote or ('origin' if 'origin' in remotes else min(remotes, default=''))}/"


def tip(door: Door, ref: str) -> str:
    """The commit at which a full name or an id stands; nothing where it is none, or is not there."""
    id_, kind = _what(door, ref)
    return id_ if kind == "commit" else ""


def is_there(door: Door, ref: str) -> bool:
    """Whether the repository has the object that a full name or an id means in the end."""
    return _what(door, ref)[1] != "missing"


def _what(door: Door, ref: str) -> tuple[str, str]:
    said = door.line("cat-file", "--batch-check", data=f"{ref}^{{}}\n".encode("utf-8", "surrogateescape"))
    id_, kind, *_ = (*said.split(), "", "")
    return id_, kind

"""What the hooks of Git do: pre-commit looks at the index, pre-push and pre-receive at what is pushed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lianxi.cli.output import say
from lianxi.cli.refusal import BROKEN, Refusal
from lianxi.cli.verdict import lines, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lianxi.book import Book
    from lianxi.cli.pushes import Gate
    from lianxi.finding import Finding
    from lianxi.git import Branch, Pushed, Repository

_EVERY = "*"


def before_commit(prefix: str | None, day: date) -> int:
    """The index beside where this branch has parted from the main one: what others have is not rewritten.

    What was committed here and nowhere else may still be amended. Without another repository it is the
    last commit that counts.
    """
    repository = _here()
    main = _main_of(repository, "")
    given = verdict(lambda: _staged(repository, main, prefix, day))
    sys.stderr.write(lines(given, "", "没有提交", day, main.here if main else "HEAD"))
    if given.code and given.findings:
        say("改好并 git add 以后再提交", err=True)
    return given.code


def _staged(
    repository: Repository, main: Branch | None, named: str | None, day: date
) -> tuple[Book, list[Finding]] | None:
    from lianxi.cli.folder import MARK, Folder
    from lianxi.cli.places import Place, records_at
    from lianxi.cli.since import by_itself, with_changes
    from lianxi.cli.state import looked_at

    head = repository.tip("HEAD")
    base = _parted(repository, main, head) if head else ""
    prefix = _way(repository, base) if named is None else named
    if prefix is None:
        return None
    folder = Folder(repository.top / prefix, prefix)
    with looked_at(Place(folder, repository, prefix), None, staged=True) as state:
        if MARK not in (state.ids or {}) and not (base and MARK in records_at(repository, base, prefix)[1]):
            return None  # a branch without records
        return with_changes(repository, state, base, base, day) if base else by_itself(state, day)


def _way(repository: Repository, base: str) -> str | None:
    """Where the index has its records, or the base where that has none; both have to be certain."""
    from lianxi.cli.places import way_in

    there = way_in(repository.listing(base, "")) if base else None
    here = way_in(repository.staged(""))
    return there if here is None else here


def _parted(repository: Repository, main: Branch | None, head: str) -> str:
    if main is None:
        return head
    return repository.merge_base(main.commit, head, *repository.being_merged)


def before_push(words: list[str], prefix: str | None, day: date) -> int:
    """What is sent, beside the main branch of the other repository as it was last fetched."""
    from lianxi.cli.pushes import Gate
    from lianxi.git import sent

    repository = _here()
    main = _main_of(repository, words[0] if words else "")
    gate = Gate(repository, main, (), (), prefix, day)
    return _judged(gate, sent(sys.stdin.buffer.read()), "没有推送", main.here if main else "")


def _main_of(repository: Repository, name: str) -> Branch | None:
    """The main branch of the other repository, the first one where none is named.

    Of one whose main branch is not known, a URL say, that of another is probably the same.
    """
    return repository.main_branch_of(name) or repository.main_branch_of() or repository.only_branch_of(name)


def before_receiving(kept: tuple[str, ...], prefix: str | None, day: date) -> int:
    """What arrives on a server; until its main branch is there, nothing is thrown away on any branch."""
    from lianxi.cli.pushes import Gate
    from lianxi.git import received, served_repository

    repository = served_repository(Path.cwd()) or _here()
    main = repository.main_branch
    if main:
        gate = Gate(repository, main, (), kept, prefix, day)
    else:
        gate = Gate(repository, None, tuple(repository.branches.values()), (_EVERY,), prefix, day)
    since = f"origin/{main.here}" if main else ""  # as most who push have it
    return _judged(gate, received(sys.stdin.buffer.read()), "没有收下", since)


def _judged(gate: Gate, pushes: Iterable[Pushed], refused: str, since: str) -> int:
    """Each by itself, so that all is told at once; the worst of it counts."""
    worst, found = 0, False
    for pushed in pushes:
        given = verdict(lambda pushed=pushed: gate.check(pushed))  # type: ignore[misc]
        sys.stderr.write(lines(given, f"{pushed.shown} ", refused, gate.day, since))
        worst = max(worst, given.code)
        found = found or bool(given.code and given.findings)
    if found:
        say("改好、提交以后再推送；编码的说明见 lianxi explain", err=True)
    return worst


def _here() -> Repository:
    from lianxi.git import bare_repository, repository_of

    repository = bare_repository(Path.cwd()) or repository_of(Path.cwd())
    if repository is None:
        raise Refusal(f"“{Path.cwd()}”不是 Git 仓库；这个命令由 Git 的钩子调用，不用自己运行", BROKEN)
    return repository

"""What a push may bring: each branch and tag is judged beside the main branch it would be merged into."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from lianxi.cli.refusal import BROKEN, FOUND, Refusal

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.finding import Finding
    from lianxi.git import Branch, Pushed, Repository


@dataclass(frozen=True, slots=True)
class Gate:
    """Where what is pushed arrives. ``main`` is its main branch as it stands; None where there is none yet.

    ``tips`` are then the last commits of the branches that are there all the same. On the branches that
    ``kept`` names (patterns such as ``release/*``) and on the main one nothing is thrown away. ``prefix``
    is the way to the records, None where it is to be looked for.
    """

    repository: Repository
    main: Branch | None
    tips: tuple[str, ...]
    kept: tuple[str, ...]
    prefix: str | None
    day: date

    def check(self, pushed: Pushed) -> tuple[Book, list[Finding]] | None:
        """The book that is pushed and what is wrong with it; None where nothing new comes.

        Raises ``Refusal`` and ``GitError`` where it may not come at all.
        """
        keeps = self._keeps(pushed)
        if not pushed.new:
            if keeps:
                raise Refusal("不能删去，记录都在上面", FOUND)
            return None
        commit = self._commit(pushed)
        grows = keeps and pushed.old
        base = self._grown_from(pushed.old, commit) if grows else self._base(pushed, commit)
        if base == commit:
            return None
        return self._beside(commit, base, base if grows or not self.main else self.main.commit)

    def _keeps(self, pushed: Pushed) -> bool:
        from lianxi.git import BRANCHES

        if not pushed.ref.startswith(BRANCHES):
            if pushed.is_tag:
                return False
            raise Refusal("这里只收分支（refs/heads/）和标签（refs/tags/）", FOUND)
        name = pushed.ref.removeprefix(BRANCHES)
        is_main = self.main is not None and pushed.ref == self.main.ref
        return is_main or any(fnmatchcase(name, pattern) for pattern in self.kept)

    def _commit(self, pushed: Pushed) -> str:
        commit = self.repository.tip(pushed.new)
        if not commit and not self.repository.is_there(pushed.new):
            raise Refusal(f"仓库里没有推送来的 {pushed.new[:9]}，不能检查；再推送一次", BROKEN)
        if not commit:
            raise Refusal("指的不是提交，没有记录可以检查", FOUND)
        return commit

    def _grown_from(self, old: str, commit: str) -> str:
        """``old``, where nothing of it is thrown away."""
        if not self.repository.tip(old):
            raise Refusal("那边有这里还没有的提交；先 git pull 取来合并，再推送", FOUND)
        lost = self.repository.left_behind(old, commit)
        if lost:
            raise Refusal(
                f"强制推送会丢掉已有的{lost}次提交，里面的记录等于删去；先 git pull 合并，再推送", FOUND
            )
        return old

    def _base(self, pushed: Pushed, commit: str) -> str:
        """Where it has parted from the main branch; without one from all that are there, or from itself.

        Nothing where there is nothing yet. A tag is then a revision by itself.
        """
        if self.main:
            return self.repository.merge_base(self.main.commit, commit)
        if pushed.is_tag:
            return ""
        others = self.tips or tuple(filter(None, [pushed.old and self.repository.tip(pushed.old)]))
        return self.repository.merge_base(commit, *others) if others else ""

    def _beside(self, commit: str, base: str, other: str) -> tuple[Book, list[Finding]]:
        """Beside the line of commits that ends with ``other``, from which it has parted at ``base``."""
        from lianxi.cli.since import by_itself, with_changes
        from lianxi.cli.state import at_commit

        with at_commit(self.repository, commit, self._prefix(base, commit)) as state:
            if base:
                return with_changes(self.repository, state, other, commit, self.day)
            return by_itself(state, self.day)

    def _prefix(self, base: str, commit: str) -> str | None:
        """Where it has its records, or the base where it has none: taking them away is no way to pass."""
        from lianxi.cli.places import way_in

        if self.prefix is not None or not base:
            return self.prefix
        there = way_in(self.repository.listing(base, ""))
        here = way_in(self.repository.listing(commit, ""))
        return there if here is None else here

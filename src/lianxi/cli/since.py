"""A state of the records beside the base that it would be merged into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.state import State, base_of, templates_of

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.finding import Finding
    from lianxi.git import Repository


def with_changes(
    repository: Repository, state: State, since: str, head: str, day: date
) -> tuple[Book, list[Finding]]:
    """The book of ``state``, and what is wrong with it and with merging it into ``since``.

    The rules, the calendars and the templates are those of the commit from which both have gone on.
    """
    from lianxi.book import load
    from lianxi.check import check
    from lianxi.finding import in_order
    from lianxi.gate import changed
    from lianxi.generated import generated
    from lianxi.merge import under_rules_of

    tip = repository.commit_of(since)
    commit = repository.merge_base(tip, repository.commit_of(head))
    book = load(state.tree)
    base = base_of(repository, commit, state, book)
    found = check(book, day, state.prefix)
    held = under_rules_of(base, book)
    if (held.mechanism, held.calendars) != (book.mechanism, book.calendars):
        found = list(dict.fromkeys([*found, *check(held, day, state.prefix)]))
    with templates_of(repository, commit, state.prefix) as house:
        papers = generated(held, state.prefix, house)
    return book, in_order([*found, *papers, *changed(base, book, day, state.prefix)])

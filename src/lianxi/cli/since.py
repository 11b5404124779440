"""A state of the records beside the base that it would be merged into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.state import State, base_of, templates_of

if TYPE_CHECKING:
    from datetime import date

    from lianxi.book import Book
    from lianxi.finding import Finding
    from lianxi.git import Repository
    from lianxi.schema.base import Value


def with_changes(
    repository: Repository, state: State, since: str, head: str, day: date
) -> tuple[Book, list[Finding]]:
    """The book of ``state``, and what is wrong with it and with merging it into ``since``.

    The rules, the calendars and the templates are those of the commit from which both have gone on.
    """
    from lianxi.book import load
    from lianxi.check import check
    from lianxi.finding import in_order
    from lianxi.gate import changed, once
    from lianxi.generated import generated
    from lianxi.merge import Meanwhile, under_rules_of

    tip, own = repository.commit_of(since), repository.commit_of(head)
    commit = repository.merge_base(tip, own)
    book = load(state.tree)
    base = base_of(repository, commit, state, book)
    found = check(book, day, state.prefix)
    held = under_rules_of(base, book)
    if (held.mechanism, held.calendars) != (book.mechanism, book.calendars):
        found = list(dict.fromkeys([*found, *check(held, day, state.prefix)]))
    with templates_of(repository, commit, state.prefix) as house:
        papers = generated(held, state.prefix, house)
    taken = _taken(repository, tip, state.prefix, base, book) if tip != commit else {}
    begun = repository.begun(tip, own)
    first = base_of(repository, begun, state, book) if begun not in {"", commit} else None
    changes = changed(base, book, day, state.prefix, Meanwhile(taken, first))
    return book, in_order([*once(found, changes), *papers, *changes])


def _taken(repository: Repository, tip: str, prefix: str, base: Book, head: Book) -> dict[str, str]:
    """The titles of the other records that ``tip`` has got under the ids that are new in ``head``.

    One that both have got from elsewhere has the same title, be it edited since.
    """
    from lianxi.book import load
    from lianxi.called import record_title

    new = {path for id_, path in head.paths.items() if id_ not in base.known}
    both = (
        {path: held for path, held in repository.listing(tip, prefix).items() if path in new} if new else {}
    )
    if not both:
        return {}
    others = load(repository.snapshot(both))
    return {
        entry.id: record_title(entry.record)
        for entry in others.entries
        if entry.id and entry.record and not _is_same(entry.record, head.record(entry.id))
    }


def _is_same(theirs: Value, ours: Value | None) -> bool:
    from lianxi.called import record_title

    return ours is not None and record_title(ours) == record_title(theirs)

"""A state of the records by itself, and beside the base that it would be merged into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lianxi.cli.places import records_at
from lianxi.cli.state import State, base_of, templates_in, templates_of, way_to_templates

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lianxi.book import Book
    from lianxi.finding import Finding
    from lianxi.git import Repository
    from lianxi.merge import Meanwhile
    from lianxi.schema.base import Value


@dataclass(frozen=True, slots=True)
class Sides:
    """The records before and after a merge; ``house`` holds the templates of before."""

    base: Book
    head: Book
    house: Path | None
    meanwhile: Meanwhile


@contextmanager
def both_sides(repository: Repository, state: State, since: str, head: str) -> Iterator[Sides]:
    """``state`` as the head, and the commit from which it and ``since`` have gone on as the base."""
    from lianxi.book import load
    from lianxi.merge import Meanwhile

    tip, own = repository.commit_of(since), repository.commit_of(head)
    commit = repository.merge_base(tip, own)
    book = load(state.tree)
    prefix, held = records_at(repository, commit, state.prefix)
    base = base_of(repository, held, state, book)
    meanwhile = Meanwhile(
        _taken(repository, tip, state.prefix, base, book) if tip != commit else {},
        _begun(repository, repository.begun(tip, own), commit, state, book),
    )
    with templates_of(repository, commit, prefix) as house:
        yield Sides(base, book, house, meanwhile)


def _begun(repository: Repository, begun: str, base: str, state: State, book: Book) -> Book | None:
    if begun in {"", base}:
        return None
    return base_of(repository, records_at(repository, begun, state.prefix)[1], state, book)


def with_changes(
    repository: Repository, state: State, since: str, head: str, day: date
) -> tuple[Book, list[Finding]]:
    """The book of ``state``, and what is wrong with it and with merging it into ``since``.

    The rules, the calendars and the templates are those of the commit from which both have gone on.
    """
    from lianxi.finding import in_order

    with both_sides(repository, state, since, head) as sides:
        return sides.head, in_order(_found(sides, state, day))


def _found(sides: Sides, state: State, day: date) -> Iterator[Finding]:
    from lianxi.check import check
    from lianxi.gate import changed, once, redrawn, told_once
    from lianxi.generated import generated
    from lianxi.merge import under_rules_of

    found = check(sides.head, day, state.prefix)
    held = under_rules_of(sides.base, sides.head)
    if (held.mechanism, held.calendars) != (sides.head.mechanism, sides.head.calendars):
        found = list(dict.fromkeys([*found, *check(held, day, state.prefix)]))
    changes = changed(sides.base, sides.head, day, state.prefix, sides.meanwhile)
    yield from once(found, changes)
    yield from changes
    yield from told_once(generated(held, state.prefix, sides.house), changes)
    way = way_to_templates(state.prefix)
    if way:
        yield from redrawn(templates_in(sides.house), templates_in(state.house), way)


def _taken(repository: Repository, tip: str, prefix: str, base: Book, head: Book) -> dict[str, str]:
    """The titles of the other records that ``tip`` has got under the ids that are new in ``head``.

    One that both have got from elsewhere has the same title, be it edited since.
    """
    from lianxi.book import load
    from lianxi.called import record_title

    new = {path for id_, path in head.paths.items() if id_ not in base.known}
    there = records_at(repository, tip, prefix)[1] if new else {}
    both = {path: held for path, held in there.items() if path in new}
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


def by_itself(state: State, day: date) -> tuple[Book, list[Finding]]:
    """The book of ``state``, and what is wrong with it whatever was before."""
    from lianxi.book import load
    from lianxi.check import check
    from lianxi.finding import in_order
    from lianxi.generated import generated

    book = load(state.tree)
    return book, in_order([*check(book, day, state.prefix), *generated(book, state.prefix, state.house)])

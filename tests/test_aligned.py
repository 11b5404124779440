"""Which entry of a list is which: appending is silence, any other edit is one thing at its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lianxi.aligned import Alignment, aligned

Entry = tuple[int, str, str]
"""A day, a text, and an answer that may be filled in later."""
ENTRIES = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from(["甲", "乙", "丙"]), st.sampled_from(["", "答"])), max_size=6
)
DISTINCT = st.lists(
    st.tuples(st.integers(1, 9), st.text("甲乙丙丁", min_size=1, max_size=4), st.just("")),
    min_size=1,
    max_size=6,
    unique=True,
)


def goes_on(was: Entry, now: Entry) -> bool:
    return was[:2] == now[:2] and was[2] in {"", now[2]}


def likeness(was: Entry, now: Entry) -> int:
    return sum(one == other for one, other in zip(was, now, strict=True))


def found(before: list[Entry], after: list[Entry]) -> Alignment:
    return aligned(before, after, goes_on, likeness)


def edits(before: list[Entry], after: list[Entry]) -> tuple[int, int, int]:
    """How many were rewritten, removed, moved."""
    alignment = found(before, after)
    return len(alignment.rewritten), len(alignment.removed), len(alignment.moved)


@given(ENTRIES, ENTRIES)
def test_nothing_is_lost(before: list[Entry], after: list[Entry]) -> None:
    alignment = found(before, after)
    pairs = [*alignment.kept, *alignment.moved, *alignment.rewritten]
    assert sorted([*(old for old, _ in pairs), *alignment.removed]) == list(range(len(before)))
    assert sorted([*(new for _, new in pairs), *alignment.new]) == list(range(len(after)))
    assert alignment.kept == sorted(alignment.kept)
    assert [new for _, new in alignment.kept] == sorted(new for _, new in alignment.kept)


@given(ENTRIES, ENTRIES, st.data())
def test_appending_and_answering_is_silence(
    before: list[Entry], more: list[Entry], data: st.DataObject
) -> None:
    answered = [(*entry[:2], entry[2] or data.draw(st.sampled_from(["", "答"]))) for entry in before]
    alignment = found(before, answered + more)
    assert alignment.kept == [(at, at) for at in range(len(before))]
    assert alignment.new == list(range(len(before), len(before) + len(more)))


@given(ENTRIES, st.data())
def test_one_that_is_gone(entries: list[Entry], data: st.DataObject) -> None:
    if entries:
        at = data.draw(st.integers(0, len(entries) - 1))
        assert edits(entries, entries[:at] + entries[at + 1 :]) == (0, 1, 0)


@given(DISTINCT, st.data())
def test_one_that_was_rewritten(entries: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    after = [*entries[:at], (*entries[at][:1], "改", ""), *entries[at + 1 :]]
    alignment = found(entries, after)
    assert (alignment.rewritten, alignment.removed, alignment.moved, alignment.new) == (
        [(at, at)],
        [],
        [],
        [],
    )


@given(DISTINCT, st.data())
def test_one_that_was_moved(entries: list[Entry], data: st.DataObject) -> None:
    places = st.integers(0, len(entries) - 1)
    at, to = data.draw(places), data.draw(places)
    rest = entries[:at] + entries[at + 1 :]
    after = [*rest[:to], entries[at], *rest[to:]]
    assert edits(entries, after) == (0, 0, int(after != entries))


@given(DISTINCT, st.data())
def test_one_put_between(entries: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries)))
    alignment = found(entries, [*entries[:at], (3, "新", ""), *entries[at:]])
    assert (alignment.new, alignment.rewritten, alignment.removed, alignment.moved) == ([at], [], [], [])


def test_the_likest_is_the_one_that_was_rewritten() -> None:
    before = [(1, "甲", ""), (2, "乙", "")]
    assert found(before, [(2, "改", "")]).rewritten == [(1, 0)]
    assert found(before, [(2, "改", "")]).removed == [0]

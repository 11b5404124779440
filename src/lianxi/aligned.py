"""Which entry of a list is which, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TypeVar

T = TypeVar("T")
Pairs = list[tuple[int, int]]
"""Positions before and after."""
GoesOn = Callable[[T, T], bool]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of each entry; ``removed`` are positions before, ``new`` positions after.

    ``kept`` stand as they stood, or go on from there; ``moved`` do so too, but at another place among
    them. ``rewritten`` stand between the same neighbours with another content.
    """

    kept: Pairs
    moved: Pairs
    rewritten: Pairs
    removed: list[int]
    new: list[int]

    @property
    def again(self) -> Pairs:
        """Every one of before that is there afterwards, whatever was done to it, by its place now."""
        return sorted((*self.kept, *self.moved, *self.rewritten), key=lambda pair: pair[1])

    def with_displaced(self, is_same: Callable[[int, int], bool]) -> Alignment:
        """Those, too, that were rewritten and stand elsewhere."""
        more = _moved(self.removed, self.new, is_same)
        return Alignment(
            self.kept,
            self.moved,
            sorted([*self.rewritten, *more]),
            _others(self.removed, [old for old, _ in more]),
            _others(self.new, [new for _, new in more]),
        )


def aligned(
    before: Sequence[T], after: Sequence[T], goes_on: GoesOn[T], likeness: Callable[[T, T], int]
) -> Alignment:
    """Align two lists.

    ``goes_on`` says whether the one entry may have become the other by rightful means. Where it says
    no, the likest of those between the same neighbours are taken for one entry.
    """
    kept = _in_order(before, after, goes_on)
    lost = _others(range(len(before)), [old for old, _ in kept])
    come = _others(range(len(after)), [new for _, new in kept])
    moved = _moved(lost, come, lambda old, new: goes_on(before[old], after[new]))
    lost = _others(lost, [old for old, _ in moved])
    come = _others(come, [new for _, new in moved])
    rewritten = [
        pair
        for olds, news in _between(kept, lost, come)
        for pair in _likest(olds, news, lambda old, new: likeness(before[old], after[new]))
    ]
    removed = _others(lost, [old for old, _ in rewritten])
    return Alignment(kept, moved, sorted(rewritten), removed, _others(come, [new for _, new in rewritten]))


def _others(places: Sequence[int], taken: Sequence[int]) -> list[int]:
    return sorted(set(places) - set(taken))


def _in_order(before: Sequence[T], after: Sequence[T], goes_on: GoesOn[T]) -> Pairs:
    """As many as stand in the same order; what both begin and end with needs no search."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if not goes_on(before[at], after[at])), shorter)
    ends = range(1, shorter - head + 1)
    tail = next((at - 1 for at in ends if not goes_on(before[-at], after[-at])), shorter - head)
    old, new = len(before) - tail, len(after) - tail
    middle = _longest(before[head:old], after[head:new], goes_on)
    return [
        *((at, at) for at in range(head)),
        *((head + one, head + other) for one, other in middle),
        *((old + at, new + at) for at in range(tail)),
    ]


def _longest(before: Sequence[T], after: Sequence[T], goes_on: GoesOn[T]) -> Pairs:
    """The longest common subsequence, by how long it can get from each two places on."""
    same = {
        (old, new)
        for old, new in product(range(len(before)), range(len(after)))
        if goes_on(before[old], after[new])
    }
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for old, new in product(reversed(range(len(before))), reversed(range(len(after)))):
        below = longest[old + 1]
        longest[old][new] = (
            1 + below[new + 1] if (old, new) in same else max(below[new], longest[old][new + 1])
        )
    found, old, new = [], 0, 0
    while old < len(before) and new < len(after):
        if (old, new) in same:
            found.append((old, new))
            old, new = old + 1, new + 1
        elif longest[old + 1][new] >= longest[old][new + 1]:
            old += 1
        else:
            new += 1
    return found


def _moved(lost: list[int], come: list[int], is_same: Callable[[int, int], bool]) -> Pairs:
    """Those that stand elsewhere, in the order in which they stand now."""
    found: dict[int, int] = {}
    for old in lost:
        place = next((new for new in come if new not in found and is_same(old, new)), None)
        if place is not None:
            found[place] = old
    return [(found[new], new) for new in sorted(found)]


def _between(kept: Pairs, lost: list[int], come: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """What is left over before, between and after those that were kept."""
    ends = [(-1, -1), *kept, (max(lost, default=-1) + 1, max(come, default=-1) + 1)]
    if kept:
        ends[-1] = max(ends[-1][0], kept[-1][0] + 1), max(ends[-1][1], kept[-1][1] + 1)
    for (old, new), (next_old, next_new) in pairwise(ends):
        yield [at for at in lost if old < at < next_old], [at for at in come if new < at < next_new]


def _likest(olds: list[int], news: list[int], likeness: Callable[[int, int], int]) -> Pairs:
    """As many pairs as there can be, the likest first, the nearest of equals."""
    found: dict[int, int] = {}
    ranked = sorted(product(olds, news), key=lambda pair: (-likeness(*pair), abs(pair[0] - pair[1]), pair))
    for old, new in ranked:
        if old not in found and new not in found.values():
            found[old] = new
    return list(found.items())

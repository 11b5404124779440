"""Whether two rows, or a row and a record, are about the same matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from lianxi.near import folded
from lianxi.schema.issue import Issue

_ALIKE = 0.6
_SHORTEST = 6
"""A text so short is part of many."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Who it is about, its category, and what is said of it."""

    of: str
    category: str
    said: tuple[str, ...]

    @property
    def texts(self) -> frozenset[str]:
        """What is said, as it is compared."""
        return frozenset(folded(text) for text in self.said)


class Matters:
    """The matters that are known: those recorded, and those that stood further up in the file."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self._by_id: dict[str, Issue] = {}
        self._recorded: dict[str, list[tuple[Matter, Issue]]] = defaultdict(list)
        self._above: dict[str, list[tuple[Matter, str]]] = defaultdict(list)
        for issue in issues:
            self._by_id[issue.id] = issue
            of = issue.enterprise or issue.raised_by
            matter = Matter(of, issue.category, (issue.situation, issue.request))
            self._recorded[folded(of)].append((matter, issue))

    def add(self, matter: Matter, where: str) -> None:
        """A matter that stands in the file."""
        self._above[folded(matter.of)].append((matter, where))

    def find(self, matter: Matter, id_: str = "") -> tuple[Issue | None, str | None]:
        """The record of the same matter, or where in the file it stood before."""
        if id_ in self._by_id:
            return self._by_id[id_], None
        recorded = self._recorded[folded(matter.of)]
        known = next((issue for each, issue in recorded if _is_same(each, matter)), None)
        known = known or next((issue for each, issue in recorded if _is_like(each, matter)), None)
        if known is not None:
            return known, None
        above = self._above[folded(matter.of)]
        return None, next((where for each, where in above if _is_same(each, matter)), None)

    def beside(self, matter: Matter) -> list[str]:
        """Other matters of the same one in the same category, by id."""
        recorded = self._recorded[folded(matter.of)]
        return [issue.id for each, issue in recorded if each.category == matter.category]


def _is_same(one: Matter, other: Matter) -> bool:
    return bool(one.texts & other.texts)


def _is_like(one: Matter, other: Matter) -> bool:
    """The same category, and a text that was rewritten or grew."""
    if one.category != other.category:
        return False
    return any(_alike(text, said) for text in one.texts for said in other.texts)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and short in long:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

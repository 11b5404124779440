"""Which columns of a form the headers of a table mean, by name, synonym or likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from lianxi.forms.form import Column, Form
from lianxi.intake.sheet import letters
from lianxi.near import folded

_BRACKETED = re.compile(r"[(\[【].*?[)\]】]")
_SIGNS = re.compile(r"[*★☆※:：]+")
_EXACT, _LIKE = 2, 1


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a column, from the top; ``column`` is what it means, if anything.

    ``guessed`` marks one that was told by its likeness only.
    """

    place: int
    parts: tuple[str, ...]
    column: Column | None = None
    guessed: bool = False

    @property
    def text(self) -> str:
        """As a person reads it."""
        return "".join("".join(self.parts).split())

    @property
    def letter(self) -> str:
        """The letter of its column."""
        return letters(self.place)

    @property
    def key(self) -> str:
        """The key of what it means; empty where that is not known."""
        return self.column.key if self.column else ""

    @property
    def name(self) -> str:
        """How a message calls it."""
        return self.text or f"{self.letter}列"

    @property
    def weight(self) -> int:
        """How much it speaks for a form; a private column speaks for none."""
        if self.column is None or self.column.private:
            return 0
        return _LIKE if self.guessed else _EXACT


def matched(form: Form, labels: Mapping[int, tuple[str, ...]]) -> list[Header]:
    """A header for each label, in the order of columns; one column of the form stands once.

    What is called by its name goes before what is only like it.
    """
    taken: dict[str, Header] = {}
    found = {place: Header(place, parts) for place, parts in labels.items()}
    for guessed, tell in ((False, _titled), (False, _named), (True, _like)):
        for place, header in sorted(found.items()):
            column = tell(form, header) if header.column is None else None
            column = _free(form, column, taken)
            if column is not None:
                found[place] = taken[column.key] = Header(place, header.parts, column, guessed=guessed)
    for column in form.columns:
        _part(column, taken, found)
    return [found[place] for place in sorted(found)]


def _part(column: Column, taken: Mapping[str, Header], found: dict[int, Header]) -> None:
    """Exchange two columns where the one that came first is by its own header the other."""
    if not column.other_like or not {column.key, column.other} <= taken.keys():
        return
    one, other = taken[column.key], taken[column.other]
    if re.search(column.other_like, one.parts[-1]) and not re.search(column.other_like, other.parts[-1]):
        found[one.place] = replace(one, column=other.column)
        found[other.place] = replace(other, column=one.column)


def _free(form: Form, column: Column | None, taken: Mapping[str, Header]) -> Column | None:
    if column is None or column.private or column.key not in taken:
        return column
    return form.column(column.other) if column.other and column.other not in taken else None


def _titled(form: Form, header: Header) -> Column | None:
    """By the name that the form itself has for it, which goes before what others call it."""
    text = _plain(header.parts[-1])
    return next((column for column in form.columns if _plain(column.name) == text), None)


def _named(form: Form, header: Header) -> Column | None:
    names = _names(form)
    for text in (header.parts[-1], "".join(header.parts)):
        for plain in (_plain(text), _unbracketed(text)):
            if plain in names:
                return names[plain]
    return None


def _like(form: Form, header: Header) -> Column | None:
    text = _plain("".join(header.parts))
    likes = sorted((column for column in form.columns if column.like), key=lambda each: not each.private)
    return next((column for column in likes if re.search(column.like, text, re.IGNORECASE)), None)


@cache
def _names(form: Form) -> dict[str, Column]:
    """Every name as it is compared; the whole one of another column goes before one without its brackets."""
    names: dict[str, Column] = {}
    for reading in (_plain, _unbracketed):
        for column in form.columns:
            for name in (column.name, *column.names):
                names.setdefault(reading(name), column)
    names.pop("", None)
    return names


def _plain(text: str) -> str:
    return _SIGNS.sub("", folded(text))


def _unbracketed(text: str) -> str:
    return _BRACKETED.sub("", _plain(text))

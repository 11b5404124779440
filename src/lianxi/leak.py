"""What is not public in a text that is to be published: which words, of which record, where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import chain
from unicodedata import normalize

from lianxi.book import Book
from lianxi.schema.base import Value
from lianxi.schema.labels import label_at
from lianxi.wording import bare

LONG = 12
"""So many characters in a row are copied, not met by chance: a clause has seven to ten, the longest set
phrase that two matters of the sample share has eleven (重新明确牵头单位和时限), and none has twelve."""
WHOLE = 8
"""A text that is shorter than ``LONG`` is found as a whole, from this length on."""
_OWN = 6
"""So many of them must be its own: not the name of a unit, a number, or a word of every decision."""
_ANCHOR = 6
"""Of ``LONG`` characters in a row each ``_STRIDE``-th anchor is one: so few are kept."""
_STRIDE = LONG - _ANCHOR + 1
_NAMES = frozenset({"enterprise", "person"})
"""The fields whose value is a name, found however short it is."""
_SHORT_NAME = 2
_SHOWN = 30
_DROPPED = re.compile(r"[^\w\n]+|_+")
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"=\"([^\"]+)\"")
_ID = re.compile(r"[IMRT]-[0-9]{4}-[0-9]{2,}")
_STOCK = "牵头|配合|会同|完成|时限|[0-9]+(?:年|月|日|个?工作日|号|项|次|期)?|[年月日由于前底内]"
_TITLES = "局厅委府办会院校心处科室司区县市长任员记"
"""What the name of a unit or of an office ends with, behind which a person's name may stand."""
_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"


Loc = tuple[str, ...]
"""The way to a text by its keys."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what is to be published, and where it stands: a line, a cell, a line of a page."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """``text`` as it stands at ``place``, and the field of a record, in Chinese, from which it comes.

    ``closed`` says whether the whole record is not public, else only the field.
    """

    text: str
    record: str
    field: str
    place: str
    closed: bool


@dataclass(frozen=True, slots=True)
class _Secret:
    """A text that is not public, as written and as compared."""

    record: str
    loc: Loc
    text: str
    folded: str


def lines_of(text: str, of: str = "") -> Iterator[Piece]:
    """The lines of a text; ``of`` names the file or page, where there are several."""
    for number, line in enumerate(text.splitlines(), 1):
        if line:
            yield Piece(f"{of}第{number}行", line)


def lines_of_page(html: str, of: str) -> Iterator[Piece]:
    """The lines of a web page at ``of`` as it is read, without its tags, and what attributes say."""
    where = f"页面 {of} "
    yield from lines_of(unescape(_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), html)), where)
    for number, line in enumerate(html.splitlines(), 1):
        for value in _ATTRIBUTE.findall(line):
            yield Piece(f"{where}第{number}行", unescape(value))


def fold(texts: Iterable[str]) -> list[str]:
    """Texts without blanks, marks and the difference of full and half width, capital and small.

    All at once, for one pass over a long text is a fifth of many over short ones.
    """
    whole = "\n".join(" ".join(text.split("\n")) if "\n" in text else text for text in texts)
    return _DROPPED.sub("", normalize("NFKC", whole)).casefold().split("\n")


def leaks(whole: Book, public: Book, pieces: Iterable[Piece]) -> list[Leak]:
    """What of ``whole`` that is not in ``public`` stands in ``pieces``, in their order.

    Found are: ``LONG`` characters in a row of a text that is not public, of which no ``_ANCHOR`` in a
    row are said in public; a whole such text of ``WHOLE`` or more; the name of an enterprise or a person
    that nothing public names; the number of a record that is not public.
    """
    secrets = _Secrets(whole, public)
    first = {piece.text: piece for piece in reversed(list(pieces))}
    ordered = [piece for _, piece in reversed(first.items())]
    folded = list(zip(ordered, fold(first_text for first_text in reversed(first)), strict=True))
    found = [*secrets.copied(folded), *secrets.named(folded), *secrets.numbered(first.values())]
    places = {piece.place: index for index, (piece, _) in enumerate(folded)}
    once = {(leak.place, leak.record, leak.field): leak for leak in reversed(found)}
    return sorted(once.values(), key=lambda leak: (places[leak.place], leak.record, leak.field))


Folded = list[tuple[Piece, str]]


@dataclass(frozen=True)
class _Secrets:
    """What is not public, and how it is known again."""

    whole: Book
    public: Book
    _spots: dict[str, list[tuple[_Secret, int]]] = field(default_factory=lambda: defaultdict(list))

    def copied(self, folded: Folded) -> Iterator[Leak]:
        """Long runs and whole texts."""
        anchors, hits = self._anchors, []
        for piece, text in folded:
            places = [at for at in range(len(text) - _ANCHOR + 1) if text[at : at + _ANCHOR] in anchors]
            hits += [(piece, text, at) for at in places]
        self._locate({text[at : at + _ANCHOR] for _, text, at in hits})
        for piece, text, at in hits:
            for secret, start in self._spots[text[at : at + _ANCHOR]]:
                run = _run(text, at, secret.folded, start)
                if self._tells(run, secret):
                    yield self._leak(_as_written(run, piece.text), secret, piece)

    def named(self, folded: Folded) -> Iterator[Leak]:
        """Names of enterprises and persons."""
        names = self._named
        heads = {name[:_SHORT_NAME] for name in names}
        lengths = sorted({len(name) for name in names}, reverse=True)
        for piece, text in folded if names else ():
            for at in [at for at in range(len(text) - 1) if text[at : at + _SHORT_NAME] in heads]:
                hit = next((text[at : at + size] for size in lengths if text[at : at + size] in names), "")
                if hit and _stands_alone(hit, piece.text) and hit not in self._said:
                    yield self._leak(names[hit].text, names[hit], piece)

    def numbered(self, pieces: Iterable[Piece]) -> Iterator[Leak]:
        """The numbers of records that are not public."""
        open_ = self.public
        for piece in pieces:
            for id_ in _ID.findall(piece.text):
                if id_ in self.whole.known and open_.record(id_) is None and fold([id_])[0] not in self._said:
                    yield Leak(id_, id_, label_at(("id",)), piece.place, closed=True)

    @cached_property
    def _hidden(self) -> list[_Secret]:
        found: dict[str, tuple[str, Loc]] = {}
        for id_, record in _records(self.whole):
            seen = self.public.record(id_)
            shown = {text for _, text in _texts(seen)} if seen is not None else frozenset()
            for loc, text in _texts(record):
                if text not in shown and (text not in found or loc[-1] in _NAMES):
                    found[text] = id_, loc
        folded = zip(found.items(), fold(map(bare, found)), strict=True)
        return [_Secret(id_, loc, text, plain) for (text, (id_, loc)), plain in folded]

    @cached_property
    def _public_texts(self) -> list[str]:
        """Everything that is said in public, each text once; the conference itself is public."""
        told = chain(_records(self.public), [("", self.public.mechanism)] if self.public.mechanism else [])
        return fold(dict.fromkeys(text for _, record in told for _, text in _texts(record)))

    @cached_property
    def _said(self) -> str:
        return "\n".join(self._public_texts)

    @cached_property
    def _anchors(self) -> set[str]:
        """Sparse pieces of what is hidden, without those that are said in public."""
        anchors = {
            secret.folded[at : at + _ANCHOR] for secret in self._hidden for at in _starts(secret.folded)
        }
        for text in self._public_texts:
            anchors.difference_update([text[at : at + _ANCHOR] for at in range(len(text) - _ANCHOR + 1)])
        return anchors

    @cached_property
    def _named(self) -> Mapping[str, _Secret]:
        names = (secret for secret in self._hidden if secret.loc[-1] in _NAMES)
        return {secret.folded: secret for secret in names if len(secret.folded) >= _SHORT_NAME}

    @cached_property
    def _common(self) -> re.Pattern[str]:
        """What many texts have in common: the names of the conference, and the words of every decision."""
        mechanism = self.whole.mechanism
        units = mechanism.units if mechanism else ()
        names = [name for unit in units for name in (unit.name, unit.full)]
        if mechanism is not None:
            names += [group.name for group in mechanism.groups] + [post.post for post in mechanism.posts]
            names += [mechanism.name, *(area.heading for area in mechanism.areas)]
        folded = sorted(set(fold(names)), key=len, reverse=True)
        return re.compile("|".join([*(re.escape(name) for name in folded if name), _STOCK]))

    def _locate(self, wanted: set[str]) -> None:
        """Where the anchors that were met stand in what is hidden."""
        for secret in self._hidden if wanted else ():
            for at in _starts(secret.folded):
                anchor = secret.folded[at : at + _ANCHOR]
                if anchor in wanted:
                    self._spots[anchor].append((secret, at))

    def _tells(self, run: str, secret: _Secret) -> bool:
        whole = len(run) >= WHOLE and run == secret.folded
        return (whole or len(run) >= LONG) and len(self._common.sub("", run)) >= _OWN

    def _leak(self, text: str, secret: _Secret, piece: Piece) -> Leak:
        told = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
        closed = self.public.record(secret.record) is None
        return Leak(told, secret.record, label_at(secret.loc), piece.place, closed)


def _records(book: Book) -> Iterator[tuple[str, Value]]:
    yield from chain(book.issues.items(), book.meetings.items(), book.resolutions.items(), book.tasks.items())


def _texts(value: Value) -> list[tuple[Loc, str]]:
    """Every text in a record, with the way to it by its keys."""
    found: list[tuple[Loc, str]] = []
    _gather(value, (), found)
    return found


def _gather(value: Value, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    for name, held in vars(value).items():
        if isinstance(held, str):
            found.append(((*loc, name.rstrip("_")), held))
        elif held and isinstance(held, tuple | Value):
            way = (*loc, name.rstrip("_"))
            for item in held if isinstance(held, tuple) else (held,):
                if isinstance(item, Value):
                    _gather(item, way, found)
                elif isinstance(item, str):
                    found.append((way, item))


def _starts(folded: str) -> range:
    """Where the anchors of a text begin: close together where it counts as a whole."""
    return range(0, len(folded) - _ANCHOR + 1, _STRIDE if len(folded) >= LONG else 1)


def _run(text: str, at: int, secret: str, start: int) -> str:
    """The longest run of ``text`` around ``at`` that ``secret`` has around ``start``."""
    first = last = at
    back = start
    while first and back and text[first - 1] == secret[back - 1]:
        first, back = first - 1, back - 1
    end = start
    while last < len(text) and end < len(secret) and text[last] == secret[end]:
        last, end = last + 1, end + 1
    return text[first:last]


def _as_written(run: str, text: str) -> str:
    """The part of ``text`` that was folded into ``run``."""
    kept = [(at, folded) for at, char in enumerate(text) for folded in fold([char])[0]]
    start = "".join(folded for _, folded in kept).find(run)
    return text[kept[start][0] : kept[start + len(run) - 1][0] + 1] if start >= 0 else run


def _stands_alone(name: str, written: str) -> bool:
    """Whether ``name`` is not only a part of a longer word.

    A name that begins or ends in letters or digits does so where they do. One of two characters, as many
    persons have, is also a word of others: it must end a text, and begin one or stand behind a unit.
    """
    spread = r"\W*".join(re.escape(char) for char in name)
    before = "(?<![a-z0-9])" if name[0].isascii() else ""
    after = "(?![a-z0-9])" if name[-1].isascii() else ""
    if len(name) == _SHORT_NAME and not name.isascii():
        before, after = rf"(?:^|[^{_HAN}]|[{_TITLES}])", rf"(?:$|[^{_HAN}])"
    return re.search(before + spread + after, normalize("NFKC", written).casefold()) is not None

"""Texts in which what has a page of its own leads to it: the numbers of records, and the names of units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lianxi.documents.site.addresses import Addresses

_NUMBER = re.compile(r"(?<![0-9A-Za-z-])[IMRT]-[0-9]{4}-[0-9]{2,}(?![0-9A-Za-z-])")


class Part(NamedTuple):
    """A piece of a text; ``href`` is the way from the site's root, empty where it leads nowhere.

    A tuple, as all that comes by the thousand: a template takes it apart in one step.
    """

    text: str
    href: str = ""
    small: bool = False


Text = tuple[Part, ...]


def plain(text: str) -> Text:
    """A text that leads nowhere; nothing where there is none."""
    return (Part(text),) if text else ()


def linked(text: str, to: Addresses) -> Text:
    """``text`` with each number of a record as a small reference to its page.

    Where the title follows its number, the title leads there and the number follows it.
    """
    return tuple(part for part in _parts(text, to) if part.text)


def _parts(text: str, to: Addresses) -> Iterator[Part]:
    end = 0
    for found in _NUMBER.finditer(text):
        href = to.of.get(found[0])
        if href is None or found.start() < end:
            continue
        yield Part(text[end : found.start()])
        end = found.end()
        title = to.titles.get(found[0])
        if title is not None and text.startswith(f" {title}", end):
            yield from titled(found[0], to)
            end += len(title) + 1
        else:
            yield Part(found[0], href, small=True)
    yield Part(text[end:])


def titled(id_: str, to: Addresses) -> Text:
    """The title of a record that has a page and a title, and its number in small."""
    return Part(to.titles[id_], to.of[id_]), Part(" "), Part(id_, small=True)


def units(names: Iterable[str], to: Addresses) -> Text:
    """甲、乙、丙, each name leading to the unit's page where it has one."""
    parts: list[Part] = []
    for name in names:
        parts += [Part("、")] if parts else []
        parts.append(Part(name, to.unit.get(name, "")))
    return tuple(parts)

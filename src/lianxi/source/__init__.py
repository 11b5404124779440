"""One YAML file: its data, its faults, and the line of every value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml_rs

from lianxi.fault import Fault, Loc, Place
from lianxi.source.guard import is_plain
from lianxi.source.suspect import is_suspect

if TYPE_CHECKING:
    from lianxi.source.nodes import Node

_FEW = 3
_BOM = "\ufeff"
Flaws = Callable[[Any], int]
"""How many things a schema refuses in data."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says. ``data`` is ``None`` where nothing could be read.

    ``suspect`` is true where the rules that scan texts have to look at it.
    """

    data: Any
    faults: tuple[Fault, ...] = ()
    suspect: bool = False


def read(raw: bytes, flaws: Flaws | None = None) -> Source:
    """Read one file: the fast parser where the text is plain, the careful one where it is not.

    ``flaws`` tells how many things the schema refuses in data; of several slips that may have
    made a file unreadable, the one is meant without which nothing is refused.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Source(None, (_encoding_fault(raw, error.start),))
    faults: list[Fault] = []
    if text.startswith(_BOM):
        faults.append(Fault("byte_order_mark", place=Place(1, 1)))
        text = text[1:]
    text = text.replace("\r\n", "\n")
    if is_plain(text):
        try:
            data: Any = yaml_rs.loads(text, parse_datetime=False)
        except yaml_rs.YAMLDecodeError:
            data = ""  # the careful reader says what is wrong
        if not isinstance(data, str):
            return Source(_shaped(data, faults), tuple(faults), is_suspect(text, raw))
    from lianxi.source.careful import examine  # noqa: PLC0415 - it loads only for a file that needs it

    data, found = examine(text, flaws)
    faults += found
    return Source(data if found else _shaped(data, faults), tuple(faults), is_suspect(text, raw))


def _shaped(data: Any, faults: list[Fault]) -> Any:
    """Records are mappings; an empty file or a bare list is none."""
    if isinstance(data, dict):
        return data
    kind = "empty_file" if data is None else "not_a_mapping"
    faults.append(Fault(kind, value=data, place=Place(1, 1)))
    return None


def _encoding_fault(raw: bytes, offset: int) -> Fault:
    line = raw.count(b"\n", 0, offset) + 1
    wide = raw[:2] in {b"\xff\xfe", b"\xfe\xff"} or raw[1:2] == b"\0"
    guess = "UTF-16" if wide else _gbk(raw)
    return Fault("not_utf8", value=guess, place=Place(line, 1))


def _gbk(raw: bytes) -> str:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


class Lines:
    """The lines of one file, and the place of each value in it."""

    def __init__(self, raw: bytes) -> None:
        text = raw.decode("utf-8", errors="replace").removeprefix(_BOM).replace("\r\n", "\n")
        self.text = text
        self.lines = text.split("\n")

    @cached_property
    def _root(self) -> Node | None:
        from yaml import YAMLError  # noqa: PLC0415

        from lianxi.source.nodes import Refused, compose  # noqa: PLC0415

        try:
            return compose(self.text)[0]
        except (Refused, YAMLError, RecursionError, ValueError):
            return None

    def line(self, number: int) -> str:
        """One line by its 1-based number; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def holds(self, loc: Loc) -> bool:
        """Whether something, be it nothing but a key, is written at ``loc``."""
        node = self._root
        for step in loc:
            node = node.children.get(step) if node is not None else None
        return node is not None

    def mislaid(self, locs: list[Loc], flaws: Flaws) -> Fault | None:
        """The line at the first of these places that is only at a wrong level."""
        from lianxi.source.careful import mislaid  # noqa: PLC0415

        numbers = dict.fromkeys(
            self.place(loc, at_key=at_key).line for loc in locs[:_FEW] for at_key in (True, False)
        )
        return mislaid(self.text, list(numbers), flaws) if numbers else None

    def place(self, loc: Loc, *, at_key: bool = False) -> Place:
        """Where ``loc`` stands; what is not there is told at its nearest parent."""
        node, key = self._root, None
        if node is None:
            return Place(1, 1)
        for step in loc:
            if step == 0 and step not in node.children and not isinstance(node.value, list):
                continue  # a single value stands for a list of one
            if step not in node.children:
                if isinstance(node.value, str) and not at_key:
                    return node.place()  # a bare name stands for the mapping that would hold it
                break
            key = node.keys.get(step)
            node = node.children[step]
        else:
            empty = node.start.index == node.end.index
            return key.place() if key is not None and (at_key or empty) else node.place()
        if key is None or (node.start.index < node.end.index and not isinstance(node.value, dict | list)):
            return _head(node)
        return key.place()

    def texts(self) -> Iterator[tuple[Loc, int, int]]:
        """The way to each value, and from where to where it is written: neither keys nor comments."""
        from lianxi.source.nodes import values  # noqa: PLC0415 - as above

        for loc, node in values(self._root) if self._root is not None else ():
            start = node.start.index
            if node.block:  # a comment may stand behind its sign
                start = self.text.find("\n", start) + 1
            yield loc, start, node.end.index

    def at(self, start: int, end: int) -> Place:
        """The place of a stretch of the text that lies on one line."""
        line = self.text.rfind("\n", 0, start) + 1
        return Place(self.text.count("\n", 0, start) + 1, start - line + 1, end - start)


def _head(node: Node) -> Place:
    """The first line of a mapping or list, told by its first key."""
    first = next(iter(node.keys.values()), None)
    return (first or node).place()

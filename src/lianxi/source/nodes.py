"""YAML text as a tree of values with their places, built from events within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lianxi.fault import Fault, Place

MAX_DEPTH = 20
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_DIGITS = 4000
_INT = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_ODD_FLOAT = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


@dataclass(slots=True)
class Node:
    """A value and its place; ``keys`` are the places of a mapping's keys."""

    value: Any
    start: Any
    end: Any
    plain: bool = True
    block: bool = False
    children: dict[Any, Node] = field(default_factory=dict)
    keys: dict[Any, Node] = field(default_factory=dict)

    def place(self) -> Place:
        """Where it begins, and its width if it ends on the same line."""
        return _span(self.start, self.end)


class Refused(Exception):
    """The text holds something that a record may not hold."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


def scalars(node: Node) -> Iterator[Node]:
    """Every scalar below ``node``, keys included."""
    if not node.children:
        yield node
    yield from node.keys.values()
    for child in node.children.values():
        yield from scalars(child)


def compose(text: str) -> tuple[Node | None, list[Fault]]:
    """The tree of one document, and the keys it repeats.

    Raises ruamel's ``MarkedYAMLError`` where the text is no YAML, and ``Refused`` where it is
    YAML that records do not use: anchors, tags, several documents, more depth than 20.
    """
    return _Builder(text).document()


class _Builder:
    def __init__(self, text: str) -> None:
        self.events = YAML(typ="safe", pure=True).parse(text)
        self.repeated: list[Fault] = []

    def document(self) -> tuple[Node | None, list[Fault]]:
        root = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused(Fault("several_documents", place=_place(event)))
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent):
                root = self.value(event, 0)
            elif isinstance(event, DocumentEndEvent):
                continue
        return root, self.repeated

    def value(self, event: Any, depth: int, *, listed: bool = False) -> Node:
        _refuse_marks(event)
        if depth > MAX_DEPTH:
            raise Refused(Fault("nested_too_deep", place=_place(event), value=MAX_DEPTH))
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth, listed=listed)

    def sequence(self, start: Any, depth: int) -> Node:
        node = Node([], start.start_mark, start.end_mark, plain=False)
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                node.end = event.end_mark
                break
            child = self.value(event, depth + 1, listed=True)
            node.children[len(node.value)] = child
            node.value.append(child.value)
        return node

    def mapping(self, start: Any, depth: int, *, listed: bool) -> Node:
        node = Node({}, start.start_mark, start.end_mark, plain=False)
        repeated: list[Node] = []
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                node.end = event.end_mark
                break
            key = self.value(event, depth + 1)
            if not isinstance(event, ScalarEvent):
                raise Refused(Fault("not_plain", place=key.place(), value="?"))
            child = self.value(next(self.events), depth + 1)
            if key.value in node.value:
                repeated.append(key)
                continue
            node.value[key.value] = child.value
            node.keys[key.value] = key
            node.children[key.value] = child
        if repeated:
            self.repeated.append(_repetition(node, repeated, listed=listed))
        return node


def _repetition(node: Node, repeated: list[Node], *, listed: bool) -> Fault:
    """Told at the first key that is repeated: several at once have lost the line they begin with."""
    key = repeated[0]
    hints = {
        "first": node.keys[key.value].start.line + 1,
        "keys": list(dict.fromkeys(each.value for each in repeated)),
        "listed": listed,
    }
    return Fault("duplicate_key", value=key.value, hints=hints, place=key.place())


def _span(start: Any, end: Any) -> Place:
    width = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))


def _place(event: Any) -> Place:
    return _span(event.start_mark, event.end_mark)


def _refuse_marks(event: Any) -> None:
    if isinstance(event, AliasEvent):
        raise Refused(Fault("not_plain", place=_place(event), value="*"))
    if event.anchor is not None:
        raise Refused(Fault("not_plain", place=_place(event), value="&"))
    if event.tag is not None:
        raise Refused(Fault("not_plain", place=_place(event), value="!"))


def _scalar(event: Any) -> Node:
    plain = event.style is None
    value = resolve(event.value) if plain else event.value
    if plain and event.value == "<<":
        raise Refused(Fault("not_plain", place=_place(event), value="<<"))
    return Node(value, event.start_mark, event.end_mark, plain, event.style in {"|", ">"})


def resolve(text: str) -> Any:
    """A plain scalar by YAML 1.2's core schema; a date stays text, the schema judges it."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.match(text):
        return int(text) if len(text) < _DIGITS else text
    if _BASED.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        return float(text)
    if _ODD_FLOAT.match(text):
        return float(text.lower().replace(".", ""))
    return text

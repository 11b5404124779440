"""YAML text as a tree of values with their places, built from events within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    CSafeLoader,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lianxi.fault import Fault, Loc, Place
from lianxi.source.plain import resolve

MAX_DEPTH = 20


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


def values(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, Node]]:
    """Every scalar below ``node`` that is a value, with the way to it."""
    if not node.children:
        yield loc, node
    for step, child in node.children.items():
        yield from values(child, (*loc, step))


def compose(text: str) -> tuple[Node | None, list[Fault]]:
    """The tree of one document, and the keys it repeats.

    Raises ``MarkedYAMLError`` where the text is no YAML, and ``Refused`` where it is
    YAML that records do not use: anchors, tags, several documents, more depth than 20.
    """
    return _Builder(text).document()


class _Builder:
    def __init__(self, text: str) -> None:
        self.events: Iterator[Any] = yaml.parse(text, CSafeLoader)
        self.repeated: list[Fault] = []

    def document(self) -> tuple[Node | None, list[Fault]]:
        root = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused(Fault("several_documents", place=_place(event)))
            elif isinstance(event, NodeEvent):
                root = self.value(event, 0)
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
    whole = end.line == start.line
    width = end.column - start.column if whole else 1
    return Place(start.line + 1, start.column + 1, max(width, 1), whole)


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
    plain = not event.style
    value = resolve(event.value) if plain else event.value
    if plain and event.value == "<<":
        raise Refused(Fault("not_plain", place=_place(event), value="<<"))
    return Node(value, event.start_mark, event.end_mark, plain, event.style in {"|", ">"})

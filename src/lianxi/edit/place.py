"""Where something stands in a record's text, and where its lines end."""

from __future__ import annotations

from typing import Any

from lianxi.edit.change import EMPTY
from lianxi.fault import Loc
from lianxi.source.nodes import Node, scalars


def node_at(root: Node, loc: Loc) -> Node | None:
    """What is written at ``loc``."""
    node: Node | None = root
    for step in loc:
        node = node.children.get(step) if node is not None else None
    return node


def is_empty(node: Node | None) -> bool:
    """Whether nothing is written there, be it in one word or another."""
    return node is None or (not node.children and node.value in EMPTY)


def is_flow(text: str, node: Node) -> bool:
    """Whether a mapping or list is written in brackets."""
    return isinstance(node.value, dict | list) and text[node.start.index] in "[{"


def first_flow(text: str, root: Node, loc: Loc) -> tuple[Loc, Node] | None:
    """The outermost filled brackets on the way to ``loc``."""
    for end in range(len(loc) + 1):
        node = node_at(root, loc[:end])
        if node is not None and node.children and is_flow(text, node):
            return loc[:end], node
    return None


def has_comment(text: str, node: Node) -> bool:
    """Whether a comment stands between the brackets of ``node``."""
    rest, last = "", node.start.index
    for leaf in sorted(scalars(node), key=lambda leaf: leaf.start.index):
        rest += text[last : leaf.start.index]
        last = leaf.end.index
    return "#" in rest + text[last : node.end.index]


def line_end(text: str, index: int) -> int:
    """Behind the line break that follows ``index``; at the end of the text where none does."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def line_start(text: str, index: int) -> int:
    """Where the line of ``index`` begins."""
    return text.rfind("\n", 0, index) + 1


def end_of(text: str, node: Node, key: Node | None, margin: int) -> int:
    """Behind the last line of a value, and of the comments below it that stand deeper than ``margin``."""
    end = _content_end(text, node, key)
    at = end
    while at < len(text):
        following = line_end(text, at)
        line = text[at:following]
        bare = line.lstrip(" ")
        if bare.strip() and not (bare.startswith("#") and len(line) - len(bare) > margin):
            break
        at = following
        end = at if bare.strip() else end
    return end


def _content_end(text: str, node: Node, key: Node | None) -> int:
    while node.children and not is_flow(text, node):
        step: Any = next(reversed(node.children))
        key = node.keys.get(step)
        node = node.children[step]
    if node.block:
        head, _, body = text[node.start.index : node.end.index].partition("\n")
        if "+" in head.split("#")[0]:
            return int(node.end.index)  # the blank lines below belong to the text
        return line_end(text, node.start.index + len(head) + len(f"\n{body}".rstrip(" \n")))
    empty = node.start.index == node.end.index
    return line_end(text, key.end.index if empty and key is not None else node.end.index)

"""Splices changes into a record's text: every character outside the changed place stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lianxi.edit.block import as_data, block, keyed, ordered, ranks, scalar, written
from lianxi.edit.change import Append, Change, Fill, Replace, refuse_other
from lianxi.edit.error import EditError
from lianxi.edit.place import end_of, first_flow, has_comment, is_empty, line_end, line_start, node_at
from lianxi.fault import Loc
from lianxi.schema.base import Value
from lianxi.schema.labels import named
from lianxi.source.nodes import Node, compose

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Splice:
    """The characters from ``start`` to ``end`` give way to ``now``."""

    start: int
    end: int
    now: str


def spliced(text: str, changes: Iterable[Change], model: type[Value]) -> str:
    """``text``, a file as it stands, with ``changes``; ``model`` gives the order of keys.

    Line breaks and a byte order mark stay as they are; new lines end as the others do.
    """
    for change in changes:
        for step in _steps(change):
            text = _stepped(text, step, model)
    return text


def _steps(change: Change) -> Iterator[Change]:
    """One key at a time."""
    if isinstance(change, Fill):
        yield from (Fill(change.loc, {key: value}) for key, value in change.values.items())
    else:
        yield change


def _stepped(text: str, step: Change, model: type[Value]) -> str:
    loc = step.loc[:-1] if isinstance(step, Replace) else step.loc
    while True:
        plain = text.removeprefix(_BOM).replace("\r\n", "\n")
        root = compose(plain)[0]
        if root is None:
            raise EditError("文件是空的，请先写上编号")
        flow = first_flow(plain, root, loc)
        if flow is None or isinstance(step, Replace):
            return _put(text, _splice(plain, root, step, model))
        text = _put(text, _unfolded(plain, root, *flow))


def _put(text: str, splice: Splice | None) -> str:
    """Splice into the file itself, whose lines may end in CRLF and which may begin with a mark."""
    if splice is None:
        return text
    head = len(text) - len(text.removeprefix(_BOM))
    bare = text[head:]
    breaks = [place - count for count, place in enumerate(_carriage_returns(bare))]
    start, end = (place + bisect_left(breaks, place) for place in (splice.start, splice.end))
    now = splice.now.replace("\n", "\r\n") if breaks else splice.now
    return text[:head] + bare[:start] + now + bare[end:]


def _carriage_returns(text: str) -> Iterator[int]:
    at = text.find("\r\n")
    while at >= 0:
        yield at
        at = text.find("\r\n", at + 1)


def _splice(text: str, root: Node, step: Change, model: type[Value]) -> Splice | None:
    if isinstance(step, Replace):
        return _replaced(text, root, step)
    node = node_at(root, step.loc)
    if step.loc and is_empty(node):
        return _splice(text, root, _wrapped(step), model)
    assert node is not None  # noqa: S101 - the root is there
    if isinstance(step, Append):
        return _appended(text, root, node, step, model)
    ((key, value),) = step.values.items()
    loc = (*step.loc, key)
    return _filled(text, node, loc, ordered(as_data(value), model, loc), model)


def _wrapped(step: Fill | Append) -> Fill:
    """The same, told of what would hold it."""
    value = dict(step.values) if isinstance(step, Fill) else list(step.entries)
    if not isinstance(step.loc[-1], str):
        raise EditError(f"没有第{step.loc[-1] + 1}条")
    return Fill(step.loc[:-1], {step.loc[-1]: value})


def _filled(text: str, holder: Node, loc: Loc, value: Any, model: type[Value]) -> Splice | None:
    key = str(loc[-1])
    if not isinstance(holder.value, dict):
        raise EditError(f"{named(str(loc[-2]))} 写成了一个值，请先手工展开，再运行")
    found = holder.children.get(key)
    if found is None:
        return _inserted(text, holder, loc, value, model)
    if not is_empty(found):
        refuse_other(found.value, value, key)
        return None
    column = holder.keys[key].start.column
    head, below = written(key, value, column)
    return _in_place_of(text, found, head, below)


def _in_place_of(text: str, empty: Node, head: str, below: list[str]) -> Splice:
    """A value in the place of none: a comment behind it stays on the line of the key."""
    start, end = empty.start.index, empty.end.index
    while text[start - 1] == " ":
        start -= 1
    if not below:
        return Splice(start, end, head)
    stop = line_end(text, end)
    rest = text[end:stop].removesuffix("\n")
    return Splice(start, stop, "".join(f"{line}\n" for line in [head + rest, *below]))


def _inserted(text: str, holder: Node, loc: Loc, value: Any, model: type[Value]) -> Splice:
    """A key that was not there: behind the last one that precedes it by the order of the schema."""
    key = str(loc[-1])
    rank = ranks(model, loc[:-1])
    own = rank.get(key, len(rank))
    earlier = [other for other in holder.children if rank.get(other, -1) < own] or list(holder.children)[:1]
    before = max(earlier, key=lambda other: (rank.get(other, -1), holder.keys[other].start.index))
    column = holder.keys[before].start.column
    at = end_of(text, holder.children[before], holder.keys[before], column)
    return _new_lines(text, at, keyed(key, value, column))


def _appended(text: str, root: Node, node: Node, step: Append, model: type[Value]) -> Splice:
    key = str(next(part for part in reversed(step.loc) if isinstance(part, str)))
    if not isinstance(node.value, list):
        raise EditError(f"{named(key)} 写成了一个值，请先手工改成一项一行，再运行")
    holder = node_at(root, step.loc[:-1])
    own = holder.keys.get(step.loc[-1]) if holder is not None else None
    dash = node.start.column
    lines = block(ordered(as_data(list(step.entries)), model, step.loc), dash)
    place = len(node.children) if step.at is None else step.at
    if place == 0 and own is not None:
        return _new_lines(text, line_end(text, own.end.index), lines)
    margin = dash if place < len(node.children) or own is None else own.start.column
    return _new_lines(text, end_of(text, node.children[place - 1], None, margin), lines)


def _new_lines(text: str, at: int, lines: list[str]) -> Splice:
    head = "" if at == 0 or text[at - 1] == "\n" else "\n"
    return Splice(at, at, head + "".join(f"{line}\n" for line in lines))


def _unfolded(text: str, root: Node, loc: Loc, node: Node) -> Splice:
    """Brackets written out as lines, with the same data; a comment behind them stays on their line."""
    if has_comment(text, node):
        raise EditError("方括号或花括号里面有注释，请先手工改成一项一行（每项前面一个“- ”），再运行")
    stop = line_end(text, node.end.index)
    rest = text[node.end.index : stop].removesuffix("\n")
    holder = node_at(root, loc[:-1]) if loc else None
    key = holder.keys.get(loc[-1]) if holder is not None else None
    start = node.start.index
    if key is not None and key.start.line == node.start.line:
        while text[start - 1] == " ":
            start -= 1
        lines = [rest, *block(node.value, key.start.column + 2)]
    else:
        column = start - line_start(text, start)
        first, *more = block(node.value, column)
        lines = [first[column:] + rest, *more]
    return Splice(start, stop, "".join(f"{line}\n" for line in lines))


def _replaced(text: str, root: Node, step: Replace) -> Splice:
    node = node_at(root, step.loc)
    if node is None or node.children or node.block or node.start.line != node.end.line:
        raise EditError(f"{named(str(step.loc[-1]))} 写得特别，请手工把“{step.was}”改成“{step.now}”")
    old = text[node.start.index : node.end.index]
    new = scalar(step.now)
    quote = old[:1] if old[:1] in {"'", '"'} and new[:1] not in {"'", '"'} else ""
    return Splice(node.start.index, node.end.index, f"{quote}{new}{quote}")

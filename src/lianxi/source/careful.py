"""The slow way to read a file: says what is wrong and where, or returns the data if nothing is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from lianxi.fault import Fault, Place
from lianxi.source.nodes import Node, Refused, compose, scalars
from lianxi.source.slips import likeliest_slip, line_of

_SWALLOWED = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?:(：)|(:)[^\s:/])")
_DASHED = re.compile(r"-[^\s0-9-]")
_BEFORE_KEY = re.compile(r"[ ]*(?:-[ ]+)*|.*[{,][ ]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_CUT = re.compile(r"\S[ ]+(#[^\s#][^\n]*)")
_MAX_BRACKETS = 2000


def examine(text: str) -> tuple[Any, list[Fault]]:
    """The data of ``text`` and its faults; with a fault that hides the data, ``None``."""
    control = _CONTROL.search(text)
    if control:
        return None, [Fault("control_character", value=control.group(), place=_at(text, control.start()))]
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        return None, [Fault("nested_too_deep", value=_MAX_BRACKETS, place=Place(1, 1))]
    try:
        root, repeated = compose(text)
    except Refused as refusal:
        return None, [refusal.fault]
    except MarkedYAMLError as error:
        return None, [likeliest_slip(text, error)]
    except (YAMLError, RecursionError, ValueError):
        return None, [Fault("not_yaml", place=Place(1, 1), value=line_of(text, 1).strip())]
    if root is None:
        return None, []
    swallowed = next(_swallowed_keys(text, root), None)
    if swallowed:
        return None, [swallowed]
    faults = [*repeated, *_continued_lines(text, root), *_cut_sentences(text, root)]
    return root.value, faults


def _at(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - start + 1)


def _swallowed_keys(text: str, root: Node) -> Iterator[Fault]:
    """Keys and list items without a right colon or dash, which YAML takes for text."""
    for node in scalars(root):
        if not node.plain or not isinstance(node.value, str):
            continue
        number, start = node.start.line + 1, node.start.column
        line = line_of(text, number)
        if _DASHED.match(node.value) and not line[:start].strip():
            yield Fault("missing_space", value=line, place=Place(number, start + 1))
        found = _SWALLOWED.match(node.value)
        if found and _BEFORE_KEY.fullmatch(line[:start]):
            kind = "full_width_colon" if found[1] else "missing_space"
            column = start + (found.start(1) if found[1] else found.start(2)) + 1
            yield Fault(kind, value=line, place=Place(number, column))


def _continued_lines(text: str, root: Node) -> Iterator[Fault]:
    """Lines that YAML joins to the text of the line above them; quoted and block text may run on."""
    for node in scalars(root):
        if node.plain and node.end.line > node.start.line:
            above = line_of(text, node.start.line + 1)
            number = node.start.line + 2
            while not (line := line_of(text, number)).strip():
                number += 1
            column = len(line) - len(line.lstrip()) + 1
            hints = {"above": above.strip(), "listed": above.lstrip().startswith("- ")}
            yield Fault("continued_line", value=line.strip(), hints=hints, place=Place(number, column))


def _cut_sentences(text: str, root: Node) -> Iterator[Fault]:
    """Comments that stand close to their ``#`` behind a value: text that YAML has dropped."""
    spans = sorted((node.start.index, node.end.index) for node in scalars(root))
    starts = [start for start, _ in spans]
    commented: set[int] = set()
    for found in re.finditer(r"(?:^|[ ])#", text, re.MULTILINE):
        offset = found.end() - 1
        place = _at(text, offset)
        before = bisect_right(starts, offset) - 1
        if place.line in commented or (before >= 0 and offset < spans[before][1]):
            continue
        commented.add(place.line)
        cut = _CUT.match(text, max(text.rfind("\n", 0, offset) + 1, _last_word(text, offset)))
        if cut and cut.start(1) == offset:
            yield Fault("cut_comment", value=cut.group(1).rstrip(), place=Place(place.line, place.column))


def _last_word(text: str, offset: int) -> int:
    """The last character before ``offset`` that is no space."""
    return offset - 1 - (len(text[:offset]) - len(text[:offset].rstrip(" "))) if offset else 0

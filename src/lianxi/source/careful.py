"""The slow way to read a file: says what is wrong and where, or returns the data if nothing is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from lianxi.fault import Fault, Place
from lianxi.source.nodes import Node, Refused, compose, scalars

_KEY = r"^[ ]*(?:-[ ]+)?[A-Za-z_][A-Za-z_0-9]*[ ]*"
_FULL_WIDTH_COLON = re.compile(_KEY + "：")
_NO_SPACE = re.compile(_KEY + r":[^ \n:/]|^[ ]*-[^ \n\t0-9-]")
_TAB = re.compile("^[ ]*[\t\u3000\xa0]")
_NO_COLON = re.compile(r"^[ ]*(?:-[ ]+)?[a-z_]+[ ]+[^:：]*$")
_SWALLOWED = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?:(：)|(:)[^\s:/])")
_BEFORE_KEY = re.compile(r"[ ]*(?:-[ ]+)*|.*[{,][ ]*")
_WHOLE = re.compile(r"""(?:"[^"]*"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})\s*(?:#.*)?""")
_BAD_START = re.compile(r"(?:^|:[ ]+|-[ ]+)([*&!%@`|>\[{\"'])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_CUT = re.compile(r"\S[ ]+(#[^\s#][^\n]*)")
_MAX_BRACKETS = 2000
_NEAR = 3


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
        return None, [_syntax(text, error)]
    except (YAMLError, RecursionError, ValueError):
        return None, [Fault("not_yaml", place=Place(1, 1), value=_line(text, 1).strip())]
    if root is None:
        return None, []
    swallowed = next(_swallowed_keys(text, root), None)
    if swallowed:
        return None, [swallowed]
    faults = [*repeated, *_cut_sentences(text, root)]
    return root.value, faults


def _at(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - start + 1)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _syntax(text: str, error: MarkedYAMLError) -> Fault:
    """The likeliest slip on or just above the line at which the parser gave up."""
    mark = error.problem_mark or error.context_mark
    last = (mark.line if mark else 0) + 1
    column = (mark.column if mark else 0) + 1
    if "\\t" in (error.problem or ""):
        return Fault("tab", value=_line(text, last), place=Place(last, column))
    unclosed = _unclosed(text, error)
    if unclosed:
        return unclosed
    begun = error.context_mark.line + 1 if error.context_mark else last
    for number in (*range(last, max(last - _NEAR, 0), -1), begun):
        slip = _slip(_line(text, number))
        if slip:
            kind, start, width, value = slip
            return Fault(kind, value=value, place=Place(number, start, width))
    for number in (last, last - 1):
        if _NO_COLON.match(_line(text, number)):
            return _unreadable(text, number)
    if error.context == "while scanning a simple key" and error.context_mark is not None:
        return _unreadable(text, error.context_mark.line + 1)
    return _unreadable(text, last, column)


def _unreadable(text: str, number: int, column: int = 0) -> Fault:
    line = _line(text, number)
    start = column or len(line) - len(line.lstrip()) + 1
    return Fault("not_yaml", value=line.strip(), place=Place(number, start))


def _unclosed(text: str, error: MarkedYAMLError) -> Fault | None:
    """The bracket or quote that was opened on an earlier line and never closed there."""
    if not any(word in (error.context or "") for word in ("flow", "quoted")):
        return None
    context, mark = error.context_mark, error.problem_mark
    if context is None or mark is None or context.line == mark.line:
        return None
    for number in range(1, context.line + 2):
        line = _line(text, number)
        opened = re.search(r"(?:: |- )([\"'\[{])", line)
        if opened and not _WHOLE.match(line, opened.start(1)):
            rest = line[opened.start(1) :].rstrip()
            return Fault("bad_start", value=rest, place=Place(number, opened.start(1) + 1))
    return None


def _slip(line: str) -> tuple[str, int, int, str] | None:
    for kind, pattern in (
        ("tab", _TAB),
        ("full_width_colon", _FULL_WIDTH_COLON),
        ("missing_space", _NO_SPACE),
    ):
        found = pattern.search(line)
        if found:
            end = found.end() - (1 if kind == "missing_space" else 0)
            return kind, end, 1, line
    start = _slip_start(line)
    return ("bad_start", start[0], 1, start[1]) if start else None


def _slip_start(line: str) -> tuple[int, str] | None:
    found = _BAD_START.search(line)
    if not found or (
        found.group(1) in "|>" and not re.sub(r"[ ]#.*", "", line[found.end() :]).strip("0123456789+- ")
    ):
        return None
    if _WHOLE.fullmatch(line, found.start(1)):
        return None
    return found.start(1) + 1, line[found.start(1) :].rstrip()


def _swallowed_keys(text: str, root: Node) -> Iterator[Fault]:
    """Keys without a right colon that YAML takes for the text of the key above them."""
    for node in scalars(root):
        found = _SWALLOWED.match(node.value) if node.plain and isinstance(node.value, str) else None
        if found is None:
            continue
        line = _line(text, node.start.line + 1)
        if _BEFORE_KEY.fullmatch(line[: node.start.column]):
            kind = "full_width_colon" if found[1] else "missing_space"
            column = node.start.column + (found.start(1) if found[1] else found.start(2)) + 1
            yield Fault(kind, value=line, place=Place(node.start.line + 1, column))


def _cut_sentences(text: str, root: Node) -> Iterator[Fault]:
    """Comments that stand close to their ``#`` behind a value: text that YAML has dropped."""
    spans = [(node.start.index, node.end.index) for node in scalars(root)]
    commented: set[int] = set()
    for found in re.finditer(r"(?:^|[ ])#", text, re.MULTILINE):
        offset = found.end() - 1
        place = _at(text, offset)
        if place.line in commented or any(start <= offset < end for start, end in spans):
            continue
        commented.add(place.line)
        cut = _CUT.match(text, max(text.rfind("\n", 0, offset) + 1, _last_word(text, offset)))
        if cut and cut.start(1) == offset:
            yield Fault("cut_comment", value=cut.group(1).rstrip(), place=Place(place.line, place.column))


def _last_word(text: str, offset: int) -> int:
    """The last character before ``offset`` that is no space."""
    return offset - 1 - (len(text[:offset]) - len(text[:offset].rstrip(" "))) if offset else 0

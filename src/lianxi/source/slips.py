"""The slip of the pen that most likely made a text unreadable, and where it stands."""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

from lianxi.fault import Fault, Place

_KEY = r"^[ ]*(?:-[ ]+)?[A-Za-z_][A-Za-z_0-9]*[ ]*"
_FULL_WIDTH_COLON = re.compile(_KEY + "：")
_NO_SPACE = re.compile(_KEY + r":[^ \n:/]|^[ ]*-[^ \n\t0-9-]")
_TAB = re.compile("^[ ]*[\t\u3000\xa0]")
_NO_COLON = re.compile(r"^[ ]*(?:-[ ]+)?[a-z_]+[ ]+[^:：]*$")
_WHOLE = re.compile(r"""(?:"[^"]*"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})\s*(?:#.*)?""")
_BAD_START = re.compile(r"(?:^|:[ ]+|-[ ]+)([*&!%@`|>\[{\"'])")
_NEAR = 3


def line_of(text: str, number: int) -> str:
    """One line by its 1-based number; empty beyond the end."""
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def likeliest_slip(text: str, error: MarkedYAMLError) -> Fault:
    """The likeliest slip on or just above the line at which the parser gave up."""
    mark = error.problem_mark or error.context_mark
    last = (mark.line if mark else 0) + 1
    column = (mark.column if mark else 0) + 1
    if "\\t" in (error.problem or ""):
        return Fault("tab", value=line_of(text, last), place=Place(last, column))
    unclosed = _unclosed(text, error)
    if unclosed:
        return unclosed
    begun = error.context_mark.line + 1 if error.context_mark else last
    for number in (*range(last, max(last - _NEAR, 0), -1), begun):
        slip = _slip(line_of(text, number))
        if slip:
            kind, start, width, value = slip
            return Fault(kind, value=value, place=Place(number, start, width))
    for number in (last, last - 1):
        if _NO_COLON.match(line_of(text, number)):
            return _unreadable(text, number)
    if error.context == "while scanning a simple key" and error.context_mark is not None:
        return _unreadable(text, error.context_mark.line + 1)
    return _unreadable(text, last, column)


def _unreadable(text: str, number: int, column: int = 0) -> Fault:
    line = line_of(text, number)
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
        line = line_of(text, number)
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

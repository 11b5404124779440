"""The slow way to read a file: says what is wrong and where, or returns the data if nothing is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

import yaml_rs
from yaml import MarkedYAMLError, YAMLError

from lianxi.fault import Fault, Place
from lianxi.source import Flaws
from lianxi.source.conflict import conflict
from lianxi.source.guard import is_plain
from lianxi.source.nodes import Node, Refused, compose, scalars
from lianxi.source.plain import quoted
from lianxi.source.slip import WIDE, Reads
from lianxi.source.slips import joined_slip, level_slip, likeliest_slip, sign_slip, slip_near

_SWALLOWED = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?:[ ]*(：)|(:)[^\s:/]|(:)[\u3000\xa0])")
_DASHED = re.compile(r"-[^\s0-9-]")
_BEFORE_KEY = re.compile(r"[ ]*(?:-[ ]+)*|.*[{,][ ]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_HASH = re.compile(r"(?:^|\s)#")
_CUT = re.compile(r"#[^\s#]")
_SUNKEN = re.compile(r"[ ]+[a-z_0-9]+:(?:[ ]|$)")
_ODD_QUOTE = re.compile(r"[^0-9\"'][\"']\Z")
"""Not behind a digit, where it may be a measure in inches or feet."""
_POINTER = "version https://git-lfs.github.com/spec/"
_FEW = 3
_MAX_BRACKETS = 2000


def examine(text: str, flaws: Flaws | None = None) -> tuple[Any, list[Fault]]:
    """The data of ``text`` and its faults; with a fault that hides the data, ``None``.

    Without a schema, what reads is right: a quote at the end of a text is part of it.
    """
    reads = _reader(flaws or _any)
    beforehand = _before_parsing(text) or conflict(text, reads)
    if beforehand:
        return None, [beforehand]
    try:
        root, repeated = compose(text)
    except Refused as refusal:
        return None, [_refused(text, refusal.fault, reads)]
    except MarkedYAMLError as error:
        return None, [likeliest_slip(text, error, reads)]
    except (YAMLError, RecursionError, ValueError):
        return None, [Fault("not_yaml", place=Place(1, 1), value=text.partition("\n")[0].strip())]
    if root is None:
        return None, []
    lines = text.split("\n")
    seen = chain(
        _tabs(lines, root),
        _swallowed_keys(lines, root),
        _sunken_keys(lines, root, reads),
        _odd_quotes(lines, root) if flaws and not flaws(root.value) else (),
    )
    hidden = next(seen, None)
    if hidden:
        return None, [hidden]
    repeated = [_lost_dash(lines, fault) for fault in repeated]
    return root.value, [*repeated, *_continued_lines(lines, root, reads), *_cut_sentences(lines, root)]


def _before_parsing(text: str) -> Fault | None:
    """What no parser should be given."""
    control = _CONTROL.search(text)
    if control:
        return Fault("control_character", value=control.group(), place=_at(text, control.start()))
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        return Fault("nested_too_deep", value=_MAX_BRACKETS, place=Place(1, 1))
    return Fault("lfs_pointer", place=Place(1, 1)) if text.startswith(_POINTER) else None


def _any(_data: Any) -> int:
    """What a schema refuses that is not there: nothing."""
    return 0


def _reader(flaws: Flaws) -> Reads:
    """What tells how much is wrong with a text, once it is read without any doubt."""

    def reads(text: str) -> int | None:
        if is_plain(text):
            try:
                return flaws(yaml_rs.loads(text, parse_datetime=False))
            except yaml_rs.YAMLDecodeError as error:
                if "duplicate" not in str(error):
                    return None  # a key that stands twice can still be read
        try:
            root, repeated = compose(text)
        except (Refused, YAMLError, RecursionError, ValueError):
            return None
        lines = text.split("\n")
        if root is None or any(chain(_tabs(lines, root), _swallowed_keys(lines, root))):
            return None
        return None if any(map(_runs_on, scalars(root))) else flaws(root.value) + len(repeated)

    return reads


def mislaid(text: str, numbers: list[int], flaws: Flaws) -> Fault | None:
    """The line, one of these, that makes the record right once it stands at another level."""
    lines, reads = text.split("\n"), _reader(flaws)
    return sign_slip(lines, numbers, reads) or level_slip(lines, numbers, reads)


def _refused(text: str, fault: Fault, reads: Reads) -> Fault:
    """A mark that begins a text is told with that text."""
    if fault.kind != "not_plain" or fault.place is None:
        return fault
    return slip_near(text.split("\n"), [fault.place.line], reads) or fault


def _at(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - start + 1)


def _swallowed_keys(lines: list[str], root: Node) -> Iterator[Fault]:
    """Keys and list items without a right colon or dash, which YAML takes for text."""
    for node in scalars(root):
        if not node.plain or not isinstance(node.value, str):
            continue
        number, start = node.start.line + 1, node.start.column
        line = lines[number - 1]
        if _DASHED.match(node.value) and not line[:start].strip():
            yield Fault("missing_space", value=line, place=Place(number, start + 1))
        found = _SWALLOWED.match(node.value)
        if found and _BEFORE_KEY.fullmatch(line[:start]):
            column = start + max(found.start(group) for group in (1, 2, 3)) + 1
            if found[3]:
                now = f"{line[: column - 1]}: {line[column:].lstrip(WIDE)}"
                yield Fault("tab", value=line, hints=_sure(line, now), place=Place(number, column + 1))
            else:
                kind = "full_width_colon" if found[1] else "missing_space"
                yield Fault(kind, value=line, place=Place(number, column))


def _sure(line: str, now: str) -> dict[str, Any]:
    """A line that can only be meant to read so."""
    return {"line": line, "now": now, "sure": True}


def _lost_dash(lines: list[str], fault: Fault) -> Fault:
    """Keys that begin anew within an entry of a list: the line as it reads with a dash."""
    assert fault.place is not None  # noqa: S101 - the parser knows the line
    line, column = lines[fault.place.line - 1], fault.place.column
    if len(fault.hints["keys"]) == 1 or not fault.hints["listed"] or line[: column - 1].strip():
        return fault
    now = f"{line[: column - 3]}- {line[column - 1 :]}"
    return replace(fault, hints={**fault.hints, "line": line, "now": now, "sure": False})


def _sunken_keys(lines: list[str], root: Node, reads: Reads) -> Iterator[Fault]:
    """A key that has slipped into the long text above it: the record is right once it is out again."""
    for node in scalars(root):
        if node.block:
            within = range(node.start.line + 2, min(node.end.line, len(lines)) + 1)
            numbers = [number for number in within if _SUNKEN.match(lines[number - 1])]
            found = level_slip(lines, numbers[:_FEW], reads)
            if found:
                yield found


def _odd_quotes(lines: list[str], root: Node) -> Iterator[Fault]:
    """A quote that closes a text and was never opened."""
    for node in scalars(root):
        if (
            node.plain
            and isinstance(node.value, str)
            and not _runs_on(node)
            and _ODD_QUOTE.search(node.value)
        ):
            number, start = node.start.line + 1, node.start.column
            line, text = lines[number - 1], node.value
            if text.count(text[-1]) % 2 == 1:
                now = line[:start] + quoted(text[:-1]) + line[start + len(text) :]
                hints = {"line": line, "now": now, "sure": False, "text": text, "end": True}
                yield Fault("bad_start", value=line, hints=hints, place=Place(number, start + len(text)))


def _runs_on(node: Node) -> bool:
    return bool(node.plain and node.end.line > node.start.line)


def _continued_lines(lines: list[str], root: Node, reads: Reads) -> Iterator[Fault]:
    """Lines that YAML joins to the text of the line above them; quoted and block text may run on."""
    for node in scalars(root):
        if not _runs_on(node):
            continue
        above = lines[node.start.line]
        number = node.start.line + 2
        while not (line := lines[number - 1]).strip():
            number += 1
        slip = joined_slip(lines, node.start.line + 1, node.end.line + 1, reads)
        if slip:
            yield slip
            continue
        column = len(line) - len(line.lstrip()) + 1
        hints = {"above": above.strip(), "listed": above.lstrip().startswith("- ")}
        yield Fault("continued_line", value=line.strip(), hints=hints, place=Place(number, column))


def _tabs(lines: list[str], root: Node) -> Iterator[Fault]:
    """Tabs that stand for spaces before or behind a value; in a comment they do no harm."""
    inside = _insides(root)
    for number, offset, line in _holding(lines, "\t"):
        comment = _comment(line, offset, inside)
        ats = [at for at, char in enumerate(line[:comment]) if char == "\t" and not inside(offset + at)]
        if ats:
            spaced = "".join(" " if at in ats else char for at, char in enumerate(line))
            now = (spaced[:comment].rstrip() + "  " + spaced[comment:]).rstrip()
            yield Fault("tab", value=line, hints=_sure(line, now), place=Place(number, ats[0] + 1))


def _cut_sentences(lines: list[str], root: Node) -> Iterator[Fault]:
    """Comments that stand close to their ``#`` behind a value: text that YAML has dropped."""
    inside = _insides(root)
    for number, offset, line in _holding(lines, "#"):
        at = _comment(line, offset, inside)
        if line[:at].strip() and _CUT.match(line, at):
            yield Fault("cut_comment", value=line[at:].rstrip(), place=Place(number, at + 1))


def _holding(lines: list[str], sign: str) -> Iterator[tuple[int, int, str]]:
    """The lines that hold ``sign``, with their numbers and offsets."""
    offset = 0
    for number, line in enumerate(lines, 1):
        if sign in line:
            yield number, offset, line
        offset += len(line) + 1


def _comment(line: str, offset: int, inside: Callable[[int], bool]) -> int:
    """Where the comment of a line begins; its end where there is none."""
    starts = (found.end() - 1 for found in _HASH.finditer(line))
    return next((at for at in starts if not inside(offset + at)), len(line))


def _insides(root: Node) -> Callable[[int], bool]:
    """Whether a text holds the character at an offset."""
    spans = sorted((node.start.index, node.end.index) for node in scalars(root))
    starts = [start for start, _ in spans]

    def inside(offset: int) -> bool:
        before = bisect_right(starts, offset) - 1
        return before >= 0 and offset < spans[before][1]

    return inside

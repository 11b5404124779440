"""Comments that allow a finding: ``# lianxi: allow LX703 理由``, on its line or above it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lianxi.fault import Fault, Place
from lianxi.finding import Finding

SIGN = "lianxi"
"""What a text must hold to have such a comment."""
_COMMENT = re.compile(r"(?:^|[ ])(#[ ]*lianxi[ ]*[:：][ ]*allow(?![a-z])[ ]*)(.*)$")
_CODES = re.compile(r"(?:LX[0-9]{3}(?:[ ,，、]+|$))+")
_CODE = re.compile(r"LX[0-9]{3}")
_OPENS_TEXT = re.compile(r"(?:^|[ ])(?:[a-z_0-9]+:|-)[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")
_NEVER = ("LX0", "LX1", "LX2", "LX5", "LX6")


@dataclass(frozen=True, slots=True)
class Allowance:
    """One comment: its codes, its reason, and the lines it speaks of, both ends included."""

    codes: tuple[str, ...]
    reason: str
    place: Place
    first: int
    last: int


@dataclass(frozen=True)
class Allowances:
    """The comments of one file, ready to be asked thousands of times."""

    each: tuple[Allowance, ...]

    @cached_property
    def spans(self) -> dict[str, list[tuple[int, int]]]:
        """For each code the lines on which it is allowed; two spans are the same or lie apart."""
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for allowance in self.each:
            for code in allowance.codes if allowance.reason else ():
                spans[code].add((allowance.first, allowance.last))
        return {code: sorted(found) for code, found in spans.items()}


def allowances_in(text: str) -> Allowances:
    """Every such comment; what stands in a block text is no comment."""
    return Allowances(tuple(_comments(text)) if SIGN in text else ())


def withheld(finding: Finding, allowances: Allowances) -> bool:
    """Whether a comment keeps it back."""
    if finding.code.startswith(_NEVER):
        return False
    spans = allowances.spans.get(finding.code, ())
    before = bisect_right(spans, (finding.line, sys.maxsize)) - 1
    return before >= 0 and finding.line <= spans[before][1]


def idle(findings: list[Finding], allowances: Allowances) -> Iterator[Fault]:
    """What is wrong with the comments themselves: no code, no reason, not allowed, nothing kept back."""
    lines: dict[str, list[int]] = defaultdict(list)
    for finding in sorted(findings, key=lambda found: found.line):
        lines[finding.code].append(finding.line)
    for each in allowances.each:
        never = [code for code in each.codes if code.startswith(_NEVER)]
        unused = [code for code in each.codes if not _told_within(each, lines.get(code, []))]
        if never:
            yield Fault("forbidden_allowance", value=never[0], place=each.place)
        elif not each.codes or not each.reason:
            yield Fault("allowance_without_reason", value=each.codes, place=each.place)
        elif unused:
            yield Fault("idle_allowance", value=unused, place=each.place)


def _told_within(each: Allowance, lines: list[int]) -> bool:
    after = bisect_left(lines, each.first)
    return after < len(lines) and lines[after] <= each.last


def _comments(text: str) -> Iterator[Allowance]:
    lines = text.split("\n")
    ends, spoken = _block_ends(lines), _spoken_of(lines)
    index = 0
    while index < len(lines):
        comment = _COMMENT.search(lines[index])
        if comment:
            first = spoken[index]
            yield _allowance(comment, index, first, ends.get(first, first))
        index = ends.get(index, index) + 1


def _allowance(comment: re.Match[str], index: int, first: int, last: int) -> Allowance:
    said = comment[2].strip()
    codes = _CODES.match(said)
    named = tuple(_CODE.findall(codes[0])) if codes else ()
    place = Place(index + 1, comment.start(1) + 1, len(comment[1].rstrip()))
    return Allowance(named, said[codes.end() :].strip() if codes else said, place, first + 1, last + 1)


def _spoken_of(lines: list[str]) -> list[int]:
    """For each line itself, or for a comment the next line that is neither blank nor a comment."""
    spoken = list(range(len(lines)))
    after = None
    for index in reversed(range(len(lines))):
        bare = lines[index].lstrip()
        if bare and not bare.startswith("#"):
            after = index
        elif after is not None:
            spoken[index] = after
    return spoken


def _block_ends(lines: list[str]) -> dict[int, int]:
    """For each line that opens a block text, the last line of it."""
    ends: dict[int, int] = {}
    index = 0
    while index < len(lines):
        if _OPENS_TEXT.search(lines[index]) and not lines[index].lstrip().startswith("#"):
            start = index
            indent = len(lines[start]) - len(lines[start].lstrip(" "))
            while index + 1 < len(lines) and (
                not lines[index + 1].strip() or _indent(lines[index + 1]) > indent
            ):
                index += 1
            ends[start] = index
        index += 1
    return ends


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

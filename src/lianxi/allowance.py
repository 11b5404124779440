"""Comments that allow a finding: ``# lianxi: allow LX703 理由``, on its line or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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

    def allows(self, code: str, line: int) -> bool:
        """Whether it keeps back a finding of ``code`` on ``line``."""
        return bool(self.reason) and code in self.codes and self.first <= line <= self.last


def allowances_in(text: str) -> list[Allowance]:
    """Every such comment; what stands in a block text is no comment."""
    if SIGN not in text:
        return []
    lines = text.split("\n")
    ends = _block_ends(lines)
    found, index = [], 0
    while index < len(lines):
        comment = _COMMENT.search(lines[index])
        if comment:
            first = _spoken_of(lines, index)
            found.append(_allowance(comment, index, first, ends.get(first, first)))
        index = ends.get(index, index) + 1
    return found


def withheld(finding: Finding, allowances: list[Allowance]) -> bool:
    """Whether a comment keeps it back."""
    if finding.code.startswith(_NEVER):
        return False
    return any(each.allows(finding.code, finding.line) for each in allowances)


def idle(findings: list[Finding], allowances: list[Allowance]) -> Iterator[Fault]:
    """What is wrong with the comments themselves: no code, no reason, not allowed, nothing kept back."""
    for each in allowances:
        never = [code for code in each.codes if code.startswith(_NEVER)]
        unused = [code for code in each.codes if not _used(each, code, findings)]
        if never:
            yield Fault("forbidden_allowance", value=never[0], place=each.place)
        elif not each.codes or not each.reason:
            yield Fault("allowance_without_reason", value=each.codes, place=each.place)
        elif unused:
            yield Fault("idle_allowance", value=unused, place=each.place)


def _used(each: Allowance, code: str, findings: list[Finding]) -> bool:
    return any(each.allows(code, found.line) for found in findings if found.code == code)


def _allowance(comment: re.Match[str], index: int, first: int, last: int) -> Allowance:
    said = comment[2].strip()
    codes = _CODES.match(said)
    named = tuple(_CODE.findall(codes[0])) if codes else ()
    place = Place(index + 1, comment.start(1) + 1, len(comment[1].rstrip()))
    return Allowance(named, said[codes.end() :].strip() if codes else said, place, first + 1, last + 1)


def _spoken_of(lines: list[str], index: int) -> int:
    """The line the comment stands on, or the next one that is neither blank nor a comment."""
    if not lines[index].lstrip().startswith("#"):
        return index
    following = range(index + 1, len(lines))
    return next(
        (at for at in following if lines[at].strip() and not lines[at].lstrip().startswith("#")), index
    )


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

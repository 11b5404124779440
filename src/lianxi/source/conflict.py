"""What a merge has left in a file for a person to settle, and what it reads with both sides kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml_rs

from lianxi.fault import Fault, Place, Rows
from lianxi.source.slip import Reads

_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_ITEM = re.compile(r"( *)- ")
_DATED = r"^ {{{deep}}}(?:- |  ){key}: *[\"']?([^\"'\n#]+)"
_WHO = ("by", "unit", "division", "form", "post")
"""With its date, what an entry is known by: two of one day and one of these may be the same one changed."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """The lines ``first`` to ``last``, which hold what both sides have written, marks and all."""

    first: int
    last: int
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Lines that take the place of others."""

    rows: Rows
    now: tuple[str, ...]


def conflict(text: str, reads: Reads) -> Fault | None:
    """The first conflict in ``text``, with both sides kept where that is certain; None without one."""
    mark = _MARKER.search(text)
    if mark is None:
        return None
    lines = text.split("\n")
    hunks = list(_hunks(lines))
    number = text.count("\n", 0, mark.start()) + 1
    hints: dict[str, Any] = {"hunks": len(hunks), "last": hunks[0].last if hunks else number}
    if hunks:
        hints["titles"] = _titles(lines, hunks)
        kept = _both_kept(lines, hunks, reads)
        if kept is not None:
            hints |= {"rows": kept.rows, "now": "\n".join(kept.now)}
    return Fault("conflict_marker", value=mark[0], hints=hints, place=Place(number, 1, len(mark[0])))


def _hunks(lines: list[str]) -> Iterator[Hunk]:
    """Those whose marks are all there; what a merge calls the base is passed over."""
    sides: dict[str, list[str]] = {}
    side, first = "", 0
    for number, line in enumerate(lines, 1):
        mark = _MARKER.fullmatch(line)
        if mark is None:
            sides.setdefault(side, []).append(line)
            continue
        was, side = side, mark[1][0]
        if side == "<":
            sides, first = {}, number
        elif side == ">" and was == "=":
            yield Hunk(first, number, tuple(sides.get("<", ())), tuple(sides.get("=", ())))
        elif side == "=" and was not in ("<", "|"):
            side = ""


def _titles(lines: list[str], hunks: list[Hunk]) -> tuple[str, ...]:
    """What the record is called on either side, where these are two."""
    found = [_title(_side(lines, hunks, name)) for name in ("ours", "theirs")]
    return tuple(found) if all(found) and found[0] != found[1] else ()


def _side(lines: list[str], hunks: list[Hunk], name: str) -> str:
    """The whole file as one side has it."""
    kept = [Kept(Rows(hunk.first, hunk.last), getattr(hunk, name)) for hunk in hunks]
    return _replaced(lines, kept)


def _title(text: str) -> str:
    try:
        data = yaml_rs.loads(text, parse_datetime=False)
    except yaml_rs.YAMLDecodeError:
        return ""
    return str(data.get("title", "")) if isinstance(data, dict) else ""


def _both_kept(lines: list[str], hunks: list[Hunk], reads: Reads) -> Kept | None:
    """The first conflict with the entries of both sides; None where any of them needs a person."""
    kept = [_entries_of_both(lines, hunk) for hunk in hunks]
    if any(each is None for each in kept):
        return None
    settled = [each for each in kept if each is not None]
    return settled[0] if reads(_replaced(lines, settled)) == 0 else None


def _replaced(lines: list[str], kept: list[Kept]) -> str:
    for each in reversed(kept):
        lines = [*lines[: each.rows.first - 1], *each.now, *lines[each.rows.last :]]
    return "\n".join(lines)


def _entries_of_both(lines: list[str], hunk: Hunk) -> Kept | None:
    """Both sides have added entries to one list: all of them, by their days.

    A merge puts what is equal at the ends of the two outside of the marks; here each entry is whole again.
    """
    above = [] if _ITEM.match((*hunk.ours, "")[0]) else _above(lines, hunk.first)
    item = _ITEM.match((*above, *hunk.ours, "")[0])
    if item is None:
        return None
    deep = len(item[1])
    below = _below(lines[hunk.last :], deep)
    ours, theirs = (_split([*above, *side, *below], deep) for side in (hunk.ours, hunk.theirs))
    now = _by_day(ours, theirs, deep)
    return Kept(Rows(hunk.first - len(above), hunk.last + len(below)), now) if now else None


def _above(lines: list[str], first: int) -> list[str]:
    """What of the entry that is cut by the mark on the line ``first`` stands above it."""
    start = next((at for at in range(first - 1, 0, -1) if _ITEM.match(lines[at - 1])), first)
    return lines[start - 1 : first - 1]


def _below(lines: list[str], deep: int) -> list[str]:
    """What of the entry above them these lines hold; blank ones at the end are nobody's."""
    ends = (at for at, line in enumerate(lines) if line.strip() and len(line) - len(line.lstrip(" ")) <= deep)
    found = lines[: next(ends, len(lines))]
    return found[: max((at for at, line in enumerate(found, 1) if line.strip()), default=0)]


def _split(lines: list[str], deep: int) -> list[tuple[str, ...]]:
    """The entries of a list, each with its lines; none where a line is of no entry, or is a mark."""
    entries: list[list[str]] = []
    for line in lines:
        item = _ITEM.match(line)
        if item and len(item[1]) == deep:
            entries.append([line])
        elif (
            not entries or _MARKER.fullmatch(line) or (line.strip() and not line.startswith(" " * (deep + 1)))
        ):
            return []
        else:
            entries[-1].append(line)
    return [tuple(entry) for entry in entries]


def _goes_on(line: str, deep: int) -> bool:
    """Whether it belongs to the entry above it."""
    return not line.strip() or line.startswith(" " * (deep + 1))


def _by_day(ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]], deep: int) -> tuple[str, ...]:
    """The lines of all entries; nothing where one has no day, or two may be the same one changed."""
    mine = [entry for entry in ours if entry not in theirs]
    new = [entry for entry in theirs if entry not in ours]
    entries = [*ours, *new]
    days = {entry: _value(entry, "date", deep) for entry in entries}
    known = [{_known_by(entry, deep) for entry in side} for side in (mine, new)]
    if not mine or not new or not all(days.values()) or known[0] & known[1]:
        return ()
    return tuple(line for entry in sorted(entries, key=days.__getitem__) for line in entry)


def _known_by(entry: tuple[str, ...], deep: int) -> tuple[str, ...]:
    return tuple(_value(entry, key, deep) for key in ("date", *_WHO))


def _value(entry: tuple[str, ...], key: str, deep: int) -> str:
    found = re.search(_DATED.format(deep=deep, key=key), "\n".join(entry), re.MULTILINE)
    return found[1].strip() if found else ""

"""The levels at which a line may have been meant to stand, and what it may have lost there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.source.slip import WIDE, Slip
from lianxi.source.typed import HEAD

_NEAR = 3
_AROUND = 12
_DEPTHS = 6
_OPENS_TEXT = re.compile(r"(?:[:-])[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")
_OWN_KEY = re.compile(r"[ ]*(?:-[ ]+|[\"“'‘]?[A-Za-z_0-9]+[\"”'’]?:(?:[ ]|$))")
KEY_LIKE = re.compile(
    rf"[ {WIDE}]*(?:-[ ]+)*(?:[A-Za-z_0-9]+(?:[ ]*[:：;；=]|[ ])|[^\s:]+:(?:[ ]|$))|[ {WIDE}]*-[ ]"
)
_BARE_KEY = re.compile(HEAD + r"(?P<key>[A-Za-z_0-9]+):(?P<rest>\s*(?:#.*)?)")


def levels(lines: list[str], number: int) -> Iterator[Slip]:
    """The line at each level that the lines around it have."""
    line = lines[number - 1]
    bare = line.lstrip(" " + WIDE)
    indent = len(line) - len(bare)
    wide = bool(set(line[:indent]) & set(WIDE))
    kind = "tab" if wide else "wrong_level"
    keyed = KEY_LIKE.match(line) is not None
    if not bare or bare.startswith("#"):
        return
    for depth in sorted(_depths(lines, number), key=lambda depth: abs(depth - indent))[:_DEPTHS]:
        if (depth != indent or wide) and not (keyed and _in_text(lines, number, depth)):
            now = " " * depth + bare
            yield Slip(kind, number, indent + 1 if not wide else 1, now, hints={"depth": depth - indent})
    yield from lost_bar(lines, number)
    if indent >= len("- ") and not bare.startswith("- "):
        yield Slip("wrong_dash", number, indent - 1, f"{' ' * (indent - 2)}- {bare}", hints={"sign": ""})


def is_odd(lines: list[str], number: int) -> bool:
    """Whether a line stands where no level is, so that it and no other has been moved."""
    line = lines[number - 1]
    blank = line[: len(line) - len(line.lstrip())]
    if len(blank) % 2 == 1 or set(blank) & set(WIDE):
        return True
    above = _BARE_KEY.fullmatch(_above(lines, number))
    return above is not None and len(blank) != len(above["head"]) + 2


def _above(lines: list[str], number: int) -> str:
    """The line above one, blank ones left out."""
    return next((line for line in reversed(lines[: number - 1]) if line.strip()), "")


def _in_text(lines: list[str], number: int, depth: int) -> bool:
    """Whether the line would be part of a long text above it, were it so deep."""
    for at in range(number - 1, 0, -1):
        line = lines[at - 1]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) - len(line.lstrip(" -")) < depth and _OPENS_TEXT.search(line):
            return True
        depth = min(depth, len(line) - len(line.lstrip(" ")))
        if not depth:
            break
    return False


def lost_bar(lines: list[str], number: int) -> Iterator[Slip]:
    """The key right above a line, as it reads with the bar before a long text."""
    above = next((at for at in range(number - 1, 0, -1) if lines[at - 1].strip()), 0)
    found = _BARE_KEY.fullmatch(lines[above - 1]) if above else None
    if found and not _OWN_KEY.match(lines[number - 1]):
        now = f"{found['head']}{found['key']}: |{found['rest']}"
        yield Slip("lost_bar", above, len(found["head"]) + 1, now, len(found["key"]), {"key": found["key"]})


def lost_dash(lines: list[str], number: int) -> Iterator[Slip]:
    """The first item of a list, with the dash that the next one has."""
    line, below = lines[number - 1], lines[number] if number < len(lines) else ""
    bare, indent = line.lstrip(), len(below) - len(below.lstrip())
    if below.lstrip().startswith("- ") and not bare.startswith("- "):
        column = len(line) - len(bare) + 1
        yield Slip("wrong_dash", number, column, f"{' ' * indent}- {bare}", hints={"sign": ""})


def _depths(lines: list[str], number: int) -> set[int]:
    """Where keys and dashes stand in the lines around one; a key is not to end up in a long text."""
    keyed = KEY_LIKE.match(lines[number - 1]) is not None
    depths = {0}
    for at in range(max(number - _AROUND, 1), min(number + _NEAR, len(lines)) + 1):
        line = lines[at - 1]
        if at != number and line.strip() and (not keyed or KEY_LIKE.match(line)):
            depths.add(len(line) - len(line.lstrip(" ")))
            depths.add(len(line) - len(line.lstrip(" -")))
    above = _above(lines, number)
    if not keyed or _BARE_KEY.fullmatch(above):
        depths.add(len(above) - len(above.lstrip(" -")) + 2)
    return depths

"""The slip of the pen that most likely made a text unreadable: the one whose mending makes it right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from yaml import MarkedYAMLError

from lianxi.fault import Fault, Place
from lianxi.source.guard import is_plain
from lianxi.source.plain import quoted

Reads = Callable[[str], int | None]
"""How many things are wrong with what a text says; ``None`` where it cannot be read."""

_NEAR = 3
_AROUND = 12
_DEPTHS = 6
_LONGEST = 1000
"""No one types a longer line by hand."""
_BUDGET = 800_000
"""So many characters are tried in all: a hundred mendings of a common record, a few of a huge one."""
_SLOWER = 8
"""So many times a text costs that the fast parser cannot read."""
WIDE = "\t\u3000\xa0"
_HEAD = rf"(?P<head>[ {WIDE}]*(?:-[ ]+)*)"
_KEYED = re.compile(
    _HEAD + r"(?P<quote>[\"“'‘]?)(?P<key>[A-Za-z_][A-Za-z_0-9]*)[\"”'’]?"
    rf"(?P<sign>[ ]*(?:[：:;；,，.。、=][ {WIDE}]*|[ {WIDE}]+|(?=[^\x00-\x7f]|[|](?:\s|$))))(?P<value>.*)"
)
_OPENS_TEXT = re.compile(r"(?:[:-])[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")
_OWN_KEY = re.compile(r"[ ]*(?:-[ ]+|[\"“'‘]?[A-Za-z_0-9]+[\"”'’]?:(?:[ ]|$))")
_KEY_LIKE = re.compile(
    rf"[ {WIDE}]*(?:-[ ]+)*(?:[A-Za-z_0-9]+(?:[ ]*[:：;；=]|[ ])|[^\s:]+:(?:[ ]|$))|[ {WIDE}]*-[ ]"
)
_GLUED = re.compile(_HEAD + r"(?P<key>[a-z_]+)(?P<value>[0-9A-Z].*)")
_BARE_KEY = re.compile(_HEAD + r"(?P<key>[A-Za-z_0-9]+):(?P<rest>\s*(?:#.*)?)")
_DASH = re.compile(rf"(?P<indent>[ ]*)(?P<sign>--?|[–—－−─•·*+]{{1,2}})(?P<space>[ {WIDE}]*)(?P<rest>.+)")
_VALUE = re.compile(_HEAD + r"(?P<key>[A-Za-z_0-9]+:[ ]+|)(?P<value>[^ ].*?)(?P<comment>\s+#(?:\s.*)?)?$")
_LISTED = re.compile(_HEAD + r"(?P<key>[A-Za-z_0-9]+):[ ]+(?P<value>-[ ].*)$")
_LIST = str.maketrans("【】［］", "[][]")
_MAPPING = str.maketrans("｛｝", "{}")
_OPENS = {"[": "]", "{": "}"}
_SEVERAL = frozenset({"full_width_colon", "wrong_dash"})
"""What is seldom mistyped only once."""
_MARKS = {"while scanning an alias": "*", "while scanning an anchor": "&", "while scanning a tag": "!"}
"""Where the parser gives up within a mark that records do not use anyhow."""
_ODD = frozenset("*&!%@`|>[]{}\"'?,#")


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that may have been meant otherwise: what is wrong at ``column``, and the lines instead."""

    kind: str
    number: int
    column: int
    now: str
    width: int = 1
    hints: dict[str, Any] = field(default_factory=dict)

    def fault(self, lines: list[str], *, sure: bool) -> Fault:
        """As the rules word it."""
        line = lines[self.number - 1]
        hints = {"line": line, "now": self.now, "sure": sure, **self.hints}
        return Fault(self.kind, value=line, hints=hints, place=Place(self.number, self.column, self.width))


class Trials:
    """The mendings of one text that are tried, within bounds."""

    def __init__(self, lines: list[str], reads: Reads) -> None:
        self.lines = lines
        self._reads = reads
        self._left = _BUDGET

    def flaws(self, slip: Slip) -> int | None:
        """How many things are wrong once it is mended; ``None`` where it cannot be told."""
        if self._left <= 0:
            return None
        index = slip.number - 1
        text = "\n".join([*self.lines[:index], slip.now, *self.lines[index + 1 :]])
        self._left -= len(text) * (1 if is_plain(text) else _SLOWER)
        return self._reads(text)

    def first(self, slips: Iterator[Slip]) -> Slip | None:
        """The first that leaves nothing wrong, else the one that leaves least."""
        best: tuple[int, Slip] | None = None
        for slip in slips:
            flaws = self.flaws(slip)
            if flaws == 0:
                return slip
            if flaws is not None and (best is None or flaws < best[0]):
                best = flaws, slip
        return best[1] if best else None

    def right(self, slips: Iterator[Slip]) -> list[Slip]:
        """All that leave nothing wrong."""
        return [slip for slip in slips if self.flaws(slip) == 0]


def likeliest_slip(text: str, error: MarkedYAMLError, reads: Reads) -> Fault:
    """The slip at which the parser gave up, or just above it."""
    lines = text.split("\n")
    found = slip_near(lines, _suspects(lines, error), reads)
    if found:
        return found
    mark = error.problem_mark or error.context_mark
    number = min((mark.line if mark else 0) + 1, len(lines))
    if error.context in _MARKS and mark is not None:
        sign = error.context_mark or mark
        place = Place(sign.line + 1, sign.column + 1)
        return Fault("not_plain", value=_MARKS[error.context], place=place)
    unclosed = _unclosed(lines, error)
    if unclosed:
        return unclosed
    for slip in typed_slips(lines, _suspects(lines, error)):
        if _is_certain(slip):
            return slip.fault(lines, sure=True)
    if error.context == "while scanning a simple key" and error.context_mark is not None:
        number, mark = error.context_mark.line + 1, None
    line = lines[number - 1]
    margin = line[: len(line) - len(line.lstrip())]
    if margin.strip(" "):  # it is indented by what is no space
        return Fault("tab", value=line, place=Place(number, len(margin) - len(margin.lstrip(" ")) + 1))
    column = mark.column + 1 if mark else len(margin) + 1
    return Fault("not_yaml", value=line, place=Place(number, column))


def _is_certain(slip: Slip) -> bool:
    """Whether it is a slip even in a text that holds others: a key follows, or only a sign is wrong."""
    if slip.kind == "wrong_dash":
        return _KEY_LIKE.match(slip.now.lstrip("- ")) is not None
    return slip.kind in {"full_width_colon", "missing_space", "tab"}


def slip_near(lines: list[str], numbers: list[int], reads: Reads) -> Fault | None:
    """The slip on one of these lines by whose mending the text reads."""
    trials = Trials(lines, reads)
    found = trials.first(typed_slips(lines, numbers))
    if found is not None:
        return found.fault(lines, sure=trials.flaws(found) == 0)
    return level_slip(lines, numbers, reads)


def joined_slip(lines: list[str], first: int, last: int, reads: Reads) -> Fault | None:
    """What was mistyped where the lines ``first`` to ``last`` are read as one text."""
    trials = Trials(lines, reads)
    numbers = [*range(first, min(last, first + _NEAR) + 1)]
    moved = _levels(lines, first) if _is_odd(lines, first) else iter(())
    slips = chain(typed_slips(lines, numbers), _lost_bar(lines, first), _lost_dash(lines, first), moved)
    found = next((slip for slip in slips if trials.flaws(slip) == 0), None)
    several = (slip for slip in typed_slips(lines, numbers) if slip.kind in _SEVERAL and _is_certain(slip))
    found = found or next(several, None)
    return found.fault(lines, sure=True) if found else None


def sign_slip(lines: list[str], numbers: list[int], reads: Reads) -> Fault | None:
    """Another sign than a colon or a dash on one of these lines, which are read as a text."""
    trials = Trials(lines, reads)
    for number in numbers:
        right = trials.right(chain(_colons(lines[number - 1], number), _dashes(lines[number - 1], number)))
        if right:
            return right[0].fault(lines, sure=True)
    return None


def _lost_dash(lines: list[str], number: int) -> Iterator[Slip]:
    """The first item of a list, with the dash that the next one has."""
    line, below = lines[number - 1], lines[number] if number < len(lines) else ""
    bare, indent = line.lstrip(), len(below) - len(below.lstrip())
    if below.lstrip().startswith("- ") and not bare.startswith("- "):
        column = len(line) - len(bare) + 1
        yield Slip("wrong_dash", number, column, f"{' ' * indent}- {bare}", hints={"sign": ""})


def level_slip(lines: list[str], numbers: list[int], reads: Reads) -> Fault | None:
    """A line that stands at a wrong level, where one of these is."""
    trials = Trials(lines, reads)
    found: list[Slip] = []
    for number in sorted(numbers, key=lambda number: not _is_odd(lines, number)):
        right = trials.right(_levels(lines, number))
        if right and _is_odd(lines, number):
            return right[0].fault(lines, sure=len(right) == 1)
        found += right
    return found[0].fault(lines, sure=len(found) == 1) if found else None


def _is_odd(lines: list[str], number: int) -> bool:
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


def _suspects(lines: list[str], error: MarkedYAMLError) -> list[int]:
    """The lines on which the slip may be, the likeliest first."""
    mark = error.problem_mark or error.context_mark
    last = min((mark.line if mark else 0) + 1, len(lines))
    above = [number for number in range(last, 0, -1) if lines[number - 1].strip()][: _NEAR + 1]
    begun = [error.context_mark.line + 1] if error.context_mark else []
    if error.context and error.context.startswith(("while scanning a quoted", "while scanning a simple")):
        above = [*begun, *above]
    wide = [number for number in above if set(WIDE) & set(lines[number - 1])]
    quotes = [number for number in range(1, last) if _opens_quote(lines[number - 1])][:1]
    numbers = (*quotes, *wide, *above, *begun, *_parents(lines, last))
    return list(dict.fromkeys(number for number in numbers if number <= len(lines)))


def _opens_quote(line: str) -> bool:
    """Whether a value begins with a quote that does not close on its line."""
    found = _VALUE.match(line) if '"' in line or "'" in line else None
    return found is not None and _is_unclosed(found["value"])


def _parents(lines: list[str], number: int) -> list[int]:
    """The line a line stands under by its indentation, and the first one below that."""
    line = lines[number - 1]
    indent = len(line) - len(line.lstrip())
    for at in range(number - 1, 0, -1):
        above = lines[at - 1]
        if above.strip() and len(above) - len(above.lstrip(" ")) < indent:
            return [at, at + 1]
    return []


def _unclosed(lines: list[str], error: MarkedYAMLError) -> Fault | None:
    """The bracket or quote that was opened on an earlier line and never closed there."""
    mark = error.context_mark
    if mark is None or not any(word in (error.context or "") for word in ("flow", "quoted")):
        return None
    line = lines[mark.line]
    return Fault("bad_start", value=line[mark.column :].rstrip(), place=Place(mark.line + 1, mark.column + 1))


def typed_slips(lines: list[str], numbers: list[int]) -> Iterator[Slip]:
    """What may have been mistyped on each of these lines: a colon, a dash, a quote, a bracket."""
    numbers = [number for number in numbers if len(lines[number - 1]) < _LONGEST]
    for number in numbers:
        yield from _colons(lines[number - 1], number)
        yield from _dashes(lines[number - 1], number)
    for number in numbers:
        yield from _values(lines[number - 1], number)


def _colons(line: str, number: int) -> Iterator[Slip]:
    """The key of a line with another sign behind it than a colon and a space."""
    found = _KEYED.match(line)
    if found is None:
        if glued := _GLUED.match(line):
            now = f"{glued['head']}{glued['key']}: {glued['value']}"
            hints = {"lost": "colon", "key": glued["key"]}
            yield Slip("not_yaml", number, glued.start("key") + 1, now, hints=hints)
        return
    sign, bare = found["sign"], found["sign"].strip(" " + WIDE)
    if bare == ":" and not set(sign) & set(WIDE) and (sign != ":" or not found["value"]):
        return
    head = found["head"] if not set(found["head"]) & set(WIDE) else ""
    now = f"{head}{found['key']}: {found['value']}".rstrip()
    column = found.start("sign") + len(sign) - len(sign.lstrip(" ")) + 1
    if bare == "：":
        yield Slip("full_width_colon", number, column, now)
    elif bare == ":":
        wide = bool(set(sign) & set(WIDE))
        yield Slip("tab" if wide else "missing_space", number, column + wide, now)
    elif bare:
        yield Slip("wrong_colon", number, column, now, hints={"key": found["key"], "sign": bare})
    else:
        yield Slip(
            "not_yaml", number, found.start("key") + 1, now, hints={"lost": "colon", "key": found["key"]}
        )


def _dashes(line: str, number: int) -> Iterator[Slip]:
    found = _DASH.match(line)
    if found is None or (found["sign"] == "-" and found["space"] == " "):
        return
    now = f"{found['indent']}- {found['rest']}"
    column = found.start("sign") + 1
    if found["sign"] == "-":
        yield Slip("tab" if found["space"] else "missing_space", number, column, now)
    else:
        yield Slip("wrong_dash", number, column, now, len(found["sign"]), {"sign": found["sign"]})


def _values(line: str, number: int) -> Iterator[Slip]:
    """A value that needs quotes, or whose brackets are not those of YAML."""
    found = _VALUE.match(line)
    if found is None:
        return
    before, value, comment = line[: found.start("value")], found["value"], found["comment"] or ""
    column = found.start("value") + 1
    whole = {"text": value, "over": Place(number, column, len(value))}
    straight = _straightened(value)
    if straight != value and straight[:1] in _OPENS:
        at = next(index for index, char in enumerate(value) if char != straight[index])
        now = before + re.sub(r"([,:])(?=[^\s:,])", r"\1 ", straight) + comment
        yield Slip("wide_flow", number, column + at, now)
    if value[:1] in _ODD and value not in {"|", ">"}:
        closed = value[:1] in {"[", "{"} and _OPENS[value[0]] not in value
        kind = "not_plain" if value[0] in "*&!?" else "bad_start"
        if not closed and not _is_unclosed(value):
            yield Slip(kind, number, column, before + quoted(value) + comment, hints=whole)
        elif closed:
            yield Slip(
                kind, number, column, before + value + _OPENS[value[0]] + comment, hints={"text": value}
            )
        else:
            yield Slip(kind, number, column, before + value + value[0] + comment, hints={"text": value})
    listed = _LISTED.match(line)
    if listed:
        indent = " " * (len(listed["head"]) + 2)
        now = f"{listed['head']}{listed['key']}:\n{indent}{listed['value']}"
        yield Slip("not_yaml", number, listed.start("value") + 1, now, hints={"lost": "line"})
    elif re.search(r":(?: |$)", value):
        now = before + quoted(value) + comment
        yield Slip("not_yaml", number, column, now, len(value), {"lost": "quotes"})


def _straightened(value: str) -> str:
    """A list or mapping on one line with the brackets, commas and colons of YAML."""
    if value[:1] in "[【［":
        return re.sub(r"[，、](?![^（(]*[）)])", ",", value.translate(_LIST))
    if value[:1] not in "{｛":
        return value
    colons = re.sub(r"(?<=[a-z_])：", ":", value.translate(_MAPPING))
    return re.sub(r"[，、；;](?=\s*[a-z_]+:)", ",", colons)


def _is_unclosed(value: str) -> bool:
    return value[0] in "\"'" and value.count(value[0]) % 2 == 1


def _levels(lines: list[str], number: int) -> Iterator[Slip]:
    """The line at each level that the lines around it have."""
    line = lines[number - 1]
    bare = line.lstrip(" " + WIDE)
    indent = len(line) - len(bare)
    wide = bool(set(line[:indent]) & set(WIDE))
    kind = "tab" if wide else "wrong_level"
    keyed = _KEY_LIKE.match(line) is not None
    if not bare or bare.startswith("#"):
        return
    for depth in sorted(_depths(lines, number), key=lambda depth: abs(depth - indent))[:_DEPTHS]:
        if (depth != indent or wide) and not (keyed and _in_text(lines, number, depth)):
            now = " " * depth + bare
            yield Slip(kind, number, indent + 1 if not wide else 1, now, hints={"depth": depth - indent})
    yield from _lost_bar(lines, number)
    if indent >= len("- ") and not bare.startswith("- "):
        yield Slip("wrong_dash", number, indent - 1, f"{' ' * (indent - 2)}- {bare}", hints={"sign": ""})


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


def _lost_bar(lines: list[str], number: int) -> Iterator[Slip]:
    """The key right above a line, as it reads with the bar before a long text."""
    above = next((at for at in range(number - 1, 0, -1) if lines[at - 1].strip()), 0)
    found = _BARE_KEY.fullmatch(lines[above - 1]) if above else None
    if found and not _OWN_KEY.match(lines[number - 1]):
        now = f"{found['head']}{found['key']}: |{found['rest']}"
        yield Slip("lost_bar", above, len(found["head"]) + 1, now, len(found["key"]), {"key": found["key"]})


def _depths(lines: list[str], number: int) -> set[int]:
    """Where keys and dashes stand in the lines around one; a key is not to end up in a long text."""
    keyed = _KEY_LIKE.match(lines[number - 1]) is not None
    depths = {0}
    for at in range(max(number - _AROUND, 1), min(number + _NEAR, len(lines)) + 1):
        line = lines[at - 1]
        if at != number and line.strip() and (not keyed or _KEY_LIKE.match(line)):
            depths.add(len(line) - len(line.lstrip(" ")))
            depths.add(len(line) - len(line.lstrip(" -")))
    above = _above(lines, number)
    if not keyed or _BARE_KEY.fullmatch(above):
        depths.add(len(above) - len(above.lstrip(" -")) + 2)
    return depths

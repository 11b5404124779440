"""The slip of the pen that most likely made a text unreadable: the one whose mending makes it right."""

from __future__ import annotations

from itertools import chain

from yaml import MarkedYAMLError

from lianxi.fault import Fault, Place
from lianxi.source.levels import KEY_LIKE, is_odd, levels, lost_bar, lost_dash
from lianxi.source.slip import WIDE, Reads, Slip, Trials
from lianxi.source.typed import colons, dashes, opens_quote, typed_slips

_NEAR = 3
_SEVERAL = frozenset({"full_width_colon", "wrong_dash"})
"""What is seldom mistyped only once."""
_MARKS = {"while scanning an alias": "*", "while scanning an anchor": "&", "while scanning a tag": "!"}
"""Where the parser gives up within a mark that records do not use anyhow."""


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
        return KEY_LIKE.match(slip.now.lstrip("- ")) is not None
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
    moved = levels(lines, first) if is_odd(lines, first) else iter(())
    slips = chain(typed_slips(lines, numbers), lost_bar(lines, first), lost_dash(lines, first), moved)
    found = next((slip for slip in slips if trials.flaws(slip) == 0), None)
    several = (slip for slip in typed_slips(lines, numbers) if slip.kind in _SEVERAL and _is_certain(slip))
    found = found or next(several, None)
    return found.fault(lines, sure=True) if found else None


def sign_slip(lines: list[str], numbers: list[int], reads: Reads) -> Fault | None:
    """Another sign than a colon or a dash on one of these lines, which are read as a text."""
    trials = Trials(lines, reads)
    for number in numbers:
        right = trials.right(chain(colons(lines[number - 1], number), dashes(lines[number - 1], number)))
        if right:
            return right[0].fault(lines, sure=True)
    return None


def level_slip(lines: list[str], numbers: list[int], reads: Reads) -> Fault | None:
    """A line that stands at a wrong level, where one of these is."""
    trials = Trials(lines, reads)
    found: list[Slip] = []
    for number in sorted(numbers, key=lambda number: not is_odd(lines, number)):
        right = trials.right(levels(lines, number))
        if right and is_odd(lines, number):
            return right[0].fault(lines, sure=len(right) == 1)
        found += right
    return found[0].fault(lines, sure=len(found) == 1) if found else None


def _suspects(lines: list[str], error: MarkedYAMLError) -> list[int]:
    """The lines on which the slip may be, the likeliest first."""
    mark = error.problem_mark or error.context_mark
    last = min((mark.line if mark else 0) + 1, len(lines))
    above = [number for number in range(last, 0, -1) if lines[number - 1].strip()][: _NEAR + 1]
    begun = [error.context_mark.line + 1] if error.context_mark else []
    if error.context and error.context.startswith(("while scanning a quoted", "while scanning a simple")):
        above = [*begun, *above]
    wide = [number for number in above if set(WIDE) & set(lines[number - 1])]
    quotes = [number for number in range(1, last) if opens_quote(lines[number - 1])][:1]
    numbers = (*quotes, *wide, *above, *begun, *_parents(lines, last))
    return list(dict.fromkeys(number for number in numbers if number <= len(lines)))


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

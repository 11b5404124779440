"""Lets through to the compiled parser only the plain YAML on which all parsers agree."""

from __future__ import annotations

import re

_BRACKETS = 200
_NESTED = 4
_DIGITS = 3500
"""Python neither reads nor prints an integer of more than 4,300 digits; 3,500 in base 16 are 4,215."""
_DEPTH = "\n" + " " * 17
"""So deep that, with brackets three deep on the line, there may be more levels than a record has."""

# Most records hold none of these, so one search of a small class settles most of the matter.
_RARE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f&*!%@`?\"'<]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Anchors, aliases, tags, directives, complex keys, merge keys; a text may hold the sign inside.
_MARK = re.compile(r"(?:^|[\s\[{,:-])[&*!%@`?]|<<", re.MULTILINE)
_HEXADECIMAL = frozenset("0123456789ABCDEFabcdef")
_LONG_NUMBER = re.compile(rf"(?<![0-9A-Fa-f])[0-9A-Fa-f]{{{_DIGITS}}}")
# A quoted text that runs over its line.
_OPEN_QUOTE = re.compile(
    r"^[^\"\n]*\"(?:[^\"\n]*\"[^\"\n]*\")*[^\"\n]*$|^[^'\n]*'(?:[^'\n]*'[^'\n]*')*[^'\n]*$", re.MULTILINE
)
_BRACKET = re.compile(r"[\[\]{}]")
_TWO_OPEN = re.compile(r"[\[{][^\[\]{}]*+[\[{]")
# Each begins with what is searched for fast. In turn: lists that open lists on one line, a comment
# that may be a cut sentence, 1_000 and _01 (numbers to some parsers, texts to others), a key whose colon
# may have been swallowed by the text above it.
_OPENED = re.compile(r"- +-(?: |\n|$)")
_CUT = re.compile(r" #[^\s#]")
_GROUPED = re.compile(r"_(?:(?<=[0-9]_)|(?=[0-9]))")
_WIDE = re.compile(r"：(?<=[a-z0-9_]：)")
# Colon runs (on which backtracking parsers fall), a key without a space behind its colon, and
# text that hangs below a key without "|", where it may run over its line. A comment is looked at so
# far only, for each colon in it would look to its end again.
_COLON = re.compile(
    r":(?: *+(?::|[#\n](?:(?<=#)[^\n]{0,200}+\n)?+\n*+ *+(?!- |-\n|[a-z_0-9]++:|[#\n]|\Z))"
    r"|[^\s:/](?<=[a-z_]:.))"
)
# A value, and below it a line that is indented deeper than the mapping or list that holds it: the
# value runs over its line.
_CONTINUED = re.compile(
    r"\n( *+)(?:[a-z_0-9]++: ++|- (?:[a-z_0-9]++: ++()|(?![a-z_0-9]++:)))"
    r"[^|>#\s].*+\n(?: *\n)*+\1(?(2)  ) (?! *#)"
)

# A line in a long text that looks like a key of the record. Each bar looks through the text below it, so
# that a bar at the end of every line would cost the square of them all.
_SUNKEN = re.compile(r"\|(?: *#[^\n]*+)?\n( ++)[^\n]++\n(?:\1[^\n]*+\n)*?\1 *+[a-z_0-9]++:(?:[ \n]|\Z)")
_LOOKED_THROUGH = 2_000_000


def is_plain(text: str) -> bool:
    """Whether ``text`` is safe for the fast parser; it says nothing about being valid."""
    return (
        (_RARE.search(text) is None or not _has_marks(text))
        and not _has_line_breaks(text)
        and not _has_documents(text)
        and _OPENED.search(text) is None
        and _CUT.search(text) is None
        and _GROUPED.search(text) is None
        and _WIDE.search(text) is None
        and _COLON.search(text) is None
        and _CONTINUED.search("\n" + text) is None
        and not _has_sunken_keys(text)
        and not _is_deep(text)
        and (len(text) < _DIGITS or not _has_long_number(text))
    )


def _has_sunken_keys(text: str) -> bool:
    return text.count("|") * len(text) > _LOOKED_THROUGH or _SUNKEN.search(text) is not None


# Written out, for this runs on every record and a loop takes twice as long.
def _has_line_breaks(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\ufeff" in text or "\ufffe" in text or "\uffff" in text


def _has_documents(text: str) -> bool:
    return "\n---" in text or "\n..." in text or _DEPTH in text or text.startswith(("---", "...", _DEPTH[1:]))


def _has_long_number(text: str) -> bool:
    """Every so-manieth character is looked at first: so long a number cannot lie between them."""
    found = any(char in _HEXADECIMAL for char in text[_DIGITS - 1 :: _DIGITS])
    return found and _LONG_NUMBER.search(text) is not None


def _is_deep(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return brackets > _BRACKETS or (brackets >= _NESTED and _is_nested(text))


def _is_nested(text: str) -> bool:
    if _TWO_OPEN.search(text) is None:
        return False
    depth = 0
    for sign in _BRACKET.findall(text):
        depth = depth + 1 if sign in "[{" else max(depth - 1, 0)
        if depth >= _NESTED:
            return True
    return False


def _has_marks(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_CONTROL, _MARK, _OPEN_QUOTE))

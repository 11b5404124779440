"""Lets through to the compiled parser only the plain YAML on which all parsers agree."""

from __future__ import annotations

import re

_BRACKETS = 200
_NESTED = 4
_DIGITS = 4000
"""Python neither reads nor prints an integer of more than 4,300 digits."""
_DEPTH = "\n" + " " * 40

# Most records hold none of these, so one search of a small class settles most of the matter.
_RARE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f&*!%@`?\"'<]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Anchors, aliases, tags, directives, complex keys, merge keys; a text may hold the sign inside.
_MARK = re.compile(r"(?:^|[\s\[{,:-])[&*!%@`?]|<<", re.MULTILINE)
_LONG_NUMBER = re.compile(rf"[0-9]{{{_DIGITS}}}")
# A quoted text that runs over its line.
_OPEN_QUOTE = re.compile(
    r"^[^\"\n]*\"(?:[^\"\n]*\"[^\"\n]*\")*[^\"\n]*$|^[^'\n]*'(?:[^'\n]*'[^'\n]*')*[^'\n]*$", re.MULTILINE
)
_BRACKETED = re.compile(r"[\[{](?: *[\[{]){3}")
# Each begins with what is searched for fast. In turn: lists that open lists on one line, a comment
# that may be a cut sentence, 1_000 and _01 (numbers to some parsers, texts to others), a key whose colon
# may have been swallowed by the text above it.
_OPENED = re.compile(r"- +-(?: |\n|$)")
_CUT = re.compile(r" #[^\s#]")
_GROUPED = re.compile(r"_(?:(?<=[0-9]_)|(?=[0-9]))")
_WIDE = re.compile(r"：(?<=[a-z0-9_]：)")
# Colon runs (on which backtracking parsers fall), a key without a space behind its colon, and
# text that hangs below a key without "|", where it may run over its line.
_COLON = re.compile(
    r":(?: *+(?::|[#\n](?:(?<=#)[^\n]*+\n)?+\n*+ *+(?!- |-\n|[a-z_0-9]++:|[#\n]|\Z))|[^\s:/](?<=[a-z_]:.))"
)
# A value, and below it a line that is indented deeper than the mapping or list that holds it: the
# value runs over its line.
_CONTINUED = re.compile(
    r"\n( *+)(?:[a-z_0-9]++: ++|- (?:[a-z_0-9]++: ++()|(?![a-z_0-9]++:)))"
    r"[^|>#\s].*+\n(?: *\n)*+\1(?(2)  ) (?! *#)"
)

# A line in a long text that looks like a key of the record.
_SUNKEN = re.compile(r"\|(?: *#[^\n]*+)?\n( ++)[^\n]++\n(?:\1[^\n]*+\n)*?\1 *+[a-z_0-9]++:(?:[ \n]|\Z)")


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
        and _SUNKEN.search(text) is None
        and (len(text) < _DIGITS or _LONG_NUMBER.search(text) is None)
        and not _is_deep(text)
    )


# Written out, for this runs on every record and a loop takes twice as long.
def _has_line_breaks(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\ufeff" in text or "\ufffe" in text or "\uffff" in text


def _has_documents(text: str) -> bool:
    return "\n---" in text or "\n..." in text or _DEPTH in text or text.startswith(("---", "...", _DEPTH[1:]))


def _is_deep(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return brackets > _BRACKETS or (brackets >= _NESTED and _BRACKETED.search(text) is not None)


def _has_marks(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_CONTROL, _MARK, _OPEN_QUOTE))

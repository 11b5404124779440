"""Lets through to the compiled parser only the plain YAML on which all parsers agree."""

from __future__ import annotations

import re

_BRACKETS = 200
_NESTED = 4
_DIGITS = 4000
"""Python neither reads nor prints an integer of more than 4,300 digits."""
_DEPTH = "\n" + " " * 40
_LINE_BREAKS = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff")

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
# Each begins with what is searched for fast. In turn: lists that open lists on one line, colon
# runs (on which backtracking parsers fall), a comment that may be a cut sentence, 1_000 (a
# number to some parsers, a text to others), a key whose colon may have been swallowed by the text
# above it.
_SUSPECT = tuple(
    map(
        re.compile,
        (
            r"- +-(?: |\n|$)",
            r": *:",
            r" #[^\s#]",
            r"_(?<=[0-9]_)",
            r"：(?<=[a-z0-9_]：)",
            r":(?<=[a-z_]:)[^\s:/]",
        ),
    )
)


def is_plain(text: str) -> bool:
    """Whether ``text`` is safe for the fast parser; it says nothing about being valid."""
    return (
        (_RARE.search(text) is None or not _has_marks(text))
        and not any(sign in text for sign in _LINE_BREAKS)
        and not any(pattern.search(text) for pattern in _SUSPECT)
        and not text.startswith(("---", "...", _DEPTH[1:]))
        and not any(sign in text for sign in ("\n---", "\n...", _DEPTH))
        and (len(text) < _DIGITS or _LONG_NUMBER.search(text) is None)
        and not _is_deep(text)
    )


def _is_deep(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return brackets > _BRACKETS or (brackets >= _NESTED and _BRACKETED.search(text) is not None)


def _has_marks(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_CONTROL, _MARK, _OPEN_QUOTE))

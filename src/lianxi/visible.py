"""What cannot be seen, made visible, so that no terminal, log or page obeys it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

# Control characters, marks of direction and joiners, halves of characters, odd line breaks: Unicode's
# categories Cc, Cf, Cs, Zl and Zp without the line feed, and the two more that no XML may hold.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
_AT_START = re.compile(r"^([^\S\n]*+):(?=:)", re.MULTILINE)
_ANYWHERE = re.compile(r"##(?=[a-z]*\[)")
_PICTURES, _DELETE = 0x2400, 0x7F


def visible(text: str) -> str:
    """``text`` with a sign for each character that is not seen; line feeds stay."""
    return _UNSEEN.sub(_sign, text)


def spelt(text: str) -> str:
    """``text`` on one line, what is not seen spelt as in Python: for the names of files."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def inert(text: str) -> str:
    """``text`` without what the runners of GitHub, Azure and TeamCity take for commands in a log.

    These are lines that begin with ``::``, and ``##[…]``, ``##vso[…]``, ``##teamcity[…]``.
    """
    return _ANYWHERE.sub("＃＃", _AT_START.sub(r"\1：", text))


def as_json(
    data: Mapping[str, object] | Sequence[object], default: Callable[[object], object] | None = None
) -> str:
    """JSON in which Chinese stands as it is; what is not seen, or is a command in a log, is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=default)
    return _ANYWHERE.sub(r"\\u0023#", _UNSEEN.sub(_escaped, text)) + "\n"


def _sign(found: re.Match[str]) -> str:
    char = found[0]
    if char < " ":
        return chr(_PICTURES + ord(char))
    return "\u2421" if ord(char) == _DELETE else "\ufffd"


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]

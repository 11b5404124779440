"""The name that was probably meant (是否想写 …？)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import normalize

_QUOTES = "“”‘’\"'`「」『』《》〈〉"
_MARKS = ",，、;；。.:："
_DASHES = re.compile("[\u2010-\u2015\u2212]+")
_SPACES = re.compile(r"\s+")
_CUTOFF = 0.6
_SHORT = 3
_SHORT_CUTOFF = 0.5


def near(name: object, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, if one is like it at all."""
    choices = list(known)
    text = str(name)
    cutoff = _SHORT_CUTOFF if len(text) <= _SHORT else _CUTOFF
    found = get_close_matches(text, choices, 1, cutoff)
    if found:
        return found[0]
    inside = [choice for choice in choices if text and (text in choice or choice in text)]
    return min(inside, key=len, default=None)


def same(name: object, known: Iterable[str]) -> str | None:
    """The one known name that ``name`` is but for its form: width, case, spaces, quotes, a mark behind it."""
    if not isinstance(name, str) or not (plain := folded(name)):
        return None
    found = {choice for choice in known if folded(choice) == plain}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """``text`` without what makes no difference to a reader: １２ and 12, “甲” and 甲, 甲 乙 and 甲乙."""
    bare = _SPACES.sub("", normalize("NFKC", text)).strip(_QUOTES).rstrip(_MARKS).strip(_QUOTES)
    return _DASHES.sub("-", bare).casefold()

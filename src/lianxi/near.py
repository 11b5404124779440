"""The name that was probably meant (是否想写 …？)."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

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

"""Whether a text may hold what the rules on texts look for: a cheap test that most records pass by."""

from __future__ import annotations

import re

_LITERALS = ("lianxi", "主动公开")
_LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9]){9}")


def is_suspect(text: str) -> bool:
    """True sends ``text`` to every rule that scans; false must be certain."""
    return any(literal in text for literal in _LITERALS) or _LONG_NUMBER.search(text) is not None

"""How much of a line a text takes, in characters (字): what is not Chinese takes half."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_WIDE = "WFA"
"""Ambiguous characters (quotation marks, dashes) are set in the Chinese font."""


def em(text: str) -> float:
    """The width of ``text`` in characters (GB/T 9704-2012 3.1)."""
    return sum(0 if combining(char) else 1 if east_asian_width(char) in _WIDE else 0.5 for char in text)

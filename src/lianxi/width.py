"""How wide a text stands on a terminal: a Chinese character takes two columns."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns of ``text``."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """``text`` filled with spaces to ``columns``."""
    return text + " " * max(columns - width(text), 0)


def head(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits, with … where something was cut."""
    if width(text) <= columns:
        return text
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > columns - 1:
            return f"{text[:index]}…"
    return text


def tail(text: str, columns: int) -> str:
    """The end of ``text`` that fits, with … where something was cut."""
    return head(text[::-1], columns)[::-1]

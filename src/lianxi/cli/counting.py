"""Says on stderr how far a long run has come: on one line of a terminal, elsewhere not at all."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_FIRST, _BETWEEN = 1.0, 0.2
"""Seconds until something is said, and between two words."""


@contextmanager
def counting(what: str, unit: str) -> Iterator[Callable[[int], None]]:
    """Gives what is to be called with how many there are so far; the line is gone in the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    said_at = time.monotonic() + _FIRST - _BETWEEN
    said = False

    def tell(count: int) -> None:
        nonlocal said, said_at
        if time.monotonic() >= said_at + _BETWEEN:
            said, said_at = True, time.monotonic()
            sys.stderr.write(f"\r正在生成{what}：{count} {unit}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if said:
            sys.stderr.write("\r\x1b[K")

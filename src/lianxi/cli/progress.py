"""How far a run of more than a second is, on a line that is written over; a log gets none."""

from __future__ import annotations

import sys
from time import monotonic

_PATIENCE, _PAUSE = 1.0, 0.2
"""Seconds before it is shown at all, and between two lines."""


class Progress:
    """Counts steps of ``total``."""

    def __init__(self, total: int, what: str) -> None:
        self._total = total
        self._what = what
        self._done = 0
        self._next = monotonic() + _PATIENCE
        self._shown = False

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if monotonic() >= self._next and sys.stderr.isatty():
            self._next = monotonic() + _PAUSE
            self._shown = True
            sys.stderr.write(f"\r{self._what} {self._done}/{self._total}")
            sys.stderr.flush()

    def end(self) -> None:
        """What comes next begins on a line of its own."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")

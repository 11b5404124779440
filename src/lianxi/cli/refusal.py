"""A refusal: one Chinese line that says what is wrong and what to do, and an exit code."""

from __future__ import annotations

CLEAN, FOUND, MISUSED, BROKEN = 0, 1, 2, 3
"""Exit codes: done and clean; findings or records left out; wrong usage; environment failed."""
INTERRUPTED = 130
"""As shells have it: Ctrl-C."""


class Refusal(Exception):
    """Ends a command; the line goes to stderr."""

    def __init__(self, line: str, code: int = MISUSED) -> None:
        super().__init__(line)
        self.line = line
        self.code = code

"""One line that may have been meant otherwise, and what is tried to find which one it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lianxi.fault import Fault, Place
from lianxi.source.guard import is_plain

Reads = Callable[[str], int | None]
"""How many things are wrong with what a text says; ``None`` where it cannot be read."""
WIDE = "\t\u3000\xa0"
_BUDGET = 800_000
"""So many characters are tried in all: a hundred mendings of a common record, a few of a huge one."""
_SLOWER = 8
"""So many times a text costs that the fast parser cannot read."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that may have been meant otherwise: what is wrong at ``column``, and the lines instead."""

    kind: str
    number: int
    column: int
    now: str
    width: int = 1
    hints: dict[str, Any] = field(default_factory=dict)

    def fault(self, lines: list[str], *, sure: bool) -> Fault:
        """As the rules word it."""
        line = lines[self.number - 1]
        hints = {"line": line, "now": self.now, "sure": sure, **self.hints}
        return Fault(self.kind, value=line, hints=hints, place=Place(self.number, self.column, self.width))


class Trials:
    """The mendings of one text that are tried, within bounds."""

    def __init__(self, lines: list[str], reads: Reads) -> None:
        self.lines = lines
        self._reads = reads
        self._left = _BUDGET

    def flaws(self, slip: Slip) -> int | None:
        """How many things are wrong once it is mended; ``None`` where it cannot be told."""
        if self._left <= 0:
            return None
        index = slip.number - 1
        text = "\n".join([*self.lines[:index], slip.now, *self.lines[index + 1 :]])
        self._left -= len(text) * (1 if is_plain(text) else _SLOWER)
        return self._reads(text)

    def first(self, slips: Iterator[Slip]) -> Slip | None:
        """The first that leaves nothing wrong, else the one that leaves least."""
        best: tuple[int, Slip] | None = None
        for slip in slips:
            flaws = self.flaws(slip)
            if flaws == 0:
                return slip
            if flaws is not None and (best is None or flaws < best[0]):
                best = flaws, slip
        return best[1] if best else None

    def right(self, slips: Iterator[Slip]) -> list[Slip]:
        """All that leave nothing wrong."""
        return [slip for slip in slips if self.flaws(slip) == 0]

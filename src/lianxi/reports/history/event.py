"""One thing that happened to a record, with its day: what a sentence of its 办理经过 says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lianxi.wording import remark_of, sentence

_STOPS = ("。", "！", "？")


@dataclass(frozen=True, slots=True)
class Event:
    """``by`` did ``text`` on ``day``; ``more`` is what a summary leaves out.

    ``brief`` is the step that a chain of steps makes of it, empty where it makes none. ``minor``
    marks what only the record's own history tells, ``internal`` what no paper does (批示).
    """

    day: date
    record: str
    kind: str
    text: str
    by: str = ""
    more: str = ""
    brief: str = ""
    minor: bool = False
    internal: bool = False

    def said(self) -> str:
        """The sentence, without its day."""
        said = sentence(f"{self.by}{self.text}{self.more}")
        bare = said.removesuffix(remark_of(said))
        return said if bare.endswith(_STOPS) else f"{said}。"

    def under(self, heading: str) -> Event:
        """The same in the history of another record, where ``heading`` says whose it is."""
        return replace(self, by=f"{heading}{self.by}")

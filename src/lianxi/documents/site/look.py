"""The records of a day as all pages of the site look at them: derived once, asked by thousands of pages."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.disclosure import EVERYBODY
from lianxi.documents.site.addresses import Addresses, addresses
from lianxi.documents.site.frame import Frame, frame
from lianxi.obligations import Obligation, obligations
from lianxi.situation import Situation


@dataclass(frozen=True, slots=True)
class Look:
    """``owed`` are the duties by record; none on a site for everybody."""

    now: Situation
    to: Addresses
    frame: Frame
    all_owed: list[Obligation]
    owed: dict[str, list[Obligation]]


def look(now: Situation) -> Look:
    """What is shared by the pages of one site."""
    public = now.book.audience == EVERYBODY
    owed = [] if public else obligations(now)
    by_record: dict[str, list[Obligation]] = {}
    for entry in owed:
        by_record.setdefault(entry.record, []).append(entry)
    return Look(now, addresses(now, drafts=not public), frame(now), owed, by_record)

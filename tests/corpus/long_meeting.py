"""A conference of one meeting with a very long agenda, held and decided."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from corpus import meetings
from corpus.conference import Conference, Place
from corpus.days import NOW, SAMPLE
from corpus.issues import LEAD
from corpus.meetings import ISSUED, PLENARY


class LongMeeting(Conference):
    """Writes one meeting, and the issues, decisions and tasks of all its items."""

    def hold(self, items: int) -> str:
        """Hold it; gives its id."""
        day = max(LEAD, NOW - ISSUED - 10)
        numbers = self._numbers(PLENARY, day)
        agenda = [self._problem(Place(numbers.id, day, no)) for no in range(1, items + 1)]
        self._save(meetings.plenary(numbers, day, agenda, self.chance))
        self._number_notices()
        return numbers.id


def make_long_meeting(root: Path, items: int, seed: int = 1) -> str:
    """Write the sample's mechanism and calendars and the meeting into ``root``; gives the meeting's id."""
    shutil.copy(SAMPLE / "mechanism.yaml", root)
    shutil.copytree(SAMPLE / "calendar", root / "calendar")
    return LongMeeting(root, 0, random.Random(seed)).hold(items)  # noqa: S311 - a corpus, no secret

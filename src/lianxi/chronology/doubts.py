"""The dates that are probably wrong: they contradict others, have not come, or lie years away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache, cached_property

from lianxi.book import Book
from lianxi.chronology.clash import Clash, clashes
from lianxi.chronology.culprit import Signs, culprits
from lianxi.chronology.derived import ELSEWHERE, days, meeting_of
from lianxi.chronology.exact import exact
from lianxi.chronology.fit import fitting
from lianxi.chronology.order import PLANS, TABLES, Breach
from lianxi.fault import Fault, Loc
from lianxi.schema.base import Value
from lianxi.schema.calendar import Calendar
from lianxi.schema.days import Dated, Days
from lianxi.schema.mechanism import Mechanism
from lianxi.workdays import Workdays

BEFORE, AFTER = 5, 10
"""So many years before and after the year of its number a record's dates are believed."""
_FILES, _PAUSE = 3, timedelta(days=92)
"""Where so many files go on after the day, without a longer pause, it is the day that lies back."""
_AHEAD = timedelta(days=3)
"""What is dated so little ahead was written the days before, as for Monday on a Friday."""
_ONCE = (Breach.AHEAD, Breach.FAR)
"""What is told once a file."""
_NONE: frozenset[date] = frozenset()

Wrong = tuple[Breach, Dated, tuple[Clash, ...]]


@dataclass(frozen=True, slots=True)
class Slip:
    """A date that is probably wrong, the contradictions it explains, and between which days it would fit."""

    record: Value
    breach: Breach
    dated: Dated
    clashes: tuple[Clash, ...]
    first: date | None
    last: date | None

    @property
    def loc(self) -> Loc:
        """Where it stands."""
        return self.dated[1]

    @property
    def doubtful(self) -> tuple[date, ...]:
        """Its day; and that of the other one, where it is only one word against another."""
        if len(self.clashes) == 1:
            return self.clashes[0].early[0], self.clashes[0].late[0]
        return (self.dated[0],)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one record shows by itself; ``later`` is what is dated after today and contradicts nothing."""

    slips: tuple[Slip, ...]
    later: tuple[Dated, ...]


_SOUND = _Found((), ())


@dataclass(frozen=True)
class Doubts:
    """The doubtful dates of a book on the day ``today``; each record's are found once."""

    book: Book
    today: date
    _known: dict[int, _Found] = field(default_factory=dict, repr=False)

    def faults(self, record: Value) -> Iterator[Fault]:
        """What is to be told of the dates of ``record``."""
        slips = self.slips(record)
        for breach in _ONCE if slips else ():
            alike = [slip for slip in slips if slip.breach is breach]
            slips = tuple(slip for slip in slips if slip.breach is not breach)
            hints = {"today": self.today, "count": len(alike)}
            yield from (Fault(breach.value, slip.loc, slip, hints) for slip in alike[:1])
        yield from (Fault(slip.breach.value, slip.loc, slip) for slip in slips)

    def doubtful_days(self, record: Value) -> frozenset[date]:
        """The days in ``record``, or in the meeting it comes from, by which nothing else is to be judged."""
        slips = self.slips(record)
        meeting = meeting_of(record, self.book)
        if meeting is not None:
            slips += self.slips(meeting)
        return frozenset(day for slip in slips for day in slip.doubtful) if slips else _NONE

    def slips(self, record: Value) -> tuple[Slip, ...]:
        """The doubtful dates of ``record``, each once."""
        found = self._found(record)
        ahead = [dated for dated in found.later if dated[0] > self._goes_on_until]
        if not ahead:
            return found.slips
        return (*found.slips, *_Reading(record, self).slips((Breach.AHEAD, dated, ()) for dated in ahead))

    def _found(self, record: Value) -> _Found:
        known = self._known.get(id(record))
        if known is None:
            known = self._known[id(record)] = _Reading(record, self).found()
        return known

    @cached_property
    def workdays(self) -> Workdays:
        """The working days; few dates of official work fall on others."""
        return Workdays(self.book.calendars)

    @cached_property
    def _goes_on_until(self) -> date:
        """The last day up to which what is dated after today is not doubtful.

        Whoever looks at an earlier day finds the work of many records going on after it; a slip
        of the hand stands alone, or years ahead.
        """
        records = (self.book.issues, self.book.meetings, self.book.tasks)
        named = (each for kind in records for each in kind.items())
        return _last_of_run(
            self.today, sorted((day, name) for name, record in named for day, _ in self._found(record).later)
        )


class _Reading:
    """One record with its days."""

    def __init__(self, record: Value, doubts: Doubts) -> None:
        self.record = record
        self.doubts = doubts
        self.days = days(record, doubts.book)
        self.table = TABLES.get(type(record), {})

    def found(self) -> _Found:
        """What contradicts itself, what lies years away, and what is later than today."""
        against = clashes(self.days, self.table)
        against += [clash for clash, holds in exact(self.record) if not holds]
        if isinstance(self.record, Calendar):  # a day of another year is told by itself
            own = {self.record.year}
            against = [clash for clash in against if {clash.early[0].year, clash.late[0].year} == own]
        odd = _odd(self.record, self.days, self.doubts.today)
        if not against and not odd:
            return _SOUND
        wrong = list(self._contradicting(against)) if against else []
        told = {dated[1] for _, dated, _ in wrong}
        alone = [dated for dated in odd if dated[1] not in told]
        later = tuple(dated for dated in alone if is_act(dated[1]) and dated[0] > self.doubts.today)
        wrong += [(Breach.FAR, dated, ()) for dated in alone if dated not in later]
        return _Found(tuple(self.slips(wrong)), later)

    def slips(self, wrong: Iterable[Wrong]) -> Iterator[Slip]:
        """Each with the span in which it would fit."""
        wrong = list(wrong)
        doubtful = {dated[1] for _, dated, _ in wrong}
        judged = list(exact(self.record))
        for breach, dated, explained in wrong:
            first, last = fitting(dated[1], self.days, self.table, judged, doubtful)
            if is_act(dated[1]):
                last = min(last or self.doubts.today, self.doubts.today)
            yield Slip(self.record, breach, dated, explained, first, last)

    def _contradicting(self, against: list[Clash]) -> Iterator[Wrong]:
        order = list(Breach)
        today = self.doubts.today
        home = date(year_of(self.record) or today.year, 7, 1)
        signs = Signs(self.days, against, list(exact(self.record)), home, today, self.doubts.workdays)
        for dated, explained in culprits(against, signs.doubt):
            yield min((clash.breach for clash in explained), key=order.index), dated, tuple(explained)


def _odd(record: Value, found: Days, today: date) -> list[Dated]:
    """What has happened after today, and what lies years away from the record."""
    if isinstance(record, Calendar | Mechanism):
        return []
    first, last = _believed(year_of(record))
    odd = []
    for path, dated in found.items():
        until = today if _are_acts(path) else last
        for day, loc in dated:
            if not first <= day <= until and not path.startswith(ELSEWHERE):
                odd.append((day, loc))
    return odd


@cache
def _believed(year: int) -> tuple[date, date]:
    return date(max(year - BEFORE, MINYEAR), 1, 1), date(min(year + AFTER, MAXYEAR), 12, 31)


@cache
def _are_acts(path: str) -> bool:
    return path.rpartition(".")[2] not in PLANS


def is_act(loc: Loc) -> bool:
    """Whether what is dated has happened, rather than being planned."""
    return loc[-1] not in PLANS


def year_of(record: Value) -> int:
    """The year of its number, or of the calendar; the mechanism has none."""
    if isinstance(record, Calendar):
        return record.year
    digits = getattr(record, "id", "")[2:6]
    return int(digits) if digits else 0


def _last_of_run(today: date, acts: Iterable[tuple[date, str]]) -> date:
    until, files = today, set[str]()
    for day, name in acts:
        if day - until > _PAUSE:
            break
        until = day
        files.add(name)
    return until if len(files) >= _FILES else today + _AHEAD

"""The dates that are probably wrong: they contradict others, have not come, or lie years away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache, cached_property

from lianxi.book import Book
from lianxi.chronology.clash import Clash, clashes
from lianxi.chronology.culprit import Signs, culprits
from lianxi.chronology.derived import ELSEWHERE, days
from lianxi.chronology.exact import Judged, exact
from lianxi.chronology.fit import Span, fitting
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


@dataclass(frozen=True)
class Doubts:
    """The doubtful dates of a book on the day ``today``; each record's are found once."""

    book: Book
    today: date
    _known: dict[int, tuple[Slip, ...]] = field(default_factory=dict, repr=False)

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
        """The days in ``record`` by which nothing else is to be judged."""
        slips = self.slips(record)
        return frozenset(slip.dated[0] for slip in slips) if slips else _NONE

    def slips(self, record: Value) -> tuple[Slip, ...]:
        """The doubtful dates of ``record``, each once."""
        known = self._known.get(id(record))
        if known is None:
            known = self._known[id(record)] = self._slips(record)
        return known

    def _slips(self, record: Value) -> tuple[Slip, ...]:
        found = days(record, self.book)
        table = TABLES[type(record)]
        judged = list(exact(record))
        against = [*clashes(found, table), *(clash for clash, holds in judged if not holds)]
        if isinstance(record, Calendar):  # a day of another year is told by itself
            against = [
                clash for clash in against if {clash.early[0].year, clash.late[0].year} == {record.year}
            ]
        odd = _odd(record, found, self.today)
        if not against and not odd:
            return ()
        wrong = list(self._contradicting(record, found, judged, against)) if against else []
        wrong += self._alone(odd, {dated[1] for _, dated, _ in wrong})
        doubtful = {dated[1] for _, dated, _ in wrong}
        return tuple(
            Slip(record, *each, *self._span(each[1][1], fitting(each[1][1], found, table, judged, doubtful)))
            for each in wrong
        )

    def _span(self, loc: Loc, span: Span) -> Span:
        """What has happened is not later than today."""
        first, last = span
        return (first, min(last or self.today, self.today)) if is_act(loc) else span

    def _contradicting(
        self, record: Value, found: Days, judged: list[Judged], against: list[Clash]
    ) -> Iterator[Wrong]:
        order = list(Breach)
        home = date(year_of(record) or self.today.year, 7, 1)
        signs = Signs(found, against, judged, home, self.today, self._workdays)
        for dated, explained in culprits(against, signs.doubt):
            yield min((clash.breach for clash in explained), key=order.index), dated, tuple(explained)

    def _alone(self, odd: list[Dated], told: set[Loc]) -> Iterator[Wrong]:
        """Those of the odd dates that contradict nothing."""
        for day, loc in odd:
            if loc in told:
                continue
            if not is_act(loc) or day <= self.today:
                yield Breach.FAR, (day, loc), ()
            elif day > self._goes_on_until:
                yield Breach.AHEAD, (day, loc), ()

    @cached_property
    def _workdays(self) -> Workdays:
        return Workdays(self.book.calendars)

    @cached_property
    def _goes_on_until(self) -> date:
        """The last day up to which what is dated after today is not doubtful.

        Whoever looks at an earlier day finds the work of many records going on after it; a slip
        of the hand stands alone, or years ahead.
        """
        return _last_of_run(self.today, sorted(self._acts_after()))

    def _acts_after(self) -> Iterator[tuple[date, str]]:
        for records in (self.book.issues, self.book.meetings, self.book.tasks):
            for name, record in records.items():
                odd = _odd(record, days(record, self.book), self.today)
                yield from ((day, name) for day, loc in odd if day > self.today and is_act(loc))


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

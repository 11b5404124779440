"""One entry of a calendar: a meeting, or a day by which something is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lianxi.obligations import level_by
from lianxi.situation import Situation
from lianxi.status.task import OVERDUE
from lianxi.wording import full_date

MEETING, DEADLINE, REPLY, PAPER, REVIEW = "会议", "完成时限", "反馈期限", "材料报送期限", "复查"
REDO, SUPPLEMENT = "重办期限", "补充材料期限"
TENTATIVE, SETTLED, OFF = "暂定", "已定", "取消"
_MORNING = timedelta(hours=9)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """``offset`` is from the start of the entry, below 0 before it."""

    offset: timedelta
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """``key`` never changes; ``ends`` is the first moment, or day, after it, none where it is unknown.

    ``changes`` are the days on which something was recorded that changed what the entry says, so
    that their number never falls; ``since`` is the day from which it is known. ``units`` have to
    do with it, ``before`` those that had until it passed to others.
    """

    key: str
    record: str
    category: str
    summary: str
    description: str
    place: str
    starts: date | datetime
    ends: date | datetime | None
    state: str
    since: date
    changes: tuple[date, ...]
    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    alarms: tuple[Alarm, ...] = ()

    @property
    def sequence(self) -> int:
        """How often it has changed: the SEQUENCE of RFC 5545 3.8.7.4."""
        return len(self.changes)

    @property
    def changed_on(self) -> date:
        """The day of its last change."""
        return max((self.since, *self.changes))

    @property
    def all_day(self) -> bool:
        """Whether it is a day, and no hour of it."""
        return not isinstance(self.starts, datetime)

    def withdrawn(self) -> Entry:
        """The same for one whom it no longer concerns."""
        return replace(self, summary=f"【已移交】{self.summary}", state=OFF, alarms=())


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is due, with what its entry needs.

    ``mark`` says how it has ended, if it has; ``provisional`` that its year's holidays are not known.
    """

    key: str
    record: str
    category: str
    what: str
    day: date
    since: date
    changes: Iterable[date]
    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    mark: str = ""
    off: bool = False
    lines: tuple[str, ...] = ()
    provisional: bool = False


def due_entry(due: Due, now: Situation) -> Entry:
    """The entry of one whole day; what has ended, or has passed, rings no more."""
    name = f"{due.category}：{due.what}"
    unknown = (f"{due.day.year}年放假安排未入库，按周一至周五推算",) if due.provisional else ()
    rings = not due.mark and not due.off and level_by(due.day, now) != OVERDUE
    return Entry(
        due.key,
        due.record,
        due.category,
        f"【{due.mark}】{name}" if due.mark else name,
        "\n".join((*due.lines, *unknown)),
        "",
        due.day,
        due.day + _DAY,
        OFF if due.off else SETTLED,
        due.since,
        tuple(sorted(due.changes)),
        due.units,
        due.before,
        (_reminder(due, now),) if rings else (),
    )


def first_of_year(id_: str) -> date:
    """The day from which a record of which no day is known is taken to be there: 1 January of its number."""
    return date(int(id_[2:6]), 1, 1)


def _reminder(due: Due, now: Situation) -> Alarm:
    """At nine in the morning of the day on which it becomes 临期."""
    soon = now.workdays.before(due.day, now.terms.due_soon.value).day
    text = f"{due.category}{full_date(due.day)}：{due.what}"
    return Alarm(soon - due.day + _MORNING, text)

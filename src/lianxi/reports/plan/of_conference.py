"""What a merge changes in the conference itself: rules, posts, units, and the holidays it reckons by."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.differing import differences
from lianxi.reports.plan.change import Change, Kind
from lianxi.schema.kinds import MECHANISM
from lianxi.schema.mechanism import Mechanism

SETTLED = Kind("配置", "联席会议的配置改动{}处")
POSTS = Kind("任职", "{}个职务的任职有变动")
UNITS = Kind("单位", "单位变动{}个")
HOLIDAYS = Kind("放假安排", "录入或者改动{}个年份的放假安排")
KINDS = (SETTLED, POSTS, UNITS, HOLIDAYS)
_APART = ("posts", "units")


def conference_changes(base: Book, head: Book) -> Iterator[Change]:
    """Where both can be read."""
    if base.mechanism is not None and head.mechanism is not None:
        yield from _settled(base.mechanism, head.mechanism)
        yield from _posts(base.mechanism, head.mechanism)
        yield from _units(base.mechanism, head.mechanism)
    for year, calendar in head.calendars.items():
        if base.calendars.get(year) != calendar and str(year) not in base.unreadable:
            yield Change(HOLIDAYS, str(year), f"{year}年")


def _settled(was: Mechanism, now: Mechanism) -> Iterator[Change]:
    for each in differences(was, now):
        if each.key not in _APART:
            yield Change(SETTLED, MECHANISM.name, each.said)


def _posts(was: Mechanism, now: Mechanism) -> Iterator[Change]:
    """Which posts, not whom: persons stand in the record alone."""
    old, new = ({(held.post, held.unit): held for held in side.posts} for side in (was, now))
    for post, unit in dict.fromkeys((*old, *new)):
        if old.get((post, unit)) != new.get((post, unit)):
            yield Change(POSTS, MECHANISM.name, f"{post}（{unit}）")


def _units(was: Mechanism, now: Mechanism) -> Iterator[Change]:
    old, new = ({unit.name: unit for unit in side.units} for side in (was, now))
    former = {name.name: unit.name for unit in now.units for name in unit.former}
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) == new.get(name) or (name in new and name not in old and name in former.values()):
            continue
        heir = new[name].successor if name in new else None
        renamed = f"改名{former[name]}" if name in former and name not in new else ""
        gone = f"由{heir}承接" if heir and (name not in old or old[name].successor != heir) else ""
        yield Change(UNITS, MECHANISM.name, f"{name}{renamed or gone}")

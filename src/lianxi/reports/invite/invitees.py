"""Who is called to a meeting, in which seats, for which items, with which papers, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.membership import listed
from lianxi.obligations.papers import paper_due
from lianxi.schema.base import Post
from lianxi.schema.mechanism import PostHeld
from lianxi.schema.meeting import SPEECH, Chair, Meeting, Speaker
from lianxi.situation import Situation
from lianxi.status.assembly import seats
from lianxi.status.citation import item_ordinal
from lianxi.status.division import authority, shown_name
from lianxi.status.meeting import LIAISON, PLENARY, SPECIAL, in_order, meeting_day
from lianxi.status.posts import units_of

LIAISON_POST = "联络员"
SOMEBODY = "有关负责同志"
_PRESENTS, _SPEAKS, _SAYS, _ATTENDS = "汇报", "讲话", "发言", "参会"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that a unit sends, for which item, by when, and when it came."""

    item: str
    due: date | None
    provisional: bool
    received_on: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """What a unit has to do with one item: 汇报, 讲话, 发言 or 参会."""

    item: str
    role: str


@dataclass(frozen=True, slots=True)
class Invitee:
    """One unit; ``seats`` are the persons wanted by post or seat, ``site`` the branch it sits in."""

    unit: str
    name: str
    seats: tuple[str, ...]
    parts: tuple[Part, ...]
    papers: tuple[Wanted, ...]
    site: str


def invitees(meeting: Meeting, now: Situation) -> tuple[Invitee, ...]:
    """The units in the order of the mechanism, guests behind them, by the names of the meeting's day."""
    day = meeting_day(meeting) or now.today
    found = _Found(meeting, now, day)
    wanted: dict[str, list[str]] = defaultdict(list)
    for unit, seat in _called(found):
        known = any(seat in other for other in wanted[unit]) if seat else True
        wanted[unit] += [seat] if seat and not known else []
    order = {name: place for place, name in enumerate(now.units)}
    units = sorted(wanted, key=lambda name: order.get(name, len(order)))
    return tuple(found.invitee(unit, wanted[unit]) for unit in units if unit)


def unit_of(holder: Chair | Speaker, now: Situation) -> str:
    """The unit of who chairs or speaks: as written, else the only one that has the post; empty if none."""
    if holder.unit is not None or holder.post is None:
        return holder.unit or ""
    units = units_of(Post(post=holder.post), now)
    return units[0] if len(units) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Found:
    """The meeting, looked at on the day it is to be held."""

    meeting: Meeting
    now: Situation
    day: date

    def units(self, name: str) -> tuple[str, ...]:
        """The units of a group, or the unit itself, as they are called on the day."""
        return tuple(self.now.bearer(each, self.day) for each in listed(self.now.mechanism, name))

    def invitee(self, unit: str, wanted: list[str]) -> Invitee:
        return Invitee(
            unit,
            shown_name(unit, self.now),
            tuple(wanted) or (self._seat(unit),),
            tuple(self._parts(unit)),
            tuple(self._papers(unit)),
            self._site(unit),
        )

    def _seat(self, unit: str) -> str:
        """Who comes for a unit of which nobody in particular is called: to a plenary as is settled for it."""
        known = self.now.units.get(unit)
        seat = known.seat if known is not None and self.meeting.kind == PLENARY else None
        return LIAISON_POST if self.meeting.kind == LIAISON else seat or SOMEBODY

    def _parts(self, unit: str) -> Iterator[Part]:
        for item in in_order(self.now, self.meeting):
            place = item_ordinal(self.meeting, item.no, self.now)
            speaker = unit_of(item.speaker, self.now) if item.speaker else None
            if item.presenter and unit in self.units(item.presenter):
                yield Part(place, _SAYS if item.category == SPEECH else _PRESENTS)
            elif speaker and unit in self.units(speaker):
                yield Part(place, _SPEAKS)
            elif any(unit in self.units(name) for name in item.attending):
                yield Part(place, _ATTENDS)

    def _papers(self, unit: str) -> Iterator[Wanted]:
        for item in in_order(self.now, self.meeting):
            for paper in item.papers:
                if unit in self.units(paper.by):
                    due, provisional = paper_due(paper, self.meeting, self.now)
                    place = item_ordinal(self.meeting, item.no, self.now)
                    yield Wanted(place, due, provisional, paper.received_on)

    def _site(self, unit: str) -> str:
        known = self.now.units.get(unit)
        above = authority(known, self.now)
        names = {each for body in (known, above) if body is not None for each in (body.name, body.full)}
        return next((site for site in self.meeting.sites if site in names), "")


def _called(found: _Found) -> Iterator[tuple[str, str | None]]:
    """Each unit that is called and the seat that is wanted of it; None where any will do."""
    kind = found.meeting.kind
    if kind == PLENARY:
        yield from _posts(found)
        yield from _members(found)
    elif kind == LIAISON:
        yield from _liaisons(found)
    elif kind == SPECIAL and found.meeting.convened_by and found.meeting.convened_by.unit:
        yield from ((unit, None) for unit in found.units(found.meeting.convened_by.unit))
    for chair in found.meeting.chair or ():
        yield from ((unit, chair.post) for unit in found.units(unit_of(chair, found.now)))
    yield from _of_items(found)


def _posts(found: _Found) -> Iterator[tuple[str, str | None]]:
    """Who holds a post of the conference; a liaison that each member has is not called to a plenary."""
    for held in found.now.mechanism.posts:
        whole = held.unit not in found.now.groups
        if (held.years and found.day.year not in held.years) or (held.post == LIAISON_POST and not whole):
            continue
        for unit in found.units(held.unit):
            yield unit, _seat(held) if whole else held.seat


def _seat(held: PostHeld) -> str:
    return f"{held.post}（{held.seat}）" if held.seat and held.post != LIAISON_POST else held.post


def _members(found: _Found) -> Iterator[tuple[str, str | None]]:
    """All members, unless the conference calls only some: then those that the items name."""
    scope = found.now.terms.settled("attendance", "scope")
    if scope is None or scope.value != "部分成员":
        settled = _seated_by_post(found)
        for unit in seats(found.now, found.day):
            known = found.now.units.get(unit)
            yield unit, known.seat if known and unit not in settled else None


def _seated_by_post(found: _Found) -> set[str]:
    """The members whose seat goes with a post that each of a group has (成员: 分管负责同志)."""
    shared = [held for held in found.now.mechanism.posts if held.seat and held.unit in found.now.groups]
    return {unit for held in shared if held.post != LIAISON_POST for unit in found.units(held.unit)}


def _liaisons(found: _Found) -> Iterator[tuple[str, str | None]]:
    """Whoever holds the post; where the conference has none, one of each member."""
    held = [post.unit for post in found.now.mechanism.posts if post.post == LIAISON_POST]
    units = [unit for name in held for unit in found.units(name)] or seats(found.now, found.day)
    yield from ((unit, LIAISON_POST) for unit in units)


def _of_items(found: _Found) -> Iterator[tuple[str, str | None]]:
    """Whoever presents, speaks, attends an item or sends a paper for it."""
    for item in found.meeting.agenda:
        if item.speaker:
            yield from ((unit, item.speaker.post) for unit in found.units(unit_of(item.speaker, found.now)))
        names = [item.presenter, *item.attending, *(paper.by for paper in item.papers)]
        yield from ((unit, None) for name in names if name for unit in found.units(name))

"""The sheet that those who come sign (签到表): one line a seat, persons only where the record names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.reports.invite.invitees import Invitee, unit_of
from lianxi.schema.meeting import Chair, Meeting, Speaker
from lianxi.situation import Situation


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line; what is not known is empty."""

    unit: str
    seat: str
    person: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody whom the record names, for a post where it says so."""

    post: str | None
    person: str
    title: str


def sign_in(meeting: Meeting, called: tuple[Invitee, ...], now: Situation) -> tuple[SignIn, ...]:
    """A line for each seat of each unit; whoever takes no seat of the list has one besides."""
    return tuple(line for invitee in called for line in _lines(invitee, meeting, now))


def _lines(invitee: Invitee, meeting: Meeting, now: Situation) -> Iterator[SignIn]:
    named = list(_named(invitee, meeting, now))
    away = next(
        (entry for entry in meeting.receipts if _is_of(entry.unit, invitee, now) and not entry.attends), None
    )
    note = "请假" if away is not None else ""
    for seat in invitee.seats:
        who = next((each for each in named if each.post is not None and seat.startswith(each.post)), None)
        who = who or next((each for each in named if each.post is None), None)
        if who is not None:
            named.remove(who)
        yield SignIn(invitee.name, seat, who.person if who else "", who.title if who else "", note)
    for who in named:
        yield SignIn(invitee.name, who.post or "", who.person, who.title, "")


def _named(invitee: Invitee, meeting: Meeting, now: Situation) -> Iterator[_Person]:
    seen: set[str] = set()
    holders: list[Chair | Speaker] = list(meeting.chair or ())
    holders += [item.speaker for item in meeting.agenda if item.speaker]
    for holder in holders:
        if holder.person and _is_of(unit_of(holder, now), invitee, now) and holder.person not in seen:
            seen.add(holder.person)
            yield _Person(holder.post, holder.person, holder.title or "")
    for entry in meeting.receipts:
        if entry.attends and entry.person and _is_of(entry.unit, invitee, now) and entry.person not in seen:
            seen.add(entry.person)
            yield _Person(None, entry.person, entry.title or "")


def _is_of(unit: str, invitee: Invitee, now: Situation) -> bool:
    return invitee.unit in {unit, now.present(unit)}

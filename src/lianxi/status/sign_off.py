"""How minutes come to be issued: whose consent is asked, and who signs."""

from __future__ import annotations

from datetime import date

from lianxi.membership import listed
from lianxi.schema.base import Signer
from lianxi.schema.meeting import Chair, Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY, SPECIAL, meeting_day
from lianxi.terms import Term

NOBODY = "不征求"
ASKED = ("出席单位", "全体成员")
BY_ALL_SIDES = "各方签署"
_CONVENING = "召集单位"


def signed_or_issued(meeting: Meeting) -> date | None:
    """The day from which the minutes stand: that of the signature, else that of issue."""
    minutes = meeting.minutes
    return (minutes.signed_on or minutes.issued_on) if minutes else None


def unasked(meeting: Meeting, now: Situation) -> Term[str] | None:
    """Whose consent should have been asked before the signature, and was not; what is issued is past."""
    minutes = meeting.minutes
    if minutes is None or minutes.signed_on is None or minutes.issued_on or minutes.consent:
        return None
    term = now.terms.settled("minutes", "consent") if meeting.kind == PLENARY else None
    return term if term and term.value in ASKED else None


def signer(meeting: Meeting, now: Situation) -> Term[Signer] | None:
    """Who is to sign the minutes, where it is settled."""
    if meeting.kind == PLENARY:
        term = now.terms.settled("minutes", "sign_off")
        return Term(Signer(post=term.value.post, unit=term.value.unit), term.basis) if term else None
    term = now.terms.settled("minutes", "special_sign_off") if meeting.kind == SPECIAL else None
    found = _in_words(term.value, meeting, now) if term else None
    return Term(found, term.basis) if term and found else None


def writes_minutes(meeting: Meeting, now: Situation) -> bool:
    """A plenary does; a special meeting where it has begun to, or somebody is named to sign them."""
    if meeting.kind == SPECIAL:
        return meeting.minutes is not None or now.terms.settled("minutes", "special_sign_off") is not None
    return meeting.kind == PLENARY


def may_convene(meeting: Meeting, now: Situation) -> bool:
    """Whether the convening unit is one of those that are settled; what is on no route is told by itself."""
    routes = now.terms.settled("special_meeting", "convened_by")
    unit = meeting.convened_by.unit if meeting.convened_by else None
    names = [route.unit or route.group for route in routes.value] if routes else []
    return routes is None or any(unit in listed(now.mechanism, name) for name in names if name)


def signer_lines(who: Signer, meeting: Meeting, now: Situation) -> str:
    """``signed_by`` as it is to be pasted; where several hold the post, with the one that chaired."""
    unit = who.unit or (_holder(who.post, meeting, now) if who.post else None)
    pairs = (("post", who.post), ("unit", unit), ("seat", who.seat))
    return "\n".join(["signed_by:", *(f"  {key}: {value}" for key, value in pairs if value)])


def _in_words(text: str, meeting: Meeting, now: Situation) -> Signer | None:
    """A post, or 召集单位主要负责同志; other words are for people."""
    if any(post.post == text for post in now.mechanism.posts):
        return Signer(post=text)
    convener = meeting.convened_by
    if convener is None or convener.unit is None or not text.startswith(_CONVENING):
        return None
    if not now.is_unit(convener.unit, meeting_day(meeting)):
        return None  # a name that names nothing is told by itself
    return Signer(unit=convener.unit, seat=text.removeprefix(_CONVENING).removeprefix("的") or None)


def _holder(post: str, meeting: Meeting, now: Situation) -> str | None:
    posts = [held for held in now.mechanism.posts if held.post == post]
    units = [unit for held in posts for unit in listed(now.mechanism, held.unit)]
    chairs: tuple[Chair, ...] = meeting.chair or ()
    return next((chair.unit for chair in chairs if chair.unit in units), next(iter(units), None))

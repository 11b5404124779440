"""The foot of minutes: how far they are disclosed, and who gets them."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.schema.issue import PUBLIC, WITHHELD
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation

MEMBERS = "各成员单位"
"""Whom the decisions bind: lianxi's default where nothing is settled."""


@dataclass(frozen=True, slots=True)
class Line:
    """报送, 发 or 抄送, and to whom."""

    word: str
    to: tuple[str, ...]


def distribution(now: Situation) -> tuple[Line, ...]:
    """Those above first, then those who carry it out, then those who are to know."""
    lines = (("报送", "copy_up", ()), ("发", "distribute", (MEMBERS,)), ("抄送", "cc", ()))
    found = (Line(word, _settled(key, now) or default) for word, key, default in lines)
    return tuple(line for line in found if line.to)


def addressees(now: Situation) -> tuple[str, ...]:
    """The units among those who get the minutes: posts are not written to."""
    names = _settled("distribute", now) or (MEMBERS,)
    posts = {post.post for post in now.mechanism.posts}
    return tuple(name for name in names if not any(post in name for post in posts)) or (MEMBERS,)


def disclosure(meeting: Meeting, now: Situation) -> str:
    """The strictest of what the meeting and its issues declare."""
    issues = (now.book.issues.get(item.issue or "") for item in meeting.agenda)
    declared = {meeting.disclosure, *(issue.disclosure for issue in issues if issue)}
    if WITHHELD in declared:
        return WITHHELD
    return next((each for each in declared if each != PUBLIC), PUBLIC)


def _settled(key: str, now: Situation) -> tuple[str, ...]:
    term = now.terms.settled("minutes", key)
    return tuple(term.value) if term else ()

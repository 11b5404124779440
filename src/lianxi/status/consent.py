"""征求意见 on draft minutes: who has been asked, who has answered, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.membership import members
from lianxi.schema.meeting import ConsentReply, Meeting
from lianxi.situation import Situation
from lianxi.status.assembly import PRESENT
from lianxi.status.meeting import meeting_day

AGREED, AMENDED, REFUSED = "同意", "修改意见", "不同意"
_OF_MEMBERS = "全体成员"


def unsettled(replies: tuple[ConsentReply, ...], signed: date) -> Iterator[tuple[int, ConsentReply]]:
    """The replies up to ``signed`` that still stand in the way, each with its position.

    A unit that agreed later has taken back what it said before.
    """
    agreed = {reply.unit: reply.date for reply in replies if reply.view == AGREED}
    for index, reply in enumerate(replies):
        taken_back = reply.unit in agreed and agreed[reply.unit] >= reply.date
        if reply.view != AGREED and reply.date <= signed and not taken_back and not _is_answered(reply):
            yield index, reply


def silent(meeting: Meeting, whose: str, now: Situation) -> tuple[str, ...]:
    """The units that were asked and have not answered; ``whose`` is 出席单位 or 全体成员."""
    day = meeting_day(meeting) or now.today
    asked = (
        members(now.mechanism)
        if whose == _OF_MEMBERS
        else [row.unit for row in meeting.attendance if row.as_ == PRESENT]
    )
    consent = meeting.minutes.consent if meeting.minutes else None
    heard = {now.bearer(reply.unit, day) for reply in (consent.replies if consent else ())}
    return tuple(dict.fromkeys(name for unit in asked if (name := now.bearer(unit, day)) not in heard))


def _is_answered(reply: ConsentReply) -> bool:
    return reply.adopted is True or (reply.view == AMENDED and reply.adopted is False)

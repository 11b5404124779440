"""What goes out before a meeting, from one set of facts: 通知, 回执, 签到表, 主持词 and 回复情况."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.book import Book
from lianxi.reports.agenda import page
from lianxi.reports.invite.invitation import Invitation, invitation
from lianxi.reports.invite.invitees import Invitee, invitees
from lianxi.reports.invite.replies import Replies, replies
from lianxi.reports.invite.script import Script, script
from lianxi.reports.invite.sign_in import SignIn, sign_in
from lianxi.reports.materials import materials
from lianxi.situation import situation
from lianxi.status.meeting import OPEN, meeting_day, meeting_status

CALL, RECEIPT, SIGN_IN, SCRIPT, REPLIES = "通知", "回执", "签到表", "主持词", "回复情况"
PARTS = (CALL, RECEIPT, SIGN_IN, SCRIPT, REPLIES)


@dataclass(frozen=True, slots=True)
class Invite:
    """All of it, as of ``today``; ``single`` has a sheet for each of the ``invitees``."""

    today: date
    meeting: str
    name: str
    title: str
    day: date | None
    open: bool
    cancelled: bool
    invitation: Invitation
    single: tuple[Invitation, ...]
    invitees: tuple[Invitee, ...]
    sign_in: tuple[SignIn, ...]
    script: Script
    replies: Replies
    unread: int

    @property
    def passed(self) -> bool:
        """Whether its day has gone by without its having been held."""
        return self.open and self.day is not None and self.day < self.today


def invite(book: Book, today: date, id_: str) -> Invite:
    """The papers around the meeting ``id_``, which must be readable."""
    now = situation(book, today)
    meeting = now.book.meetings[id_]
    first = page(meeting, now)
    called = invitees(meeting, now)
    return Invite(
        today,
        id_,
        first.name,
        meeting.title or f"{now.mechanism.name}{first.name}",
        meeting_day(meeting),
        meeting_status(meeting) in OPEN,
        meeting.cancelled is not None,
        invitation(meeting, first, None, now),
        tuple(invitation(meeting, first, each, now) for each in called),
        called,
        sign_in(meeting, called, now),
        script(meeting, first, materials(meeting, now), now),
        replies(meeting, called, now),
        book.unread,
    )

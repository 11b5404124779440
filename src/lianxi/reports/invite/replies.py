"""Who has answered an invitation and who has not, and whose papers are missing (回复情况)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lianxi.obligations import Obligation, papers
from lianxi.reports.invite.invitees import Invitee
from lianxi.schema.meeting import Meeting, Receipt
from lianxi.situation import Situation
from lianxi.status.meeting import SPECIAL


@dataclass(frozen=True, slots=True)
class Reply:
    """One unit's answer."""

    unit: str
    date: date
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class Replies:
    """``outdated`` are answers to a time that has since been changed; ``silent`` have not answered."""

    notified_on: date | None
    notify_by: date | None
    notify_by_word: str
    called: int
    coming: tuple[Reply, ...]
    away: tuple[Reply, ...]
    outdated: tuple[Reply, ...]
    silent: tuple[str, ...]
    received: int
    missing: tuple[Obligation, ...]


def replies(meeting: Meeting, called: tuple[Invitee, ...], now: Situation) -> Replies:
    """The state on the day; whoever sends the invitation does not answer it."""
    moves = meeting.postponements
    since = moves[-1].date if moves else None
    last = {
        now.present(entry.unit): entry for entry in sorted(meeting.receipts, key=lambda entry: entry.date)
    }
    valid = {unit: entry for unit, entry in last.items() if since is None or entry.date >= since}
    asked = [each.unit for each in called if each.unit not in _senders(meeting, now)]
    wanted = [paper for item in meeting.agenda for paper in item.papers]
    lead = now.terms.settled("pre_meeting", "notice_lead")
    by = now.workdays.before(meeting.starts.date(), lead.value).day if lead and meeting.starts else None
    return Replies(
        moves[-1].notified_on if moves and meeting.notified_on else meeting.notified_on,
        by,
        lead.basis if lead else "",
        len(asked),
        tuple(_reply(entry) for entry in valid.values() if entry.attends),
        tuple(_reply(entry) for entry in valid.values() if not entry.attends),
        tuple(_reply(entry) for unit, entry in last.items() if unit not in valid),
        tuple(unit for unit in asked if unit not in last),
        sum(1 for paper in wanted if paper.received_on is not None),
        tuple(entry for entry in papers.owed(now) if entry.record == meeting.id),
    )


def _senders(meeting: Meeting, now: Situation) -> set[str]:
    convener = meeting.convened_by
    if meeting.kind == SPECIAL and convener is not None and convener.unit:
        return {now.present(convener.unit)}
    office = now.mechanism.office
    return {now.present(host) for host in office.host} if office else set()


def _reply(entry: Receipt) -> Reply:
    return Reply(entry.unit, entry.date, f"{entry.title or ''}{entry.person or ''}", entry.reason or "")

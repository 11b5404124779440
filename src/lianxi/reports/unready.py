"""Which issues are not ready for a meeting, what each lacks, and which unit owes it."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.obligations import Obligation
from lianxi.situation import Situation
from lianxi.status.issue import BEFORE_MEETING, IssueStanding, issue_standing


@dataclass(frozen=True, slots=True)
class Unready:
    """One issue on its way, with the duties that hold it up."""

    id: str
    title: str
    county: str | None
    status: str
    collected_on: str
    on_agenda: bool
    owed: tuple[Obligation, ...]


def unready(now: Situation, owed: list[Obligation]) -> list[Unready]:
    """From what is ``owed``, the issues that are not ready: those on an agenda first, then the oldest."""
    by_record: dict[str, list[Obligation]] = {}
    for entry in owed:
        by_record.setdefault(entry.record, []).append(entry)
    standings = [issue_standing(issue, now) for issue in now.book.issues.values()]
    found = [
        _unready(standing, by_record.get(standing.issue.id, []))
        for standing in standings
        if standing.status in BEFORE_MEETING
    ]
    return sorted(found, key=lambda item: (not item.on_agenda, item.collected_on, item.id))


def _unready(standing: IssueStanding, owed: list[Obligation]) -> Unready:
    """Its duties in the order in which an issue passes through them."""
    issue = standing.issue
    order = {duty: index for index, duty in enumerate(standing.lacks)}
    return Unready(
        issue.id,
        issue.title,
        issue.county,
        standing.status,
        issue.collected_on.isoformat(),
        standing.on_agenda is not None,
        tuple(sorted(owed, key=lambda entry: order.get(entry.duty, len(order)))),
    )

"""What a merge changes in minutes: the steps of their life, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lianxi.book import Book, bases
from lianxi.merge import other_papers, pairs, paper_of
from lianxi.reports.minutes import Minutes as Facts
from lianxi.reports.minutes import minutes
from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.sides import Sides
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting, Minutes
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.sealed import minutes_path, with_lf
from lianxi.status.correction import Uncorrectable
from lianxi.status.meeting import issued_on
from lianxi.wording import listed, short_date

STEP = Kind("纪要", "纪要走了{}步", alone=True)
CORRECTED = Kind("更正", "{}期纪要更正", alone=True)
CHANGES = Kind("纪要变化", "{}期纪要将变化", alone=True)
_ASKED = "征求意见"
_TAKEN = (("drafted_on", "起草"), ("consent", _ASKED), ("signed_on", "签发"), ("issued_on", "印发"))
_VIEWS = {"修改意见": "提出修改意见"}
KINDS = (STEP, CORRECTED, CHANGES)


def minutes_changes(base: Book, head: Book, sides: Sides) -> Iterator[Change]:
    """The steps of all minutes; what they say, of the meetings that the merge touches."""
    touched = _touched(base, head)
    for was, now in sides.meetings:
        if now is None or now.minutes is None:
            continue
        written = was.minutes if was is not None else None
        yield from _steps(written, now.minutes, now.id, sides)
        if written is None or now.id not in touched:
            continue
        count = len(now.minutes.corrections) - len(written.corrections)
        if count > 0:
            yield Change(CORRECTED, now.id, f"{_name(now.minutes)}更正{count}处")
        elif (written.issued_on is None) == (now.minutes.issued_on is None) and _reads_otherwise(
            now.id, sides
        ):
            draft = "" if written.issued_on else "稿"
            yield Change(CHANGES, now.id, f"{_name(now.minutes)}{draft}将变化")


def _name(written: Minutes) -> str:
    return f"第{written.issue_no}期纪要"


def _steps(was: Minutes | None, now: Minutes, id_: str, sides: Sides) -> Iterator[Change]:
    """The steps that were taken, in one sentence, and what was answered on the way."""
    name = _name(now)
    taken = [word for key, word in _TAKEN if _is_new(was, now, key)]
    if taken:
        until = now.consent.reply_by if now.consent is not None and taken[-1] == _ASKED else None
        more = f"，{short_date(until, sides.today)}前反馈" if until else ""
        yield Change(STEP, id_, f"{name}{listed(taken)}{more}")
    replies = was.consent.replies if was is not None and was.consent is not None else ()
    for reply in now.consent.replies if now.consent is not None else ():
        if reply not in replies:
            yield Change(STEP, id_, f"{reply.unit}对{name}{_VIEWS.get(reply.view, reply.view)}")
    for signature in now.signatures:
        if was is None or signature not in was.signatures:
            yield Change(STEP, id_, f"{signature.unit}签署{name}")


def _is_new(was: Minutes | None, now: Minutes, key: str) -> bool:
    return getattr(now, key) is not None and (was is None or getattr(was, key) is None)


def _touched(base: Book, head: Book) -> frozenset[str]:
    """The meetings whose minutes speak of what the merge changes; of drafts all where the rules change."""
    found = other_papers(base, head)
    for pair in pairs(base, head):
        was, now = pair.before, pair.after
        if was is None or now is None or was.record != now.record:
            found |= _speaking_of(was.record, base) if was is not None else set()
            found |= _speaking_of(now.record, head) if now is not None else set()
    if (base.mechanism, base.calendars) != (head.mechanism, head.calendars):
        found |= {id_ for id_, meeting in head.meetings.items() if issued_on(meeting) is None}
    return frozenset(found)


def _speaking_of(record: object, book: Book) -> set[str]:
    if isinstance(record, Meeting):
        return {record.id}
    if isinstance(record, Resolution):
        return {record.meeting}
    if isinstance(record, Issue):
        return {meeting.id for meeting in book.meetings_of_issue(record.id)}
    if isinstance(record, Task):
        decisions = (book.resolutions.get(id_ or "") for id_ in (record.resolution, *bases(record)))
        return {decision.meeting for decision in decisions if decision is not None}
    return set()


def _reads_otherwise(id_: str, sides: Sides) -> bool:
    """Whether they say something else, whatever step they have reached; or only their file was edited."""
    before, after = _text(sides.before.book, id_), _text(sides.after.book, id_)
    if before is None or after is None:
        return False
    if before == after:
        return _is_edited(minutes_path(id_), sides)
    return replace(before, stage="") != replace(after, stage="")


def _is_edited(path: str, sides: Sides) -> bool:
    was, now = paper_of(sides.before.book, path), paper_of(sides.after.book, path)
    return was is not None and now is not None and with_lf(was) != with_lf(now)


def _text(book: Book, id_: str) -> Facts | None:
    """What the minutes say; ``None`` where they cannot be made."""
    meeting = book.meetings[id_]
    if meeting.held_on is None or meeting.cancelled is not None:
        return None
    try:
        return minutes(book, id_)
    except Uncorrectable:
        return None

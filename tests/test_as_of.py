"""The records as they stood on an earlier day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lianxi.as_of import as_of
from lianxi.book import Book, load
from lianxi.tree import TextTree

PATH = "meetings/2026/M-2026-01.yaml"
MOVES = """\
postponements:
  - {was: 2026-02-04T09:00, now: 2026-02-06T14:00, reason: 另有公务, date: 2026-02-02}
  - {was: 2026-02-06T14:00, now: 2026-02-10T09:00, reason: 另有公务, date: 2026-02-05,
     notified_on: 2026-02-06}
"""


@pytest.fixture
def moved(tiny: dict[str, str]) -> Book:
    return load(TextTree({**tiny, PATH: tiny[PATH] + MOVES}))


@pytest.mark.parametrize(
    ("day", "starts"),
    [
        ("2026-02-01", "2026-02-04T09:00"),
        ("2026-02-02", "2026-02-06T14:00"),
        ("2026-02-05", "2026-02-10T09:00"),
    ],
)
def test_before_it_was_put_off_a_meeting_starts_when_it_was_to(moved: Book, day: str, starts: str) -> None:
    meeting = as_of(moved, date.fromisoformat(day)).meetings["M-2026-01"]
    assert meeting.starts == datetime.fromisoformat(starts)
    assert meeting.starts is not None
    assert meeting.ends is not None
    assert (meeting.ends - meeting.starts).total_seconds() == 90 * 60


def test_a_later_answer_is_not_known(moved: Book) -> None:
    meeting = as_of(moved, date(2026, 2, 5)).meetings["M-2026-01"]
    assert [move.notified_on for move in meeting.postponements] == [None, None]
    assert meeting.held_on is None
    assert meeting.attendance == ()
    assert meeting.minutes is None
    assert as_of(moved, date(2026, 2, 5)).resolutions == {}
    drafted = as_of(moved, date(2026, 2, 12)).meetings["M-2026-01"].minutes
    assert drafted is not None
    assert (drafted.signed_on, drafted.issued_on) == (date(2026, 2, 12), None)


def test_entries_and_facts_of_later_days_are_gone(tiny: dict[str, str]) -> None:
    book = load(TextTree(tiny))
    early = as_of(book, date(2026, 4, 2))
    extension = early.tasks["T-2026-003"].extensions[0]
    assert (extension.requested_on, extension.approved_on, extension.approved_by) == (
        date(2026, 4, 2),
        None,
        None,
    )
    assert early.tasks["T-2026-003"].reports == ()
    assert early.issues["I-2026-002"].plan is None
    assert len(early.issues["I-2026-002"].consultations) == 1


def test_a_day_after_everything_changes_nothing(tiny: dict[str, str]) -> None:
    book = load(TextTree(tiny))
    late = as_of(book, date(2030, 1, 1))
    assert all(late.tasks[id_] is task for id_, task in book.tasks.items())
    assert all(late.issues[id_] is issue for id_, issue in book.issues.items())
    assert all(late.meetings[id_] is meeting for id_, meeting in book.meetings.items())

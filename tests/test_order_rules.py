"""One wrong date is told once, where it stands, however many others it contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beside import FILES, found_in, new_in
from conftest import SAMPLE_DAY
from lianxi.book import Book, load
from lianxi.chronology.doubts import Doubts
from lianxi.chronology.order import Breach
from lianxi.schema.base import Value
from lianxi.schema.kinds import kind_at
from lianxi.source import Lines
from lianxi.tree import TextTree

TASK = "tasks/2025/T-2025-006.yaml"
EXTENDED = "tasks/2025/T-2025-005.yaml"
STAGED = "tasks/2025/T-2025-003.yaml"
RETURNED = "tasks/2026/T-2026-002.yaml"
UPWARD = "tasks/2026/T-2026-007.yaml"
INSTRUCTED = "tasks/2026/T-2026-003.yaml"
OF_ISSUE = "tasks/2026/T-2026-015.yaml"
PAUSED = "tasks/2026/T-2026-019.yaml"
STANDING = "tasks/2026/T-2026-008.yaml"
PLAIN = "tasks/2025/T-2025-007.yaml"
ISSUE = "issues/2026/I-2026-010.yaml"
SETTLED = "issues/2026/I-2026-004.yaml"
ANSWERED = "issues/2026/I-2026-007.yaml"
MEETING = "meetings/2026/M-2026-03.yaml"
SPECIAL = "meetings/2026/M-2026-04.yaml"
COMING = "meetings/2026/M-2026-05.yaml"
DEFERRED = "resolutions/2026/R-2026-005.yaml"
DECIDED = "resolutions/2025/R-2025-001.yaml"
CALENDAR = "calendar/2026.yaml"
MECHANISM = "mechanism.yaml"

DAY = re.compile(r"^(?: *- | *)[a-z_]+: (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})", re.MULTILINE)


def slipped(path: str, old: str, new: str) -> tuple[str, int, int]:
    """The file with ``new`` for ``old``, and the line and column of the first value that has changed."""
    text = FILES[path]
    assert text.count(old) >= 1, (path, old)
    changed = text.replace(old, new, 1)
    rows = enumerate(zip(text.split("\n"), changed.split("\n"), strict=False), 1)
    line, row = next((number, now) for number, (was, now) in rows if was != now)
    return changed, line, row.index(": ") + 3


# --- one slip of the hand, one finding -----------------------------------------------------

TABLE = [
    # Entries: a year, a month, two digits exchanged.
    (TASK, "  - date: 2026-01-20 ", "  - date: 2062-01-20 ", "LX401"),
    (TASK, "  - date: 2026-04-01 ", "  - date: 2027-04-01 ", "LX405"),
    (STAGED, "  - date: 2026-06-16\n", "  - date: 2026-12-16\n", "LX401"),
    (STAGED, "  - date: 2026-06-16\n", "  - date: 2026-03-16\n", "LX401"),
    (STAGED, "  - date: 2026-07-13\n", "  - date: 2016-07-13\n", "LX403"),
    (ISSUE, "    date: 2026-08-20\n", "    date: 2026-02-20\n", "LX404"),
    # Answers.
    (EXTENDED, "    approved_on: 2026-05-22\n", "    approved_on: 2026-02-22\n", "LX402"),
    (EXTENDED, "  - requested_on: 2026-05-20\n", "  - requested_on: 2062-05-20\n", "LX402"),
    (EXTENDED, "    replied_on: 2026-09-14\n", "    replied_on: 2026-09-04\n", "LX402"),
    (RETURNED, "      date: 2026-04-30\n", "      date: 2026-04-03\n", "LX402"),
    (RETURNED, "  - reported_on: 2026-05-13\n", "  - reported_on: 2026-04-13\n", "LX402"),
    (RETURNED, "  date: 2026-05-20\n", "  date: 2025-05-20\n", "LX402"),
    (UPWARD, "    sent_on: 2026-05-20\n", "    sent_on: 2026-10-20\n", "LX402"),
    (MEETING, "    date: 2026-04-02 ", "    date: 2026-02-04 ", "LX402"),
    (MEETING, "    asked_on: 2026-04-17 ", "    asked_on: 2026-07-14 ", "LX402"),
    (ANSWERED, "  date: 2026-07-28\n", "  date: 2026-02-28\n", "LX404"),
    (ISSUE, "    asked_on: 2026-07-06 ", "    asked_on: 2026-12-06 ", "LX402"),
    # Before the task was given.
    (PLAIN, "  - reported_on: 2026-03-11\n", "  - reported_on: 2025-03-11\n", "LX403"),
    (STAGED, "    done_on: 2026-03-26\n", "    done_on: 2025-03-26\n", "LX403"),
    (PAUSED, "  - since: 2026-08-20\n", "  - since: 2026-02-20\n", "LX403"),
    (OF_ISSUE, "assigned_on: 2026-06-08\n", "assigned_on: 2026-08-06\n", "LX403"),
    (INSTRUCTED, "assigned_on: 2026-02-26\n", "assigned_on: 2062-02-26\n", "LX403"),
    (PLAIN, "resolution: R-2025-004\n", "resolution: R-2026-007\n", "LX403"),
    # Steps.
    (ISSUE, "collected_on: 2026-06-15 ", "collected_on: 2026-12-15 ", "LX404"),
    (ISSUE, "sorted_on: 2026-06-18 ", "sorted_on: 2016-06-18 ", "LX404"),
    (SETTLED, "  date: 2026-04-10\n", "  date: 2026-01-04\n", "LX404"),
    (MEETING, "notified_on: 2026-04-01 ", "notified_on: 2026-10-04 ", "LX402"),
    (MEETING, "  date: 2026-03-31 ", "  date: 2026-08-31 ", "LX404"),
    (SPECIAL, "delegated_on: 2026-07-01\n", "delegated_on: 2027-07-01\n", "LX404"),
    (MEETING, "  drafted_on: 2026-04-17 ", "  drafted_on: 2016-04-17 ", "LX404"),
    (MEETING, "  signed_on: 2026-04-22 ", "  signed_on: 2026-02-22 ", "LX404"),
    (MEETING, "  issued_on: 2026-04-22 ", "  issued_on: 2025-04-22 ", "LX404"),
    (MEETING, "    - date: 2026-04-27 ", "    - date: 2026-03-27 ", "LX404"),
    # Deadlines.
    (PLAIN, "due: 2026-03-13\n", "due: 2016-03-13\n", "LX405"),
    (STANDING, "review_on: 2026-12-31\n", "review_on: 2025-12-31\n", "LX405"),
    (STAGED, "    due: 2026-07-15\n", "    due: 2025-07-15\n", "LX405"),
    (RETURNED, "      redo_by: 2026-05-15\n", "      redo_by: 2026-04-15\n", "LX405"),
    (EXTENDED, "    reply_by: 2026-09-14\n", "    reply_by: 2025-09-14\n", "LX405"),
    (MEETING, "    reply_by: 2026-04-21 ", "    reply_by: 2026-04-12 ", "LX405"),
    (DEFERRED, "  bring_back_by: 2026-08-31 ", "  bring_back_by: 2025-08-31 ", "LX405"),
    (EXTENDED, "    new_due: 2026-07-31\n", "    new_due: 2026-05-25\n", "LX406"),
    (EXTENDED, "    new_due: 2026-09-10\n", "    new_due: 2026-07-31\n", "LX406"),
    (EXTENDED, "due: 2026-05-29\n", "due: 2026-12-29\n", "LX406"),
    # The day of a meeting.
    (MEETING, "held_on: 2026-04-16 ", "held_on: 2026-04-15 ", "LX407"),
    (SPECIAL, "held_on: 2026-07-09\n", "held_on: 2062-07-09\n", "LX407"),
    (SPECIAL, "starts: 2026-07-09T15:00\n", "starts: 2026-06-09T15:00\n", "LX407"),
    (SPECIAL, "starts: 2026-07-09T15:00\n", "starts: 2026-09-07T15:00\n", "LX407"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-09T09:00 ", "LX408"),
    (MEETING, "    now: 2026-04-16T09:00 ", "    now: 2026-04-16T10:00 ", "LX408"),
    (MEETING, "    now: 2026-04-16T09:00 ", "    now: 2026-04-15T09:00 ", "LX408"),
    (MEETING, "  - was: 2026-04-09T09:00 ", "  - was: 2026-04-16T09:00 ", "LX408"),
    (MEETING, "    date: 2026-04-03 ", "    date: 2026-04-30 ", "LX408"),
    (MEETING, "    notified_on: 2026-04-03 ", "    notified_on: 2026-03-03 ", "LX408"),
    (SPECIAL, "ends: 2026-07-09T17:00\n", "ends: 2026-07-09T14:00\n", "LX126"),
    (SPECIAL, "ends: 2026-07-09T17:00\n", "ends: 2026-08-09T17:00\n", "LX126"),
    (COMING, "ends: 2026-09-29T11:30\n", "ends: 2025-09-29T11:30\n", "LX126"),
    (PAUSED, "    until: null\n", "    until: 2026-08-02\n", "LX126"),
    (CALENDAR, "    to: 2026-02-23\n", "    to: 2026-02-03\n", "LX126"),
    # What it rests on.
    (
        TASK,
        "  - date: 2026-04-16                 # 上级",
        "  - date: 2026-02-16                 # 上级",
        "LX409",
    ),
    (OF_ISSUE, "assigned_on: 2026-06-08\n", "assigned_on: 2025-06-08\n", "LX409"),
    (DECIDED, "outcome: 议定\n", "outcome: 议定\nsupersedes: R-2026-004\n", "LX409"),
    (MEETING, "    issue: I-2026-002 ", "    issue: I-2026-012 ", "LX409"),
    # Days that have not come, and years far away.
    (STAGED, "  - date: 2026-07-13\n", "  - date: 2062-07-13\n", "LX410"),
    (SPECIAL, "  issued_on: 2026-07-15\n", "  issued_on: 2026-12-15\n", "LX410"),
    (ISSUE, "  - date: 2026-09-07 ", "  - date: 2026-11-07 ", "LX410"),
    (PLAIN, "due: 2026-03-13\n", "due: 2062-03-13\n", "LX411"),
    (COMING, "starts: 2026-09-29T09:00\n", "starts: 2016-09-29T09:00\n", "LX126"),
    (SPECIAL, "delegated_on: 2026-07-01\n", "delegated_on: 2016-07-01\n", "LX411"),
    (ISSUE, "collected_on: 2026-06-15 ", "collected_on: 2016-06-15 ", "LX411"),
]


@pytest.mark.parametrize(("path", "old", "new", "code"), TABLE)
def test_one_slip_is_told_once_where_it_is(path: str, old: str, new: str, code: str) -> None:
    text, line, column = slipped(path, old, new)
    found = new_in({**FILES, path: text})
    assert [(each.code, each.path, each.line, each.column) for each in found] == [(code, path, line, column)]


DATED = [row[:3] for row in TABLE if row[3] not in {"LX403", "LX409"}]
"""The slips that are not in the name of another record."""


@pytest.mark.parametrize(("path", "old", "new"), DATED[::3])
def test_the_line_of_the_remedy_mends_it(path: str, old: str, new: str) -> None:
    text, line, _ = slipped(path, old, new)
    found = new_in({**FILES, path: text})[0]
    *_, last = found.remedy.split("\n")
    key = last.partition(": ")[0]
    rows = text.split("\n")
    if f"{key}: " not in rows[line - 1]:
        assert "\n" not in found.remedy
        return  # nothing that fits is known: the originals decide
    rows[line - 1] = rows[line - 1].partition(f"{key}: ")[0] + last
    left = new_in({**FILES, path: "\n".join(rows)})
    assert [each for each in left if each.code.startswith(("LX40", "LX41"))] == []


# --- the same over the sample with a little more in it ---------------------------------------

MOVED = "    notified_on: 2026-04-03          # 改期通知日期\n"
SECOND_MOVE = """\
  - was: {was}
    now: 2026-04-16T09:00
    reason: 另有会议（示例）
    date: 2026-04-08
"""
FIRST_MOVE = ("    now: 2026-04-16T09:00 ", "    now: 2026-04-10T09:00 ")
UNIT = "    full: 梅州市商务局\n"
FORMER = """\
    former:
      - name: 市外经贸局
        until: 2015-01-01
      - name: 市外贸局
        until: 2010-01-01
"""


def changed(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    text = FILES[path]
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**FILES, path: text}


def codes(files: dict[str, str]) -> list[tuple[str, str]]:
    return [(each.code, each.excerpt.split("#")[0].strip()) for each in new_in(files)]


def test_postponements_lead_on_from_each_other() -> None:
    right = (MOVED, MOVED + SECOND_MOVE.format(was="2026-04-10T09:00"))
    wrong = (MOVED, MOVED + SECOND_MOVE.format(was="2026-04-11T09:00"))
    assert codes(changed(MEETING, FIRST_MOVE, right)) == []
    found = codes(changed(MEETING, FIRST_MOVE, wrong))
    assert found == [("LX408", "- was: 2026-04-11T09:00")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "        since: null                  # 起\n        until: null",
            "        since: 2026-05-01\n        until: 2025-05-01",
            ("LX126", "until: 2025-05-01"),
        ),
        (
            UNIT,
            UNIT + FORMER,
            ("LX401", "until: 2010-01-01"),
        ),
        (
            "    dissolved_on: 2026-03-01 ",
            "    since: 2026-05-01\n    dissolved_on: 2026-03-01 ",
            ("LX126", "since: 2026-05-01"),
        ),
    ],
)
def test_the_mechanism_has_its_order_too(old: str, new: str, expected: tuple[str, str]) -> None:
    assert codes(changed(MECHANISM, (old, new))) == [expected]


def test_a_task_that_names_the_wrong_decision_is_told_there_alone() -> None:
    found = new_in(changed(STAGED, ("resolution: R-2025-001", "resolution: R-2026-008")))
    assert [(each.code, each.excerpt) for each in found] == [("LX403", "resolution: R-2026-008")]
    assert "核对 resolution" in found[0].remedy


def test_an_issue_that_was_never_sorted_is_told_where_it_was_collected() -> None:
    path = "issues/2026/I-2026-002.yaml"
    text = re.sub(r"sorted_on: .*\n", "", FILES[path])
    text = re.sub(r"^consultations:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^plan(_by|_on)?:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
    before = {(each.code, each.path) for each in found_in({**FILES, path: text})}
    late = text.replace("collected_on: 2026-02-05", "collected_on: 2026-05-02")
    found = [each for each in found_in({**FILES, path: late}) if (each.code, each.path) not in before]
    assert [(each.code, each.path, each.excerpt) for each in found] == [
        ("LX404", path, "collected_on: 2026-05-02")
    ]


ABOVE = """\
  - date: 2026-06-10
    reason: 提前投运（示例）
    new_due: 2026-07-24
    basis: 批示
"""


def test_a_deadline_set_from_above_may_be_shorter() -> None:
    second = ("  - requested_on: 2026-07-22\n", f"{ABOVE}  - requested_on: 2026-07-22\n")
    longer = ("    new_due: 2026-09-10\n", "    new_due: 2026-07-29\n")
    assert [code for code, _ in codes(changed(EXTENDED, longer))] == ["LX406"]
    assert "LX406" not in {code for code, _ in codes(changed(EXTENDED, second, longer))}


def test_no_unit_is_judged_by_a_doubtful_day() -> None:
    early = ("  - date: 2026-05-20\n", "  - date: 2006-05-20\n")
    assert [code for code, _ in codes(changed(TASK, early))] == ["LX403"]
    late = ("  issued_on: 2025-11-12\n", "  issued_on: 2062-11-12\n")
    path = "meetings/2025/M-2025-01.yaml"
    assert [(each.code, each.path) for each in new_in(changed(path, late))] == [("LX410", path)]


def test_whoever_looks_back_is_not_told_of_all_that_came_after() -> None:
    assert [each for each in found_in(FILES, date(2026, 4, 13)) if each.code == "LX410"] == []
    later = {**FILES, **changed(STAGED, ("  - date: 2026-07-13\n", "  - date: 2062-07-13\n"))}
    assert [each.path for each in found_in(later, date(2026, 4, 13)) if each.code == "LX410"] == [STAGED]


def test_what_was_written_a_few_days_ahead_is_not_doubted() -> None:
    ahead = ("  - date: 2026-09-10\n", "  - date: 2026-09-24\n")
    path = "tasks/2026/T-2026-013.yaml"
    assert [code for code, _ in codes(changed(path, ahead)) if code != "LX424"] == []
    assert [code for code, _ in codes(changed(path, (ahead[0], ahead[1].replace("24", "25"))))] == ["LX410"]


def test_several_days_that_have_not_come_are_told_once() -> None:
    moved = re.sub(r"( date|reported_on|done_on): 2026", r"\1: 2062", FILES[STAGED])
    found = new_in({**FILES, STAGED: moved})
    assert [each.code for each in found if each.path == STAGED] == ["LX410"]
    assert "共8处" in found[0].message


# --- entries exchanged ---------------------------------------------------------------------


def exchanges() -> Iterator[tuple[str, str]]:
    """Each file with two entries of a list in each other's place."""
    for path, text in FILES.items():
        if path.split("/", maxsplit=1)[0] in {"issues", "meetings", "tasks"}:
            yield from ((path, each) for each in exchanged(text.split("\n")))


def exchanged(rows: list[str]) -> Iterator[str]:
    for start, row in enumerate(rows):
        if re.match(r"(reports|notices|extensions|completions|consultations|notes|instructions):", row):
            ends = [at for at in range(start + 1, len(rows)) if not rows[at].startswith("  ")]
            firsts = [at for at in range(start + 1, ends[0]) if rows[at].startswith("  - ")]
            for (a, b), (c, d) in combinations(pairwise([*firsts, ends[0]]), 2):
                yield "\n".join([*rows[:a], *rows[c:d], *rows[b:c], *rows[a:b], *rows[d:]])


def test_two_entries_exchanged_are_told_once() -> None:
    cases = list(exchanges())
    assert len(cases) > 40
    for path, text in cases:
        faults = doubted(path, text)
        assert [kind for _, kind, _ in faults] == ["entries_out_of_order"], (path, faults)


def test_exchanged_changes_of_lead_are_told_once() -> None:
    second = "  - date: 2026-05-16\n    from: 市委金融办\n    to: 市财政局\n    reason: 划转（示例）\n"
    first = "  - date: 2026-04-16                 # 变更日期"
    found = [each for each in new_in(changed(TASK, (first, second + first))) if each.code != "LX206"]
    assert [each.code for each in found] == ["LX401"]
    assert "移到" in found[0].remedy


# --- any date of the sample, by any amount -------------------------------------------------


@cache
def whole() -> Book:
    return load(TextTree(FILES))


def doubted(path: str, text: str) -> list[tuple[str, str, int]]:
    """The doubtful dates of the sample with this file in the place of its own: path, kind and line."""
    record = load(TextTree({path: text})).entries[0].record
    kind = kind_at(path)
    assert kind is not None
    assert record is not None
    name = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    field = f"{kind.name}s"
    changes: dict[str, Any] = {field: {**getattr(whole(), field), name: record}}
    book = replace(whole(), **changes)
    doubts = Doubts(book, SAMPLE_DAY)
    return [
        (where, fault.kind, Lines((text if where == path else FILES[where]).encode()).place(fault.loc).line)
        for where, each in everything(book)
        for fault in doubts.faults(each)
    ]


def everything(book: Book) -> Iterator[tuple[str, Value]]:
    for records in (book.issues, book.meetings, book.resolutions, book.tasks):
        yield from ((book.paths[name], record) for name, record in records.items())


DATES = [
    (path, found.start("day"), found["day"], text.count("\n", 0, found.start()) + 1)
    for path, text in FILES.items()
    if path.split("/", maxsplit=1)[0] in {"issues", "meetings", "resolutions", "tasks"}
    for found in DAY.finditer(text)
]


def with_day(path: str, start: int, day: date) -> str:
    text = FILES[path]
    return f"{text[:start]}{day}{text[start + 10 :]}"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(DATES), st.integers(min_value=-4_000, max_value=15_000).filter(bool))
def test_a_wrong_date_is_never_told_twice(dated: tuple[str, int, str, int], shift: int) -> None:
    path, start, day, _ = dated
    wrong = date.fromisoformat(day) + timedelta(days=shift)
    assert len(doubted(path, with_day(path, start, wrong))) <= 1


def likely_slips(day: date) -> Iterator[date]:
    """A digit of the year, the month, or month and day exchanged."""
    for year, month, number in (
        (day.year + 36, day.month, day.day),
        (day.year - 10, day.month, day.day),
        (day.year - 1, day.month, day.day),
        (day.year, day.month % 12 + 1, day.day),
        (day.year, (day.month + 6) % 12 + 1, day.day),
        (day.year, day.day, day.month),
    ):
        try:
            wrong = date(year, month, number)
        except ValueError:
            continue
        if wrong != day:
            yield wrong


def test_nearly_every_likely_slip_that_is_told_is_told_where_it_is() -> None:
    told = hits = 0
    for path, start, day, line in DATES[::10]:
        for wrong in likely_slips(date.fromisoformat(day)):
            found = doubted(path, with_day(path, start, wrong))
            assert len(found) <= 1, (path, line, wrong, found)
            told += len(found)
            hits += [(where, at) for where, _, at in found] == [(path, line)]
    assert told > 120
    assert hits / told >= 0.98, f"{hits} of {told}"


def test_every_kind_of_breach_is_tried() -> None:
    tried = {code for *_, code in TABLE}
    assert tried == {f"LX{number}" for number in range(401, 412)} | {"LX126"}
    assert len(Breach) == len(tried)

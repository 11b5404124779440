"""The calendar as other programs read it: what it says, and how it keeps up with what is recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar as Parsed
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, Lianxi, texts
from lianxi.book import Book, load
from lianxi.disclosure import EVERYBODY, disclosed
from lianxi.documents.calendar import as_ics
from lianxi.reports.calendar import calendar
from lianxi.reports.unit import find_unit
from lianxi.tree import FolderTree, TextTree
from test_rule_pages import overlay

MECHANISMS = Path(__file__).parent / "mechanisms"
MEETING, TASK = "meetings/2026/M-2026-02.yaml", "tasks/2026/T-2026-001.yaml"
SAMPLE_BOOK = load(FolderTree(SAMPLE))


def tiny(more: dict[str, str] | None = None) -> Book:
    files = texts(TINY)
    for path, text in (more or {}).items():
        files = overlay(files, path, text)
    book = load(TextTree(files))
    assert not book.unreadable, [entry.faults for entry in book.entries if entry.record is None]
    return book


def written(book: Book, day: date = TINY_DAY, unit: str | None = None) -> bytes:
    assert book.mechanism is not None
    return as_ics(calendar(book, day, find_unit(book.mechanism, unit) if unit else None))


def parsed(data: bytes) -> Parsed:
    return IcsCalendarStream.calendar_from_ics(data.decode("utf-8"))


def events(book: Book, day: date = TINY_DAY, unit: str | None = None) -> dict[str, Event]:
    """By the key before the @ of their UID."""
    return {str(event.uid).split("@")[0]: event for event in parsed(written(book, day, unit)).events}


# RFC 5545

BOOKS = {
    "tiny": (tiny(), TINY_DAY),
    "sample": (SAMPLE_BOOK, SAMPLE_DAY),
    **{path.name: (load(FolderTree(path)), SAMPLE_DAY) for path in sorted(MECHANISMS.iterdir())},
}


@pytest.mark.parametrize("name", BOOKS)
def test_it_is_as_rfc_5545_has_it(name: str) -> None:
    data = written(*BOOKS[name])
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75  # 3.1, in octets
        line.decode("utf-8")  # no character is torn
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")
    for name_, value in (("VERSION", "2.0"), ("METHOD", "PUBLISH"), ("CALSCALE", "GREGORIAN")):
        assert lines.count(f"{name_}:{value}") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    assert lines.count("BEGIN:VTIMEZONE") == 1
    for event in "\n".join(lines).split("BEGIN:VEVENT")[1:]:
        own = event.split("BEGIN:VALARM")[0]
        for key in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS", "CATEGORIES", "TRANSP"):
            assert len(re.findall(rf"^{key}[:;]", own, re.MULTILINE)) == 1, key
        assert re.search(r"^DTSTAMP:\d{8}T000000Z$", own, re.MULTILINE)
        zoned = re.findall(r"^DT(?:START|END);TZID=Asia/Shanghai:\d{8}T\d{6}$", own, re.MULTILINE)
        days = re.findall(r"^DT(?:START|END);VALUE=DATE:\d{8}$", own, re.MULTILINE)
        assert (len(zoned) in {1, 2}) != (len(days) == 2)
        for alarm in event.split("BEGIN:VALARM")[1:]:
            assert re.search(r"^ACTION:DISPLAY$", alarm, re.MULTILINE)
            assert re.search(r"^TRIGGER:-P", alarm, re.MULTILINE)
            assert re.search(r"^DESCRIPTION:.+$", alarm, re.MULTILINE)


@pytest.mark.parametrize("name", BOOKS)
def test_another_parser_finds_every_entry_once(name: str) -> None:
    book, day = BOOKS[name]
    found = parsed(written(book, day)).events
    entries = calendar(book, day).entries
    assert [event.summary for event in found] == [entry.summary for entry in entries]
    assert [event.description or "" for event in found] == [entry.description for entry in entries]
    assert len({event.uid for event in found}) == len(found)


def test_the_same_day_gives_the_same_bytes_and_no_day_of_the_machine() -> None:
    assert written(SAMPLE_BOOK, SAMPLE_DAY) == written(load(FolderTree(SAMPLE)), SAMPLE_DAY)
    stamps = re.findall(rb"(?:DTSTAMP|LAST-MODIFIED):(\d{8})", written(SAMPLE_BOOK, SAMPLE_DAY))
    assert max(stamps) <= SAMPLE_DAY.strftime("%Y%m%d").encode()


def test_the_zone_is_chinese_time() -> None:
    event = events(tiny())["M-2026-02"]
    assert isinstance(event.dtstart, datetime)
    assert event.dtstart.utcoffset() == timedelta(hours=8)


def test_long_rare_and_unseen_characters_come_through() -> None:
    odd = "示例𠮷𱁬😀" + "很长" * 2500
    data = written(tiny({TASK: f'measure: "{odd}\\u0007；a,b;c\\\\d"\n'}))
    assert b"\x07" not in data
    (event,) = [each for each in parsed(data).events if str(each.uid).startswith("T-2026-001-due")]
    assert f"工作任务：{odd}␇；a,b;c\\d" in (event.description or "")


# Meetings


def test_a_meeting_from_its_preparation_to_its_end() -> None:
    fresh = events(tiny())["M-2026-02"]
    assert (fresh.status, fresh.sequence) == ("TENTATIVE", 0)
    assert (fresh.summary or "").startswith("【筹备】")
    assert [alarm.trigger for alarm in fresh.alarm] == [-timedelta(days=1), -timedelta(hours=1)]
    told = events(tiny({MEETING: "notified_on: 2026-05-05\n"}))["M-2026-02"]
    assert (told.status, told.sequence, told.uid) == ("CONFIRMED", 1, fresh.uid)
    held = {MEETING: "notified_on: 2026-05-05\nheld_on: 2026-05-12\n"}
    over = events(tiny(held), date(2026, 5, 12))["M-2026-02"]
    assert (over.status, over.sequence, over.alarm) == ("CONFIRMED", 2, [])


PUT_OFF = """\
notified_on: 2026-05-04
starts: 2026-05-20T15:00
ends: 2026-05-20T17:00
postponements:
  - {was: 2026-05-12T09:00, now: 2026-05-20T15:00, reason: 与会人员另有安排, date: 2026-05-06}
"""


def test_a_meeting_that_is_put_off_keeps_its_uid_and_moves() -> None:
    book = tiny({MEETING: PUT_OFF})
    before, after = (events(book, date(2026, 5, day))["M-2026-02"] for day in (5, 6))
    assert before.uid == after.uid
    assert (str(before.dtstart)[:16], str(after.dtstart)[:16]) == ("2026-05-12 09:00", "2026-05-20 15:00")
    assert (before.sequence, after.sequence) == (1, 2)
    assert before.dtstamp < after.dtstamp
    assert "原定2026年5月12日（星期二）上午9:00，已改期" in (after.description or "")
    assert "另有安排" not in (after.description or "")


def test_the_papers_of_a_meeting_that_is_put_off_move_with_it() -> None:
    items = "agenda:\n  - {no: 1, category: 研究部署相关工作, title: 示例事项, papers: [{by: 二局}]}\n"
    book = tiny({MEETING: PUT_OFF + items})
    before, after = (events(book, date(2026, 5, day))["M-2026-02-paper1-1"] for day in (5, 6))
    assert str(before.dtstart) < str(after.dtstart)
    assert (before.sequence, after.sequence) == (1, 2)


def test_a_meeting_that_is_called_off_is_cancelled_with_its_papers() -> None:
    off = "notified_on: 2026-05-04\ncancelled: {date: 2026-05-06, reason: 另行安排}\n"
    found = events(tiny({MEETING: off}))
    meeting, paper = found["M-2026-02"], found["M-2026-02-paper2-1"]
    assert (meeting.status, paper.status) == ("CANCELLED", "CANCELLED")
    assert (meeting.sequence, paper.sequence) == (2, 2)
    assert not meeting.alarm
    assert not paper.alarm
    assert meeting.summary == "【取消】示例产业共建联席会议第二次会议（示例）"


def test_an_end_that_is_not_recorded_follows_from_the_time_allotted_or_stays_open() -> None:
    items = "agenda:\n  - {no: 1, category: 研究部署相关工作, title: 示例事项, allotted: 40}\n"
    known = tiny({MEETING: f"ends:\n{items}"})
    assert (
        b"DTSTART;TZID=Asia/Shanghai:20260512T090000\r\nDTEND;TZID=Asia/Shanghai:20260512T094000"
        in written(known)
    )
    unknown = tiny({MEETING: f"ends:\n{items.replace(', allotted: 40', '')}"})
    assert b"DTEND;TZID" not in written(unknown).split(b"UID:M-2026-02@")[0].split(b"BEGIN:VEVENT")[-1]
    assert "结束时间未定" in (events(unknown)["M-2026-02"].description or "")


def test_a_meeting_without_a_day_is_not_there() -> None:
    assert "M-2026-02" not in events(tiny({MEETING: "starts:\nends:\n"}))


# Deadlines


def test_a_deadline_is_one_whole_day_with_a_ring_when_it_falls_due_soon() -> None:
    event = events(tiny(), date(2026, 3, 2))["T-2026-001-due"]
    assert (event.dtstart, event.dtend) == (date(2026, 4, 15), date(2026, 4, 16))
    assert str(event.transparency) == "TRANSPARENT"
    (alarm,) = event.alarm
    assert alarm.trigger == date(2026, 4, 8) - date(2026, 4, 15) + timedelta(hours=9)
    assert alarm.description == "完成时限2026年4月15日：示例园区A供水管网扩建（示例）（东县政府）"
    assert events(tiny())["T-2026-001-due"].alarm == []  # it has passed


def test_an_extension_moves_the_deadline_once_it_is_granted() -> None:
    before, after = (events(tiny(), date(2026, 4, day))["T-2026-003-due"] for day in (2, 3))
    assert (before.uid, before.dtstart, before.sequence) == (after.uid, date(2026, 4, 8), 0)
    assert (after.dtstart, after.sequence) == (date(2026, 5, 8), 1)
    assert "原定时限：2026年4月8日，已延期" in (after.description or "")


def test_what_is_done_stays_marked_and_silent_and_rings_again_once_sent_back() -> None:
    done = "completions:\n  - {reported_on: 2026-04-01, by: 东县政府, evidence: 验收单"
    back = ", returned: {date: 2026-04-03, by: 联络员, reason: 缺图, redo_by: 2026-04-20}}\n"
    confirmed = tiny({TASK: f"{done}}}\nconfirmation: {{date: 2026-04-02, by: 联络员}}\n"})
    event = events(confirmed, date(2026, 4, 2))["T-2026-001-due"]
    assert (event.status, event.sequence, event.alarm) == ("CONFIRMED", 2, [])
    assert (event.summary or "").startswith("【已办结】")
    assert "2026年4月1日报办结\n2026年4月2日销号" in (event.description or "")
    again = events(tiny({TASK: done + back}), date(2026, 4, 3))
    assert (again["T-2026-001-due"].sequence, len(again["T-2026-001-due"].alarm)) == (2, 1)
    redo = again["T-2026-001-redo-20260403"]
    assert (redo.dtstart, len(redo.alarm)) == (date(2026, 4, 20), 1)


def test_a_task_that_is_withdrawn_is_cancelled() -> None:
    off = "cancelled: {date: 2026-03-20, reason: 项目终止, approved_by: 召集人}\n"
    event = events(tiny({TASK: off}))["T-2026-001-due"]
    assert (event.status, event.sequence) == ("CANCELLED", 1)


def test_a_suspended_task_rings_again_when_the_pause_is_over() -> None:
    pause = "suspensions:\n  - {since: 2026-03-02, until: 2026-03-20, reason: 等批复, approved_by: 召集人}\n"
    book = tiny({TASK: pause})
    found = [events(book, date(2026, 3, day))["T-2026-001-due"] for day in (1, 2, 20, 21)]
    assert [(event.sequence, len(event.alarm)) for event in found] == [(0, 1), (1, 0), (1, 0), (2, 1)]


def test_stages_a_review_and_a_reply_have_entries_of_their_own() -> None:
    stages = "due:\nmilestones:\n  - {title: 完成设计, due: 2026-03-10, done_on: 2026-03-09}\n"
    found = events(tiny({TASK: f"{stages}  - {{title: 完成施工, due: 2026-06-10}}\n"}))
    assert "T-2026-001-due" not in found
    assert (found["T-2026-001-stage1"].summary or "").startswith("【已办结】完成时限：")
    assert "完成施工（第二阶段）" in (found["T-2026-001-stage2"].summary or "")
    standing = "due: 长期坚持\nreport_every: {months: 1}\nreview_on: 2026-12-31\n"
    assert events(tiny({TASK: standing}))["T-2026-001-review"].dtstart == date(2026, 12, 31)
    notices = "notices:\n  - {date: 2026-04-16, form: 提醒, reply_by: 2026-04-20}\n"
    serve = "  - {no: 1, date: 2026-04-30, form: 督办通知单, reply_by: 2026-05-08, replied_on: 2026-05-06}\n"
    found = events(tiny({TASK: notices + serve}))
    assert found["T-2026-001-reply-20260416"].sequence == 0
    assert (found["T-2026-001-reply-20260430"].summary or "").startswith(
        "【已反馈】反馈期限：督办通知单（第1号）"
    )


def test_a_notice_recorded_late_changes_no_uid() -> None:
    late = "  - {no: 1, date: 2026-04-30, form: 督办通知单, reply_by: 2026-05-08}\n"
    early = "  - {date: 2026-04-16, form: 提醒, reply_by: 2026-04-20}\n"
    one, two = events(tiny({TASK: f"notices:\n{late}"})), events(tiny({TASK: f"notices:\n{early}{late}"}))
    key = "T-2026-001-reply-20260430"
    assert one[key] == two[key]


def test_a_deadline_that_counts_from_what_has_not_happened_is_not_there() -> None:
    waiting = "due: {workdays: 5, after: 2026-12-25}\n"
    due = events(tiny({TASK: waiting}))["T-2026-001-due"]
    assert "放假安排未入库" in (due.description or "")
    new_year = "  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}\n"
    year = f"year: 2027\nsource: {{title: 示例}}\noff:\n{new_year}work: []\n"
    known = events(tiny({TASK: waiting, "calendar/2027.yaml": year}))["T-2026-001-due"]
    assert (known.sequence or 0) > (due.sequence or 0)
    unissued = {"meetings/2026/M-2026-01.yaml": "minutes: {issue_no: 1, drafted_on: 2026-02-11}\n"}
    assert not any(key.startswith("T-") for key in events(tiny(unissued)))


# Units and audiences


def test_a_unit_gets_what_it_leads_supports_and_is_called_to() -> None:
    east, west = events(tiny(), unit="东县政府"), events(tiny(), unit="西县政府")
    assert {"T-2026-001-due", "T-2026-003-due", "M-2026-02"} <= set(east)
    assert "T-2026-001-due" not in west
    assert "T-2026-003-due" in west  # 各县政府
    assert "M-2026-02-paper2-1" in events(tiny(), unit="老二局")


def test_what_has_passed_to_another_unit_is_withdrawn_from_the_first() -> None:
    moved = "reassignments:\n  - {date: 2026-04-20, from: 东县政府, to: 西县政府, reason: 区划调整}\n"
    book = tiny({TASK: moved})
    event = events(book, unit="东县政府")["T-2026-001-due"]
    assert (event.status, event.sequence) == ("CANCELLED", 1)
    assert (event.summary or "").startswith("【已移交】")
    assert events(book, unit="西县政府")["T-2026-001-due"].status == "CONFIRMED"


def test_the_name_of_the_conference_tells_its_entries_from_those_of_another() -> None:
    other = overlay(texts(TINY), "mechanism.yaml", "name: 另一联席会议\n")
    one, two = parsed(written(tiny())).events[0].uid, parsed(written(load(TextTree(other)))).events[0].uid
    assert str(one).split("@")[0] == str(two).split("@")[0]
    assert one != two
    assert str(one).endswith(".lianxi.invalid")


def test_for_everybody_only_what_is_public() -> None:
    assert calendar(disclosed(tiny(), EVERYBODY), TINY_DAY).entries == ()
    noted = "notes:\n  - {date: 2026-05-01, text: 先打招呼}\n"
    assert "先打招呼".encode() not in written(tiny({TASK: noted}))


# Keeping up


def sequences(book: Book, day: date) -> dict[str, tuple[int, date]]:
    return {entry.key: (entry.sequence, entry.changed_on) for entry in calendar(book, day).entries}


def never_falls(before: dict[str, tuple[int, date]], after: dict[str, tuple[int, date]]) -> None:
    assert set(before) <= set(after)
    for key, (sequence, changed_on) in before.items():
        assert sequence <= after[key][0], key
        assert changed_on <= after[key][1], key


@given(st.integers(0, 700), st.integers(0, 400))
def test_as_days_pass_nothing_vanishes_and_no_sequence_falls(start: int, later: int) -> None:
    first = date(2025, 10, 1) + timedelta(days=start)
    never_falls(sequences(SAMPLE_BOOK, first), sequences(SAMPLE_BOOK, first + timedelta(days=later)))


def test_what_changes_raises_the_sequence() -> None:
    """Day by day through the sample: whenever an entry moves or ends, its SEQUENCE has risen."""
    days = [date(2025, 10, 1) + timedelta(days=count) for count in range(420)]
    said: dict[str, tuple[object, int]] = {}
    changes = 0
    for day in days:
        for entry in calendar(SAMPLE_BOOK, day).entries:
            now = (entry.starts, entry.ends, entry.state, entry.summary)
            was, sequence = said.get(entry.key, (now, entry.sequence))
            if was != now:
                changes += 1
                assert entry.sequence > sequence, (day, entry.key, was, now)
            said[entry.key] = now, entry.sequence
    assert changes > 50


ADDED: tuple[Callable[[int], str], ...] = (
    lambda day: f"reports:\n  - {{date: 2026-04-{day:02}, by: 东县政府, text: 有进展}}\n",
    lambda day: (
        "extensions:\n  - {requested_on: 2026-03-01, reason: 雨季, new_due: 2026-05-30,"
        f" approved_by: 联络员, approved_on: 2026-04-{day:02}}}\n"
    ),
    lambda day: f"completions:\n  - {{reported_on: 2026-04-{day:02}, by: 东县政府, evidence: 单据}}\n",
    lambda day: (
        f"reassignments:\n  - {{date: 2026-04-{day:02}, from: 东县政府, to: 西县政府, reason: 调整}}\n"
    ),
    lambda day: f"suspensions:\n  - {{since: 2026-04-{day:02}, reason: 等批复, approved_by: 召集人}}\n",
    lambda day: f"cancelled: {{date: 2026-04-{day:02}, reason: 终止, approved_by: 召集人}}\n",
    lambda day: f"notices:\n  - {{date: 2026-04-{day:02}, form: 提醒, reply_by: 2026-05-04}}\n",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(range(len(ADDED))), st.integers(1, 28)), unique_by=lambda each: each[0]
    )
)
def test_as_entries_are_added_nothing_vanishes_and_no_sequence_falls(
    added: Iterable[tuple[int, int]],
) -> None:
    text, last = "", sequences(tiny(), TINY_DAY)
    for kind, day in added:
        text += ADDED[kind](day)
        now = sequences(tiny({TASK: text}), TINY_DAY)
        never_falls(last, now)
        last = now


# The command


def test_the_command_writes_a_file_and_refuses_what_it_cannot(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("export", "ics", "--as-of", DAY, "-o", "日程.ics")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert parsed((repository / "日程.ics").read_bytes()).prodid == "-//lianxi//lianxi//ZH"
    piped = lianxi("export", "ics", "--unit", "东县政府", "--as-of", DAY)
    assert "X-WR-CALNAME:示例产业共建联席会议日程（东县政府）" in piped.out.replace("\r\n ", "")
    wrong = lianxi("export", "ics", "--unit", "东县正府", "--as-of", DAY)
    assert (wrong.code, wrong.err) == (2, "没有单位“东县正府”，是否想写 东县政府？\n")
    assert "-o 日程.ics" in lianxi("export", "ics", "-o", "日程.txt").err

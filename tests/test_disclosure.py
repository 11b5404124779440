"""Who may see what: everything for the office, no 批示 and notes for members, marked fields for everybody."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi, texts
from lianxi.book import Book, load
from lianxi.disclosure import (
    EVERYBODY,
    HIDDEN,
    INTERNAL,
    MEMBERS,
    decision_class,
    disclosed,
    reduced,
    task_class,
)
from lianxi.schema.base import Instruction, Note, Value, values_in
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task
from lianxi.situation import situation
from lianxi.status.citation import item_ordinal
from lianxi.status.issue import issue_standing
from lianxi.status.task import task_standing
from lianxi.tree import TextTree

KINDS = (Issue, Meeting, Resolution, Task)
TASK = "tasks/2026/T-2026-001.yaml"


def book_of(files: dict[str, str]) -> Book:
    book = load(TextTree(files))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return book


def opened(files: dict[str, str]) -> dict[str, str]:
    """The same records, all of them 主动公开."""
    return {
        path: text.replace("disclosure: 不予公开", "disclosure: 主动公开") for path, text in files.items()
    }


def models(model: type[Value]) -> set[type[Value]]:
    found = {model}
    for field in model.model_fields.values():
        for nested in values_in(field.annotation):
            found |= models(nested)
    return found


def test_what_is_always_internal_stands_only_under_its_two_names() -> None:
    for kind in KINDS:
        for model in models(kind):
            for name, field in model.model_fields.items():
                held = set(values_in(field.annotation)) & {Instruction, Note}
                assert not held or (model is kind and name in {"instructions", "notes"}), (model, name)
                assert name not in {"instructions", "notes"} or name not in model.public


def test_what_is_required_is_public_or_a_text() -> None:
    """Else nothing true could stand in its place."""
    for kind in KINDS:
        for model in models(kind):
            assert set(model.public) <= set(model.model_fields), model
            for name, field in model.model_fields.items():
                hidden = field.is_required() and name not in model.public
                reached = model.public or model in KINDS
                assert not (hidden and reached) or field.annotation is str, (model, name)


def test_days_on_which_a_standing_rests_are_public() -> None:
    for model in models(Task) - {Instruction, Note}:
        if model.public:
            hidden = set(model.model_fields) - set(model.public)
            assert not [name for name in hidden if "date" in name or name.endswith("_on")], model


@pytest.mark.parametrize("audience", [MEMBERS, EVERYBODY])
@pytest.mark.parametrize("place", ["sample", "tiny"])
def test_where_a_record_stands_does_not_depend_on_who_looks(
    audience: str, place: str, tiny: dict[str, str]
) -> None:
    day, files = {"sample": (SAMPLE_DAY, texts(SAMPLE)), "tiny": (TINY_DAY, tiny)}[place]
    whole = book_of(opened(files))
    inside, outside = situation(whole, day), situation(disclosed(whole, audience), day)
    assert outside.book.tasks
    for id_ in outside.book.tasks:
        was, seen = (task_standing(now.book.tasks[id_], now) for now in (inside, outside))
        assert (was.status, was.level, was.late, was.due, was.lead) == (
            seen.status,
            seen.level,
            seen.late,
            seen.due,
            seen.lead,
        ), id_
    if audience == MEMBERS:
        assert set(outside.book.tasks) == set(inside.book.tasks)
        for id_ in inside.book.issues:
            pair = [issue_standing(now.book.issues[id_], now) for now in (inside, outside)]
            assert pair[0].status == pair[1].status, id_


def test_members_see_no_instruction_and_no_note() -> None:
    seen = disclosed(book_of(texts(SAMPLE)), MEMBERS)
    records: list[Any] = [*seen.tasks.values(), *seen.issues.values(), *seen.meetings.values()]
    assert not [record.id for record in records if getattr(record, "notes", ())]
    assert not [record.id for record in records if getattr(record, "instructions", ())]
    whole = disclosed(book_of(texts(SAMPLE)), INTERNAL)
    assert whole.tasks["T-2026-003"].instructions
    assert whole.tasks["T-2026-011"].notes


def test_a_task_given_by_an_instruction_keeps_its_day(tiny: dict[str, str]) -> None:
    text = tiny[TASK].replace(
        "resolution: R-2026-001\n",
        "instructions:\n  - {date: 2026-03-02, post: 召集人, unit: 市政府, text: 抓紧}\n",
    )
    book = disclosed(book_of({**tiny, TASK: text}), MEMBERS)
    assert book.tasks["T-2026-001"].assigned_on == date(2026, 3, 2)


def test_the_strictest_of_meeting_and_issue_counts(tiny: dict[str, str]) -> None:
    files = opened(tiny)
    issue = "issues/2026/I-2026-001.yaml"
    half = {**files, issue: files[issue].replace("disclosure: 主动公开", "disclosure: 依申请公开")}
    book = book_of(half)
    assert decision_class(book.resolutions["R-2026-001"], book) == "依申请公开"
    assert task_class(book.tasks["T-2026-001"], book) == "依申请公开"
    assert set(disclosed(book, EVERYBODY).resolutions) == {"R-2026-002"}
    assert not disclosed(book, EVERYBODY).tasks
    closed = {**half, "meetings/2026/M-2026-01.yaml": tiny["meetings/2026/M-2026-01.yaml"]}
    assert task_class(book_of(closed).tasks["T-2026-001"], book_of(closed)) == "不予公开"
    assert not disclosed(book_of(closed), EVERYBODY).resolutions


def test_a_task_without_any_source_is_not_public(tiny: dict[str, str]) -> None:
    text = tiny[TASK].replace("resolution: R-2026-001\n", "assigned_on: 2026-03-02\n")
    book = book_of({**opened(tiny), TASK: text})
    assert task_class(book.tasks["T-2026-001"], book) == "不予公开"


def test_items_keep_their_place_where_one_is_hidden(tiny: dict[str, str]) -> None:
    issue = "issues/2026/I-2026-001.yaml"
    book = book_of({**opened(tiny), issue: tiny[issue]})
    now = situation(disclosed(book, EVERYBODY), TINY_DAY)
    meeting = now.book.meetings["M-2026-01"]
    assert (meeting.agenda[0].title, meeting.agenda[0].issue, meeting.agenda[0].presenter) == (
        HIDDEN,
        None,
        None,
    )
    assert item_ordinal(meeting, 2, now) == "第二项"
    assert meeting.attendance == ()
    assert meeting.starts == datetime(2026, 2, 10, 9)  # noqa: DTZ001 - records hold local times


def test_only_marked_fields_are_seen(tiny: dict[str, str]) -> None:
    stuck = tiny[TASK] + "    obstacles: 资金不足\n"
    book = book_of({**tiny, TASK: stuck})
    seen = reduced(book.tasks["T-2026-001"])
    assert (seen.reports[0].text, seen.reports[0].obstacles) == ("管网已铺设八成。", HIDDEN)
    issue = reduced(book.issues["I-2026-001"])
    assert (issue.enterprise, issue.plan, issue.disclosure_reason) == (HIDDEN, HIDDEN, HIDDEN)
    assert issue.consultations[0].opinion == HIDDEN
    assert issue.situation == book.issues["I-2026-001"].situation


NOTED = "notes:\n  - {date: 2026-05-01, text: 先打招呼再发单。}\n"


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ([], 0),
        (["--audience", "成员单位"], 0),
        (["--audience", "内部"], 1),
        (["--format", "json"], 0),
        (["--format", "csv"], 0),
    ],
)
def test_a_list_that_is_passed_on_has_no_notes(
    words: list[str], seen: int, lianxi: Lianxi, repository: Path
) -> None:
    task = repository / "records" / TASK
    task.write_text(task.read_text(encoding="utf-8") + NOTED, encoding="utf-8")
    for command in (["overdue"], ["show", "T-2026-001"]):
        if command[0] == "overdue" or "csv" not in words:
            ran = lianxi(*command, "--as-of", DAY, *words)
            assert min(ran.out.count("先打招呼"), 1) == seen, command


def test_nothing_that_is_not_public_is_shown_to_everybody(lianxi: Lianxi) -> None:
    ran = lianxi("overdue", "--as-of", DAY, "--audience", "公开")
    assert "主动公开的事项中，还没有交办的任务。" in ran.out
    assert "示例园区" not in ran.out
    refused = lianxi("show", "T-2026-001", "--as-of", DAY, "--audience", "公开")
    assert (refused.code, refused.out) == (2, "")
    assert "T-2026-001 不是主动公开的" in refused.err
    assert lianxi("agenda", "--as-of", DAY, "--audience", "公开").code == 2
    assert "示例企业B用工问题" not in lianxi("issues", "--as-of", DAY, "--audience", "公开").out


def test_the_worksheet_is_for_the_office_alone(lianxi: Lianxi) -> None:
    assert "联络员工作单" not in lianxi("agenda", "--as-of", DAY).out
    assert "联络员工作单" in lianxi("agenda", "--as-of", DAY, "--audience", "内部").out
    refused = lianxi("agenda", "--as-of", DAY, "--part", "工作单", "--audience", "成员单位")
    assert (refused.code, refused.out) == (2, "")

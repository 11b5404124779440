"""Levels, lateness and statuses, each from the fewest entries that make it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml_rs

from lianxi.book import load
from lianxi.situation import Situation, situation
from lianxi.status.issue import issue_standing
from lianxi.status.task import TaskStanding, task_standing
from lianxi.tree import TextTree

PATH = "tasks/2026/T-2026-001.yaml"
BASE = """
id: T-2026-001
title: 示例任务（示例）
resolution: R-2026-001
lead: 东县政府
measure: |
  完成示例
"""
DUE = "due: 2026-04-15\n"
REPORT = "reports:\n  - {date: 2026-04-10, by: 东县政府, text: 有进展}\n"


def at(files: dict[str, str], day: str) -> Situation:
    book = load(TextTree(files))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return situation(book, date.fromisoformat(day))


def standing(files: dict[str, str], day: str, rest: str) -> TaskStanding:
    now = at({**files, PATH: BASE + rest}, day)
    return task_standing(now.book.tasks["T-2026-001"], now)


CASES: list[tuple[str, str, str, str | None, int]] = [
    # day, entries, status, level, days late
    ("2026-02-12", DUE, "未交办", None, 0),
    ("2026-02-13", DUE, "未启动", "正常", 0),
    ("2026-04-15", DUE + REPORT, "办理中", "临期", 0),
    ("2026-04-08", DUE + REPORT, "未启动", "滞后", 0),
    ("2026-04-16", DUE + REPORT, "办理中", "逾期", 1),
    ("2026-05-06", DUE + REPORT, "办理中", "逾期", 21),
    ("2026-05-20", "due: 2026-09-30\n" + REPORT, "办理中", "滞后", 0),
    ("2026-05-10", "due: 2026-09-30\n" + REPORT, "办理中", "正常", 0),
    (
        "2026-04-20",
        DUE + "completions:\n  - {reported_on: 2026-04-15, by: 东县政府, evidence: 图}\n",
        "已办结",
        "已办结",
        0,
    ),
    (
        "2026-05-06",
        DUE
        + "completions:\n  - {reported_on: 2026-04-20, by: 东县政府, evidence: 图}\n"
        + "confirmation: {date: 2026-04-24, by: {post: 联络员}}\n",
        "已销号",
        "已销号",
        5,
    ),
    (  # late 04-16…04-20, still until the return on 04-24, late again 04-25…05-06
        "2026-05-06",
        DUE
        + "completions:\n  - reported_on: 2026-04-20\n    by: 东县政府\n"
        + "    returned: {date: 2026-04-24, by: 联络员, reason: 不全}\n",
        "办理中",
        "逾期",
        17,
    ),
    (
        "2026-05-06",
        DUE + "suspensions:\n  - {since: 2026-04-10, reason: 等规划, approved_by: 联络员}\n",
        "暂缓",
        "暂缓",
        0,
    ),
    (  # late from the day after the suspension ended
        "2026-05-06",
        DUE
        + "suspensions:\n  - {since: 2026-04-10, until: 2026-05-01, reason: 等, approved_by: 联络员}\n"
        + REPORT,
        "办理中",
        "逾期",
        5,
    ),
    (
        "2026-05-06",
        DUE + "upward:\n  - {to: 省, by: 市政府, sent_on: 2026-04-15}\n",
        "办理中",
        "待上级批复",
        0,
    ),
    (  # sent after the deadline: lateness is frozen
        "2026-05-06",
        DUE + "upward:\n  - {to: 省, by: 市政府, sent_on: 2026-04-18}\n",
        "办理中",
        "待上级批复",
        3,
    ),
    (  # 待上级批复 never takes the place of 临期
        "2026-04-14",
        DUE + REPORT + "upward:\n  - {to: 省, by: 市政府, sent_on: 2026-04-12}\n",
        "办理中",
        "临期",
        0,
    ),
    (
        "2026-05-06",
        DUE + "upward:\n  - {to: 省, by: 市政府, sent_on: 2026-04-12, replied_on: 2026-05-02}\n",
        "办理中",
        "逾期",
        4,
    ),
    (
        "2026-05-06",
        DUE
        + "extensions:\n  - {requested_on: 2026-04-10, reason: 雨, new_due: 2026-05-20,"
        + " approved_by: {post: 联络员, unit: 一局}, approved_on: 2026-04-12}\n"
        + REPORT,
        "办理中",
        "正常",
        0,
    ),
    (
        "2026-05-06",
        DUE
        + "extensions:\n  - {requested_on: 2026-04-10, reason: 雨, new_due: 2026-05-20,"
        + " refused_by: {post: 联络员, unit: 一局}, refused_on: 2026-04-12}\n"
        + REPORT,
        "办理中",
        "逾期",
        21,
    ),
    (
        "2026-05-06",
        DUE + "cancelled: {date: 2026-05-01, reason: 不办了, approved_by: 联络员}\n",
        "撤销",
        None,
        0,
    ),
    ("2026-05-06", "due: 长期坚持\nreport_every: {months: 3}\n", "未启动", "长期坚持", 0),
    ("2026-05-14", "due: 长期坚持\nreport_every: {months: 3}\n", "未启动", "滞后", 0),
    (
        "2026-05-06",
        "milestones:\n  - {title: 完成一, due: 2026-04-30}\n  - {title: 完成二, due: 2026-09-30}\n" + REPORT,
        "办理中",
        "逾期",
        6,
    ),
    (
        "2026-05-06",
        "milestones:\n  - {title: 完成一, due: 2026-04-30, done_on: 2026-04-29}\n"
        "  - {title: 完成二, due: 2026-09-30}\n" + REPORT,
        "办理中",
        "正常",
        0,
    ),
    (
        "2026-05-06",
        "milestones:\n  - {title: 完成一, due: 2026-04-30}\n  - {title: 完成二, due: 2026-09-30}\n"
        "extensions:\n  - {date: 2026-04-20, milestone: 完成一, reason: 定, new_due: 2026-05-20,"
        " basis: 批示}\n" + REPORT,
        "办理中",
        "正常",
        0,
    ),
]


@pytest.mark.parametrize(
    ("day", "rest", "expected"), [(day, rest, tuple(told)) for day, rest, *told in CASES]
)
def test_task(tiny: dict[str, str], day: str, rest: str, expected: tuple[str, str | None, int]) -> None:
    found = standing(tiny, day, rest)
    assert (found.status, found.level, found.late) == expected


def test_a_counted_deadline_waits_for_its_event(tiny: dict[str, str]) -> None:
    counted = "due: {workdays: 10, after: 印发}\n"
    assert standing(tiny, "2026-02-12", counted).due is None
    found = standing(tiny, "2026-02-13", counted)
    assert found.due == date(2026, 3, 5)  # 02-14 and 02-28 are worked, 02-15 to 02-23 are off
    assert found.stage is not None
    assert not found.stage.provisional


def test_a_counted_deadline_beyond_the_calendar_is_provisional(tiny: dict[str, str]) -> None:
    found = standing(tiny, "2026-05-06", "due: {workdays: 3, after: 2026-12-30}\n")
    assert found.stage is not None
    assert found.stage.provisional


def test_the_lead_follows_a_reassignment_and_a_dissolved_unit(tiny: dict[str, str]) -> None:
    rest = DUE.replace("2026-04-15", "2026-06-30")
    led = {**tiny, PATH: BASE.replace("东县政府", "三局") + rest}
    now = at(led, "2026-02-20")
    assert task_standing(now.book.tasks["T-2026-001"], now).lead == ("三局",)
    now = at(led, "2026-03-01")
    assert task_standing(now.book.tasks["T-2026-001"], now).lead == ("四局",)
    moved = rest + "reassignments:\n  - {date: 2026-04-01, from: 东县政府, to: 西县政府, reason: 调整}\n"
    assert standing(tiny, "2026-03-31", moved).lead == ("东县政府",)
    assert standing(tiny, "2026-04-01", moved).lead == ("西县政府",)


ISSUE = "issues/2026/I-2026-004.yaml"
LIFE: list[tuple[str, dict[str, str], str]] = [
    ("2026-03-15", {}, "未收集"),
    ("2026-03-16", {}, "收集"),
    ("2026-03-18", {}, "梳理"),
    ("2026-03-26", {}, "梳理"),
    ("2026-03-27", {}, "对接"),
    ("2026-04-02", {}, "拟上会"),
    ("2026-05-06", {"exit": "{as: 撤回, date: 2026-05-01, reason: 已解决}"}, "撤回"),
    ("2026-04-30", {"exit": "{as: 撤回, date: 2026-05-01, reason: 已解决}"}, "拟上会"),
    ("2026-05-06", {"settled": "{date: 2026-05-01, by: 二局, text: 已协调}"}, "已办结"),
    ("2026-05-06", {"feedback": "{date: 2026-05-02, satisfaction: 满意}"}, "已反馈"),
]


@pytest.mark.parametrize(("day", "more", "status"), LIFE)
def test_issue(tiny: dict[str, str], day: str, more: dict[str, str], status: str) -> None:
    text = tiny[ISSUE] + "".join(f"{key}: {value}\n" for key, value in more.items())
    if "settled" in more:
        text = text.replace("sorted_on: 2026-03-18\n", "")
    now = at({**tiny, ISSUE: text}, day)
    assert issue_standing(now.book.issues["I-2026-004"], now).status == status


def test_after_a_deferral_consultation_and_plan_must_be_new(tiny: dict[str, str]) -> None:
    def status(day: str) -> tuple[str, tuple[str, ...]]:
        now = at(tiny, day)
        found = issue_standing(now.book.issues["I-2026-002"], now)
        return found.status, found.lacks

    assert status("2026-02-09") == ("对接", ("初步解决方案",))  # consulted before the deferral
    assert status("2026-02-10") == ("对接", ("处室对接意见", "初步解决方案"))
    assert status("2026-04-09") == ("对接", ("初步解决方案",))
    assert status("2026-04-10") == ("拟上会", ())


def test_an_issue_follows_its_tasks(tiny: dict[str, str]) -> None:
    def status(files: dict[str, str], day: str) -> str:
        now = at(files, day)
        return issue_standing(now.book.issues["I-2026-001"], now).status

    assert status(tiny, "2026-02-09") == "拟上会"
    assert status(tiny, "2026-02-10") == "已上会"  # held, its minutes not yet issued
    assert status(tiny, "2026-02-13") == "已交办"
    done = {path: _done(text) if path.startswith("tasks/") else text for path, text in tiny.items()}
    assert status(done, "2026-05-06") == "已办结"


def _done(text: str) -> str:
    record: dict[str, Any] = yaml_rs.loads(text, parse_datetime=False)  # type: ignore[assignment]
    if "completions" in record:
        return text
    return text + "completions:\n  - {reported_on: 2026-04-30, by: 东县政府, evidence: 图}\n"


def test_the_latest_stage_speaks_for_the_task(tiny: dict[str, str]) -> None:
    rest = (
        "milestones:\n  - {title: 完成一, due: 2026-04-01}\n  - {title: 完成二, due: 2026-04-20}\n"
        "extensions:\n  - {date: 2026-03-20, milestone: 完成一, reason: 定, new_due: 2026-06-30,"
        " basis: 批示}\n"
    )
    found = standing(tiny, "2026-05-06", rest + REPORT)
    assert found.stage is not None
    assert (found.stage.title, found.level, found.late) == ("完成二", "逾期", 16)


def test_a_confirmed_task_gets_no_later(tiny: dict[str, str]) -> None:
    rest = DUE + "confirmation: {date: 2026-04-18, by: {post: 联络员}}\n"
    assert [standing(tiny, day, rest).late for day in ("2026-04-20", "2026-12-20")] == [3, 3]


def test_one_of_two_leads_is_replaced(tiny: dict[str, str]) -> None:
    led = BASE.replace("lead: 东县政府", "lead: [三局, 东县政府]") + DUE
    to_lead = "reassignments:\n  - {date: 2026-04-01, from: 四局, to: 二局, reason: 调整}\n"
    now = at({**tiny, PATH: led + to_lead}, "2026-05-06")
    assert task_standing(now.book.tasks["T-2026-001"], now).lead == ("二局", "东县政府")
    both = to_lead.replace("四局", "东县政府").replace("二局", "四局")
    now = at({**tiny, PATH: led + both}, "2026-05-06")
    assert task_standing(now.book.tasks["T-2026-001"], now).lead == ("四局",)


def test_a_renamed_lead_bears_its_present_name(tiny: dict[str, str]) -> None:
    now = at({**tiny, PATH: BASE.replace("东县政府", "老二局") + DUE}, "2026-05-06")
    assert task_standing(now.book.tasks["T-2026-001"], now).lead == ("二局",)


def test_a_later_meeting_without_a_decision_ends_a_deferral(tiny: dict[str, str]) -> None:
    second = tiny["meetings/2026/M-2026-02.yaml"].replace("I-2026-004", "I-2026-002")
    files = {**tiny, "meetings/2026/M-2026-02.yaml": second + "held_on: 2026-05-12\nattendance: []\n"}
    now = at(files, "2026-05-20")
    found = issue_standing(now.book.issues["I-2026-002"], now)
    assert (found.status, found.deferral) == ("已上会", None)


def test_a_deferral_after_finished_tasks_counts(tiny: dict[str, str]) -> None:
    path = "resolutions/2026/R-2026-002.yaml"
    files = {**tiny, path: tiny[path].replace("I-2026-002", "I-2026-001").replace("item: 2", "item: 1")}
    now = at(files, "2026-05-06")
    found = issue_standing(now.book.issues["I-2026-001"], now)
    assert (found.status, found.lacks) == ("对接", ("处室对接意见", "初步解决方案"))
    assert found.deferral is not None


def test_a_task_whose_decision_cannot_be_read(tiny: dict[str, str]) -> None:
    files = {**tiny, "resolutions/2026/R-2026-001.yaml": "id: R-2026-001\ntitel: 示例\n"}
    book = load(TextTree(files))
    now = situation(book, date(2026, 5, 6))
    assert task_standing(now.book.tasks["T-2026-001"], now).status == "来源未读入"
    assert book.unread == 4  # the decision and its three tasks


def test_a_liaison_meeting_does_not_take_an_issue_off_the_list(tiny: dict[str, str]) -> None:
    path = "meetings/2026/M-2026-02.yaml"
    now = at({**tiny, path: tiny[path].replace("kind: 联席会议", "kind: 联络员会议")}, "2026-05-06")
    assert issue_standing(now.book.issues["I-2026-004"], now).on_agenda is None

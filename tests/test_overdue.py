"""lianxi overdue: who is late, by how much, where it is stuck, and what has changed since the last list."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi, texts
from lianxi.book import load
from lianxi.reports.dimension import area_of
from lianxi.reports.ledger import COLUMNS, ledger
from lianxi.reports.overdue import Overdue, overdue
from lianxi.reports.since import since_text
from lianxi.reports.task_row import Row
from lianxi.situation import situation
from lianxi.status.task import task_standing
from lianxi.tabular import as_csv
from lianxi.tree import TextTree

TASK = "tasks/2026/T-2026-00{}.yaml"
MEETING = "meetings/2026/M-2026-01.yaml"


def listed(
    files: dict[str, str], day: date = TINY_DAY, by: str = "等级", compare: date | None = None
) -> Overdue:
    book = load(TextTree(files))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return overdue(book, day, by, compare)


def rows(found: Overdue) -> dict[str, Row]:
    return {row.id: row for group in found.groups for row in group.rows}


def ids(found: Overdue) -> dict[str, list[str]]:
    return {group.name: [row.id for row in group.rows] for group in found.groups}


# Counted by hand in records/tasks on 2026-09-21: of 30 tasks T-2026-014 is withdrawn; T-2026-003, T-2026-015
# and T-2026-022 come from no meeting. Fourteen carry a confirmation and T-2026-011 only a completion;
# T-2026-019 is suspended, T-2026-008 is 长期坚持. So 15 are done, of 28.
def test_the_sample_by_hand() -> None:
    found = listed(texts(SAMPLE), SAMPLE_DAY, compare=date(2026, 9, 10))
    counts = found.counts
    assert (counts.tasks, counts.confirmed, counts.waiting, counts.in_hand, counts.suspended) == (
        29,
        14,
        1,
        13,
        1,
    )
    assert (counts.overdue, counts.stale, counts.due_soon, counts.awaiting) == (3, 2, 2, 1)
    assert (counts.on_track, counts.lasting, counts.standing) == (4, 1, 1)
    assert (counts.rate, counts.rate_done, counts.rate_of) == ("53.6%", 15, 28)
    assert ids(found) == {
        "逾期事项": ["T-2026-005", "T-2025-005", "T-2026-021"],  # due 08-31, 09-10, 09-11
        "滞后事项": ["T-2026-020", "T-2026-009"],
        "临期事项": ["T-2026-017", "T-2026-006"],
        "待上级批复事项": ["T-2026-004"],
        "暂缓办理事项": ["T-2026-019"],
    }
    told = rows(found)
    assert [told[id_].late for id_ in ids(found)["逾期事项"]] == [21, 11, 10]
    assert told["T-2025-005"].late_at_first == 115  # 05-29 to 09-21: 2 + 30 + 31 + 31 + 21
    assert told["T-2026-005"].stuck == "一户补偿标准未谈拢"
    assert told["T-2026-005"].advice == "9月19日起按机制提请召集人"  # the day after 09-18
    assert told["T-2026-021"].advice == "9月26日起按机制发督办通知单"  # ten days after 09-16
    assert "待批复87天，不计逾期" in told["T-2026-004"].text  # since 06-26
    assert "已47天未报告" in told["T-2026-009"].text  # since 08-05
    assert "交办以来68天" in told["T-2026-020"].text  # since 07-15, when the minutes were issued
    assert [
        (line.name, line.counts.tasks, line.counts.confirmed, line.counts.overdue) for line in found.table
    ] == [
        ("第一次会议", 8, 7, 1),
        ("第一次专题工作会议", 2, 2, 0),
        ("第二次会议", 10, 2, 1),
        ("第二次专题工作会议", 6, 1, 1),
        ("不经会议直接交办", 3, 2, 0),
        ("合计", 29, 14, 3),
    ]
    assert found.since is not None  # T-2026-018 was sent back on 09-11
    assert since_text(found.since, SAMPLE_DAY) == "较上期（9月10日）新增逾期2项；期间退办1项。"
    assert [named.id for named in found.since.newly_late] == ["T-2025-005", "T-2026-021"]


@pytest.mark.parametrize("by", ["单位", "领域", "会议"])
def test_every_way_to_count_has_the_same_total(by: str) -> None:
    found = listed(texts(SAMPLE), SAMPLE_DAY, by)
    *lines, total = found.table
    assert sum(line.counts.tasks for line in lines) == total.counts.tasks == 29
    assert sum(line.counts.done for line in lines) == total.counts.done == 15
    assert sum(len(group.rows) for group in found.groups) == 9
    order = [line.name for line in lines]
    mechanism = load(TextTree(texts(SAMPLE))).mechanism
    assert mechanism is not None
    known = {"单位": [unit.name for unit in mechanism.units], "领域": [area.name for area in mechanism.areas]}
    if by in known:
        assert [name for name in known[by] if name in order] == [name for name in order if name in known[by]]


def test_an_extended_deadline_is_told_with_the_original(tiny: dict[str, str]) -> None:
    found = rows(listed(tiny, date(2026, 5, 10)))["T-2026-003"]
    assert found.due == "2026年5月8日（原定4月8日，4月3日经联席会议联络员批准延期，第1次）"
    assert (found.late, found.late_at_first, found.light) == (2, 32, "红 逾期2天")
    assert found.note == "距原定时限32天"


def test_what_was_set_anew_by_a_meeting_says_so(tiny: dict[str, str]) -> None:
    anew = "extensions:\n  - {date: 2026-02-10, reason: 机构调整, new_due: 2026-04-20, basis: R-2026-002}\n"
    found = rows(listed({**tiny, TASK.format(1): tiny[TASK.format(1)] + anew}))["T-2026-001"]
    assert found.due == "2026年4月20日（原定4月15日，2月10日第一次会议重新明确，第1次）"


def test_waiting_for_a_higher_authority_is_not_late(tiny: dict[str, str]) -> None:
    sent = "upward:\n  - {to: 省政府, by: 东县政府, sent_on: 2026-04-14}\n"
    found = listed({**tiny, TASK.format(1): tiny[TASK.format(1)] + sent})
    assert (found.counts.overdue, found.counts.awaiting) == (0, 1)
    assert "没有逾期事项" in found.summary
    assert rows(found)["T-2026-001"].text == "4月14日已报省政府，待批复22天，不计逾期"


def test_days_of_a_suspension_do_not_count(tiny: dict[str, str]) -> None:
    paused = "suspensions:\n  - {since: 2026-04-21, until: 2026-04-30, reason: 雨, approved_by: 召集人}\n"
    found = rows(listed({**tiny, TASK.format(1): tiny[TASK.format(1)] + paused}))["T-2026-001"]
    assert found.late == 11  # 21 days without ten


def test_after_a_return_the_clock_runs_again(tiny: dict[str, str]) -> None:
    back = (
        "completions:\n  - reported_on: 2026-04-20\n    by: 东县政府\n    evidence: 照片\n"
        "    returned: {date: 2026-04-27, by: {post: 联络员, unit: 一局}, reason: 没有验收材料}\n"
    )
    files = {**tiny, TASK.format(1): tiny[TASK.format(1)] + back}
    found = listed(files, compare=date(2026, 4, 22))
    told = rows(found)["T-2026-001"]
    assert told.late == 5 + 9  # 04-16 to 04-20, then 04-28 to 05-06
    assert told.stuck == "退办：没有验收材料"
    assert found.since is not None
    assert [named.id for named in (*found.since.returned, *found.since.newly_late)] == ["T-2026-001"] * 2


def test_what_is_no_longer_late_is_named(tiny: dict[str, str]) -> None:
    done = "completions:\n  - {reported_on: 2026-05-05, by: 东县政府, evidence: 图}\n"
    found = listed({**tiny, TASK.format(1): tiny[TASK.format(1)] + done}, compare=date(2026, 4, 30))
    assert "较上期（4月30日）不再逾期1项：示例园区A供水管网扩建（已办结）；期间办结1项。" in found.summary


def test_nothing_has_changed(tiny: dict[str, str]) -> None:
    assert "较上期（5月5日）没有变化。" in listed(tiny, compare=date(2026, 5, 5)).summary


def test_one_meeting_and_what_was_given_without_one(tiny: dict[str, str]) -> None:
    assert listed(tiny).summary.startswith(
        "联席会议第一次会议分解任务3项，已销号1项，正在办理2项；办结率33.3%（1/3）。"
    )
    task = tiny[TASK.format(1)].replace(
        "resolution: R-2026-001", "issue: I-2026-004\nassigned_on: 2026-03-01"
    )
    found = listed({**tiny, TASK.format(1): task})
    assert "分解任务2项，另不经会议直接交办1项，合计3项，" in found.summary
    assert [line.name for line in found.table] == ["第一次会议", "不经会议直接交办", "合计"]
    now = situation(load(TextTree({**tiny, TASK.format(1): task})), TINY_DAY)
    assert area_of(task_standing(now.book.tasks["T-2026-001"], now), now) == "园区"


def test_before_there_is_any_task(tiny: dict[str, str]) -> None:
    found = listed(tiny, date(2026, 2, 11))
    assert (found.summary, found.groups, found.table) == ("还没有交办的任务。", (), ())


def test_standing_duties_alone_have_no_rate(tiny: dict[str, str]) -> None:
    files = {path: text for path, text in tiny.items() if path not in {TASK.format(1), TASK.format(3)}}
    counted = files[TASK.format(2)]
    start, end = counted.index("due:"), counted.index("completions:")
    files[TASK.format(2)] = f"{counted[:start]}due: 长期坚持\n"
    assert end > start
    assert "均为长期坚持事项，不计办结率。" in listed(files).summary


def test_the_office_may_not_have_colours_of_its_own(tiny: dict[str, str]) -> None:
    colours = "  colours:\n    basis: 配置\n    levels:\n      - {level: 逾期, colour: 黄}\n"
    files = {**tiny, "mechanism.yaml": tiny["mechanism.yaml"] + colours}
    assert rows(listed(files))["T-2026-001"].light == "黄 逾期21天"


def test_csv_is_one_row_a_task_and_opens_in_excel(lianxi: Lianxi) -> None:
    ran = lianxi("overdue", "--as-of", DAY, "--format", "csv")
    assert ran.out.startswith("\ufeff编号,")
    table = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert tuple(table[0]) == COLUMNS
    assert [row[0] for row in table[1:]] == ["T-2026-001", "T-2026-002", "T-2026-003"]
    late = dict(zip(table[0], table[1], strict=True))
    assert (late["等级"], late["逾期天数"], late["现行时限"]) == ("逾期", "21", "2026-04-15")


def test_a_cell_is_never_a_formula(tiny: dict[str, str]) -> None:
    title = tiny[TASK.format(1)].replace("title: 示例", "title: =示例")
    (first, *_) = ledger(load(TextTree({**tiny, TASK.format(1): title})), TINY_DAY)
    assert first[1] == "=示例园区A供水管网扩建（示例）"
    text = as_csv(["一", "二", "三", "四"], [(*first[:2], "@A1", "-1"), ("\t=1", -1, None, "甲\n乙")])
    lines = text.splitlines()
    assert lines[1] == "T-2026-001,'=示例园区A供水管网扩建（示例）,'@A1,'-1"
    assert lines[2] == "'␉=1,-1,,甲 乙"


def test_the_file_name_says_the_format(lianxi: Lianxi, repository: Path) -> None:
    for name, begins in (("x.csv", "\ufeff编号"), ("x.json", "{"), ("x.md", "# 联席会议")):
        assert lianxi("overdue", "--as-of", DAY, "-o", name).out == ""
        assert (repository / name).read_text(encoding="utf-8").startswith(begins)


def test_json_holds_the_figures(lianxi: Lianxi) -> None:
    data = json.loads(lianxi("overdue", "--as-of", DAY, "--format", "json", "--compare", "2026-04-10").out)
    assert (data["as_of"], data["counts"]["overdue"], data["counts"]["rate"]) == (DAY, 1, "33.3%")
    assert [named["id"] for named in data["since"]["newly_late"]] == ["T-2026-001"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--compare", "2026-05-06"], "--compare 的日期 2026-05-06 要早于清单的日期 2026-05-06"),
        (["--compare", "五月"], "--compare 认不出日期“五月”"),
        (["--by", "颜色"], "可以写：等级、单位、会议、领域"),
        (["--audience", "记者"], "可以写：公开、成员单位、内部"),
    ],
)
def test_wrong_usage_is_one_line(words: list[str], said: str, lianxi: Lianxi) -> None:
    ran = lianxi("overdue", "--as-of", DAY, *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err

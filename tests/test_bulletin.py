"""lianxi bulletin and lianxi stats: the same figures as everywhere, told to all, or kept by the office."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi, texts
from lianxi.book import Book, load
from lianxi.reports.bulletin import bulletin
from lianxi.reports.front import front
from lianxi.reports.overdue import overdue
from lianxi.reports.stats import COLUMNS, Line, rows, stats
from lianxi.tree import TextTree
from lianxi.wording import one_decimal, percent

TASK = "tasks/2026/T-2026-00{}.yaml"


@pytest.fixture(scope="module")
def sample() -> Book:
    return load(TextTree(texts(SAMPLE)))


def test_every_list_counts_alike(sample: Book) -> None:
    told, listed, screen = (
        bulletin(sample, SAMPLE_DAY),
        overdue(sample, SAMPLE_DAY),
        front(sample, SAMPLE_DAY),
    )
    assert told.counts == listed.counts
    assert told.by_meeting == listed.table
    assert told.by_unit == overdue(sample, SAMPLE_DAY, "单位").table
    levels = {light.level: light.count for light in screen.lights}
    assert (levels["逾期"], levels["滞后"], levels["已销号"]) == (
        told.counts.overdue,
        told.counts.stale,
        told.counts.confirmed,
    )
    assert screen.tasks == told.counts.tasks


def test_who_is_late_and_who_is_silent(sample: Book) -> None:
    told = bulletin(sample, SAMPLE_DAY, date(2026, 8, 20))
    assert [row.id for row in told.late] == ["T-2026-005", "T-2025-005", "T-2026-021"]
    assert [row.id for row in told.stale] == ["T-2026-020", "T-2026-009"]
    assert told.basis == "《通知》三（四）"
    assert told.since is not None
    assert [named.id for named in told.since.done] == ["T-2026-011", "T-2026-016"]  # 08-31, 08-24
    assert [named.id for named in told.since.assigned] == ["T-2026-022"]  # 09-09


def test_units_stand_in_the_order_of_the_list_not_of_merit(sample: Book) -> None:
    assert sample.mechanism is not None
    order = [unit.name for unit in sample.mechanism.units]
    names = [line.name for line in bulletin(sample, SAMPLE_DAY).by_unit[:-1]]
    assert names == sorted(names, key=order.index)


@pytest.mark.parametrize("words", [["bulletin", "--since", "2026-04-10"], ["stats"], ["overdue"]])
def test_no_ranking_and_no_penalty(words: list[str], lianxi: Lianxi) -> None:
    text = lianxi(*words, "--as-of", DAY).out
    for word in ("考核", "约谈", "扣分", "倒数", "名列", "T-2026", "督查通报"):
        assert word not in text, word


def test_a_bulletin_where_nothing_is_late(lianxi: Lianxi) -> None:
    text = lianxi("bulletin", "--as-of", "2026-03-05", "--since", "2026-03-04").out
    assert "**四、逾期事项（0项）**\n\n　　没有逾期事项。\n" in text
    assert "- 没有变化" in text
    assert "请以上牵头单位" not in text


def test_a_bulletin_before_there_is_any_task(lianxi: Lianxi) -> None:
    text = lianxi("bulletin", "--as-of", "2026-02-11").out
    assert "　　还没有交办的任务。\n" in text
    assert "|" not in text


def line(book: Book, table: str, name: str, start: date = date(2026, 1, 1), end: date = SAMPLE_DAY) -> Line:
    (found,) = [each for each in stats(book, start, end).tables if each.name == table]
    return next(each for each in found.lines if each.name == name)


# By hand: done since 1 January are four tasks of the first meeting, after 182, 274, 226 and 119 days from
# 2025-11-12, and eight later ones; T-2026-002 was 13 days late, T-2025-002 and T-2025-006 kept only an
# extended deadline. Granted: T-2025-002, T-2025-005 twice, T-2025-006; sent back: T-2026-002, T-2026-018.
def test_the_sample_by_hand(sample: Book) -> None:
    assert line(sample, "会议", "第一次会议") == Line("第一次会议", 0, 4, 4, 2, 801, "200.3", 4, 0, 1)
    total = line(sample, "单位", "合计")
    assert (total.assigned, total.done, total.on_time, total.on_time_at_first) == (21, 12, 11, 9)
    assert (total.extended, total.returned, total.overdue) == (4, 2, 3)
    late = line(sample, "单位", "丰顺县政府")
    assert (late.done, late.on_time, late.days, late.returned) == (1, 0, 105, 1)  # 01-28 to 05-13


def test_only_the_period_is_counted(sample: Book) -> None:
    found = line(sample, "单位", "合计", date(2026, 3, 1), date(2026, 3, 31))
    # T-2026-001 on 03-02, T-2026-003 on 03-10, T-2025-007 on 03-11; T-2025-002 was extended on 03-24
    assert (found.assigned, found.done, found.extended, found.returned) == (0, 3, 1, 0)
    edge = line(sample, "单位", "合计", date(2026, 3, 10), date(2026, 3, 11))
    assert (edge.done, edge.days) == (2, 12 + 119)


def test_every_table_has_the_same_total(sample: Book) -> None:
    tables = stats(sample, date(2026, 1, 1), SAMPLE_DAY).tables
    assert [table.name for table in tables] == ["单位", "领域", "会议"]
    assert len({table.lines[-1] for table in tables}) == 1
    for table in tables:
        assert sum(each.done for each in table.lines[:-1]) == table.lines[-1].done


def test_stats_as_rows(tiny: dict[str, str]) -> None:
    found = rows(load(TextTree(tiny)), date(2026, 1, 1), TINY_DAY)
    named = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    assert [row["编号"] for row in named] == ["T-2026-001", "T-2026-002", "T-2026-003"]
    assert (named[1]["用时（天）"], named[1]["按期办结"], named[0]["按期办结"]) == (14, "是", "")
    assert named[2]["期内批准延期"] == 1


def test_csv_of_each(lianxi: Lianxi) -> None:
    for command in ("bulletin", "stats"):
        text = lianxi(command, "--as-of", DAY, "--format", "csv").out
        assert len(list(csv.reader(io.StringIO(text)))) == 4, command


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bulletin", "--since", "2026-05-07"], "--since 的日期 2026-05-07 要早于清单的日期 2026-05-06"),
        (["stats", "--to", "2026-05-07"], "--to 的日期 2026-05-07 还没有到"),
        (["stats", "--from", "2026-05-05", "--to", "2026-05-04"], "--from 的日期 2026-05-05 晚于截止的日期"),
        (["stats", "--from", "去年"], "--from 认不出日期“去年”"),
        (["stats", "--audience", "公开"], "督办统计是办公室自己用的，不给“公开”"),
    ],
)
def test_wrong_usage_is_one_line(words: list[str], said: str, lianxi: Lianxi) -> None:
    ran = lianxi(*words, "--as-of", DAY)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


@pytest.mark.parametrize(
    ("part", "whole", "text"), [(801, 4, "200.3"), (14, 1, "14"), (1, 3, "0.3"), (2, 3, "0.7")]
)
def test_halves_are_rounded_upward(part: int, whole: int, text: str) -> None:
    assert one_decimal(part, whole) == text


def test_percent() -> None:
    assert [percent(1, 16), percent(8, 13), percent(1, 1), percent(0, 0)] == ["6.3%", "61.5%", "100%", "无"]

"""汇总: the figures that leaders look at first, as charts and as the tables that these are drawn from."""

from __future__ import annotations

from lianxi.documents.sheets.workbook import Cell, Chart, Column, Series, Sheet, Table
from lianxi.reports.digest import Digest, digested
from lianxi.reports.digest import Table as Counted
from lianxi.reports.dimension import DIRECT, MEETING, UNIT
from lianxi.reports.overdue import counted_tasks, summary
from lianxi.reports.tally import Tally, tally
from lianxi.reports.totals import TOTAL, Count, counts
from lianxi.situation import Situation
from lianxi.status.task import LEVELS, TaskStanding
from lianxi.wording import full_date

NAME = "汇总"
_RECENT = 12
"""So many meetings make a trend that can be read."""
_FIRST, _FIGURE = 22, 10
_ISSUE_COLOURS = ("灰", "黄", "橙", "绿", "蓝", "灰")
"""Of the columns of the digest behind the sum: 未就绪, 拟上会, 已上会, 已交办, 已办结, 退出."""


def sheet(now: Situation) -> Sheet:
    """The charts on the first page, the tables below."""
    tasks = counted_tasks(now)
    issues = digested(now)
    by_area, _, by_category = issues.tables
    tables = (
        _by_unit(tasks, now),
        _by_meeting(tasks, now),
        _of_issues(issues, by_area),
        _of_issues(issues, by_category),
    )
    charts = ((_units(now),), (_meetings(), _issues(by_area, 2), _issues(by_category, 3)))
    told = f"截至{full_date(now.today)}，{summary(tasks, tally(tasks), None, now)}"
    return Sheet(
        NAME, f"{now.mechanism.name}办理情况{NAME}", tables, (told,), charts=_drawable(charts, tables)
    )


def _drawable(
    charts: tuple[tuple[Chart, ...], ...], tables: tuple[Table, ...]
) -> tuple[tuple[Chart, ...], ...]:
    """Those whose table has something to draw."""
    rows = (tuple(chart for chart in row if tables[chart.table].rows) for row in charts)
    return tuple(row for row in rows if row)


def _figures(names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(name, _FIGURE, "whole") for name in names)


def _totals(rows: tuple[tuple[Cell, ...], ...]) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(rows) if row[0] == TOTAL)


def _by_unit(tasks: list[TaskStanding], now: Situation) -> Table:
    columns = (Column("牵头单位", _FIRST), *_figures(("任务数", *LEVELS)), Column("办结率", _FIGURE, "share"))
    rows = tuple(
        (line.name, line.counts.tasks, *_levels(line.counts), _rate(line))
        for line in counts(tasks, UNIT, now)
    )
    return Table(columns, rows, "一、各牵头单位的任务（按预警等级）", strong=_totals(rows))


def _levels(found: Tally) -> tuple[int, ...]:
    """In the order of ``LEVELS``."""
    return (
        found.overdue,
        found.stale,
        found.due_soon,
        found.awaiting,
        found.on_track,
        found.lasting,
        found.suspended,
        found.waiting,
        found.confirmed,
    )


def _rate(line: Count) -> float | None:
    return line.counts.rate_done / line.counts.rate_of if line.counts.rate_of else None


def _units(now: Situation) -> Chart:
    series = (Series(place, now.terms.colours[level]) for place, level in enumerate(LEVELS, 2))
    return Chart("各牵头单位的任务（按预警等级）", 0, tuple(series), "牵头单位", "任务数（项）", stacked=True)


def _by_meeting(tasks: list[TaskStanding], now: Situation) -> Table:
    columns = (
        Column("会议", _FIRST),
        *_figures(("任务数", "已办结", "正在办理", "其中逾期", "暂缓", "计算办结率的任务", "其中已办结")),
        Column("办结率", _FIGURE, "share"),
    )
    held = [line for line in counts(tasks, MEETING, now) if line.name not in {TOTAL, DIRECT}]
    recent = f"（最近{_RECENT}次）" if len(held) > _RECENT else ""
    rows = tuple(_meeting(line) for line in held[-_RECENT:])
    return Table(columns, rows, f"二、历次会议的任务和办结情况{recent}")


def _meeting(line: Count) -> tuple[Cell, ...]:
    found = line.counts
    return (
        line.name,
        found.tasks,
        found.done,
        found.in_hand,
        found.overdue,
        found.suspended,
        found.rate_of,
        found.rate_done,
        _rate(line),
    )


def _meetings() -> Chart:
    series = (Series(1, "蓝"), Series(2, "绿"), Series(8, "橙", rate=True))
    return Chart("历次会议的任务和办结情况", 1, series, "会议", "任务数（项）")


def _of_issues(found: Digest, table: Counted) -> Table:
    columns = (Column(table.name, _FIRST), *_figures(found.columns))
    rows: tuple[tuple[Cell, ...], ...] = tuple((count.name, *count.figures) for count in table.counts)
    number = "三" if table is found.tables[0] else "四"
    return Table(columns, rows, f"{number}、议题（按{table.name}）", strong=_totals(rows))


def _issues(table: Counted, place: int) -> Chart:
    series = (Series(column, colour) for column, colour in enumerate(_ISSUE_COLOURS, 2))
    return Chart(f"议题（按{table.name}）", place, tuple(series), table.name, "议题数（件）", stacked=True)

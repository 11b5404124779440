"""The ledgers, read back: every fact in its cell, the figures of other reports, nothing for others' eyes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from conftest import SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, Lianxi, texts
from corpus import make_corpus
from lianxi.book import Book, load
from lianxi.disclosure import EVERYBODY, HIDDEN, INTERNAL, MEMBERS, disclosed
from lianxi.documents.sheets.ledgers import LEDGERS, all_ledgers, ledger
from lianxi.documents.sheets.summary import NAME as SUMMARY
from lianxi.documents.sheets.workbook import Sheet
from lianxi.documents.sheets.writing import xlsx
from lianxi.reports import stats
from lianxi.reports.bulletin import bulletin
from lianxi.reports.decision_ledger import Row, decision_ledger
from lianxi.reports.digest import digest
from lianxi.reports.handling import Line, handling
from lianxi.reports.issue_ledger import issue_ledger
from lianxi.reports.overdue import overdue
from lianxi.reports.totals import TOTAL
from lianxi.schema.base import Value
from lianxi.situation import situation
from lianxi.tree import TextTree

MECHANISMS = sorted((Path(__file__).parent / "mechanisms").iterdir())
TASK, ISSUE = "tasks/2026/T-2026-00{}.yaml", "issues/2026/I-2026-00{}.yaml"


def book_of(files: dict[str, str]) -> Book:
    book = load(TextTree(files))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return book


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def plain(value: Any) -> Any:
    """A cell as it was described: a day is a day, an empty text an empty cell."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return round(value, 12)  # sixteen digits are written
    return value or None if isinstance(value, str) else value


def told(page: Worksheet, row: int, count: int) -> list[Any]:
    return [plain(page.cell(row, place).value) for place in range(1, count + 1)]


def rows(page: Worksheet) -> list[dict[str, Any]]:
    """The rows of a ledger by their headers, which stand where the filter begins."""
    first, last = (int(number) for number in re.findall(r"\d+", str(page.auto_filter.ref)))
    header = told(page, first, page.max_column)
    return [
        dict(zip(header, told(page, row, len(header)), strict=True)) for row in range(first + 1, last + 1)
    ]


def agree(sheet: Sheet, page: Worksheet) -> int:
    """Every cell of the description against the sheet, from top to bottom; how many there are."""
    cells = 0
    row = 2 + len(sheet.lines) + len(sheet.charts)
    assert told(page, 1, 1) == [sheet.title]
    assert [page.cell(2 + place, 1).value for place in range(len(sheet.lines))] == list(sheet.lines)
    for table in sheet.tables:
        if table.title:
            assert told(page, row + 1, 1) == [table.title]
            row += 2
        count = len(table.columns)
        assert told(page, row, count) == [column.header for column in table.columns]
        for number, described in enumerate(table.rows, row + 1):
            assert told(page, number, count) == [plain(value) for value in described]
            for value, place in zip(described, range(1, count + 1), strict=True):
                cell = page.cell(number, place)
                wanted = {str: "s", int: "n", float: "n", date: "d"}.get(type(value), "n")
                assert cell.data_type == (wanted if value != "" else "n"), cell.coordinate
        cells += count * len(table.rows)
        row += 1 + len(table.rows)
    assert page.max_row == row - 1
    return cells


CONFERENCES = {
    "tiny": (TINY, TINY_DAY),
    "sample": (SAMPLE, SAMPLE_DAY),
    **{path.name: (path, SAMPLE_DAY) for path in MECHANISMS},
}


@pytest.mark.parametrize("audience", [INTERNAL, MEMBERS, EVERYBODY])
@pytest.mark.parametrize("name", CONFERENCES)
def test_every_cell_of_every_sheet_comes_back(name: str, audience: str) -> None:
    folder, day = CONFERENCES[name]
    book = disclosed(book_of(texts(folder)), audience)
    described = all_ledgers(book, day)
    data = xlsx(described)
    assert data == xlsx(all_ledgers(book, day))
    read = opened(data)
    shown = [page.title for page in read.worksheets if page.sheet_state == "visible"]
    assert shown == [SUMMARY, *LEDGERS] == [sheet.name for sheet in described.sheets]
    cells = [agree(sheet, read[sheet.name]) for sheet in described.sheets]
    full = name in {"tiny", "sample"} and audience != EVERYBODY
    assert bool(sum(cells)) == full or audience == EVERYBODY
    for sheet in described.sheets:
        alone = ledger(sheet.name, book, day) if sheet.name in LEDGERS else None
        assert alone is None or (alone.sheets, alone.title) == ((sheet,), sheet.title)


def test_nothing_is_lost() -> None:
    book = book_of(texts(SAMPLE))
    read = opened(xlsx(all_ledgers(book, SAMPLE_DAY)))
    ids = {name: [row["编号"] for row in rows(read[name])] for name in list(LEDGERS)[:3]}
    withdrawn = {"T-2026-014"}
    assert ids["督办台账"] == [id_ for id_ in book.tasks if id_ not in withdrawn]
    assert ids["诉求台账"] == list(book.issues)
    settled = {id_ for id_, task in book.tasks.items() if task.resolution}
    without = {id_ for id_ in book.resolutions if not book.tasks_of_resolution(id_)}
    assert sorted(ids["议定事项台账"]) == sorted(settled | without)
    assert [row["序号"] for row in rows(read["议定事项台账"])] == list(range(1, 33))


# Read by hand from the records on 2026-09-21.
def test_decisions_by_hand() -> None:
    found = {row.id: row for row in decision_ledger(situation(book_of(texts(SAMPLE)), SAMPLE_DAY))}
    late = found["T-2025-005"]
    assert (late.meeting, late.lead, late.due) == (
        "第一次会议（第1期）",
        "梅州高新区管委会",
        date(2026, 9, 10),
    )
    assert (late.status, late.level) == ("办理中", "逾期")
    assert late.remark.startswith("逾期11天，距原定时限115天；原定2026年5月29日，已延期2次")
    assert late.next_step == "本月下旬完成联网后试运行"
    assert late.matter.split("\n")[0] == "示例园区A污水处理设施扩容工程（示例）"
    put_off = found["R-2026-005"]
    assert (put_off.lead, put_off.support) == ("五华县政府", "市商务局、市住房城乡建设局")
    assert (put_off.due, put_off.status, put_off.level) == (date(2026, 8, 31), "暂缓", "")
    assert put_off.next_step == "商定标准厂房改造费用分担办法"
    assert (found["R-2026-006"].status, found["R-2026-003"].status) == ("报请上级审定", "通报")
    assert (found["R-2026-002"].status, found["R-2026-002"].remark) == ("不另交办", "议题安排，随会议办结")
    assert found["T-2026-008"].due == "长期坚持"
    assert (found["T-2026-014"].status, found["T-2026-014"].level) == ("撤销", "")
    assert "原牵头单位市金融局" in found["T-2025-006"].remark
    assert "申请延至10月23日，尚未答复" in found["T-2026-017"].remark
    order = [row.meeting for row in found.values()]
    assert [name for place, name in enumerate(order) if name not in order[:place]] == [
        "第一次会议（第1期）",
        "第一次专题工作会议（第2期）",
        "第一次联络员会议",
        "第二次会议（第3期）",
        "第二次专题工作会议（第4期）",
    ]


def test_issues_by_hand() -> None:
    found = {row.id: row for row in issue_ledger(situation(book_of(texts(SAMPLE)), SAMPLE_DAY))}
    held = found["I-2026-002"]
    assert (held.level, held.status, held.due) == ("逾期", "已交办", date(2026, 12, 31))  # its last stage
    assert held.handling.count("\n") == 3  # four tasks, one line each
    assert held.province.startswith("是：规划与产业政策处，")
    assert held.meetings == "第二次会议"
    ahead = found["I-2026-010"]
    assert (ahead.meetings, ahead.status, ahead.level, ahead.due) == ("拟上第三次会议", "拟上会", "", None)
    assert ahead.proposal == "建议按建设进度分期落实用能指标"
    assert (ahead.enterprise, ahead.industry, ahead.suggested_lead) == ("示例企业H", "新能源", "市发展改革局")
    assert found["I-2026-019"].handling.startswith("尚缺梳理")
    assert found["I-2026-004"].handling.startswith("4月10日大埔县政府：")
    assert found["I-2025-001"].satisfaction == "满意"
    merged = next(row for row in found.values() if row.status == "并入")
    assert re.search(r"并入“.*”（现为.*）：", merged.handling)
    assert found["I-2026-005"].province == "否"


def one(files: dict[str, str], id_: str, day: date = TINY_DAY) -> Row:
    return next(row for row in decision_ledger(situation(book_of(files), day)) if row.id == id_)


def test_a_task_not_yet_assigned_stands_in_the_ledger_of_decisions(tiny: dict[str, str]) -> None:
    meeting = book_of(tiny).meetings["M-2026-01"]
    assert meeting.held_on is not None
    row = one(tiny, "T-2026-001", meeting.held_on)  # its minutes were issued later
    assert (row.meeting, row.status, row.level) == ("第一次会议", "未交办", "")
    assert list(decision_ledger(situation(book_of(tiny), date(2026, 1, 1)))) == []


def test_a_deadline_without_a_day_is_told_in_words(tiny: dict[str, str]) -> None:
    meeting = book_of(tiny).meetings["M-2026-01"]
    assert meeting.held_on is not None
    assert one(tiny, "T-2026-002", meeting.held_on).due == "纪要印发后10个工作日内（待定）"
    assert one(tiny, "T-2026-002").due == date(2026, 3, 5)


FIGURES = ("tiny", "sample")


@pytest.mark.parametrize("audience", [INTERNAL, MEMBERS, EVERYBODY])
@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_are_those_of_the_other_reports(name: str, audience: str) -> None:
    folder, day = CONFERENCES[name]
    book = disclosed(book_of(texts(folder)), audience)
    tables = {table.name: table.lines for table in handling(situation(book, day))}
    paper = bulletin(book, day)
    areas = overdue(book, day, "领域").table
    for name_, counts in (("牵头单位", paper.by_unit), ("会议", paper.by_meeting), ("工作领域", areas)):
        assert [(line.name, line.stand) for line in tables.get(name_, ())] == [
            (each.name, each.counts) for each in counts
        ]
    figures = stats.stats(book, date.min, day)
    for table, name_ in zip(figures.tables, ("牵头单位", "工作领域", "会议"), strict=False):
        assert tuple(line.handled for line in tables[name_]) == table.lines
    for lines in tables.values():
        *groups, total = lines
        assert total.total
        assert total.stand == paper.counts
        assert sum(line.stand.tasks for line in groups) == total.stand.tasks


def shares(line: Line) -> float | None:
    return line.stand.rate_done / line.stand.rate_of if line.stand.rate_of else None


def test_the_sheet_of_figures_prints_them(lianxi: Lianxi, tmp_path: Path) -> None:
    folder = ("--records", str(SAMPLE), "--as-of", SAMPLE_DAY.isoformat())
    path = tmp_path / "办理统计.xlsx"
    assert lianxi("export", "办理统计", *folder, "-o", str(path)).code == 0
    found = rows(openpyxl.load_workbook(path)["办理统计"])
    printed = json.loads(lianxi("bulletin", *folder, "--format", "json").out)
    handled = json.loads(lianxi("stats", *folder, "--from", "1900-01-01", "--format", "json").out)
    by_unit = [row for row in found if row["分组"] == "牵头单位"]
    names = {
        "任务数": "tasks",
        "已办结": "done",
        "已销号": "confirmed",
        "待核销": "waiting",
        "正在办理": "in_hand",
    }
    names |= {
        "逾期": "overdue",
        "滞后": "stale",
        "临期": "due_soon",
        "待上级批复": "awaiting",
        "正常": "on_track",
    }
    names |= {
        "长期坚持": "lasting",
        "暂缓": "suspended",
        "计算办结率的任务": "rate_of",
        "其中已办结": "rate_done",
    }
    assert [row["名称"] for row in by_unit] == [line["name"] for line in printed["by_unit"]]
    for row, line in zip(by_unit, printed["by_unit"], strict=True):
        assert {name: row[name] for name in names} == {
            name: line["counts"][key] for name, key in names.items()
        }
        rate = line["counts"]["rate"]
        assert (row["办结率"] is None) == (rate == "无")
        assert row["办结率"] is None or f"{row['办结率']:.1%}".replace(".0%", "%") == rate
    more = {
        "按期办结": "on_time",
        "按原定时限办结": "on_time_at_first",
        "批准延期": "extended",
        "退办": "returned",
    }
    for row, line in zip(by_unit, handled["tables"][0]["lines"], strict=True):
        assert {name: row[name] for name in more} == {name: line[key] for name, key in more.items()}
        mean = row["平均用时（天）"]
        assert line["mean_days"] == ("" if mean is None else f"{mean:.1f}".removesuffix(".0"))


def test_the_county_is_that_of_the_issue() -> None:
    now = situation(book_of(texts(SAMPLE)), SAMPLE_DAY)
    lines = next(table.lines for table in handling(now) if table.name == "县（市、区）")
    by_hand: dict[str, int] = {}
    for task in now.book.tasks.values():
        decision = now.book.resolutions.get(task.resolution or "")
        issues = [task.issue] if task.issue else list(decision.issues) if decision else []
        county = next((now.book.issues[id_].county for id_ in issues if now.book.issues[id_].county), None)
        if task.cancelled is None:
            by_hand[county or "未填所在地"] = by_hand.get(county or "未填所在地", 0) + 1
    assert {line.name: line.stand.tasks for line in lines if not line.total} == by_hand


def test_the_summary_counts_what_the_reports_count() -> None:
    book = book_of(texts(SAMPLE))
    summary = all_ledgers(book, SAMPLE_DAY).sheets[0]
    units, meetings, areas, categories = summary.tables
    paper = bulletin(book, SAMPLE_DAY)
    assert summary.lines == (f"截至2026年9月21日，{paper.summary}",)
    assert [row[:3] for row in units.rows] == [
        (line.name, line.counts.tasks, line.counts.overdue) for line in paper.by_unit
    ]
    assert all(sum(row[2:11]) == row[1] for row in units.rows)  # type: ignore[arg-type]  # levels are whole
    assert [row[:3] for row in meetings.rows] == [
        (line.name, line.counts.tasks, line.counts.done)
        for line in paper.by_meeting
        if line.name not in {TOTAL, "不经会议直接交办"}
    ]
    counted = digest(book, SAMPLE_DAY)
    for table, found in zip((areas, categories), (counted.tables[0], counted.tables[2]), strict=True):
        assert list(table.rows) == [(each.name, *each.figures) for each in found.counts]


def test_charts_take_chinese_words_and_figures_from_visible_cells() -> None:
    data = xlsx(all_ledgers(book_of(texts(SAMPLE)), SAMPLE_DAY))
    read = opened(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/chart"))
        charts = [archive.read(name).decode("utf-8") for name in names]
    assert len(charts) == 4
    for chart in charts:
        words = re.findall("<a:t>(.*?)</a:t>", chart)
        assert len(words) >= 3  # a title and two axes
        assert all(re.search("[\u4e00-\u9fff]", word) for word in words)
        for reference in re.findall("<c:f>(.*?)</c:f>", chart):
            sheet, cells = reference.split("!")
            assert read[sheet].sheet_state == "visible"
            found = read[sheet][cells.replace("$", "")]
            values = [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]
            assert TOTAL not in values
            assert all(value is not None or sheet == SUMMARY for value in values)
        for series in re.findall("<c:tx><c:strRef>.*?<c:v>(.*?)</c:v>", chart):
            assert re.search("[\u4e00-\u9fff]", series)


@pytest.mark.parametrize("path", MECHANISMS, ids=lambda path: path.name)
def test_an_empty_conference_has_ledgers_without_rows(path: Path) -> None:
    described = all_ledgers(book_of(texts(path)), SAMPLE_DAY)
    assert not any(table.rows for sheet in described.sheets for table in sheet.tables)
    assert described.sheets[0].charts == ()
    assert "还没有交办的任务" in described.sheets[0].lines[0]
    assert [rows(page) for page in opened(xlsx(described)).worksheets[1:5]] == [[]] * 4


def test_cells_that_have_a_list_offer_it() -> None:
    read = opened(xlsx(all_ledgers(book_of(texts(SAMPLE)), SAMPLE_DAY)))
    mechanism = book_of(texts(SAMPLE)).mechanism
    assert mechanism is not None
    units = [unit.name for unit in mechanism.units]
    listed = {
        name: tuple(row[0].value for row in read[area.attr_text.split("!")[0]][area.attr_text.split("!")[1]])
        for name, area in read.defined_names.items()
    }
    assert list(listed["名单1"]) == units
    page = read["诉求台账"]
    header = {cell.value: get_column_letter(place) for place, cell in enumerate(page[3], 1)}
    rules = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    last = page.max_row
    assert (
        rules[f"{header['诉求类别']}4:{header['诉求类别']}{last}"]
        == '"用地,用能,融资,用工,审批,政策,物流,其他"'
    )
    assert rules[f"{header['收集单位']}4:{header['收集单位']}{last}"] == "名单1"
    assert (
        rules[f"{header['工作领域']}4:{header['工作领域']}{last}"]
        == '"规划布局,园区共建,铜箔集群,创新引领,项目引进,民营经济"'
    )
    assert {"公开属性", "状态", "预警", "企业反馈", "类型"} <= {
        name for name, letter in header.items() if f"{letter}4:{letter}{last}" in rules
    }


def test_the_colours_are_those_of_the_conference(tiny: dict[str, str]) -> None:
    before = all_ledgers(book_of(tiny), TINY_DAY)
    configured = tiny["mechanism.yaml"].rstrip("\n") + (
        "\n  colours:\n    basis: 配置\n    levels:\n      - {level: 逾期, colour: 橙}\n"
    )
    described = all_ledgers(book_of(tiny | {"mechanism.yaml": configured}), TINY_DAY)
    assert "逾期红" in before.sheets[1].lines[0]
    assert "逾期橙" in described.sheets[1].lines[0]
    page = opened(xlsx(described))["督办台账"]
    found = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for each in page.conditional_formatting
        for rule in each.rules
    }
    assert found['"逾期"'] == "FFFCD5B4"
    assert described.sheets[0].charts[0][0].series[0].colour == "橙"


def leaves(value: Any) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, Value):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield from (line.strip().removesuffix("。") for line in value.split("\n") if line.strip())


def all_texts(book: Book) -> set[str]:
    kinds = (book.issues, book.meetings, book.resolutions, book.tasks)
    return {text for records in kinds for record in records.values() for text in leaves(record)}


def everything_in(data: bytes) -> str:
    """Whatever stands anywhere in the file, also where nobody looks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


MARKS = {
    TASK.format(1): "notes:\n  - {date: 2026-05-01, text: 联络员私记甲}\n"
    "instructions:\n  - {date: 2026-05-02, post: 召集人, text: 批示内容乙}\n",
    ISSUE.format(1): "notes:\n  - {date: 2026-05-01, text: 议题私记丙}\n"
    "instructions:\n  - {date: 2026-05-02, post: 召集人, text: 批示内容丁}\n",
}


def marked(files: dict[str, str]) -> dict[str, str]:
    files = dict(files)
    for path, more in MARKS.items():
        files[path] = files[path].rstrip("\n") + "\n" + more
    return files


@pytest.mark.parametrize("audience", [MEMBERS, EVERYBODY])
@pytest.mark.parametrize("conference", ["tiny", "sample"])
def test_a_workbook_holds_nothing_that_its_reader_may_not_see(conference: str, audience: str) -> None:
    folder, day = CONFERENCES[conference]
    files = texts(folder)
    whole = book_of(marked(files) if conference == "tiny" else files)
    seen = disclosed(whole, audience)
    empty = all_ledgers(book_of({path: text for path, text in files.items() if path.count("/") < 2}), day)
    columns = [column for sheet in empty.sheets for table in sheet.tables for column in table.columns]
    lists = [choice for column in columns for choice in column.choices]
    allowed = "\n".join((*all_texts(seen), *lists, everything_in(xlsx(empty))))
    closed = {text for text in all_texts(whole) if text not in allowed}
    inside = everything_in(xlsx(all_ledgers(whole, day)))
    assert any(text in inside for text in closed), "a leak would not be seen"
    written = everything_in(xlsx(all_ledgers(seen, day)))
    assert [text for text in sorted(closed) if text in written] == []
    assert all(id_ in written for id_ in seen.issues)
    if (conference, audience) == ("sample", EVERYBODY):
        assert HIDDEN in written


def test_what_the_public_may_not_know_is_not_denied(tiny: dict[str, str]) -> None:
    asked = "needs_province:\n  division: 产业处\n  request: 支持\n"
    path = ISSUE.format(1)
    files = {
        name: text.replace("disclosure: 不予公开", "disclosure: 主动公开") for name, text in tiny.items()
    }
    book = book_of(files | {path: files[path].rstrip("\n") + "\n" + asked})
    inside = {row.id: row.province for row in issue_ledger(situation(book, TINY_DAY))}
    assert inside["I-2026-001"] == "是：产业处，支持"
    assert inside["I-2026-002"] == "否"
    outside = issue_ledger(situation(disclosed(book, EVERYBODY), TINY_DAY))
    assert {row.province for row in outside} == {""}


def test_members_see_what_is_not_public(tiny: dict[str, str]) -> None:
    whole = book_of(marked(tiny))
    assert "联络员私记甲" in everything_in(xlsx(all_ledgers(whole, TINY_DAY)))
    shown = everything_in(xlsx(all_ledgers(disclosed(whole, MEMBERS), TINY_DAY)))
    assert "联络员私记甲" not in shown
    assert next(iter(whole.issues.values())).title in shown
    public = all_ledgers(disclosed(whole, EVERYBODY), TINY_DAY)
    assert all("主动公开的" in sheet.lines[0] for sheet in public.sheets)


def test_many_tasks_are_all_there(tmp_path: Path) -> None:
    make_corpus(tmp_path, 1200)
    book = book_of(texts(tmp_path))
    described = all_ledgers(book, SAMPLE_DAY)
    read = opened(xlsx(described))
    found = [len(rows(read[name])) for name in LEDGERS]
    assert found == [len(sheet.tables[0].rows) for sheet in described.sheets[1:]]
    assert found[2] == len(book.issues)
    assert len(described.sheets[0].tables[1].rows) <= 12


def test_formulas_in_records_stay_text(tiny: dict[str, str]) -> None:
    path = TASK.format(1)
    hostile = {
        path: re.sub(r"title: .*", "title: '=HYPERLINK(\"http://example.invalid\")'", tiny[path], count=1)
    }
    data = xlsx(all_ledgers(book_of(tiny | hostile), TINY_DAY))
    row = next(row for row in rows(opened(data)["督办台账"]) if row["编号"] == "T-2026-001")
    assert row["工作任务"].startswith("=HYPERLINK")
    assert "<f>" not in everything_in(data)
    assert "hyperlink" not in everything_in(data).replace("=HYPERLINK", "")


def test_every_sheet_says_its_day(tiny: dict[str, str]) -> None:
    described = all_ledgers(book_of(tiny), TINY_DAY)
    assert all("截至2026年5月6日，" in sheet.lines[0] for sheet in described.sheets)

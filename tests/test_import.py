"""lianxi import as a clerk runs it: previewed, confirmed, written once, and clean by the check."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import DAY, IDENTITY, SAMPLE, Lianxi, texts
from county_sheets import SHEETS, workbook
from test_intake import HEAD, ROW, WORK

LIST = "清单.xlsx"
MECHANISMS = Path(__file__).parent / "mechanisms"


@pytest.fixture
def put(repository: Path) -> Any:
    """Lay a file into the repository."""

    def lay(data: bytes, name: str = "x.xlsx") -> str:
        (repository / name).write_bytes(data)
        return name

    return lay


def records(repository: Path) -> dict[str, str]:
    return texts(repository / "records")


def added(before: dict[str, str], after: dict[str, str]) -> list[str]:
    assert all(after[path] == text for path, text in before.items())
    return sorted(after.keys() - before.keys())


def clean(lianxi: Lianxi, day: str = DAY) -> bool:
    return lianxi("check", "--as-of", day).code == 0


# --- preview, then writing -----------------------------------------------------------------------


def test_without_a_terminal_and_without_yes_nothing_is_written(
    lianxi: Lianxi, repository: Path, put: Any
) -> None:
    before = records(repository)
    ran = lianxi("import", put(SHEETS["plain.xlsx"]()), "--as-of", DAY)
    assert ran.code == 1
    assert "新增2" in ran.out
    assert "将写入新的议题2条" in ran.out
    assert "加 --yes" in ran.err
    assert records(repository) == before


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_written_is_clean_and_is_written_once(
    lianxi: Lianxi, repository: Path, put: Any, name: str
) -> None:
    before = records(repository)
    file = put(SHEETS[name](), name)
    assert lianxi("import", file, "--as-of", DAY, "--yes").code == 0
    assert added(before, records(repository)) == [
        "issues/2026/I-2026-005.yaml",
        "issues/2026/I-2026-006.yaml",
    ]
    assert clean(lianxi)
    once = records(repository)
    again = lianxi("import", file, "--as-of", "2026-05-07", "--yes")
    assert (again.code, "已有2" in again.out) == (0, True)
    assert records(repository) == once


def test_a_record_reads_as_one_that_a_person_has_written(lianxi: Lianxi, repository: Path, put: Any) -> None:
    lianxi("import", put(SHEETS["county-merged.xlsx"]()), "--as-of", DAY, "--yes")
    assert records(repository)["issues/2026/I-2026-005.yaml"] == (
        """id: I-2026-005
title: 示例企业甲用能问题（示例）
kind: 企业诉求
category: 用能
county: 东县
raised_by: 东县政府
enterprise: 示例企业甲
collected_by: 一局
collected_on: 2026-03-02
situation: |
  用电指标不足，影响二期投产。
request: |
  协调解决用电指标
notes:
  - date: 2026-05-06
    text: |
      备注：急
      来源：x.xlsx“Sheet1”第3行
disclosure: 不予公开
disclosure_reason: 收集表没有写公开属性，先按不予公开，待审定
"""
    )


def test_good_rows_are_written_and_the_others_told_with_their_cells(
    lianxi: Lianxi, repository: Path, put: Any
) -> None:
    rows = [HEAD, ROW, [*ROW[:3], "用地不足，电话13800138000", ROW[4]], [*ROW[:2], "用电", "缺电", ROW[4]]]
    ran = lianxi("import", put(workbook(rows)), "--as-of", DAY, "--yes")
    assert ran.code == 1
    assert "D3 诉求内容“138" in ran.out
    assert "C4 诉求类别：没有类别“用电”，是否想写 用能？" in ran.out
    assert "13800138000" not in ran.out + ran.err
    assert "13800138000" not in str(records(repository))
    assert len(records(repository)) == len(texts(Path(__file__).parent / "tiny/records")) + 1


def test_the_preview_is_data_for_programs(lianxi: Lianxi, put: Any) -> None:
    file = put(workbook([HEAD, ROW, [*ROW[:2], "用电", "缺电", ROW[4]]]))
    ran = lianxi("import", file, "--as-of", DAY, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["written"]) == (1, False)
    assert [row["status"] for row in told["rows"]] == ["新增", "退回"]
    assert told["rows"][1]["refused"] == [
        {
            "cell": "C3",
            "column": "诉求类别",
            "value": "用电",
            "why": "没有类别“用电”，是否想写 用能？",
            "instead": "用能",
        }
    ]
    done = json.loads(lianxi("import", file, "--as-of", DAY, "--format", "json", "--yes", "--suggested").out)
    assert done["written"]
    assert [row["id"] for row in done["rows"]] == ["I-2026-005", "I-2026-006"]


def test_numbers_go_on_from_those_of_every_branch(lianxi: Lianxi, repository: Path, put: Any) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(repository), *IDENTITY, *words], check=True, capture_output=True)

    git("checkout", "-q", "-b", "other")
    issue = repository / "records/issues/2026/I-2026-009.yaml"
    shutil.copy(repository / "records/issues/2026/I-2026-003.yaml", issue)
    git("add", ".")
    git("commit", "-q", "-m", "more")
    git("checkout", "-q", "-")
    ran = lianxi("import", put(workbook([HEAD, ROW])), "--as-of", DAY, "--yes")
    assert "I-2026-010" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (("none.xlsx",), 3, "读不了“none.xlsx”"),
        (("records",), 1, "读不了“records”"),
        (("old.xls",), 1, "另存为"),
        (("work.xlsx",), 2, "--meeting M-2026-01"),
        (("work.xlsx", "--meeting", "M-2024-01"), 2, "先运行 lianxi new 会议"),
        (("work.xlsx", "--meeting", "M-2026-02"), 2, "还没有召开"),
        (("issues.xlsx", "--meeting", "M-2026-01"), 2, "不用写 --meeting"),
        (("issues.xlsx", "--by", "无此局"), 2, "没有单位"),
        (("issues.xlsx", "--date", "2026-13-01"), 2, "没有这一天"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    lianxi: Lianxi, put: Any, words: tuple[str, ...], code: int, line: str
) -> None:
    put(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old.xls")
    put(workbook([WORK, [1, "甲", "办甲事", "二局", None, "2026-06-30", None]]), "work.xlsx")
    put(workbook([HEAD, ROW]), "issues.xlsx")
    ran = lianxi("import", *words, "--as-of", DAY)
    assert (ran.code, ran.out) == (code, "")
    assert line in ran.err
    assert ran.err.count("\n") == 1


def test_an_unreadable_issue_stops_the_import(lianxi: Lianxi, repository: Path, put: Any) -> None:
    (repository / "records/issues/2026/I-2026-003.yaml").write_text("id: [", encoding="utf-8")
    ran = lianxi("import", put(workbook([HEAD, ROW])), "--as-of", DAY, "--yes")
    assert ran.code == 1
    assert "I-2026-003 读不出来" in ran.err


def test_the_first_load_is_clean_and_is_written_once(lianxi: Lianxi, repository: Path, put: Any) -> None:
    rows: list[Any] = [
        WORK,
        [1, "公寓选址（示例）", "完成选址", "西县政府", "二局", "2026年6月30日前", None],
        [2, "公寓资金（示例）", "落实资金", "二局", None, "印发之日起20个工作日内", "先行垫付"],
        [3, "招聘（示例）", "每季度办招聘会", "西县政府", None, "长期坚持", None],
    ]
    before = records(repository)
    words = ("import", put(workbook(rows)), "--meeting", "M-2026-01", "--item", "2", "--as-of", DAY, "--yes")
    assert lianxi(*words).code == 0
    new = added(before, records(repository))
    assert new == ["resolutions/2026/R-2026-003.yaml", *(f"tasks/2026/T-2026-00{n}.yaml" for n in (4, 5, 6))]
    assert clean(lianxi)
    once = records(repository)
    assert lianxi(*words).code == 0
    assert records(repository) == once


@pytest.mark.parametrize("name", ["logistics", "minimal", "river-basin", "eldercare-2019"])
def test_another_conference_takes_its_own_sheet(lianxi: Lianxi, tmp_path: Path, name: str) -> None:
    shutil.copytree(MECHANISMS / name, tmp_path / "c/records")
    here = tmp_path / "c"
    lianxi("export", "--template", "诉求收集表", "-o", "t.xlsx", "--as-of", DAY, cwd=here)
    book = openpyxl.load_workbook(here / "t.xlsx")
    unit = json.loads(lianxi("import", "t.xlsx", "--format", "json", "--as-of", DAY, cwd=here).out)
    assert unit["rows"] == []
    cells = {
        "企业名称5": "示例企业甲",
        "诉求类别5": "用地",
        "诉求内容5": "用地不足",
        "收集日期5": "2026-03-02",
    }
    write(book.worksheets[0], 4, cells)
    book.save(here / "t.xlsx")
    units = here / "records/mechanism.yaml"
    first = next(
        line.split("name:")[1].split("#")[0].strip()
        for line in units.read_text(encoding="utf-8").partition("\nunits:")[2].splitlines()
        if "name:" in line
    )
    ran = lianxi("import", "t.xlsx", "--as-of", DAY, "--yes", "--by", first, cwd=here)
    if "不是负责收集" in ran.out:  # it is settled who collects: then that unit
        assert ran.code == 1
        return
    assert ran.code == 0, ran.out
    assert lianxi("check", "--as-of", DAY, cwd=here).code == 0


# --- the form that is sent out, and the lists that come back --------------------------------------


def test_the_template_is_the_same_bytes_and_offers_the_lists(lianxi: Lianxi, repository: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert lianxi("export", "--template", "诉求收集表", "-o", name, "--as-of", DAY).code == 0
    assert (repository / "a.xlsx").read_bytes() == (repository / "b.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(repository / "a.xlsx").worksheets[0]
    rules = " ".join(str(rule.formula1) for rule in sheet.data_validations.dataValidation)
    assert "东县,西县" in rules
    assert "满意,基本满意,不满意" in rules
    assert "用地,用能" in rules
    ran = lianxi("export", "--template", "没有的表", "-o", "c.xlsx")
    assert (ran.code, "可以写：诉求收集表" in ran.err) == (2, True)


def sent(lianxi: Lianxi, repository: Path, unit: str = "东县政府", **cells: Any) -> str:
    """The list of a unit, with cells (column and row: 进展情况5) filled in."""
    ran = lianxi("export", "本单位清单", "--unit", unit, "-o", LIST, "--as-of", DAY)
    assert ran.code == 0, ran.err
    return filled(repository / LIST, **cells)


def filled(path: Path, header: int = 4, **cells: Any) -> str:
    book = openpyxl.load_workbook(path)
    write(book.worksheets[0], header, cells)
    book.save(path)
    return path.name


def write(sheet: Worksheet, header: int, cells: dict[str, Any]) -> None:
    columns = {str(cell.value): number for number, cell in enumerate(sheet[header], 1)}
    for place, value in cells.items():
        sheet.cell(int(place[-1]), columns[place[:-1]]).value = value


def test_a_list_that_comes_back_empty_gives_nothing(lianxi: Lianxi, repository: Path) -> None:
    before = records(repository)
    ran = lianxi("import", sent(lianxi, repository), "--as-of", DAY, "--yes")
    assert (ran.code, "没有填2" in ran.out) == (0, True)
    assert records(repository) == before


def test_what_a_unit_fills_in_is_what_the_records_say_and_nothing_else(
    lianxi: Lianxi, repository: Path
) -> None:
    file = sent(
        lianxi,
        repository,
        进展情况5="管网已全部铺设，\n正在试压。",
        下一步措施5="组织验收",
        填报日期5="2026.5.5",
        是否办结6="是",
        办结日期6="2026年5月4日",
        佐证材料6="值守记录（示例）",
    )
    before = records(repository)
    assert lianxi("import", file, "--as-of", DAY, "--yes").code == 0
    after = records(repository)
    first, third = "tasks/2026/T-2026-001.yaml", "tasks/2026/T-2026-003.yaml"
    assert {path for path, text in after.items() if before[path] != text} == {first, third}
    assert after[first] == before[first] + (
        """  - date: 2026-05-05
    by: 东县政府
    text: |
      管网已全部铺设，
      正在试压。
    next_step: |
      组织验收
"""
    )
    assert after[third] == before[third] + (
        """completions:
  - reported_on: 2026-05-04
    by: 东县政府
    evidence:
      name: 值守记录（示例）
"""
    )
    assert clean(lianxi)
    for day in (DAY, "2026-05-20"):
        again = lianxi("import", file, "--as-of", day, "--yes")
        assert (again.code, "已有2" in again.out) == (0, True), again.out
        assert records(repository) == after


def test_a_request_for_a_later_deadline_is_refused_as_the_command_refuses_it(
    lianxi: Lianxi, repository: Path
) -> None:
    file = sent(lianxi, repository, 是否申请延期5="是", 延期至5="2026-04-01", 延期理由5="雨季")
    ran = lianxi("import", file, "--as-of", DAY, "--yes")
    assert ran.code == 1
    assert "P5 延期至" in ran.out
    assert "不晚于现在的时限 2026-04-15" in ran.out
    good = sent(lianxi, repository, 是否申请延期5="是", 延期至5="2026-06-01", 延期理由5="雨季")
    assert lianxi("import", good, "--as-of", DAY, "--yes").code == 0
    assert "new_due: 2026-06-01" in records(repository)["tasks/2026/T-2026-001.yaml"]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"是否申请延期5": "是"}, "申请延期要写延期至哪一天"),
        ({"是否申请延期5": "否", "延期至5": "2026-06-01"}, "只留一样"),
        ({"延期至5": "2026-06-01"}, "申请延期要写理由"),
        ({"办结日期5": "2026-05-01"}, "没有填是否办结"),
        ({"是否办结5": "大概"}, "要填 是 或者 否"),
        ({"存在问题5": "缺资金"}, "没有填新的进展情况"),
        ({"进展情况5": "联系13800138000"}, "有手机号码"),
        ({"进展情况5": "好", "填报日期5": "2026-06-01"}, "还没有到"),
        ({"编号5": "T-2026-999", "进展情况5": "好"}, "没有这个编号的任务"),
        ({"编号5": "T-2026-003", "进展情况5": "好"}, "对不上"),
        ({"是否办结5": "是"}, "报办结要有佐证材料"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_cell(
    lianxi: Lianxi, repository: Path, cells: dict[str, str], line: str
) -> None:
    mechanism = repository / "records/mechanism.yaml"
    text = mechanism.read_text(encoding="utf-8")
    mechanism.write_text(
        text.replace("rules:\n", "rules:\n  closing:\n    basis: 配置\n    evidence: true\n"),
        encoding="utf-8",
    )
    before = records(repository)
    ran = lianxi("import", sent(lianxi, repository, **cells), "--as-of", DAY, "--yes")
    assert ran.code == 1, ran.out
    assert line in ran.out
    assert records(repository) == before


def test_conflicts_are_shown(lianxi: Lianxi, repository: Path) -> None:
    file = sent(lianxi, repository, 进展情况5="管网已完工", 牵头单位5="一局")
    lianxi("report", "T-2026-001", "--text", "试压合格", "--date", "2026-05-07", "--as-of", "2026-05-08")
    lianxi(
        "extend", "T-2026-001", "--to", "2026-07-01", "--reason", "雨季", "--date", "2026-05-07",
        "--as-of", "2026-05-08",
    )  # fmt: skip
    lianxi("extend", "T-2026-001", "--approve", "--date", "2026-05-07", "--as-of", "2026-05-08")
    ran = lianxi("import", file, "--as-of", "2026-05-08")
    assert "E5 只供看的“牵头单位”与记录不一致，没有取：写的是“一局”，记录是“东县政府”" in ran.out
    assert "清单以后变了：现行时限由“2026-04-15”变为“2026-07-01”" in ran.out
    assert "清单以后已有东县政府2026年5月7日的报告" in ran.out


def test_a_task_that_has_ended_or_passed_to_another_takes_nothing(lianxi: Lianxi, repository: Path) -> None:
    file = sent(lianxi, repository, 进展情况5="管网已完工", 进展情况6="正常")
    lianxi(
        "reassign", "T-2026-001", "--to", "四局", "--reason", "机构改革", "--date", "2026-05-06",
        "--as-of", DAY,
    )  # fmt: skip
    lianxi("complete", "T-2026-003", "--by", "二局", "--evidence", "记录（示例）", "--as-of", DAY)
    lianxi("confirm", "T-2026-003", "--as-of", DAY)
    before = records(repository)
    ran = lianxi("import", file, "--as-of", "2026-05-07", "--yes")
    assert ran.code == 1
    assert "东县政府不在这项任务里，现在由四局牵头" in ran.out
    assert "销号，不能再报告进展" in ran.out
    assert records(repository) == before


def test_a_list_for_each_unit(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("export", "本单位清单", "-o", "lists", "--as-of", DAY)
    assert ran.code == 0
    names = sorted(path.name for path in (repository / "lists").iterdir())
    assert names == ["东县政府.xlsx", "二局.xlsx", "西县政府.xlsx"]
    once = {name: (repository / "lists" / name).read_bytes() for name in names}
    lianxi("export", "本单位清单", "-o", "lists", "--as-of", DAY)
    assert once == {name: (repository / "lists" / name).read_bytes() for name in names}
    assert lianxi("export", "本单位清单", "--as-of", DAY).code == 2
    assert "是否想写 二局" in lianxi("export", "本单位清单", "--unit", "二据", "-o", "x.xlsx").err


def test_a_ledger_that_was_sent_out_can_be_written_over(lianxi: Lianxi, repository: Path) -> None:
    lianxi("export", "督办台账", "-o", "台账.xlsx", "--as-of", DAY)
    before = records(repository)
    ran = lianxi("import", "台账.xlsx", "--as-of", DAY, "--yes")
    assert (ran.code, records(repository)) == (0, before), ran.out
    rows = openpyxl.load_workbook(repository / "台账.xlsx").worksheets[0].iter_rows(values_only=True)
    header = next(number for number, row in enumerate(rows, 1) if row[1] == "编号")
    file = filled(repository / "台账.xlsx", header, **{f"最近一次报告{header + 1}": "管网已完工"})
    assert lianxi("import", file, "--as-of", DAY, "--yes").code == 0
    assert "管网已完工" in records(repository)["tasks/2026/T-2026-001.yaml"]


def test_every_list_of_the_sample_comes_back_without_a_change(lianxi: Lianxi, tmp_path: Path) -> None:
    here = tmp_path / "sample"
    shutil.copytree(SAMPLE, here / "records")
    day = "2026-09-21"
    lianxi("export", "本单位清单", "-o", "lists", "--as-of", day, cwd=here)
    before = texts(here / "records")
    for path in sorted((here / "lists").iterdir()):
        ran = lianxi("import", str(path), "--as-of", day, "--yes", "--format", "json", cwd=here)
        told = json.loads(ran.out)
        assert ran.code == 0, ran.out
        assert {row["status"] for row in told["rows"]} <= {"没有填"}
        assert not [line for row in told["rows"] for line in row["told"]], told
    assert texts(here / "records") == before

"""lianxi export as a person runs it: what it gives, and the one line where it gives nothing."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from conftest import DAY, Lianxi
from lianxi.cli.export import OFFERS
from lianxi.documents.sheets.ledgers import LEDGERS

AS_OF = ("--as-of", DAY)


def sheets(path: Path) -> list[str]:
    return [page.title for page in openpyxl.load_workbook(path).worksheets if page.sheet_state == "visible"]


def test_every_ledger_is_offered() -> None:
    assert set(LEDGERS) <= set(OFFERS)


@pytest.mark.parametrize("name", LEDGERS)
def test_one_ledger(name: str, lianxi: Lianxi, tmp_path: Path) -> None:
    path = tmp_path / "有 空格" / "表.xlsx"
    ran = lianxi("export", name, *AS_OF, "-o", str(path))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert sheets(path) == [name]


@pytest.mark.parametrize("words", [("xlsx",), ()])
def test_all_of_them_where_only_the_file_is_named(
    words: tuple[str, ...], lianxi: Lianxi, tmp_path: Path
) -> None:
    path = tmp_path / "台账.XLSX"
    assert lianxi("export", *words, *AS_OF, "-o", str(path)).code == 0
    assert sheets(path) == ["汇总", *LEDGERS]


def test_the_same_bytes_on_every_machine(lianxi: Lianxi, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(2)]
    settings = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai"})
    for path, setting in zip(paths, settings, strict=True):
        assert lianxi("export", *AS_OF, "-o", str(path), **setting).code == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_file_that_is_there_is_replaced_and_a_folder_is_not(lianxi: Lianxi, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"old")
    assert lianxi("export", *AS_OF, "-o", str(path)).code == 0
    assert sheets(path)
    (tmp_path / "夹.xlsx").mkdir()
    ran = lianxi("export", *AS_OF, "-o", str(tmp_path / "夹.xlsx"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "写不了文件" in ran.err
    assert lianxi("export", *AS_OF, "-o", str(path / "里面.xlsx")).code == 3
    assert sorted(each.name for each in tmp_path.iterdir() if "xlsx" in each.name) == ["台账.xlsx", "夹.xlsx"]


REFUSED = {
    "督半台账": "没有“督半台账”可以导出，是否想写 督办台账？",
    "zzz": "没有“zzz”可以导出；可以写：xlsx、议定事项台账、",
    "督办台账 -o 表.docx": "督办台账 是 .xlsx 文件，-o 写的却是“表.docx”；写成 -o 督办台账.xlsx",
    "督办台账 -o 表": "写成 -o 督办台账.xlsx",
    "-o 表.xls": "写成 -o 台账.xlsx",
    "督办台账 --unit 二局 -o 表.xlsx": "督办台账 不分单位；去掉 --unit",
    "xlsx 督办台账": "多写了",
    "--audience 外人": "可以写：公开、成员单位、内部",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_meant_is_refused_in_one_line(words: str, lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("export", *words.split(), *AS_OF)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert REFUSED[words] in ran.err
    assert not list(repository.glob("表*"))


def test_a_terminal_is_told_to_name_a_file(repository: Path) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "lianxi", "export", "督办台账", *AS_OF]
    ran = subprocess.run(
        command,
        cwd=repository,
        stdout=slave,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    os.close(slave)
    os.close(master)
    assert ran.returncode == 2
    assert ran.stderr.decode("utf-8") == "这是一个文件，屏幕上看不了；加上 -o 文件名，如 -o 督办台账.xlsx\n"


def test_a_pipe_gets_the_file(repository: Path) -> None:
    command = [sys.executable, "-m", "lianxi", "export", "诉求台账", *AS_OF]
    ran = subprocess.run(command, cwd=repository, capture_output=True, check=True, timeout=60)
    assert openpyxl.load_workbook(io.BytesIO(ran.stdout)).sheetnames[0] == "诉求台账"


def test_what_is_written_is_for_the_member_units(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    task = repository / "records/tasks/2026/T-2026-001.yaml"
    note = "notes:\n  - {date: 2026-05-01, text: 只给联络员看的话}\n"
    task.write_text(task.read_text(encoding="utf-8").rstrip("\n") + "\n" + note, encoding="utf-8")
    found = {}
    for audience in ("", "成员单位", "内部"):
        path = tmp_path / "表.xlsx"
        more = ("--audience", audience) if audience else ()
        assert lianxi("export", "督办台账", *AS_OF, *more, "-o", str(path)).code == 0
        page = openpyxl.load_workbook(path).worksheets[0]
        found[audience] = any(
            "只给联络员看的话" in str(cell) for row in page.iter_rows(values_only=True) for cell in row
        )
    assert found == {"": False, "成员单位": False, "内部": True}


def test_records_that_cannot_be_read_are_left_out_openly(
    lianxi: Lianxi, repository: Path, tmp_path: Path
) -> None:
    (repository / "records/tasks/2026/T-2026-001.yaml").write_text("id: [", encoding="utf-8")
    path = tmp_path / "表.xlsx"
    ran = lianxi("export", *AS_OF, "-o", str(path))
    assert (ran.code, ran.err) == (1, "1 条记录未计入：读不出来，运行 lianxi check 看原因\n")
    assert sheets(path) == ["汇总", *LEDGERS]


def test_without_the_library_one_line_says_what_to_install(lianxi: Lianxi, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    gone.joinpath("xlsxwriter.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'xlsxwriter'\", name='xlsxwriter')\n", encoding="utf-8"
    )
    way = os.pathsep.join((str(gone), os.environ.get("PYTHONPATH", "")))
    ran = lianxi("export", *AS_OF, "-o", str(tmp_path / "表.xlsx"), PYTHONPATH=way)
    assert (ran.code, ran.err) == (
        3,
        "要导出 Excel 表，还缺一个组件（xlsxwriter）；请运行：pip install 'lianxi[office]'\n",
    )
    assert not (tmp_path / "表.xlsx").exists()

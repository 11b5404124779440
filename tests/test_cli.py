"""Each command from end to end, in a repository of its own, as people and CI run it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from conftest import DAY, IDENTITY, Lianxi
from lianxi.cli import app, run
from lianxi.cli.commands import COMMANDS
from lianxi.width import width

MEETING = "records/meetings/2026/M-2026-02.yaml"
TASK = "records/tasks/2026/T-2026-001.yaml"
REPORTS = [
    *(["agenda"], ["issues"], ["show", "T-2026-001"], ["show", "东县政府"], []),
    *(["overdue"], ["bulletin"], ["stats"], ["notice", "T-2026-001"], ["notice", "--unit", "东县政府"]),
]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def changed_lines(repository: Path) -> list[str]:
    words = ["git", "-C", str(repository), *IDENTITY, "diff", "--unified=0"]
    diff = subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8")
    return [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["agenda", "--help"], ["check", "--help"]])
def test_nothing_heavy_is_loaded_for(words: list[str]) -> None:
    code = (
        "import sys; sys.argv = ['lianxi', *sys.argv[1:]]\n"
        "from lianxi.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'pydantic', 'rich', 'jinja2', 'ruamel.yaml', 'yaml_rs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").splitlines()[-1] == "[]"


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    top: Any = typer.main.get_group(app)
    for listed in COMMANDS.values():
        command = top.get_command(None, listed.name)
        assert command.help.splitlines()[0] == listed.line


@pytest.mark.parametrize("words", REPORTS)
def test_the_same_records_and_day_give_the_same_bytes(words: list[str], lianxi: Lianxi) -> None:
    for format_ in ("md", "json", "text"):
        first = lianxi(*words, "--as-of", DAY, "--format", format_, PYTHONHASHSEED="1")
        second = lianxi(*words, "--as-of", DAY, "--format", format_, PYTHONHASHSEED="2")
        assert first == second
        assert first.code == 0
        if format_ == "json":
            assert json.loads(first.out)["version"] == 1


@pytest.mark.parametrize("words", REPORTS)
def test_a_report_without_a_day_takes_today(words: list[str], lianxi: Lianxi) -> None:
    assert lianxi(*words).code == 0


def test_agenda_to_a_file_is_for_participants_only(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("agenda", "--as-of", DAY, "-o", "papers/agenda.md")
    assert (ran.code, ran.out) == (0, "")
    text = (repository / "papers/agenda.md").read_text(encoding="utf-8")
    assert "议程（示例）" in text
    assert "附件2" in text
    assert "工作单" not in text
    assert "召集人请省厅主持" not in text  # a liaison's note
    refused = lianxi("agenda", "--as-of", DAY, "-o", "x.md", "--part", "工作单")
    assert refused.code == 2
    assert "工作单只给联络员看" in refused.err
    assert not (repository / "x.md").exists()


def test_agenda_in_parts(lianxi: Lianxi) -> None:
    inside = ("--audience", "内部")
    whole = lianxi("agenda", "--as-of", DAY, *inside).out
    parts = [
        lianxi("agenda", "--as-of", DAY, *inside, "--part", part).out
        for part in ("议程", "附件1", "附件2", "工作单")
    ]
    assert "\n---\n\n".join(parts) == whole
    data = json.loads(lianxi("agenda", "--as-of", DAY, "--format", "json", "--part", "附件1").out)
    assert data["progress"]["counts"]["tasks"] == 3
    assert "worksheet" not in data


def test_agenda_write_adds_and_keeps(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("agenda", "--as-of", DAY, "--write")
    assert ran.code == 0
    assert "示例产业人才公寓问题" in ran.out
    lines = changed_lines(repository)
    assert lines
    assert all(line.startswith("+") for line in lines)
    assert "+    issue: I-2026-002" in lines
    assert lianxi("check", "--as-of", DAY).code == 0
    again = lianxi("agenda", "--as-of", DAY, "--write")
    assert "没有可以补列的议题" in again.out
    assert changed_lines(repository) == lines


def test_agenda_write_starts_an_empty_agenda_with_the_report(lianxi: Lianxi, repository: Path) -> None:
    path = repository / MEETING
    text = path.read_text(encoding="utf-8")
    start, end = text.index("agenda:"), text.index("notes:")
    path.write_text(text[:start] + "agenda: []\n" + text[end:], encoding="utf-8")
    assert lianxi("agenda", "--as-of", DAY, "--write").code == 0
    data = json.loads(lianxi("agenda", "--as-of", DAY, "--format", "json").out)
    items = data["page"]["items"]
    assert [item["category"] for item in items] == [
        "通报工作进展情况",
        "协商解决重大问题",
        "议定具体合作事项",
    ]


def test_agenda_write_refuses_a_held_meeting(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("agenda", "M-2026-01", "--as-of", DAY, "--write")
    assert ran.code == 2
    assert "已经召开" in ran.err
    assert changed_lines(repository) == []


def test_agenda_warns_when_the_day_has_passed(lianxi: Lianxi) -> None:
    ran = lianxi("agenda", "--as-of", "2026-05-20")
    assert ran.code == 0
    assert "日期已过" in ran.err


USAGE = [
    (["--foo"], "没有选项“--foo”"),
    (["agenda", "--formt", "md"], "是否想写 --format"),
    (["agenda", "--format", "pdf"], "可以写：text、md、json"),
    (["agenda", "--part", "附件3"], "可以写：议程、附件1、附件2、工作单"),
    (["agenda", "--as-of", "2026-02-30"], "认不出日期"),
    (["agenda", "--as-of", "9999-12-31"], "认不出日期"),
    (["show", "R-2026-001", "--as-of", "2026-02-01"], "会议 M-2026-01 那时还没有召开"),
    (["agenda", "--as-of"], "后面要写一个值"),
    (["agenda", "M-2026-99"], "没有会议“M-2026-99”"),
    (["agenda", "M-2026-02", "M-2026-01"], "多写了：M-2026-01"),
    (["agenda", "--records", "no-such-folder"], "不存在"),
    (["agenda", "--records", ".git"], "没有 mechanism.yaml"),
    (["agenda", "--as-of", DAY, "-o", "records"], "写不了文件“records”：这是一个文件夹"),
    (["issues", "--by", "颜色"], "可以写：就绪、领域、县区、类别"),
    (["show"], "缺少编号或单位"),
    (["show", "东县正府"], "是否想写 东县政府"),
    (["show", "T-2026-009"], "没有记录或单位"),
    (["explain", "LX9"], "没有编码"),
    (["agend"], "是否想写 agenda"),
    (["--as-of", DAY, "agenda"], "要写在命令后面"),
]


@pytest.mark.parametrize(("words", "said"), USAGE)
def test_wrong_usage_is_one_line(words: list[str], said: str, lianxi: Lianxi) -> None:
    ran = lianxi(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_missing_records_folder(lianxi: Lianxi, tmp_path: Path) -> None:
    for words in (*REPORTS, ["check"]):
        ran = lianxi(*words, cwd=tmp_path)
        assert ran.code == 2
        assert "--records" in ran.err
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("text", ["name：示例\n", "", "name: 示例\nbasis: 通知\n", "name: [\n"])
def test_an_unreadable_mechanism(text: str, lianxi: Lianxi, repository: Path) -> None:
    (repository / "records/mechanism.yaml").write_text(text, encoding="utf-8")
    for words in REPORTS:
        ran = lianxi(*words, "--as-of", DAY)
        assert ran.code == 2
        assert ran.out == ""
        assert "mechanism.yaml" in ran.err
        assert ran.err.count("\n") == 1
    checked = lianxi("check", "--as-of", DAY, "--format", "json")
    assert checked.code == 2
    assert {found["path"] for found in json.loads(checked.out)["findings"]} == {"records/mechanism.yaml"}


@pytest.mark.parametrize("words", REPORTS)
def test_a_broken_record_is_left_out_and_said(words: list[str], lianxi: Lianxi, repository: Path) -> None:
    (repository / "records/tasks/2026/T-2026-002.yaml").write_text("id：T-2026-002\n", encoding="utf-8")
    ran = lianxi(*words, "--as-of", DAY)
    assert ran.code == 1
    assert "1 条记录未计入" in ran.err
    assert ran.out


def test_any_record_may_be_broken(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = ["--as-of", DAY, "--records", str(repository)]
    for path in sorted((repository / "records").rglob("*-2026-*.yaml")):
        text = path.read_text(encoding="utf-8")
        path.write_text("{", encoding="utf-8")
        agendas = (["agenda", "M-2026-02"], ["agenda", "M-2026-01"])
        lists = (["issues"], ["show", "东县政府"], ["overdue"], ["bulletin"], ["stats"])
        for words in (*agendas, *lists, []):
            assert run([*words, *named]) == 1, (path, words)
            assert capsys.readouterr().err
        assert run(["show", path.stem, *named]) == 1
        path.write_text(text, encoding="utf-8")


def test_the_folder_is_found_from_below_and_by_name(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    here = lianxi("issues", "--as-of", DAY).out
    assert lianxi("issues", "--as-of", DAY, cwd=repository / "records/tasks/2026").out == here
    records = str(repository / "records")
    assert lianxi("issues", "--as-of", DAY, "--records", records, cwd=tmp_path).out == here
    assert lianxi("issues", "--as-of", DAY, "--records", str(repository), cwd=tmp_path).out == here
    assert lianxi("issues", "--as-of", DAY, cwd=tmp_path, LIANXI_RECORDS=records).out == here


def test_a_house_template_goes_first(lianxi: Lianxi, repository: Path) -> None:
    house = repository / "templates"
    house.mkdir()
    (house / "agenda.md.j2").write_text("本单位的议程：{{ page.title }}\n", encoding="utf-8")
    ran = lianxi("agenda", "--as-of", DAY)
    assert ran.out.startswith("本单位的议程：")
    assert "附件1" in ran.out
    for wrong in ("{{ page.titel }}", "{% if %}", "{{ ''.__class__ }}", "{{ none }}"):
        (house / "agenda.md.j2").write_text(f"一\n{wrong}\n", encoding="utf-8")
        ran = lianxi("agenda", "--as-of", DAY)
        assert ran.code == 2, wrong
        assert "agenda.md.j2 第2行" in ran.err


def test_what_a_record_holds_is_shown_not_obeyed(lianxi: Lianxi, repository: Path) -> None:
    replace(repository / TASK, "示例园区A供水管网扩建（示例）", '"\\e[31m**红** | <b>x</b> [链接](http://a)"')
    for format_ in ("md", "text"):
        ran = lianxi("show", "T-2026-001", "--as-of", DAY, "--format", format_)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "␛" in ran.out
    assert "\\*\\*红\\*\\* \\| \\<b\\>" in lianxi("show", "T-2026-001", "--as-of", DAY, "--format", "md").out


def test_a_console_that_cannot_print_chinese(lianxi: Lianxi) -> None:
    for words in (*REPORTS, ["check"], ["explain", "LX101"], ["--help"], ["nonsense"]):
        ran = lianxi(*words, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
        assert ran.code in {0, 2}


def on_a_terminal(repository: Path, *words: str, columns: int = 80) -> str:
    """What a person sees."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lianxi", *words, "--as-of", DAY]
    with subprocess.Popen(command, cwd=repository, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        seen = b""
        try:
            while piece := os.read(master, 4096):
                seen += piece
        except OSError:
            pass  # the terminal is closed when the program ends
    os.close(master)
    assert process.returncode == 0
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_tables_and_colours(repository: Path) -> None:
    text = on_a_terminal(repository)
    assert "\x1b[" in text
    assert "逾期" in text
    assert "**" not in text
    assert "|--" not in text


def test_a_crowded_table_is_shown_row_by_row(repository: Path) -> None:
    narrow = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(repository, "overdue", columns=60))
    assert "\n卡在哪里：未说明\n" in narrow
    assert "\n逾期：红 逾期21天\n" in narrow
    assert "│" in narrow  # the figures fit into a table
    wide = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(repository, "overdue", columns=300))
    assert "卡在哪里：" not in wide
    assert "…" not in wide


def test_a_message_to_be_pasted_is_one_line_on_a_terminal(repository: Path) -> None:
    text = on_a_terminal(repository, "notice", "T-2026-001", columns=40)
    assert text.count("\n") == 1


def test_a_terminal_is_the_office(repository: Path) -> None:
    assert "联络员工作单" in on_a_terminal(repository, "agenda")


def test_a_pipe_that_closes_early(repository: Path) -> None:
    words = f"{sys.executable} -m lianxi agenda --as-of {DAY} | head -1"
    done = subprocess.run(["sh", "-c", words], cwd=repository, capture_output=True, check=True)
    assert done.stderr == b""


def test_check_formats(lianxi: Lianxi, repository: Path) -> None:
    replace(repository / TASK, "lead: 东县政府", "lead: 东县正府")
    data = json.loads(lianxi("check", "--as-of", DAY, "--format", "json").out)
    assert data["summary"] == {"records": 13, "errors": 1, "warnings": 0, "files": 1, "mendable": 0}
    assert data["as_of"] == DAY
    (found,) = data["findings"]
    assert set(found) == {
        "code",
        "severity",
        "path",
        "line",
        "column",
        "record",
        "message",
        "remedy",
        "basis",
        "mend",
        "person",
    }
    assert (found["path"], found["line"], found["column"]) == (TASK, 4, 7)
    text = lianxi("check", "--as-of", DAY).out
    lines = text.splitlines()
    value = next(line for line in lines if "lead: 东县正府" in line)
    caret = lines[lines.index(value) + 1]
    assert caret.index("^") == value.index("东")
    assert caret.count("^") == 8  # four characters, two columns each
    assert "是否想写 东县政府" in text
    assert f"::error file={TASK},line=4,col=7," in lianxi("check", "--format", "github").out


def test_the_caret_stands_under_a_value_behind_chinese(lianxi: Lianxi, repository: Path) -> None:
    replace(repository / TASK, "support:\n  - 二局", "support: [东县政府, 二正局]")
    lines = lianxi("check", "--as-of", DAY).out.splitlines()
    value = next(line for line in lines if "│" in line and "二正局" in line)
    caret = lines[lines.index(value) + 1]
    assert width(caret[: caret.index("^")]) == width(value[: value.index("二正局")])
    assert caret.count("^") == 6


def test_explain_prints_the_page(lianxi: Lianxi) -> None:
    ran = lianxi("explain", "lx101")
    assert ran.code == 0
    assert ran.out.startswith("LX101（错误）")

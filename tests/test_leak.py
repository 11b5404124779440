"""What is not public never leaves in what is for everybody: the scan, and the commands that pass it."""

from __future__ import annotations

import inspect
import json
import shutil
import subprocess
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DAY, IDENTITY, SAMPLE, TINY, Lianxi, texts
from lianxi.book import Book, load
from lianxi.cli import export, run, site
from lianxi.cli.commands import COMMANDS
from lianxi.disclosure import EVERYBODY, disclosed
from lianxi.leak import LONG, WHOLE, Leak, Piece, fold, leaks, lines_of, lines_of_page
from lianxi.tree import FolderTree, TextTree
from test_rule_pages import overlay

TEMPLATES = Path(__file__).parents[1] / "templates"
WITHHELD = "issues/2026/I-2026-003.yaml"
UNTOLD = "拟以三千万元收购示例企业丙全部股权并承接其银行欠款"
PRIVATE = """\
enterprise: 示例企业Q
situation: |
  企业反映技术工人不足，{secret}。
  职工安置另有打算。
disclosure: 不予公开
disclosure_reason: 涉及企业商业秘密
"""


def opened(more: dict[str, str] | None = None) -> dict[str, str]:
    """The tiny conference with everything 主动公开 but one issue."""
    files = {}
    for path, text in texts(TINY).items():
        kept = [line for line in text.splitlines() if not line.startswith("disclosure_reason:")]
        files[path] = "\n".join(kept).replace("disclosure: 不予公开", "disclosure: 主动公开") + "\n"
    files = overlay(files, WITHHELD, PRIVATE.format(secret=UNTOLD))
    for path, text in (more or {}).items():
        files = overlay(files, path, text)
    return files


def books(more: dict[str, str] | None = None) -> tuple[Book, Book]:
    whole = load(TextTree(opened(more)))
    assert not whole.unreadable
    return whole, disclosed(whole, EVERYBODY)


def found(text: str, more: dict[str, str] | None = None) -> list[tuple[str, str, str, str]]:
    said = leaks(*books(more), lines_of(text))
    return [(leak.place, leak.text, leak.record, leak.field) for leak in said]


def test_a_copied_run_is_told_with_its_place() -> None:
    run = UNTOLD[3:15]
    assert found(f"# 清单\n\n经研究，{run}，请办理。\n") == [("第3行", run, "I-2026-003", "基本情况")]
    assert found(f"经研究，{run[:-1]}，请办理。") == []


@pytest.mark.parametrize(
    "written",
    [
        "拟以三千万元收购示例企业丙全部股权",
        "拟以 三千万元，收购“示例企业丙”全部股权！",
        "拟以**三千万元**收购\u3000示例企业丙\u200b全部股权",
    ],
)
def test_blanks_marks_and_emphasis_hide_nothing(written: str) -> None:
    ((place, text, record, _),) = found(f"另：{written}。")
    assert (place, record) == ("第1行", "I-2026-003")
    assert fold([text]) == fold(["拟以三千万元收购示例企业丙全部股权"])


def test_full_and_half_width_are_the_same() -> None:
    more = {
        WITHHELD: "situation: 缺口为３０００ＫＷ，需要增加ABC１２３型号设备若干台套\ndisclosure: 不予公开\n"
    }
    ((_, text, _, _),) = found("缺口为3000kw,需要增加abc123型号设备", more)
    assert text == "缺口为3000kw,需要增加abc123型号设备"


def test_a_short_text_is_found_as_a_whole() -> None:
    more = {WITHHELD: "request: 给予贴息贷款支持\ndisclosure: 不予公开\n"}
    assert len("给予贴息贷款支持") == WHOLE
    assert found("请求：给予贴息贷款支持。", more) == [
        ("第1行", "给予贴息贷款支持", "I-2026-003", "请求事项")
    ]
    assert found("请求：给予贴息贷款。", more) == []


def test_the_title_is_found_without_its_remark() -> None:
    assert [leak[3] for leak in found("附：示例企业B用工问题")] == ["标题"]


def test_an_enterprise_is_found_in_a_sentence_and_no_longer_name_is_taken_for_it() -> None:
    assert found("协调示例企业Ｑ用工") == [("第1行", "示例企业Q", "I-2026-003", "企业（代称）")]
    assert found("协调示例企业QR用工") == []
    assert found("协调示例企业Q2用工，示例 企业Q也是") == [
        ("第1行", "示例企业Q", "I-2026-003", "企业（代称）")
    ]


def test_who_attended_is_not_public_and_who_chaired_is() -> None:
    assert [leak[3] for leak in found("示例甲主持，示例乙列席")] == ["姓名"]
    who = "attendance:\n  - {person: 常务, unit: 东县政府, as: 出席}\n"
    more = {"meetings/2026/M-2026-01.yaml": who}
    assert found("由常务副市长牵头", more) == []
    assert [leak[1] for leak in found("出席：东县政府常务，二局", more)] == ["常务"]
    assert [leak[1] for leak in found("| 常务 | 局长 |", more)] == ["常务"]


def test_a_number_of_a_record_that_is_not_public_is_told() -> None:
    assert found("见 I-2026-003 和 I-2026-001。") == [("第1行", "I-2026-003", "I-2026-003", "编号")]


def test_a_field_that_is_not_public_of_a_record_that_is() -> None:
    more = {"issues/2026/I-2026-001.yaml": "plan: 由东县政府以自有资金先行垫付工程款项\n"}
    (leak,) = leaks(*books(more), lines_of("拟由东县政府以自有资金先行垫付工程款项。"))
    assert (leak.field, leak.closed) == ("初步解决方案", False)


def test_what_is_said_in_public_is_no_leak() -> None:
    more = {"issues/2026/I-2026-001.yaml": f"situation: 群众反映{UNTOLD}一事\n"}
    assert found(f"据了解，{UNTOLD}。", more) == []


def test_names_days_and_the_words_of_every_decision_are_no_leak() -> None:
    order = "由东县政府牵头，西县政府、二局配合，于2026年12月31日前完成"
    assert found(f"{order}示范创建。", {WITHHELD: f"request: {order}\ndisclosure: 不予公开\n"}) == []
    more = {WITHHELD: f"request: {order}债务重组谈判方案\ndisclosure: 不予公开\n"}
    assert len(found(f"{order}债务重组谈判方案", more)) == 1


def test_nothing_of_the_whole_public_book_is_taken_for_a_leak() -> None:
    for whole in (books()[0], load(FolderTree(SAMPLE))):
        public = disclosed(whole, EVERYBODY)
        records = [*public.issues.values(), *public.meetings.values(), *public.tasks.values()]
        assert leaks(whole, public, lines_of("\n".join(map(repr, records)))) == []


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@given(hidden=st.text(HAN, min_size=LONG, max_size=60), data=st.data())
def test_every_run_of_a_hidden_text_is_found_wherever_it_begins(hidden: str, data: st.DataObject) -> None:
    whole, public = books({WITHHELD: f"situation: {hidden}\ndisclosure: 不予公开\n"})
    start = data.draw(st.integers(0, len(hidden) - LONG))
    text = f"甲{hidden[start : start + LONG]}乙"
    assert [leak.record for leak in leaks(whole, public, [Piece("A1", text)])] == ["I-2026-003"]


def test_the_order_is_that_of_the_text_and_one_place_tells_a_field_once() -> None:
    run = UNTOLD[:LONG]
    pieces = [Piece("B2", f"{run}一"), Piece("A1", f"{run}，{UNTOLD[LONG:]}"), Piece("C3", "无")]
    assert [leak.place for leak in leaks(*books(), pieces)] == ["B2", "A1"]
    assert isinstance(leaks(*books(), pieces)[0], Leak)


def test_a_page_is_read_through_its_tags_and_in_its_attributes() -> None:
    run = UNTOLD[:12]
    page = f'<p\n class="x">{run[:6]}<b>{run[6:]}</b></p>\n<a title="{run[:3]}&#65292;{run[3:]}">甲</a>\n'
    places = [leak.place for leak in leaks(*books(), lines_of_page(page, "tasks/a.html"))]
    assert places == ["页面 tasks/a.html 第2行", "页面 tasks/a.html 第3行"]


# The commands

ASKED: dict[str, list[list[str]]] = {
    "issues": [[], ["--format", "json"]],
    "agenda": [[], ["--format", "json"]],
    "dossier": [["M-2026-02"]],
    "minutes": [["M-2026-01"]],
    "breakdown": [["M-2026-01"]],
    "overdue": [[], ["--format", "csv"]],
    "bulletin": [[], ["--format", "csv"]],
    "show": [["I-2026-001"], ["T-2026-001"], ["东县政府"]],
    "history": [["I-2026-001"]],
    "export": [["xlsx", "-o", "out.xlsx"], ["ics"], ["json"], ["csv"]],
}
"""What lets everybody see something."""
REFUSED: dict[str, tuple[list[str], str]] = {
    "invite": ([], "会议通知发给参会单位，不公开"),
    "notice": (["T-2026-001"], "催办文书发给承办单位"),
    "stats": ([], "督办统计是办公室自己用的"),
}
"""What is for nobody outside."""


def planted(repository: Path) -> None:
    """The open conference, and a clerk's careless word in all its templates."""
    unplanted(repository)
    shutil.copytree(TEMPLATES, repository / "templates")
    for template in (repository / "templates").glob("*.j2"):
        text = template.read_text(encoding="utf-8")
        template.write_text(f"{text}\n背景：{UNTOLD}。\n", encoding="utf-8")


def unplanted(repository: Path) -> None:
    for path, text in opened().items():
        (repository / "records" / path).write_text(text, encoding="utf-8")


def with_audience() -> set[str]:
    functions = {
        name: getattr(
            import_module(f"lianxi.cli.{listed.written.split('.')[0]}"), listed.written.split(".")[1]
        )
        for name, listed in COMMANDS.items()
    }
    return {
        name
        for name, function in functions.items()
        if callable(function) and "audience" in inspect.signature(function).parameters
    }


def test_every_command_with_an_audience_is_tried_here() -> None:
    assert with_audience() == {*ASKED, *REFUSED, "plan", "site"}


def test_a_template_that_tells_is_refused_for_the_plan_too(lianxi: Lianxi, repository: Path) -> None:
    planted(repository)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        subprocess.run(["git", *IDENTITY, *words], cwd=repository, check=True)
    rules = repository / "records" / "mechanism.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("host: 一局", "host: 二局"), encoding="utf-8")
    ran = lianxi("plan", "--since", "HEAD", "--as-of", DAY, "--audience", "公开")
    assert (ran.code, ran.out) == (1, "")
    assert "LX607 没有给出" in ran.err


def test_the_gate_of_the_site_reads_every_page(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As for export: what is made reads past its audience, and nothing of it is written."""
    whole = load(FolderTree(repository / "records"))
    made = site._pages
    monkeypatch.setattr(site, "_pages", lambda _, day, house: made(whole, day, house))
    monkeypatch.chdir(repository)
    assert run(["site", "-o", "web", "--as-of", DAY, "--audience", "公开"]) == 1
    printed = capfd.readouterr().err
    assert "LX607 没有给出" in printed
    assert "文件 search/1.js 第1行有“示例企业A”，出自I-2026-001 的企业（代称）" in printed
    assert not list((repository / "web").glob("**/*.html"))


@pytest.mark.parametrize("name", [name for name in ASKED if name != "export"])
def test_a_template_that_tells_is_refused(name: str, lianxi: Lianxi, repository: Path) -> None:
    planted(repository)
    for words in ASKED[name]:
        if "json" not in words and "csv" not in words:
            ran = lianxi(name, *words, "--as-of", DAY, "--audience", "公开")
            assert (ran.code, ran.out) == (1, ""), ran.err
            assert "LX607 没有给出" in ran.err
            assert "出自I-2026-003 的基本情况，这条记录不是主动公开的" in ran.err


@pytest.mark.parametrize("words", ASKED["export"], ids=" ".join)
def test_the_gate_of_export_reads_what_was_written(
    words: list[str], repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The fault it guards against, a report that reads past its audience, is put in by hand."""
    unplanted(repository)
    issue = repository / "records/issues/2026/I-2026-001.yaml"
    issue.write_text(issue.read_text("utf-8").replace("主动公开", "不予公开"), encoding="utf-8")
    whole = load(FolderTree(repository / "records"))
    giver = export._giver
    monkeypatch.setattr(
        export, "_giver", lambda offer: lambda asked: giver(offer)(replace(asked, book=whole))
    )
    monkeypatch.chdir(repository)
    code = run(["export", *words, "--as-of", DAY, "--audience", "公开"])
    printed = capfd.readouterr()
    assert (code, printed.out) == (1, ""), printed.err
    assert "LX607" in printed.err
    assert not (repository / "out.xlsx").exists()
    if "xlsx" in words:
        assert "工作表“" in printed.err


@pytest.mark.parametrize("words", [words for each in ASKED.values() for words in each], ids=" ".join)
def test_without_a_leak_everything_is_given(words: list[str], lianxi: Lianxi, repository: Path) -> None:
    unplanted(repository)
    name = next(name for name, asked in ASKED.items() if words in asked)
    ran = lianxi(name, *words, "--as-of", DAY, "--audience", "公开")
    assert "LX607" not in ran.err
    assert ran.code == 0, ran.err
    for word in (UNTOLD, "示例企业Q", "I-2026-003", "示例企业B"):
        assert word not in ran.out


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_for_nobody_outside_is_refused_in_one_line(name: str, lianxi: Lianxi) -> None:
    words, said = REFUSED[name]
    ran = lianxi(name, *words, "--as-of", DAY, "--audience", "公开")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["minutes", "M-2026-01"],
        ["breakdown", "M-2026-01"],
        ["dossier"],
        ["history", "T-2026-001"],
        ["agenda"],
    ],
)
def test_a_record_that_is_not_public_is_refused_in_one_line(words: list[str], lianxi: Lianxi) -> None:
    ran = lianxi(*words, "--as-of", DAY, "--audience", "公开")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "不是主动公开的，不能按“公开”看；去掉 --audience" in ran.err


def test_the_front_screen_is_the_office_s(lianxi: Lianxi) -> None:
    assert "首屏是办公室的待办" in lianxi("--audience", "公开", "--as-of", DAY).err
    assert lianxi("--audience", "成员单位", "--as-of", DAY).code == 0
    assert "--audience 要写在命令后面" in lianxi("--audience", "公开", "issues").err


def test_the_acts_on_minutes_have_no_audience(lianxi: Lianxi) -> None:
    ran = lianxi("minutes", "M-2026-01", "--write", "--audience", "成员单位")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "办的是会议自己的纪要" in ran.err


def test_a_file_is_not_written_and_the_way_out_is_told(lianxi: Lianxi, repository: Path) -> None:
    planted(repository)
    ran = lianxi("issues", "--as-of", DAY, "--audience", "公开", "-o", "out.md")
    assert ran.code == 1
    assert not (repository / "out.md").exists()
    assert "从模板或记录里删去这句话" in ran.err
    assert "lianxi explain LX607" in ran.err
    assert lianxi("explain", "LX607").code == 0


def test_the_office_s_parts_of_an_invitation_go_to_no_unit(lianxi: Lianxi) -> None:
    for part in ("签到表", "主持词", "回复情况"):
        ran = lianxi("invite", "--part", part, "--as-of", DAY, "--audience", "成员单位")
        assert (ran.code, ran.out) == (2, "")
        assert f"“{part}”是办公室自己用的" in ran.err
    piped = lianxi("invite", "--as-of", DAY)
    assert "签到表" not in piped.out


def test_instructions_and_notes_stay_inside(lianxi: Lianxi, repository: Path) -> None:
    said = "instructions:\n  - {date: 2026-04-20, post: 召集人, unit: 市政府, text: 请抓紧办理不得拖延}\n"
    task = repository / "records/tasks/2026/T-2026-001.yaml"
    task.write_text(task.read_text(encoding="utf-8") + said, encoding="utf-8")
    for words in (["history", "T-2026-001"], ["export", "json"], ["dossier", "M-2026-01"]):
        inside = lianxi(*words, "--as-of", DAY, "--audience", "内部").out
        assert "不得拖延" not in lianxi(*words, "--as-of", DAY).out
        assert "不得拖延" in inside or words[0] == "dossier"


def test_json_for_everybody_holds_public_records_only(lianxi: Lianxi, repository: Path) -> None:
    unplanted(repository)
    data = json.loads(lianxi("export", "json", "--as-of", DAY, "--audience", "公开").out)
    assert [issue["id"] for issue in data["issues"]] == ["I-2026-001", "I-2026-002", "I-2026-004"]
    assert all("plan" not in issue and "enterprise" not in issue for issue in data["issues"])
    assert all("attendance" not in meeting for meeting in data["meetings"])

"""Templates: what they may do, and the line that says what they may not."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from conftest import DAY, Lianxi
from lianxi.render import RenderError, apart, escape, render
from lianxi.render import environment as own
from lianxi.render.environment import OWN, filled

POSIX = pytest.mark.skipif(os.name != "posix", reason="only POSIX has such files, and limits memory")
NAME = "record.md.j2"


@dataclass(frozen=True)
class Page:
    title: str
    day: date
    items: tuple[str, ...] = ("一", "二")
    plan: str | None = None

    @property
    def longer(self) -> str:
        return f"{self.title}！"

    def delete(self) -> str:
        return "gone"


FACTS = {"page": Page("题", date(2026, 3, 5)), "rows": [{"id": "T-1"}]}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def put(house: Path, text: str, name: str = NAME) -> None:
    (house / name).write_text(text, encoding="utf-8")


def fault(house: Path, text: str | None = None) -> RenderError:
    if text is not None:
        put(house, text)
    with pytest.raises(RenderError) as error:
        render(NAME, FACTS, house)
    assert "\n" not in error.value.why
    return error.value


# --- what works -------------------------------------------------------------------------------


def test_a_house_gets_the_values_and_the_filters(house: Path) -> None:
    put(
        house,
        "{{ page.title }}，{{ page.longer }}{{ page['items'] | 顿号 }}\n"
        "{{ page.day | 年月日 }}{{ rows[0].id }}\n",
    )
    put(house, "别的\n", "other.j2")
    assert render(NAME, FACTS, house) == "题，题！一、二\n2026年3月5日T-1\n"


def test_the_papers_are_the_same_by_the_same_templates_of_a_house(lianxi: Lianxi, repository: Path) -> None:
    asked = (
        ["agenda", "M-2026-02", "--as-of", DAY],
        ["issues", "--as-of", DAY],
        ["--as-of", DAY],
        ["show", "T-2026-001", "--as-of", DAY],
        ["show", "市财政局", "--as-of", DAY],
    )
    ours = [lianxi(*words) for words in asked]
    shutil.copytree(OWN, repository / "templates")
    assert [lianxi(*words) for words in asked] == ours
    with (repository / "templates" / "front.md.j2").open("a", encoding="utf-8") as file:
        file.write("自己的一行\n")
    assert lianxi("--as-of", DAY).out == f"{ours[2].out}自己的一行\n"


def test_a_house_may_use_our_templates_and_its_own(house: Path) -> None:
    put(house, "{% include 'part.md' %}{% import 'macros.j2' as m %}{{ m.line('*') }}")
    put(house, "part {{ page.title }}\n", "part.md")
    put(house, "{% macro line(text) %}（{{ text }}）{% endmacro %}", "macros.j2")
    assert render(NAME, FACTS, house) == "part 题\n（\\\\\\*）"


def test_without_templates_of_the_house_no_process_is_started(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_answer", None)
    put(house, "not ours", "letter.docx")
    facts = {
        "sheet": {"kind": "任务", "id": "T", "title": "题", "status": "办理中", "today": date(2026, 3, 5)}
    }
    facts["sheet"] |= {"facts": [], "internal": [], "owed": []}
    expected = filled(NAME, facts)
    assert render(NAME, facts, house) == expected
    assert render(NAME, facts, house / "nowhere") == expected
    assert render(NAME, facts, OWN) == expected


def test_a_second_paper_needs_no_second_process(house: Path) -> None:
    put(house, "一\n")
    render(NAME, FACTS, house)
    child = apart._children[0]
    put(house, "二\n")
    assert render(NAME, FACTS, house) == "二\n"
    assert apart._children == [child]


def test_off_the_main_thread(house: Path) -> None:
    put(house, "{{ page.title }}")
    told: list[str] = []
    threads = [threading.Thread(target=lambda: told.append(render(NAME, FACTS, house))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["题"] * 4


# --- mistakes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("x\n{{ pgae.title }}\n", 2, "没有“pgae”这一项"),
        ("x\n\n{{ page.tilte }}\n", 3, "没有“tilte”这一项"),
        ("{{ rows[0].name }}", 1, "没有“name”这一项"),
        ("{{ rows[7].name }}", 1, "没有“7”这一项"),
        ("{{ page.plan }}", 1, "这里没有值可填"),
        ("x\n{% include 'part.md' %}\n", 2, "没有“part.md”这个模板"),
        ("x\n{% for a in rows %}\n", 2, "写法不对：少了结束的标记（endfor、endif 或花括号）"),
        ("{% fro a in rows %}\n", 1, "写法不对：不认识的标记“fro”"),
        ("{{ page.title | 顿 }}", 1, "写法不对：不认识的过滤器或判断“顿”"),
        ("{{ page.title", 1, "写法不对：少了结束的标记（endfor、endif 或花括号）"),
        ("{{ 1 / 0 }}", 1, "算不出来（ZeroDivisionError：division by zero）"),
        ("{{ page.title + 1 }}", 1, "算不出来（TypeError：can only concatenate str"),
        ("{{ page.delete() }}", 1, "没有“delete”这一项"),
        ("{{ lipsum() }}", 1, "没有“lipsum”这一项"),
        ("{{ rows | random }}", 1, "写法不对：不认识的过滤器或判断“random”"),
    ],
)
def test_a_mistake_is_told_by_its_line(house: Path, text: str, line: int, why: str) -> None:
    error = fault(house, text)
    assert (error.template, error.line) == (NAME, line)
    assert error.why.startswith(why)


def test_a_mistake_in_a_part_is_told_of_the_part(house: Path) -> None:
    (house / "parts").mkdir()
    put(house, "x\n\n{{ nothing }}\n", "parts/head.md")
    error = fault(house, "{% include 'parts/head.md' %}")
    assert (error.template, error.line, error.why) == ("parts/head.md", 3, "没有“nothing”这一项")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ ''.__class__.__mro__ }}", "不准取用“__class__”，它够得着 Python 内部"),
        ("{{ page.__class__ }}", "不准取用“__class__”"),
        ("{{ ''|attr('__class__') }}", "不准取用“__class__”"),
        ("{{ ''['__class__'] }}", "不准取用“__class__”"),
        ("{{ '{0.__class__}'.format(page) }}", "不准取用“__class__”"),
        ("{{ '{a.__class__}'.format_map({'a': page}) }}", "不准取用“__class__”"),
        ("{{ cycler.__init__.__globals__ }}", "不准取用“__init__”"),
        ("{{ self.__init__ }}", "不准取用“__init__”"),
        ("{{ range.__globals__ }}", "不准取用“__globals__”"),
        ("{{ (rows|map(attribute='__class__')|first).__name__ }}", "不准取用“__class__”"),
        ("{{ (rows|groupby('__class__')|first).grouper.__name__ }}", "不准取用“__class__”"),
        ("{{ rows.append(1) }}", "不准取用“append”"),
        ("{% set x = rows.__iter__() %}", "不准取用“__iter__”"),
    ],
)
def test_python_is_out_of_reach(house: Path, text: str, why: str) -> None:
    error = fault(house, f"x\n{text}\n")
    assert (error.template, error.line) == (NAME, 2)
    assert why in error.why


# --- without end ------------------------------------------------------------------------------

DOUBLING = "{% set n = namespace(s='x') %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
NESTED = "".join(f"{{% for {name} in range(99999) %}}" for name in "abcde") + "{% endfor %}" * 5


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{% for a in range(10**9) %}{% endfor %}", "数太大（循环一次最多 100000 遍）"),
        ("{{ 10**10000000 }}", "“**”算出来的太大"),
        ("{{ 'x' * 10**10 }}", "“*”算出来的太大"),
        ("{{ [0] * 10**10 }}", "“*”算出来的太大"),
        ("{{ 9 ** 900 * 9 ** 900 }}", "“*”算出来的太大"),
        ("{% for a in range(9999) %}{{ 'x' * 9999 }}{% endfor %}", "填出来的超过 4000000 字"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "自己套用自己，没有尽头"),
        (f"{{% include '{NAME}' %}}", "自己套用自己，没有尽头"),
        (f"{{% extends '{NAME}' %}}", "自己套用自己，没有尽头"),
    ],
)
def test_what_has_no_end_is_refused(house: Path, text: str, why: str) -> None:
    error = fault(house, f"x\n{text}\n")
    assert error.why == why
    assert (error.template, error.line) == (NAME, 2)


@POSIX
@pytest.mark.parametrize(
    "text",
    [
        DOUBLING,
        "{{ 'x'.ljust(10**10) }}",
        "{{ 'x' | center(10**10) }}",
        "{{ '{:>10000000000}'.format(1) }}",
        "{{ '%10000000000d' % 1 }}",
        "{{ ('x' * 4000000).replace('x', 'y' * 4000000) }}",
    ],
)
def test_what_wants_all_the_memory_is_refused(house: Path, text: str) -> None:
    error = fault(house, f"x\n{text}\n")
    assert error.why in ("要的内存太多", "数太大（循环一次最多 100000 遍）")
    assert (error.template, error.line) == (NAME, 2)


def test_a_loop_without_end_is_stopped_at_its_line(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.5)
    began = time.monotonic()
    error = fault(house, f"x\n{NESTED}\n")
    assert time.monotonic() - began < 5
    assert (error.template, error.line) == (NAME, 2)
    assert error.why == "太久没有填完，是不是有没有尽头的循环"
    put(house, "好\n")
    assert render(NAME, FACTS, house) == "好\n"


def test_what_notices_nothing_is_killed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_GRACE", 0.5 - apart.SECONDS)
    error = fault(house, NESTED)
    assert (error.template, error.why) == (NAME, "过了 0 秒停不下来，或者要的内存太多")
    monkeypatch.undo()
    put(house, "好\n")
    assert render(NAME, FACTS, house) == "好\n"


def test_brackets_without_end(house: Path) -> None:
    error = fault(house, "{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}")
    assert error.template == NAME
    put(house, "好\n")
    assert render(NAME, FACTS, house) == "好\n"


# --- files that are no templates --------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (bytes(range(256)), f"模板“{NAME}”不是 UTF-8 的文本"),
        ("题".encode("gbk"), f"模板“{NAME}”不是 UTF-8 的文本"),
        (b"a\0b", f"模板“{NAME}”不是文本"),
        (b"x" * 300_000, f"模板“{NAME}”太大，最多 256 KB"),
    ],
)
def test_a_file_that_is_no_text(house: Path, data: bytes, why: str) -> None:
    (house / NAME).write_bytes(data)
    error = fault(house)
    assert (error.template, error.why) == (NAME, why)


@POSIX
def test_a_file_that_is_no_file(house: Path) -> None:
    (house / NAME).symlink_to("/etc/hostname")
    assert fault(house).why == f"模板“{NAME}”是一个链接，请换成文件"
    (house / NAME).unlink()
    (house / NAME).symlink_to("nowhere")
    assert fault(house).why == f"模板“{NAME}”是一个链接，请换成文件"
    (house / NAME).unlink()
    os.mkfifo(house / NAME)
    assert fault(house).why == f"模板“{NAME}”不是文件"
    (house / NAME).unlink()
    (house / NAME).mkdir()
    assert fault(house).why == f"模板“{NAME}”不是文件"


@POSIX
def test_a_folder_that_is_a_link(house: Path, tmp_path: Path) -> None:
    put(house, "x")
    (tmp_path / "linked").symlink_to(house)
    assert fault(tmp_path / "linked").why == f"放模板“{NAME}”的文件夹是一个链接（linked）"
    (tmp_path / "loop").symlink_to("loop")
    assert fault(tmp_path / "loop").why == "放模板的文件夹打不开：链接绕成了圈"


@POSIX
def test_a_part_that_is_a_link_is_told_of_who_asks_for_it(house: Path) -> None:
    (house / "part.md").symlink_to("/etc/passwd")
    error = fault(house, "x\n{% include 'part.md' ignore missing %}")
    assert (error.template, error.line, error.why) == (NAME, 2, "模板“part.md”是一个链接，请换成文件")
    (house / "linked").symlink_to("/etc")
    error = fault(house, "{% include 'linked/passwd' %}")
    assert (error.line, error.why) == (1, "放模板“linked/passwd”的文件夹是一个链接（linked）")


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret", "..\\\\secret"])
def test_nothing_outside_the_folder_is_a_template(house: Path, name: str) -> None:
    put(house.parent, "secret", "secret")
    assert "这个模板" in fault(house, f"{{% include '{name}' %}}").why


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "x\n{{ nothing }}\n",
            "模板 agenda.md.j2 第2行填不出来：没有“nothing”这一项；请改模板，或删去它用默认的\n",
        ),
        ("{{ ''.__class__ }}", "模板 agenda.md.j2 第1行填不出来：不准取用“__class__”，它够得着 Python 内部"),
    ],
)
def test_the_command_line_says_it_in_one_line(lianxi: Lianxi, repository: Path, text: str, line: str) -> None:
    (repository / "templates").mkdir()
    put(repository / "templates", text, "agenda.md.j2")
    ran = lianxi("agenda", "M-2026-02", "--as-of", DAY, "-o", "agenda.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].startswith(line.rstrip("\n"))
    assert not (repository / "agenda.md").exists()


# --- how values are written -------------------------------------------------------------------


def test_a_value_is_text_and_nothing_else() -> None:
    assert escape("a*b_[c]\n d\x1b") == "a\\*b\\_\\[c\\] d␛"


def test_our_own_templates_are_kept_compiled_where_that_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "OWN", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert own._compiled() is None
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept = own._compiled()
    assert kept is not None
    sandbox = Environment(loader=DictLoader({"a.j2": "{{ 1 + 1 }}"}), bytecode_cache=kept, autoescape=True)
    assert sandbox.get_template("a.j2").render() == "2"
    assert [path.parent.name for path in tmp_path.rglob("*.cache")] == ["__pycache__"]

"""The site as files: every link leads somewhere, every page is sound HTML, nothing gets out of its text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from xml.etree import ElementTree as ET

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, Lianxi, texts, unprivileged
from lianxi.book import load
from lianxi.cli.site_folder import MARKER
from lianxi.disclosure import EVERYBODY, INTERNAL, MEMBERS, disclosed
from lianxi.documents.site import site
from lianxi.documents.site.index import ROWS as IN_ONE_FILE
from lianxi.documents.site.listing import ROWS, group, listing
from lianxi.tree import FolderTree, TextTree

MECHANISMS = Path(__file__).parent / "mechanisms"
VOID = {"meta", "link", "input", "img", "br"}
LABELLED = {"input", "select"}
Pages = dict[str, bytes]


class Page(HTMLParser):
    """Reads a page strictly: every element closed in its turn, every id once."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.labels: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs), tag
        assert not any(name.startswith("on") or name == "style" for name in found), found
        self.tags[tag] += 1
        self.attributes.setdefault(tag, found)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found[name] or "" for name in ("href", "src", "action") if name in found]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labels.add(found.get("for") or "")
        if tag in LABELLED:
            self.fields.append(found)
        if tag == "th":
            assert found.get("scope") in {"row", "col"}
        if tag == "img":
            assert found.get("alt")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)


def made(files: dict[str, str], day: date, audience: str = INTERNAL) -> Pages:
    return site(disclosed(load(TextTree(files)), audience), day, None, lambda _: None)


@cache
def sample(audience: str = INTERNAL) -> Pages:
    return made(texts(SAMPLE), SAMPLE_DAY, audience)


@cache
def parsed(audience: str = INTERNAL) -> dict[str, Page]:
    return pages_of(sample(audience))


def pages_of(files: Pages) -> dict[str, Page]:
    return {path: Page(data.decode()) for path, data in files.items() if path.endswith(".html")}


def where_to(path: str, link: str) -> tuple[str, str]:
    way, _, anchor = link.partition("#")
    here = PurePosixPath(path).parent.as_posix()
    return (normpath(f"{here}/{way}") if way else path), anchor


def dead_links(files: Pages) -> list[tuple[str, str]]:
    pages = pages_of(files)
    found = []
    for path, page in pages.items():
        for link in page.links:
            target, anchor = where_to(path, link)
            if target not in files or (anchor and anchor not in pages[target].ids):
                found.append((path, link))
    return found


def search_rows(files: Pages) -> list[list[object]]:
    names = sorted((name for name in files if name.startswith("search/")), key=lambda name: int(name[7:-3]))
    rows: list[list[object]] = []
    for name in names:
        text = files[name].decode()
        assert text.startswith("lianxi.take(")
        assert text.endswith(");\n")
        rows += json.loads(text[len("lianxi.take(") : -3])
    return rows


@pytest.mark.parametrize("audience", [INTERNAL, MEMBERS, EVERYBODY])
def test_every_link_leads_to_a_file_and_a_place_in_it(audience: str) -> None:
    assert dead_links(sample(audience)) == []
    for row in search_rows(sample(audience)):
        way, _, anchor = str(row[3]).partition("#")
        assert way in sample(audience)
        assert not anchor or anchor in parsed(audience)[way].ids


def test_every_record_and_unit_has_its_place() -> None:
    book = load(FolderTree(SAMPLE))
    assert book.mechanism is not None
    for kind, ids in (("issues", book.issues), ("meetings", book.meetings), ("tasks", book.tasks)):
        for id_ in ids:
            assert f"{kind}/{id_}.html" in sample(), id_
    for id_, entry in book.resolutions.items():
        assert id_ in parsed()[f"meetings/{entry.meeting}.html"].ids
    listed = {str(row[2]) for row in search_rows(sample()) if row[0] == "单位"}
    assert listed == {unit.name for unit in book.mechanism.units}


def test_names_of_files_are_short_plain_and_differ_by_more_than_case() -> None:
    names = list(sample())
    assert all(re.fullmatch(r"[A-Za-z0-9./-]{1,60}", name) for name in names)
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize("path", sorted(parsed()))
def test_a_page_is_sound(path: str) -> None:
    page = parsed()[path]
    assert len(set(page.ids)) == len(page.ids)
    assert page.attributes["html"]["lang"] == "zh-CN"
    for tag in ("title", "h1", "main", "header", "nav", "footer"):
        assert page.tags[tag] >= 1, tag
    assert page.tags["h1"] == page.tags["title"] == page.tags["main"] == 1
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    for found in page.fields:
        assert found.get("id") in page.labels, found
    assert "2026年9月21日" in page.text
    assert page.links[page.links.index("#main")] == "#main"
    assert page.attributes["script"].keys() == {"src", "defer"}
    assert (
        "default-src 'none'" in (re.search(r'Policy" content="([^"]+)"', sample()[path].decode()) or [""])[1]
    )


def test_nothing_leads_outside() -> None:
    for path, data in sample().items():
        text = data.decode().replace("http://www.w3.org/", "")
        assert not re.search(r"https?:|//[a-z]|@import|url\(", text), path


def test_the_same_records_give_the_same_bytes(tiny: dict[str, str]) -> None:
    assert made(tiny, TINY_DAY) == made(tiny, TINY_DAY)
    changed = made(tiny | {"tasks/2026/T-2026-001.yaml": tiny["tasks/2026/T-2026-001.yaml"] + "\n"}, TINY_DAY)
    assert changed == made(tiny, TINY_DAY)


def test_a_picture_says_what_it_shows_and_carries_nothing_of_its_making() -> None:
    pictures = [data for path, data in sample().items() if path.startswith("charts/")]
    assert len(pictures) == 2
    for data in pictures:
        root = ET.fromstring(data)  # noqa: S314 - our own
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert "script" not in names
        assert root.get("role") == "img"
        told = {element.tag.rpartition("}")[2]: element.text for element in root}
        assert "办理情况" in str(told["title"])
        assert "逾期" in str(told["desc"])
        assert b"ygal" not in data.replace(b"pygal-chart", b"")
        assert b"<!--" not in data


def test_the_figures_are_those_of_the_reports() -> None:
    text = parsed()["index.html"].text
    assert "合计29项，已办结15项" in text
    assert "没有" not in text.split("逾期和滞后的任务")[1].split("历次会议")[0]
    rows = [row for row in search_rows(sample()) if row[0] == "任务" and row[4] == "逾期"]
    assert sorted(str(row[1]) for row in rows) == ["T-2025-005", "T-2026-005", "T-2026-021"]
    assert all(re.fullmatch(r"逾期\d+天", str(row[5])) and row[10] == "red" for row in rows)


def test_a_history_stands_on_the_page_of_its_record() -> None:
    page = parsed()["tasks/T-2026-005.html"].text
    for said in ("2026年4月22日交办，由市自然资源局牵头", "2026年9月14日发出督办通知单（2026年第2号）"):
        assert said in page


def test_an_earlier_day_knows_nothing_later() -> None:
    files = made(texts(SAMPLE), date(2026, 3, 1))
    assert dead_links(files) == []
    assert "meetings/M-2026-03.html" in files
    assert "tasks/T-2026-005.html" not in files
    assert "R-2026-004" not in pages_of(files)["meetings/M-2026-03.html"].text


INSTRUCTED = """
instructions:
  - {date: 2026-04-20, post: 召集人, unit: 市政府, text: 请抓紧暗号甲}
notes:
  - {date: 2026-04-20, text: 暗号乙}
"""


def _with_secrets(tiny: dict[str, str]) -> dict[str, str]:
    path = "tasks/2026/T-2026-001.yaml"
    return tiny | {path: tiny[path].rstrip("\n") + INSTRUCTED}


def _everything(files: Pages) -> str:
    return "".join(data.decode() for data in files.values())


def test_members_see_no_instruction_and_no_note(tiny: dict[str, str]) -> None:
    files = _with_secrets(tiny)
    inside, members = (_everything(made(files, TINY_DAY, audience)) for audience in (INTERNAL, MEMBERS))
    assert "暗号甲" in inside
    assert "暗号乙" in inside
    assert "暗号" not in members
    assert "不得对外公开" in members


def test_everybody_sees_only_what_is_public() -> None:
    book = load(FolderTree(SAMPLE))
    closed = [issue for issue in book.issues.values() if issue.disclosure != "主动公开"]
    closed_titles = {issue.title for issue in closed} | {task.title for task in book.tasks.values()}
    everything = _everything(sample(EVERYBODY))
    assert closed_titles
    public = {row[2] for row in search_rows(sample(EVERYBODY))}
    assert not closed_titles & public
    assert not [title for title in closed_titles if title in everything]
    assert not re.search("应办|催办|备注：|卡在哪里", everything)
    assert all("只列主动公开的事项" in page.text for page in parsed(EVERYBODY).values())
    assert "noindex" not in sample(EVERYBODY)["index.html"].decode()
    assert "noindex" in sample()["index.html"].decode()


def test_a_public_site_says_of_public_records_nothing_of_who_owes_what(tiny: dict[str, str]) -> None:
    shut = re.compile(r"disclosure: (?:不予公开|依申请公开)\ndisclosure_reason: .*\n?")
    files = {path: shut.sub("disclosure: 主动公开\n", text) for path, text in _with_secrets(tiny).items()}
    public, inside = (_everything(made(files, TINY_DAY, audience)) for audience in (EVERYBODY, INTERNAL))
    assert dead_links(made(files, TINY_DAY, EVERYBODY)) == []
    assert "T-2026-001" in public
    for word in ("应办", "卡在哪里", "已采取措施"):
        assert word in inside
        assert word not in public
    assert "暗号" not in public


NASTY = "</script><img src=x onerror=alert(1)>\"'&{{ 7*7 }}\u202e\u2028𠀀𪚥" + "很长" * 300


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\u202e", "\\u202e").replace("\u2028", "\\u2028")


def hostile(tiny: dict[str, str]) -> dict[str, str]:
    """Titles, texts and the name of a unit as nobody should write them."""
    quoted = _quoted(NASTY)
    files = dict(tiny)
    for path in ("tasks/2026/T-2026-001.yaml", "issues/2026/I-2026-001.yaml"):
        files[path] = re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted}", files[path])
    files["tasks/2026/T-2026-001.yaml"] = re.sub(
        r"(?m)^measure: .*(\n  .*)*$", lambda _: f"measure: {quoted}", files["tasks/2026/T-2026-001.yaml"]
    )
    files["mechanism.yaml"] = re.sub(
        r"(?m)^name: .*$", lambda _: f"name: {quoted}", files["mechanism.yaml"], count=1
    )
    units = "units:\n"
    assert units in files["mechanism.yaml"]
    unit = f"  - name: {_quoted('<b>局' + NASTY)}\n    full: {quoted}\n    kind: 政府部门\n    member: true\n"
    files["mechanism.yaml"] = files["mechanism.yaml"].replace(units, units + unit, 1)
    return files


def test_hostile_texts_stay_texts(tiny: dict[str, str]) -> None:
    files = made(hostile(tiny), TINY_DAY)
    pages = pages_of(files)  # sound in spite of all
    assert dead_links(files) == []
    assert pages["tasks/T-2026-001.html"].tags["img"] == 0
    assert "</script><img src=x onerror=alert(1)>\"'&{{ 7*7 }}" in pages["tasks/T-2026-001.html"].text
    for path, data in files.items():
        text = data.decode()
        assert "\u202e" not in text, path
        assert "\u2028" not in text, path
        if path.startswith("search/"):
            assert "<" not in text
    assert any("𠀀𪚥" in str(row[2]) for row in search_rows(files))


@pytest.mark.parametrize("name", sorted(path.name for path in MECHANISMS.iterdir()))
def test_a_conference_with_nothing_recorded_has_a_site(name: str) -> None:
    for audience in (INTERNAL, EVERYBODY):
        files = made(texts(MECHANISMS / name), SAMPLE_DAY, audience)
        assert dead_links(files) == []
        assert "交办的任务" in pages_of(files)["index.html"].text
        assert not any(path.startswith("charts/") for path in files)


def test_a_long_list_is_cut_into_pages() -> None:
    assert IN_ONE_FILE > 1

    def rows(count: int) -> Iterator[tuple[()]]:
        return (() for _ in range(count))

    found = listing(
        "甲",
        lambda number: f"p{number}",
        (),
        [group("一", "a", rows(ROWS - 1)), group("二", "b", rows(0)), group("三", "c", rows(ROWS + 2))],
    )
    assert [sum(len(each.rows) for each in page.groups) for page in found.pages] == [ROWS, ROWS, 1]
    assert found.ways == ("p1", "p2", "p3")
    assert [(place.name, place.total, place.href) for place in found.places] == [
        ("一", ROWS - 1, "p1#a"),
        ("三", ROWS + 2, "p1#c"),
    ]
    assert listing("乙", str, (), []).ways == ("1",)


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_command_writes_a_folder_and_says_so(lianxi: Lianxi, tmp_path: Path) -> None:
    ran = lianxi("site", "-o", str(tmp_path / "site"), "--as-of", DAY)
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"写好 .*index\.html，\d+ 个文件（内部，截至 2026-05-06）\n", ran.err)
    files = written(tmp_path / "site")
    expected = site(load(FolderTree(TINY)), TINY_DAY, None, lambda _: None)
    assert {name: data for name, data in files.items() if name != MARKER} == expected
    lianxi("site", "-o", str(tmp_path / "again"), "--as-of", DAY)
    assert written(tmp_path / "again") == files


def test_a_former_site_is_replaced_and_nothing_else(lianxi: Lianxi, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    lianxi("site", "-o", str(folder), "--as-of", DAY)
    before = written(folder)
    (folder / "tasks" / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / ".tasks-old").write_text("mine", encoding="utf-8")
    ran = lianxi("site", "-o", str(folder), "--as-of", DAY, "--audience", "公开")
    assert ran.code == 0, ran.err
    after = written(folder)
    assert after["tasks/mine.txt"] == after[".tasks-old"] == b"mine"
    assert "tasks/T-2026-001.html" in before
    assert "tasks/T-2026-001.html" not in after
    assert lianxi("site", "-o", str(folder), "--as-of", DAY).code == 0
    (folder / "tasks" / "mine.txt").unlink()
    (folder / ".tasks-old").unlink()
    assert written(folder) == before


@pytest.mark.parametrize(
    "listed", ['{"files": ["../mine.txt"]}', '{"files": ["a/../../mine.txt"]}', "[]", "{", '{"files": [1]}']
)
def test_a_list_that_is_not_ours_is_not_believed(lianxi: Lianxi, tmp_path: Path, listed: str) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / MARKER).write_text(listed, encoding="utf-8")
    ran = lianxi("site", "-o", str(folder), "--as-of", DAY)
    assert ran.code == 2
    assert "里有别的文件" in ran.err
    assert (tmp_path / "mine.txt").exists()


def test_what_a_killed_run_left_is_put_right(lianxi: Lianxi, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    lianxi("site", "-o", str(folder), "--as-of", DAY)
    whole = written(folder)
    listed = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    listed["files"].append("tasks/T-2020-001.html")
    (folder / MARKER).write_text(json.dumps(listed), encoding="utf-8")
    (folder / "tasks" / "T-2020-001.html").write_text("half", encoding="utf-8")
    (folder / "index.html").unlink()
    (folder / ".index.html.new").write_text("ha", encoding="utf-8")
    assert lianxi("site", "-o", str(folder), "--as-of", DAY).code == 0
    assert written(folder) == whole


def test_what_stands_in_the_way_is_told_in_one_line(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("x", encoding="utf-8")
    cases = {
        tmp_path / "file": "不是文件夹",
        tmp_path / "file" / "deeper": "不是文件夹",
        tmp_path / "full": "里有别的文件",
        repository / "records": "在记录文件夹里",
        repository / "records" / "site": "在记录文件夹里",
    }
    for target, why in cases.items():
        ran = lianxi("site", "-o", str(target), "--as-of", DAY)
        assert ran.code in {2, 3}, target
        assert why in ran.err
        assert ran.err.count("\n") == 1
    assert "要写明放在哪里" in lianxi("site", "--as-of", DAY).err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["a.txt"]


def test_a_page_of_others_and_a_link_in_the_way_are_left_alone(lianxi: Lianxi, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    lianxi("site", "-o", str(folder), "--as-of", DAY, "--audience", "公开")
    (folder / "tasks" / "T-2026-001.html").write_text("mine", encoding="utf-8")
    before = written(folder)
    ran = lianxi("site", "-o", str(folder), "--as-of", DAY)
    assert ran.code == 2
    assert "tasks/T-2026-001.html" in ran.err
    assert written(folder) == before
    (folder / "tasks" / "T-2026-001.html").unlink()
    (tmp_path / "elsewhere").mkdir()
    (folder / "charts").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert lianxi("site", "-o", str(folder), "--as-of", DAY).code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has folders that are shut by their mode")
def test_no_permission_is_told_in_one_line(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    ran = subprocess.run(
        [sys.executable, "-m", "lianxi", "site", "-o", str(tmp_path / "shut" / "site"), "--as-of", DAY],
        cwd=repository,
        capture_output=True,
        check=False,
        preexec_fn=unprivileged,
    )
    told = ran.stderr.decode("utf-8")
    assert (ran.returncode, told.count("\n"), "没有权限" in told) == (3, 1, True)


def test_a_record_that_cannot_be_read_is_counted(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    (repository / "records/issues/2026/I-2026-001.yaml").write_text("id: [", encoding="utf-8")
    ran = lianxi("site", "-o", str(tmp_path / "site"), "--as-of", DAY)
    assert ran.code == 1
    assert "1 条记录未计入" in ran.err
    files = {name: data for name, data in written(tmp_path / "site").items() if name != MARKER}
    assert dead_links(files) == []
    assert "1条记录未计入" in pages_of(files)["index.html"].text


def test_a_house_shapes_pages_and_styles_and_escapes_all_the_same(
    lianxi: Lianxi, repository: Path, tmp_path: Path
) -> None:
    house = repository / "templates" / "site"
    house.mkdir(parents=True)
    (house / "unit.html.j2").write_text(
        '{% extends "site/base.html.j2" %}{% block main %}<h1>本单位：{{ unit.name }}</h1>'
        "<p>{{ '<i>' }}</p>{% endblock %}",
        encoding="utf-8",
    )
    (house / "site.css").write_text("body { color: black; }\n", encoding="utf-8")
    ran = lianxi("site", "-o", str(tmp_path / "site"), "--as-of", DAY)
    assert ran.code == 0, ran.err
    files = written(tmp_path / "site")
    assert files["site.css"] == b"body { color: black; }\n"
    unit = next(data.decode() for name, data in files.items() if re.fullmatch(r"units/[0-9a-f]+\.html", name))
    assert "<h1>本单位：" in unit
    assert "<p>&lt;i&gt;</p>" in unit
    ours = site(load(FolderTree(TINY)), TINY_DAY, None, lambda _: None)
    assert files["tasks/T-2026-001.html"] == ours["tasks/T-2026-001.html"]
    (house / "unit.html.j2").write_text("{{ unit.nobody }}", encoding="utf-8")
    ran = lianxi("site", "-o", str(tmp_path / "other"), "--as-of", DAY)
    assert ran.code == 2
    assert "site/unit.html.j2 第1行" in ran.err
    assert not (tmp_path / "other").exists()

"""Word files: what each line becomes, that nothing is lost, and that they are the same bytes each time."""

from __future__ import annotations

import html
import io
import re
import shutil
import time
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import docx as reader
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, Lianxi
from lianxi.documents.word import docx
from lianxi.documents.word.dialect import sheets
from lianxi.documents.word.inline import plain, words
from lianxi.documents.word.names import unsplit
from lianxi.documents.word.paragraph import Imprint, Kind, Paragraph
from lianxi.documents.word.reading import Table
from lianxi.documents.word.title import title_lines
from lianxi.render import escape
from papers.collected import collected

MECHANISMS = Path(__file__).parent / "mechanisms"


def text_of(data: bytes) -> str:
    """All text of the body in its order, as python-docx reads it."""
    body = reader.Document(io.BytesIO(data)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


def bare(text: str) -> str:
    return re.sub(r"[\s　]", "", text)


def said(markdown: str) -> str:
    """What Markdown of our own templates says: its text without its marks."""
    lines = [line for line in markdown.splitlines() if not re.fullmatch(r"\|?[-:| ]+\|?", line)]
    kept = "\n".join(re.sub(r"^\s*- ", "——", re.sub(r"^#+ ", "", line)) for line in lines)
    kept = re.sub(r"<br>|</?center>|(?<!\\)\||\*\*", "", kept)
    return bare(html.unescape(re.sub(r"\\(.)", r"\1", kept)))


@cache
def papers_of(records: Path, day: date) -> dict[str, str]:
    return collected(records, day)


@pytest.mark.parametrize(("records", "day"), [(SAMPLE, SAMPLE_DAY), (TINY, TINY_DAY)], ids=["sample", "tiny"])
def test_nothing_of_any_paper_is_lost(records: Path, day: date) -> None:
    papers = papers_of(records, day)
    assert len(papers) > 20
    for name, markdown in papers.items():
        assert bare(text_of(docx(markdown))) == said(markdown), name


@pytest.mark.parametrize("name", sorted(path.name for path in MECHANISMS.iterdir()))
def test_other_conferences_have_papers_too(name: str, tmp_path: Path) -> None:
    shutil.copytree(MECHANISMS / name, tmp_path / "records")
    meeting = tmp_path / "records/meetings/2026/M-2026-01.yaml"
    meeting.parent.mkdir(parents=True)
    meeting.write_text(
        "id: M-2026-01\nkind: 联席会议\nnumber: 1\nmode: 视频\nstarts: 2026-09-28T15:00\n"
        "held_on: 2026-09-28\ndisclosure: 不予公开\ndisclosure_reason: 过程性信息\nagenda: []\n",
        encoding="utf-8",
    )
    papers = collected(tmp_path / "records", date(2026, 9, 30))
    assert {"overdue", "bulletin", "agenda-M-2026-01", "minutes-M-2026-01"} <= set(papers)
    for paper, markdown in papers.items():
        assert bare(text_of(docx(markdown))) == said(markdown), paper


@settings(deadline=None)
@given(st.lists(st.text(), max_size=6))
def test_whatever_is_written_can_be_read_again(texts: list[str]) -> None:
    lines = [escape(text) for text in texts]
    markdown = "\n\n".join(["# 题", *lines])
    shown = bare("题" + "".join(plain(words(line)) for line in lines))
    assert bare(text_of(docx(markdown))) == shown


@settings(deadline=None)
@given(st.text(alphabet="ab*_`[]()<>|\\&#-.一、（）：。 　\n!~+=1"))
def test_whatever_marks_are_mixed_the_file_opens(markdown: str) -> None:
    found = text_of(docx(markdown))
    assert set(bare(found)) >= set(re.sub(r"[^ab一]", "", re.sub(r"<!--.*", "", markdown, flags=re.DOTALL)))


def test_characters_that_xml_forbids_are_shown() -> None:
    assert text_of(docx("甲\x01乙\x0b丙\ufffe丁\ud800戊&#1;&#x202E;𠮷😀")) == "甲␁乙␋丙�丁�戊�𠮷😀"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**加粗**和*强调*、`代码`", "加粗和强调、代码"),
        ("见[通知](https://a.example/b_c)", "见通知（https://a.example/b_c）"),
        ("<https://a.example>", "https://a.example"),
        ("> 引用的话", "引用的话"),
        ("```\n*原样* <b>\n```", "*原样*<b>"),
        ("- 一项\n  - 又一项\n* 再一项", "——一项——又一项——再一项"),
        ("1. 第一\n2. 第二", "1.第一2.第二"),
        ("### 三级\n\n##### 五级", "三级五级"),
        ("前<!-- 不印的\n话 -->后", "前后"),
        ("3*4是12，______；电话：______", "3*4是12，______；电话：______"),
        ("<u>标记</u>照印", "<u>标记</u>照印"),
        ("甲<br>乙", "甲乙"),
        ("| 一 | 二 |\n|---|---|\n| a\\|b | c | 多出来的 |\n| 少 |", "一二a|bc多出来的少"),
        ("末行没有终止的```", "末行没有终止的```"),
    ],
)
def test_other_markdown_loses_no_text(markdown: str, expected: str) -> None:
    assert bare(text_of(docx(markdown))) == expected


@pytest.mark.parametrize("markdown", ["", "\n\n", "---\n\n---", "<!-- 无 -->", "<center>\n\n</center>"])
def test_an_empty_paper_opens(markdown: str) -> None:
    assert text_of(docx(markdown)) == ""


def test_it_is_the_same_bytes_each_time_and_bears_no_mark_of_its_making() -> None:
    markdown = papers_of(SAMPLE, SAMPLE_DAY)["minutes-M-2026-03"]
    data = docx(markdown)
    assert data == docx(markdown)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.compress_type) for entry in file.infolist()} == {(0, 0)}
        everything = b"".join(map(file.read, file.namelist())).decode()
    assert "python" not in everything
    properties = reader.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")
    assert properties.title == "加快梅州苏区工业振兴发展联席会议第二次会议纪要（示例）"


def kinds(markdown: str) -> list[tuple[str, str]]:
    return [
        ("表", "") if isinstance(block, Table) else (block.kind.value, plain(block.words))
        for sheet in sheets(markdown)
        for block in sheet.blocks
    ]


def only(markdown: str) -> Paragraph:
    (block,) = sheets(markdown)[0].blocks
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    ("line", "kind", "lead"),
    [
        ("　　**一、总体情况**", Kind.LEVEL_1, 6),
        ("　　一、逾期事项（3项）", Kind.LEVEL_1, 10),
        ("一、听取汇报（10分钟）", Kind.LEVEL_1, 12),
        ("　　**一、会议时间。**定于明天。", Kind.BODY, 7),
        ("　　一、请尽快办理。", Kind.BODY, 0),
        ("　　（一）通报情况", Kind.LEVEL_2, 7),
        ("　　（一）由甲局牵头，于月底前完成。", Kind.BODY, 0),
        ("　　1．甲项。进展正常。", Kind.BODY, 0),
        ("　　（1）甲项", Kind.BODY, 0),
        ("　　**出席：**市政府示例甲，乙局示例乙", Kind.ATTENDANCE, 2),
        ("时间：明天", Kind.LABELLED, 2),
        ("　　时间：明天", Kind.BODY, 0),
        ("　　　　　　　　联席会议办公室", Kind.SIGNATURE, 0),
        ("　　　　　　　　2026年5月6日", Kind.DATE, 0),
        ("编号：第3号　　　　　　2026年5月6日", Kind.SIDES, 0),
        ("附件：1．名单", Kind.ANNEXES, 0),
        ("——坚持的一条", Kind.BODY, 0),
        ("（代拟稿：请核定后发出）", Kind.NOTE, 0),
    ],
)
def test_a_line_is_told_by_its_text(line: str, kind: Kind, lead: int) -> None:
    made = only(line)
    assert (made.kind, made.lead) == (kind, lead)


def test_the_minutes_stand_in_the_order_of_the_standard() -> None:
    found = sheets(papers_of(SAMPLE, SAMPLE_DAY)["minutes-M-2026-03"])
    first = [block.kind for block in found[0].blocks if isinstance(block, Paragraph)]
    assert first[:5] == [Kind.MARK, Kind.ISSUE, Kind.SIDES, Kind.TITLE, Kind.BODY]
    assert [block.ruled for block in found[0].blocks[:4] if isinstance(block, Paragraph)] == [0, 0, 1, 0]
    assert first[-4:] == [Kind.ANNEXES, Kind.ATTENDANCE, Kind.ATTENDANCE, Kind.ATTENDANCE]
    annex = found[1]
    assert isinstance(annex.blocks[0], Paragraph)
    assert annex.blocks[0].kind is Kind.ANNEX
    assert isinstance(annex.imprint, Imprint)
    assert [plain(line.words)[:2] for line in annex.imprint.to] == ["发：", "抄送"]
    assert plain(annex.imprint.issued.right) == "2026年4月22日印发"
    assert "更正" in kinds(papers_of(SAMPLE, SAMPLE_DAY)["minutes-M-2026-03"])[-7][1]
    assert len(found) == 3


def test_the_date_stands_two_characters_further_in_than_the_name() -> None:
    name, day = sheets(f"{'　' * 9}联席会议办公室\n{'　' * 12}2026年9月21日")[0].blocks
    assert isinstance(name, Paragraph)
    assert isinstance(day, Paragraph)
    # Seven characters of name, 6.5 of date: it is the date that stands two characters from the edge.
    assert (name.inset, day.inset) == (3.5, 2)
    name, day = sheets(f"{'　' * 9}加快梅州苏区工业振兴发展联席会议办公室\n{'　' * 12}2026年9月21日")[
        0
    ].blocks
    assert isinstance(name, Paragraph)
    assert isinstance(day, Paragraph)
    assert (name.inset, day.inset) == (2, 12.5)


TITLES = (
    "关于召开加快梅州苏区工业振兴发展联席会议第三次会议的通知（示例）",
    "加快梅州苏区工业振兴发展联席会议第三次会议议程（示例）",
    "联席会议第一次、第二次会议和2次专题工作会议议定事项落实情况（示例）",
    "关于更正联席会议第二次会议纪要（第3期）有关内容的说明（示例）",
    "铜箔特色产业园申报和电路板集群数字化转型试点专题工作会议纪要（示例）",
)
WORDS = (
    "联席会议",
    "会议纪要",
    "第三次会议",
    "第二次会议",
    "专题工作会议",
    "议定事项",
    "落实情况",
    "示例",
    "第3期",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_at_its_sense(title: str) -> None:
    lines = title_lines(title, 20)
    assert "".join(lines) == title
    for word in WORDS:
        assert title.count(word) == sum(line.count(word) for line in lines), lines
    assert all(not line.startswith(("的", "、", "（", "）")) for line in lines)


def test_a_title_keeps_its_own_breaks_and_a_short_one_its_line() -> None:
    assert title_lines("第一行\n第二行", 20) == ["第一行", "第二行"]
    assert title_lines("联席会议议定事项办理情况（示例）", 20) == ["联席会议议定事项办理情况（示例）"]


@settings(deadline=None)
@given(st.text(alphabet="关于召开联席会议第一二三次的通知、和（）《》“”abc12 ", max_size=120))
def test_no_title_loses_a_character_or_stands_out(title: str) -> None:
    lines = title_lines(title.strip(), 20)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_no_name_is_divided() -> None:
    people = [f"市{'某' * (each % 5)}局示例{'甲' * (each % 2 + 1)}" for each in range(60)]
    lines = plain(unsplit(words("，".join(people)), 23, 3)).split("\n")
    assert "".join(lines) == "，".join(people)
    assert all(line.endswith("，") for line in lines[:-1])
    assert all(len(line) <= 23 for line in lines)


@pytest.mark.parametrize("used", range(24))
def test_only_the_name_of_a_long_entry_is_kept_whole(used: int) -> None:
    lines = plain(unsplit(words("省工业和信息化厅规划与产业政策处示例戊"), 23, used)).split("\n")
    assert "".join(lines) == "省工业和信息化厅规划与产业政策处示例戊"
    assert any("示例戊" in line for line in lines)
    assert used + len(lines[0]) <= 23 or not used


def xml_of(markdown: str, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(docx(markdown))) as file:
        return file.read(part).decode()


def test_fonts_are_named_in_chinese_and_sizes_are_those_of_the_standard() -> None:
    document = reader.Document(io.BytesIO(docx("# 题\n\n文")))
    for name, font, size in (
        ("公文标题", "方正小标宋简体", 22),
        ("公文正文", "仿宋_GB2312", 16),
        ("一级标题", "黑体", 16),
        ("二级标题", "楷体_GB2312", 16),
        ("版记", "仿宋_GB2312", 14),
    ):
        style = document.styles[name]
        fonts = style.element.rPr.rFonts
        assert (fonts.get(qn("w:eastAsia")), style.font.size.pt) == (font, size)
        assert fonts.get(qn("w:ascii")) == "Times New Roman"
        assert not [key for key in fonts.attrib if "Theme" in key]
    section = document.sections[0]
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(each.mm) for each in margins if each is not None] == [37, 35, 28, 26]
    assert document.settings.odd_and_even_pages_header_footer is True


def test_a_list_repeats_its_header_and_divides_no_row() -> None:
    rows = "".join(f"| {n} | 事项 | 甲局 |\n" for n in range(300))
    started = time.perf_counter()
    made = xml_of(f"| 序号 | 工作任务 | 牵头单位 |\n|:-:|---|---|\n{rows}")
    assert time.perf_counter() - started < 5
    assert made.count("<w:tblHeader/>") == 1
    assert made.count("<w:cantSplit/>") == made.count("<w:tr>") == 301


def test_a_row_higher_than_a_page_may_be_divided() -> None:
    made = xml_of(f"| 序号 | 工作任务 | 牵头单位 |\n|:-:|---|---|\n| 1 | {'很长' * 2500} | 甲局 |\n")
    assert made.count("<w:cantSplit/>") == 1
    assert "很长" * 2500 in made


def test_a_form_has_words_at_the_left_and_no_header() -> None:
    made = xml_of("| 编号 | 第3号 | 填报单位 | |\n|---|---|---|---|\n| 目前进展 | | | |\n")
    assert "<w:tblHeader/>" not in made
    assert '<w:gridSpan w:val="3"/>' in made


def test_a_wide_list_lies_on_its_side_and_the_rest_stands() -> None:
    wide = "|" + " 一个栏目 |" * 10 + "\n|" + "---|" * 10 + "\n|" + " 这里有十二个字那么多的内容 |" * 10
    found = xml_of(f"甲\n\n---\n\n{wide}\n\n---\n\n乙")
    assert re.findall(r'<w:pgSz w:w="(\d+)"', found) == ["11906", "16838", "11906"]
    assert "w:orient" not in xml_of("| 一 | 二 | 三 |\n|---|---|---|\n| 1 | 2 | 3 |")


def test_very_many_columns_are_set_somehow() -> None:
    many = "|" + " 栏 |" * 60 + "\n|" + "---|" * 60 + "\n|" + " 内容内容 |" * 60
    assert bare(text_of(docx(many))) == "栏" * 60 + "内容内容" * 60


GIVEN = {
    "agenda": ["agenda"],
    "invite": ["invite"],
    "dossier": ["dossier"],
    "minutes": ["minutes", "M-2026-01"],
    "breakdown": ["breakdown", "M-2026-01"],
    "notice": ["notice", "T-2026-001"],
    "overdue": ["overdue"],
    "bulletin": ["bulletin"],
}


@pytest.mark.parametrize("name", GIVEN)
def test_each_paper_is_given_as_a_word_file(name: str, lianxi: Lianxi, repository: Path) -> None:
    for file, more in (("a.md", []), ("b.docx", []), ("c.DOCX", ["--format", "docx"])):
        ran = lianxi(*GIVEN[name], "--as-of", DAY, *more, "-o", file)
        assert ran.code == 0, ran.err
    data = (repository / "b.docx").read_bytes()
    assert data == (repository / "c.DOCX").read_bytes()
    assert bare(text_of(data)) == said((repository / "a.md").read_text(encoding="utf-8"))


def test_each_unit_gets_its_own_word_file(lianxi: Lianxi, repository: Path) -> None:
    (repository / "各单位").mkdir()
    ran = lianxi("invite", "--as-of", DAY, "--format", "docx", "-o", "各单位")
    assert ran.code == 0, ran.err
    files = sorted((repository / "各单位").iterdir())
    assert files
    assert all(file.suffix == ".docx" and text_of(file.read_bytes()) for file in files)


@pytest.mark.parametrize(
    ("words_", "said_"),
    [
        (
            ["issues", "-o", "x.docx"],
            "“x.docx”：这条命令写不了 .docx 文件，写得了的有 .md、.json；换一个文件名",
        ),
        (
            ["stats", "-o", "x.xlsx"],
            "“x.xlsx”：这条命令写不了 .xlsx 文件，写得了的有 .md、.json、.csv；换一个文件名",
        ),
        (
            ["agenda", "-o", "x.pdf"],
            "“x.pdf”：这条命令写不了 .pdf 文件，写得了的有 .md、.json、.docx；换一个文件名",
        ),
        (
            ["agenda", "-o", "x.csv"],
            "“x.csv”：这条命令写不了 .csv 文件，写得了的有 .md、.json、.docx；换一个文件名",
        ),
        (
            ["agenda", "--format", "md", "-o", "x.docx"],
            "--format md 写出来的不是 .docx 文件；去掉 --format，或者换一个文件名",
        ),
        (
            ["agenda", "--format", "docx", "-o", "x.md"],
            "--format docx 写出来的不是 .md 文件；去掉 --format，或者换一个文件名",
        ),
    ],
)
def test_a_file_is_never_given_the_wrong_ending(
    words_: list[str], said_: str, lianxi: Lianxi, repository: Path
) -> None:
    ran = lianxi(*words_, "--as-of", DAY)
    assert (ran.code, ran.err.strip(), ran.out) == (2, said_, "")
    assert not list(repository.glob("x.*"))


def test_the_liaison_s_worksheet_is_put_into_no_word_file(lianxi: Lianxi, repository: Path) -> None:
    assert lianxi("agenda", "--as-of", DAY, "--audience", "内部", "-o", "x.docx").code == 0
    assert "工作单" not in text_of((repository / "x.docx").read_bytes())


def test_a_template_of_the_house_shapes_the_word_file(lianxi: Lianxi, repository: Path) -> None:
    house = repository / "templates"
    house.mkdir()
    (house / "breakdown.md.j2").write_text(
        "# 本院的分解表\n\n　　共{{ table.rows | length }}项。\n", encoding="utf-8"
    )
    ran = lianxi("breakdown", "M-2026-01", "--as-of", DAY, "-o", "x.docx")
    assert ran.code == 0, ran.err
    assert text_of((repository / "x.docx").read_bytes()).startswith("本院的分解表共")

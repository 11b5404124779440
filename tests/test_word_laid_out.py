"""Word files as LibreOffice lays them out, measured in the PDF: GB/T 9704-2012 in millimetres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from conftest import SAMPLE, SAMPLE_DAY
from lianxi.documents.word import docx
from papers.collected import collected
from papers.office import laid_out

pytestmark = pytest.mark.papers

MM = 25.4 / 72
TOP, BOTTOM, LEFT, RIGHT = 37, 297 - 35, 28, 210 - 26
NUMBER = 768 * MM
TEXT = "# 题目\n\n" + "　　" + "联席会议办公室要加强跟踪督办及时向各成员单位通报有关情况" * 80
LONG_TABLE = "# 清单\n\n| 序号 | 工作任务 | 牵头单位 |\n|:-:|---|---|\n" + "".join(
    f"| {n} | {'完成项目用地组卷报批并按程序报省有关部门' * (n % 3 + 1)} | 市自然资源局 |\n"
    for n in range(1, 121)
)
IMPRINT = (
    "---\n\n公开方式：不予公开\n\n发：联席会议召集人、副召集人，各成员单位。\n抄送：市政府办公室。\n\n"
    "联席会议办公室　　　　　　2026年4月22日印发\n"
)
FILLED = range(12, 26)
"""Lines of text above a 版记: from a page with room for it to one that is full, and over."""

Char = dict[str, Any]


def with_imprint(lines: int) -> str:
    return "\n\n".join(f"　　第{n}行" for n in range(lines)) + f"\n\n{IMPRINT}"


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One start of LibreOffice for all that is measured here."""
    papers = {
        **collected(SAMPLE, SAMPLE_DAY),
        "text": TEXT,
        "table": LONG_TABLE,
        **{f"imprint-{lines}": with_imprint(lines) for lines in FILLED},
    }
    files = {name: docx(markdown) for name, markdown in papers.items()}
    return laid_out(files, tmp_path_factory.mktemp("laid-out"))


def pages(file: Path) -> list[Any]:
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.objects  # noqa: B018 - read while the file is open
        return list(pdf.pages)


def lines_of(page: Any) -> list[list[Char]]:
    """The characters of the text by lines, without the page number."""
    lines = defaultdict(list)
    for char in page.chars:
        if char["text"].strip():
            lines[round(char["bottom"])].append(char)
    rows = [sorted(lines[at], key=lambda char: float(char["x0"])) for at in sorted(lines)]
    return [row for row in rows if not is_number(row)]


def is_number(row: Sequence[Char]) -> bool:
    return (
        text(row).startswith("—") and text(row).endswith("—") and row[0]["size"] == pytest.approx(14, abs=0.1)
    )


def text(row: Sequence[Char]) -> str:
    return "".join(char["text"] for char in row)


def mm(value: float) -> float:
    return value * MM


def test_a_page_has_22_lines_of_28_characters_between_its_margins(pdfs: dict[str, Path]) -> None:
    page = pages(pdfs["text"])[1]
    rows = lines_of(page)
    assert len(rows) == 22
    assert {len(row) for row in rows} == {28}
    assert mm(float(page.width)) == pytest.approx(210, abs=0.5)
    assert mm(min(row[0]["x0"] for row in rows)) == pytest.approx(LEFT, abs=0.5)
    assert mm(max(row[-1]["x1"] for row in rows)) == pytest.approx(RIGHT, abs=1)
    assert mm(rows[0][0]["top"]) == pytest.approx(TOP, abs=3)
    assert TOP < mm(rows[0][0]["top"]) < mm(rows[-1][0]["bottom"]) < BOTTOM
    pitches = {round(b[0]["bottom"] - a[0]["bottom"], 1) for a, b in pairwise(rows)}
    assert all(pitch == pytest.approx(28.95, abs=0.15) for pitch in pitches)
    assert {round(char["size"]) for row in rows for char in row} == {16}
    assert {char["fontname"].partition("+")[2] for row in rows for char in row} == {"FandolFang-Regular"}


def test_the_first_line_of_a_paragraph_is_two_characters_in(pdfs: dict[str, Path]) -> None:
    rows = lines_of(pages(pdfs["text"])[0])
    assert mm(rows[1][0]["x0"] - rows[2][0]["x0"]) == pytest.approx(2 * 15.75 * MM, abs=0.3)


def test_the_title_is_22_points_high_and_in_the_middle(pdfs: dict[str, Path]) -> None:
    for name in ("minutes-M-2026-03", "agenda-M-2026-05"):
        rows = [row for row in lines_of(pages(pdfs[name])[0]) if round(row[0]["size"]) == 22]
        assert len(rows) == 2
        for row in rows:
            assert "FandolSong-Bold" in row[0]["fontname"]
            middle = mm((row[0]["x0"] + row[-1]["x1"]) / 2)
            assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.7)


def test_the_page_number_stands_outside_and_7_mm_below(pdfs: dict[str, Path]) -> None:
    for at, page in enumerate(pages(pdfs["text"])[:4]):
        row = [char for char in page.chars if mm(char["bottom"]) > BOTTOM + 4 and char["text"].strip()]
        assert text(row) == f"—{at + 1}—"
        assert {round(char["size"]) for char in row} == {14}
        edge = mm(row[-1]["x1"]) - (RIGHT - 14 * MM) if at % 2 == 0 else mm(row[0]["x0"]) - (LEFT + 14 * MM)
        assert edge == pytest.approx(0, abs=0.7)
        dash = mm((row[0]["top"] + row[0]["bottom"]) / 2)
        assert dash == pytest.approx(BOTTOM + 7, abs=1)


def test_the_mark_is_red_35_mm_down_and_the_red_line_as_wide_as_the_text(pdfs: dict[str, Path]) -> None:
    page = pages(pdfs["minutes-M-2026-03"])[0]
    mark = lines_of(page)[0]
    assert text(mark) == "加快梅州苏区工业振兴发展"
    assert mark[0]["non_stroking_color"] == (1, 0, 0)
    assert mm(mark[0]["top"]) == pytest.approx(TOP + 35, abs=2)
    red = [line for line in page.lines + page.rects if red_one(line)]
    assert len({line["top"] for line in red}) == 1
    assert (mm(red[0]["x0"]), mm(red[0]["x1"])) == pytest.approx((LEFT, RIGHT), abs=0.5)
    above = max(mm(row[0]["bottom"]) for row in lines_of(page) if row[0]["bottom"] < red[0]["top"])
    assert mm(red[0]["top"]) - above == pytest.approx(4, abs=1.2)


def red_one(line: Char) -> bool:
    return (1, 0, 0) in (line["stroking_color"], line["non_stroking_color"])


@pytest.mark.parametrize("lines", FILLED)
def test_the_imprint_is_at_the_foot_and_on_no_text(lines: int, pdfs: dict[str, Path]) -> None:
    file = pages(pdfs[f"imprint-{lines}"])
    rules = [rule for rule in file[-1].lines + file[-1].rects if mm(rule["width"]) > 100]
    assert len(rules) == 3
    assert mm(max(rule["bottom"] for rule in rules)) == pytest.approx(BOTTOM, abs=0.7)
    assert {(round(mm(rule["x0"])), round(mm(rule["x1"]))) for rule in rules} == {(LEFT, RIGHT)}
    thick = [
        round(rule["linewidth"] or rule["height"], 2) for rule in sorted(rules, key=lambda each: each["top"])
    ]
    assert [mm(each) for each in thick] == pytest.approx([0.35, 0.25, 0.35], abs=0.02)
    body = [row for page in file for row in lines_of(page)]
    assert [text(row) for row in body if text(row).startswith("第")] == [f"第{n}行" for n in range(lines)]
    for page in file:
        rows = lines_of(page)
        assert all(after[0]["top"] >= before[0]["bottom"] - 2 for before, after in pairwise(rows))
    last = [text(row) for row in lines_of(file[-1])]
    assert last[-4].startswith("公开方式")
    assert last[-1].endswith("印发")
    room = 22 - 4  # the 版记 takes 34 mm
    assert len(file) == (1 if lines <= room else 2)


def test_a_table_repeats_its_header_and_divides_no_row(pdfs: dict[str, Path]) -> None:
    file = pages(pdfs["table"])
    assert len(file) > 4
    numbers: list[str] = []
    for at, page in enumerate(file):
        rows = page.extract_tables()[0]
        assert [cell.replace("\n", "") for cell in rows[0]] == ["序号", "工作任务", "牵头单位"], at
        numbers += [row[0] for row in rows[1:]]
        for row in rows[1:]:
            assert row[1].replace("\n", "").endswith("有关部门")
    assert numbers == [str(n) for n in range(1, 121)]


def names_on(pdf: Path) -> Iterator[str]:
    for page in pages(pdf):
        for row in lines_of(page):
            yield text(row)


def test_no_name_is_divided(pdfs: dict[str, Path]) -> None:
    rows = list(names_on(pdfs["minutes-M-2025-01"]))
    listed = rows[next(at for at, row in enumerate(rows) if row.startswith("出席：")) :]
    whole = [name for row in listed for name in row.split("，")]
    for name in ("市政府示例甲", "市工业和信息化局示例己", "丰顺县政府示例乙亥", "省工业和信息化厅示例丙"):
        assert any(part.removeprefix("出席：") == name for part in whole), name
    assert any(part.endswith("示例戊") for part in whole)


def test_text_of_every_sample_paper_keeps_within_its_page(pdfs: dict[str, Path]) -> None:
    for name, file in pdfs.items():
        for page in pages(file):
            rows = lines_of(page)
            assert rows, name
            aside = page.width > page.height
            left, right = (37, 297 - 35) if aside else (LEFT, RIGHT)
            for row in rows:
                hung = 7 if text(row)[-1] in "，。、；：）”" else 1.5  # LibreOffice lets marks hang
                assert left - 1.5 < mm(row[0]["x0"]), (name, text(row))
                assert mm(row[-1]["x1"]) < right + hung, (name, text(row))


def test_a_wide_list_lies_on_its_side(pdfs: dict[str, Path]) -> None:
    assert all(page.width > page.height for page in pages(pdfs["overdue"]))
    assert not any(page.width > page.height for page in pages(pdfs["minutes-M-2026-03"]))

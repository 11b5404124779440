"""The workbooks as LibreOffice prints them: A4 on its side, one page wide, the header on every page."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from conftest import SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, texts
from lianxi.book import load
from lianxi.documents.sheets.ledgers import LEDGERS, all_ledgers, ledger
from lianxi.documents.sheets.workbook import Workbook
from lianxi.documents.sheets.writing import xlsx
from lianxi.tree import TextTree

pytestmark = pytest.mark.papers
FONTS = Path(os.environ.get("LIANXI_FONTS", Path.home() / ".cache" / "lianxi" / "fonts")) / "fonts.conf"
A4 = (842, 595)


def described() -> Iterator[tuple[str, Workbook]]:
    sample, tiny = load(TextTree(texts(SAMPLE))), load(TextTree(texts(TINY)))
    for name in LEDGERS:
        yield name, ledger(name, sample, SAMPLE_DAY)
    yield "台账", all_ledgers(sample, SAMPLE_DAY)
    yield "小台账", all_ledgers(tiny, TINY_DAY)
    path = Path(__file__).parent / "mechanisms" / "minimal"
    yield "空台账", all_ledgers(load(TextTree(texts(path))), date(2026, 9, 21))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, as PDF by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    paths = []
    for name, workbook in described():
        path = folder / f"{name}.xlsx"
        path.write_bytes(xlsx(workbook))
        paths.append(str(path))
    home = f"-env:UserInstallation=file://{folder / 'office'}"
    words = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *paths]
    fonts = {"FONTCONFIG_FILE": str(FONTS)} if FONTS.exists() else {}
    subprocess.run(words, check=True, capture_output=True, timeout=300, env={**os.environ, **fonts})
    return folder


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page: its size in points, its words without gaps, and each letter with its place."""

    size: tuple[int, int]
    text: str
    chars: tuple[Any, ...]


def pages(folder: Path, name: str) -> list[Page]:
    with pdfplumber.open(folder / f"{name}.pdf") as printed:
        return [
            Page(
                (round(page.width), round(page.height)),
                "".join((page.extract_text() or "").split()),
                tuple(page.chars),
            )
            for page in printed.pages
        ]


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_is_one_page_wide_with_its_header_on_each(name: str, printed: Path) -> None:
    found = pages(printed, name)
    workbook = dict(described())[name]
    columns = workbook.sheets[0].tables[0].columns
    assert len(found) > 1
    for number, page in enumerate(found, 1):
        assert page.size == A4
        text = page.text
        assert text.endswith(f"第{number}页共{len(found)}页")
        for header in (columns[0].header, columns[-1].header):
            assert header in text
    assert workbook.title in found[0].text
    assert workbook.title not in found[1].text


@pytest.mark.parametrize("name", ["议定事项台账", "督办台账", "诉求台账"])
def test_every_row_is_printed_once_and_whole(name: str, printed: Path) -> None:
    workbook = dict(described())[name]
    text = "".join(page.text for page in pages(printed, name))
    for row in workbook.sheets[0].tables[0].rows:
        assert text.count(str(row[1])) == 1
    wanted = Counter(
        char for row in workbook.sheets[0].tables[0].rows for value in row for char in letters(value)
    )
    assert wanted - Counter(text) == Counter()


def letters(value: object) -> str:
    return "".join(value.split()) if isinstance(value, str) else ""


@pytest.mark.parametrize("name", ["议定事项台账", "督办台账", "诉求台账"])
def test_no_row_is_lower_than_its_text(name: str, printed: Path) -> None:
    """No letter stands on another: what is too high for its cell runs over into the next row."""
    for page in pages(printed, name):
        found = sorted(page.chars, key=lambda char: (round(char["x0"]), char["top"]))
        for one, other in pairwise(found):
            if round(one["x0"]) == round(other["x0"]):
                assert other["top"] - one["top"] > one["size"] * 0.8, (one["text"], other["text"])


def test_the_charts_fill_the_first_page_of_the_summary(printed: Path) -> None:
    first, second, *_ = pages(printed, "台账")
    text = first.text
    for title in (
        "各牵头单位的任务（按预警等级）",
        "历次会议的任务和办结情况",
        "议题（按领域）",
        "议题（按类别）",
    ):
        assert title in text
    assert "一、各牵头单位的任务" not in text
    assert second.text.startswith("一、各牵头单位的任务（按预警等级）")


@pytest.mark.parametrize("name", ["小台账", "空台账"])
def test_small_and_empty_conferences_print_too(name: str, printed: Path) -> None:
    found = pages(printed, name)
    assert len(found) >= 5
    assert {page.size for page in found} == {A4}
    assert "办理统计" in "".join(page.text for page in found)

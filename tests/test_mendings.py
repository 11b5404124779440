"""What a finding mends reads right afterwards, and the line that a remedy shows works when it is pasted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from conftest import SAMPLE as FOLDER
from conftest import SAMPLE_DAY, texts
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import Finding, Mend
from lianxi.source import read
from lianxi.tree import TextTree

SAMPLE = texts(FOLDER)
TASK = "tasks/2025/T-2025-006.yaml"
STAGED = "tasks/2025/T-2025-003.yaml"
COUNTED = "tasks/2025/T-2025-001.yaml"
EXTENDED = "tasks/2025/T-2025-002.yaml"
ISSUE = "issues/2026/I-2026-010.yaml"
MERGED = "issues/2026/I-2026-001.yaml"
MEETING = "meetings/2026/M-2026-03.yaml"
RESOLUTION = "resolutions/2026/R-2026-004.yaml"


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianxi.book.read", _read)


_read = cache(read)


def found_after(path: str, text: str) -> list[Finding]:
    """What is found beside what the sample is reminded of anyway."""
    found = check(load(TextTree({**SAMPLE, path: text})), SAMPLE_DAY)
    return [each for each in found if not each.code.startswith("LX42")]


def mended(text: str, mend: Mend) -> str:
    """``text`` with a mending applied, its line ends kept."""
    if mend.was == "\ufeff":
        return text.removeprefix("\ufeff")
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.split(end)
    row = rows[mend.line - 1]
    assert row[mend.column - 1 :].startswith(mend.was)
    rows[mend.line - 1] = row[: mend.column - 1] + mend.now + row[mend.column - 1 + len(mend.was) :]
    return end.join(rows).replace("\n", end) if end == "\r\n" and "\n" in mend.now else end.join(rows)


def pasted(text: str, found: Finding) -> str:
    """``text`` with the lines that the remedy shows in the place of the one it speaks of."""
    rows = text.split("\n")
    rows[found.line - 1 : found.line] = found.remedy.partition("\n")[2].split("\n")
    return "\n".join(rows)


MENDED: list[tuple[str, str, str, str, str]] = [
    # Days
    (TASK, "due: 2026-03-31 ", "due: 2026/3/31 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026.3.31 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026年3月31日 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026年3月31日前 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 二〇二六年三月三十一日 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 20260331 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026-3-31 ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: ２０２６－０３－３１ ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026-03-3１ ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: “2026-03-31” ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026-03-31， ", "LX105", "due: 2026-03-31 "),
    (TASK, "due: 2026-03-31 ", "due: 2026-03-31 00:00:00 ", "LX105", "due: 2026-03-31 "),
    # Minutes
    (MEETING, "T09:00             # 开始", " 09:00             # 开始", "LX106", "starts: 2026-04-16T09:00 "),
    (
        MEETING,
        "2026-04-16T09:00             # 开",
        "2026年4月16日上午9:00             # 开",
        "LX106",
        "T09:00 ",
    ),
    (MEETING, "2026-04-16T09:00             # 开", "2026-04-16 上午9时 # 开", "LX106", "2026-04-16T09:00 "),
    (MEETING, "ends: 2026-04-16T11:30 ", "ends: 2026年4月16日11点半 ", "LX106", "ends: 2026-04-16T11:30 "),
    # Yes and no, numbers
    (ISSUE, "key: true", "key: 是", "LX104", "key: true"),
    (ISSUE, "key: true", "key: “是”", "LX104", "key: true"),
    (ISSUE, "key: true", "key: yes", "LX104", "key: true"),
    (ISSUE, "key: true", "key: 否", "LX104", "key: false"),
    (ISSUE, "key: true", 'key: "true"', "LX104", "key: true"),
    (RESOLUTION, "item: 2", 'item: "2"', "LX104", "item: 2"),
    (RESOLUTION, "item: 2", "item: 第2项", "LX104", "item: 2"),
    (RESOLUTION, "item: 2", "item: 二", "LX104", "item: 2"),
    (RESOLUTION, "item: 2", "item: ２", "LX104", "item: 2"),
    (RESOLUTION, "item: 2", "item: “2”", "LX104", "item: 2"),
    (COUNTED, "workdays: 30", "workdays: 30个工作日", "LX104", "workdays: 30"),
    # Text that YAML takes for something else, as it stands
    (ISSUE, "industry: 新能源", "industry: 2026", "LX104", 'industry: "2026"'),
    (ISSUE, "industry: 新能源", "industry: 0123", "LX104", 'industry: "0123"'),
    (ISSUE, "industry: 新能源", "industry: 1e5", "LX104", 'industry: "1e5"'),
    (ISSUE, "industry: 新能源", "industry: true", "LX104", 'industry: "true"'),
    (ISSUE, "industry: 新能源", "industry: [急] 新能源", "LX020", 'industry: "[急] 新能源"'),
    (ISSUE, "industry: 新能源", "industry: *新能源", "LX019", 'industry: "*新能源"'),
    (ISSUE, "industry: 新能源", "industry: %新能源", "LX020", 'industry: "%新能源"'),
    (ISSUE, "industry: 新能源", "industry: @新能源", "LX020", 'industry: "@新能源"'),
    (ISSUE, "industry: 新能源", "industry: `新能源", "LX020", 'industry: "`新能源"'),
    (ISSUE, "industry: 新能源", "industry: &新能源", "LX019", 'industry: "&新能源"'),
    (ISSUE, "industry: 新能源", "industry: !新能源", "LX019", 'industry: "!新能源"'),
    (ISSUE, "industry: 新能源", "industry: >新能源", "LX020", 'industry: ">新能源"'),
    (ISSUE, "industry: 新能源", "industry: {锂电}新能源", "LX020", 'industry: "{锂电}新能源"'),
    (ISSUE, "industry: 新能源", 'industry: "锂电"新能源', "LX020", "industry: '\"锂电\"新能源'"),
    # Names, ids and words that are right but for their form
    (TASK, "lead: 市金融局 ", "lead: “市金融局” ", "LX203", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead: 市 金融局 ", "LX203", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead: 市金融局， ", "LX203", "lead: 市金融局 "),
    (TASK, "  - 市工业和信息化局", "  - 梅州市工业和信息化局", "LX203", "  - 市工业和信息化局"),
    (TASK, "resolution: R-2025-004 ", "resolution: Ｒ－2025－004 ", "LX201", "resolution: R-2025-004 "),
    (TASK, "resolution: R-2025-004 ", "resolution: “R-2025-004” ", "LX201", "resolution: R-2025-004 "),
    (TASK, "resolution: R-2025-004 ", "resolution: r2025-4 ", "LX201", "resolution: R-2025-004 "),
    (TASK, "    post: 联络员 ", "    post: “联络员” ", "LX208", "    post: 联络员 "),
    (MEETING, "mode: 现场+视频 ", "mode: 现场＋视频 ", "LX107", "mode: 现场+视频 "),
    (MEETING, "mode: 现场+视频 ", "mode: 现场 + 视频 ", "LX107", "mode: 现场+视频 "),
    (ISSUE, "category: 用能", "category: “用能”", "LX114", "category: 用能"),
    (ISSUE, "county: 蕉岭县 ", "county: 「蕉岭县」 ", "LX212", "county: 蕉岭县 "),
    (COUNTED, "after: 印发", "after: “印发”", "LX111", "after: 印发"),
    # Keys
    (TASK, "lead: 市金融局 ", "牵头单位: 市金融局 ", "LX101", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "Lead: 市金融局 ", "LX101", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "“lead”: 市金融局 ", "LX101", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "ｌｅａｄ: 市金融局 ", "LX101", "lead: 市金融局 "),
    (ISSUE, "collected_on: ", "collected-on: ", "LX101", "collected_on: "),
    # Colons, dashes, spaces
    (TASK, "lead: 市金融局 ", "lead：市金融局 ", "LX003", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead:市金融局 ", "LX004", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead；市金融局 ", "LX027", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead= 市金融局 ", "LX027", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead 市金融局 ", "LX001", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead市金融局 ", "LX001", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead:\u3000市金融局 ", "LX002", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead:\xa0市金融局 ", "LX002", "lead: 市金融局 "),
    (TASK, "lead: 市金融局 ", "lead:\t市金融局 ", "LX002", "lead: 市金融局 "),
    (TASK, "  - 市工业和信息化局", "  -市工业和信息化局", "LX004", "  - 市工业和信息化局"),
    (TASK, "  - 市工业和信息化局", "  － 市工业和信息化局", "LX028", "  - 市工业和信息化局"),
    (TASK, "  - 市工业和信息化局", "  • 市工业和信息化局", "LX028", "  - 市工业和信息化局"),
    (TASK, "    by: 市金融局 ", "\tby: 市金融局 ", "LX002", "    by: 市金融局 "),
    (TASK, "    by: 市金融局 ", "     by: 市金融局 ", "LX029", "    by: 市金融局 "),
    (TASK, "    by: 市金融局 ", "  by: 市金融局 ", "LX029", "    by: 市金融局 "),
    (ISSUE, "county: 蕉岭县 ", "\u3000county: 蕉岭县 ", "LX002", "county: 蕉岭县 "),
    (TASK, "\nresult: |", "\n  result: |", "LX029", "\nresult: |"),
    (TASK, "\nmeasure: |", "\nmeasure|", "LX001", "\nmeasure: |"),
    # Lists and entries on one line
    (TASK, "lead: 市金融局 ", "lead: 市金融局、市工商联 ", "LX204", "\n  - 市金融局\n  - 市工商联\n"),
    (TASK, "  - 市工商联", "  - 市工商联，市商务局", "LX204", "  - 市工商联\n  - 市商务局\n"),
    (ISSUE, "industry: 新能源", "industry: >50%", "LX020", 'industry: ">50%"'),
    (
        TASK,
        "reports:",
        "upward:\n  - {to: 省厅, by: 市委金融办, sent_on: 2026-06-01, reply: 同意,请抓紧}\nreports:",
        "LX022",
        "    reply: |\n      同意,请抓紧\n",
    ),
    (
        COUNTED,
        "due:\n  workdays: 30\n  after: 印发",
        "due: {workdays: 30，after: 印发}",
        "LX031",
        "{workdays: 30, after",
    ),
]
SUPPORT = "support:                             # 配合单位\n  - 市工业和信息化局\n  - 市工商联\n"
LISTS = [
    "市工业和信息化局、市工商联",
    "市工业和信息化局，市工商联",
    "[市工业和信息化局，市工商联]",
    "【市工业和信息化局, 市工商联】",
    "（市工业和信息化局，市工商联）",
    "［市工业和信息化局，市工商联］",
    "市工业和信息化局",
]


def assert_mended(path: str, text: str, code: str, expected: str) -> None:
    found = found_after(path, text)
    assert [each.code for each in found] == [code], [(each.code, each.line, each.message) for each in found]
    assert found[0].mend is not None
    after = mended(text, found[0].mend)
    assert expected in after.replace("\r\n", "\n")
    assert found_after(path, after) == []


@pytest.mark.parametrize(("path", "old", "new", "code", "expected"), MENDED)
def test_a_mending_makes_the_record_right(path: str, old: str, new: str, code: str, expected: str) -> None:
    assert old in SAMPLE[path]
    assert_mended(path, SAMPLE[path].replace(old, new, 1), code, expected)


@pytest.mark.parametrize("written", LISTS)
def test_names_on_one_line_become_a_list(written: str) -> None:
    text = re.sub(
        r"^support:.*\n(?:  - .*\n)+", f"support: {written}   # 配合单位\n", SAMPLE[TASK], flags=re.MULTILINE
    )
    code = "LX104" if written == "市工业和信息化局" else "LX204"
    assert_mended(TASK, text, code, "市工业和信息化局")


@pytest.mark.parametrize("new", ["lead：市金融局 ", "lead: 市金融局、市工商联 ", "lead: “市金融局” "])
def test_files_with_windows_line_ends_are_mended_too(new: str) -> None:
    text = SAMPLE[TASK].replace("lead: 市金融局 ", new, 1).replace("\n", "\r\n")
    (found,) = found_after(TASK, text)
    assert found.mend is not None
    after = mended(text, found.mend)
    assert after.count("\r\n") == after.count("\n")
    assert found_after(TASK, after) == []


def test_a_byte_order_mark_is_mended_away() -> None:
    (found,) = found_after(TASK, "\ufeff" + SAMPLE[TASK])
    assert (found.code, found.line, found.column, found.mend) == ("LX005", 1, 1, Mend(1, 0, "\ufeff", ""))


PERSON: list[tuple[str, str, str, str]] = [
    (TASK, "due: 2026-03-31 ", "due: 年底前 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 2026-06-31 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 3月31日 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 2026-03-3 ", "LX105"),
    (EXTENDED, "requested_on: 2026-03-20", "requested_on: 2026年3月20日前", "LX105"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-16 ", "LX106"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-16 晚上12:00 ", "LX106"),
    (RESOLUTION, "item: 2", "item: 第2项和第3项", "LX104"),
    (COUNTED, "workdays: 30", "workdays: 1个月", "LX104"),
    (ISSUE, "industry: 新能源", "industry: 新能源 #2号", "LX021"),
    (ISSUE, "industry: 新能源", 'industry: "新能源', "LX020"),
    (ISSUE, "industry: 新能源", "industry: [新能源", "LX020"),
    (ISSUE, "industry: 新能源", 'industry: 新能源"', "LX020"),
    (ISSUE, "industry: 新能源", "industry: |新能源", "LX020"),
    (TASK, "lead: 市金融局 ", "lead: 市金局 ", "LX203"),
    (TASK, "lead: 市金融局 ", "lead: [急] 市金融局 ", "LX020"),
    (TASK, "lead: 市金融局 ", "lead: 市金融局、市商会 ", "LX204"),
    (TASK, "leader: ", "leadar: ", "LX101"),
]


@pytest.mark.parametrize(("path", "old", "new", "code"), PERSON)
def test_what_may_mean_two_things_is_left_to_a_person(path: str, old: str, new: str, code: str) -> None:
    assert old in SAMPLE[path]
    found = found_after(path, SAMPLE[path].replace(old, new, 1))
    assert [(each.code, each.mend) for each in found] == [(code, None)]
    assert found[0].person


# --- thousands of slips, of which a part is taken ------------------------------------------

KEY = re.compile(
    r"(?P<head>(?P<indent> *)(?P<dash>- )?)(?P<key>[a-z_0-9]+):"
    r"(?: (?P<value>[^#\s](?:[^#]*[^#\s])?))?(?P<rest>\s*(?:#.*)?)"
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
Slip = tuple[str, str, int, int]
"""What was done, the text it made, the line and the column (0 where any will do)."""


def key_lines(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that hold a key, with their index; what stands in a block text is left out."""
    block = -1
    for index, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip())
        if block >= 0 and (indent > block or not line.strip()):
            continue
        block = -1
        found = KEY.fullmatch(line)
        if found:
            yield index, found
            if found["value"] == "|":
                block = indent


def slips(text: str) -> Iterator[Slip]:
    rows = text.split("\n")
    for index, found in key_lines(text):
        for name, line, column in (*signs(found), *levels(found), *values(found)):
            yield name, "\n".join([*rows[:index], line, *rows[index + 1 :]]), index + 1, column


def signs(found: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    head, key, value, rest = found["head"], found["key"], found["value"] or "", found["rest"]
    colon = len(head) + len(key) + 1
    for sign in ("：", "； ", "，", "。", "= "):
        yield f"colon {sign}", f"{head}{key}{sign}{value}{rest}", colon
    if value:
        yield "no space", f"{head}{key}:{value}{rest}", colon
        for sign in ("\t", "\u3000", "\xa0"):
            yield f"space {sign!r}", f"{head}{key}:{sign}{value}{rest}", colon + 1
        yield "no colon", f"{head}{key} {value}{rest}", len(head) + 1
        yield "nothing", f"{head}{key}{value}{rest}", len(head) + 1
    if found["dash"]:
        for dash in ("-", "— ", "－", "• ", "* ", "-- ", "-\t"):
            yield (
                f"dash {dash!r}",
                f"{found['indent']}{dash}{found[0][len(head) :]}",
                len(found["indent"]) + 1,
            )


def levels(found: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    line = found[0]
    for more in (1, 2):
        yield f"deeper {more}", " " * more + line, 0
        if len(found["indent"]) >= more:
            yield f"shallower {more}", line[more:], 0
    if found["indent"]:
        yield "tab", "\t" + line.lstrip(" "), 1
        yield "wide", "\u3000" + line.lstrip(" "), 1


def values(found: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    head, key, value, rest = found["head"], found["key"], found["value"] or "", found["rest"]
    at = len(head) + len(key) + 3
    yield "key", f"{head}{key[:-1]}q{key[-1]}:{found[0][len(head) + len(key) + 1 :]}", len(head) + 1
    if not value or value[0] in '|["':
        return
    for mark in ("[急] ", "%", "*", "@", "&", "!", "`", "{甲}", '"', "'", "- "):
        yield f"mark {mark}", f"{head}{key}: {mark}{value}{rest}", at
    yield "quote", f'{head}{key}: {value}"{rest}', 0
    yield "comment", f"{head}{key}: {value} #2{rest}", at + len(value) + 1
    yield "colons", f"{head}{key}: {value}: 甲{rest}", at
    if DAY.fullmatch(value):
        year, month, day = value.split("-")
        for written in (
            f"{year}/{month}/{day}",
            f"{year}年{int(month)}月{int(day)}日",
            value.translate(WIDE),
        ):
            yield "day", f"{head}{key}: {written}{rest}", at
        yield "no day", f"{head}{key}: {year}-02-30{rest}", at


RICH = (TASK, STAGED, COUNTED, ISSUE, MERGED, MEETING, RESOLUTION, "calendar/2026.yaml", "mechanism.yaml")
THINNED = 53
LONG = {MEETING: 307, "mechanism.yaml": 401}


def chosen() -> Iterator[tuple[str, Slip]]:
    for path in RICH:
        for slip in list(slips(SAMPLE[path]))[:: LONG.get(path, THINNED)]:
            yield path, slip


CHOSEN = list(chosen())


@pytest.mark.parametrize(
    ("path", "slip"), CHOSEN, ids=[f"{s[0]}-{p.rsplit('/', 1)[-1]}-{s[2]}" for p, s in CHOSEN]
)
def test_one_slip_is_told_once_at_its_place_and_can_be_pasted_right(path: str, slip: Slip) -> None:
    _, text, line, column = slip
    found = found_after(path, text)
    assert [(each.path, each.line) for each in found] == [(path, line)], [
        (each.code, each.line, each.column, each.message) for each in found
    ]
    assert not column or found[0].column == column, (found[0].column, found[0].message)
    if found[0].mend:
        assert found_after(path, mended(text, found[0].mend)) == []
    if "\n" in found[0].remedy and found[0].code not in STAYS:
        left = [(each.code, each.line) for each in found_after(path, pasted(text, found[0]))]
        assert (found[0].code, line) not in left


STAYS = {"LX101"}
"""Where the shown key is a guess, it may stand there already."""


def test_there_are_slips_of_many_kinds() -> None:
    assert len(CHOSEN) > 80
    assert len(Counter(slip[0] for _, slip in CHOSEN)) > 25


def test_a_record_typed_with_full_width_signs_is_mended_step_by_step() -> None:
    text = "\ufeff" + SAMPLE[COUNTED].replace(": ", "：").replace("  - ", "  － ")
    for _ in range(100):
        mends = [each.mend for each in found_after(COUNTED, text) if each.mend]
        if not mends:
            break
        text = mended(text, mends[0])
    assert found_after(COUNTED, text) == []
    assert read(text.encode()).data == read(SAMPLE[COUNTED].encode()).data

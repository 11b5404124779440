"""One slip of the hand in the real sample gives exactly one finding, at its line, with a way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from conftest import SAMPLE_DAY
from lianxi.book import load
from lianxi.check import check
from lianxi.finding import ERROR, Finding
from lianxi.source import read
from lianxi.tree import TextTree

ROOT = Path(__file__).parent.parent / "records"
SAMPLE = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.rglob("*.yaml")
}
TASK = "tasks/2025/T-2025-006.yaml"
STAGED = "tasks/2025/T-2025-003.yaml"
ISSUE = "issues/2026/I-2026-010.yaml"
MERGED = "issues/2026/I-2026-001.yaml"
MEETING = "meetings/2026/M-2026-03.yaml"
SPECIAL = "meetings/2026/M-2026-04.yaml"
SEALED = "a591477350ee0f44992b15a0ab044e1b8159f63c16862312bf02de8f80c57800"
RESOLUTION = "resolutions/2026/R-2026-004.yaml"
CALENDAR = "calendar/2026.yaml"
MECHANISM = "mechanism.yaml"
RICH = (TASK, STAGED, ISSUE, MERGED, MEETING, SPECIAL, RESOLUTION, CALENDAR, MECHANISM)

KEY = re.compile(
    r"(?P<indent> *)(?P<dash>- )?(?P<key>[a-z_0-9]+):"
    r"(?: (?P<value>[^#\s](?:[^#]*[^#\s])?))?(?P<rest>\s*(?:#.*)?)"
)
ITEM = re.compile(r"(?P<indent> *)- (?P<value>[^#\s:]+)(?P<rest>\s*(?:#.*)?)")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
ID = re.compile(r"([IMRT])-([0-9]{4})-([0-9]+)")
LISTED = {"outcome", "disclosure", "mode", "form", "view", "as", "level", "colour", "do", "consent", "type"}
FREE = {"place", "places", "sites", "to", "distribute", "cc", "name", "modes"}
"""Keys under which a unit's name is only a text."""
UNITS = set(re.findall(r"^  - name: (\S+)\n    full:", SAMPLE[MECHANISM], re.MULTILINE))

Slip = tuple[str, str, str, int]
"""The file, its corrupted text, the code that is expected and the line."""


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianxi.book.read", _read)


_read = cache(read)


def found_after(path: str, text: str) -> list[Finding]:
    """What is told of the corrupted sample and not of the sample."""
    found = check(load(TextTree({**SAMPLE, path: text})), SAMPLE_DAY)
    return [each for each in found if told(each) not in told_of_the_sample()]


@cache
def told_of_the_sample() -> frozenset[tuple[str, str, str]]:
    return frozenset(told(each) for each in check(load(TextTree(SAMPLE)), SAMPLE_DAY))


def told(found: Finding) -> tuple[str, str, str]:
    return found.code, found.path, found.message


def assert_one(path: str, text: str, code: str, line: int) -> None:
    found = found_after(path, text)
    assert [(each.code, each.path, each.line) for each in found] == [(code, path, line)], [
        (each.code, each.path, each.line, each.message) for each in found
    ]
    assert found[0].message
    assert found[0].remedy
    assert found[0].excerpt == text.split("\n")[line - 1]


# --- slips made line by line ---------------------------------------------------------------


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


def replaced(text: str, index: int, *lines: str) -> str:
    rows = text.split("\n")
    return "\n".join([*rows[:index], *lines, *rows[index + 1 :]])


def column(found: re.Match[str]) -> int:
    return len(found["indent"]) + len(found["dash"] or "")


def with_value(found: re.Match[str], value: str) -> str:
    return f"{found['indent']}{found['dash'] or ''}{found['key']}: {value}{found['rest']}"


def misspelt_keys(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        key = found["key"]
        wrong = found[0].replace(f"{key}:", f"{key[:-1]}q{key[-1]}:", 1)
        yield path, replaced(text, index, wrong), "LX101", index + 1


def impossible_days(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        value = found["value"] or ""
        if DAY.fullmatch(value):
            yield path, replaced(text, index, with_value(found, "2026-02-30")), "LX105", index + 1
            yield path, replaced(text, index, with_value(found, value.replace("-", "/"))), "LX105", index + 1
        if MINUTE.fullmatch(value):
            wrong = with_value(found, value.replace("T", " "))
            yield path, replaced(text, index, wrong), "LX106", index + 1


def unlisted_words(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        key, value = found["key"], found["value"] or ""
        if value.isascii():
            continue
        wrong = replaced(text, index, with_value(found, value[:-1] + "某"))
        if key in LISTED or (path.startswith("meetings/") and key == "kind"):
            yield path, wrong, "LX107", index + 1
        elif key == "category" or (path.startswith("issues/") and key == "kind"):
            yield path, wrong, "LX114", index + 1
        elif key == "area":
            yield path, wrong, "LX211", index + 1
        elif key == "county" and path != MECHANISM:
            yield path, wrong, "LX212", index + 1


def unknown_units(path: str, text: str) -> Iterator[Slip]:
    key = ""
    for index, line in enumerate(text.split("\n")):
        found = KEY.fullmatch(line) or ITEM.fullmatch(line)
        if found is None:
            continue
        key = found.groupdict().get("key") or key
        steady = path != MECHANISM or key in {"successor", "parent", "collectors"}
        if found["value"] in UNITS and key not in FREE and steady:
            wrong = line.replace(found["value"], found["value"][:-1] + "某", 1)
            yield path, replaced(text, index, wrong), "LX203", index + 1


def missing_records(path: str, text: str) -> Iterator[Slip]:
    for index, line in enumerate(text.split("\n")):
        found = KEY.fullmatch(line) or ITEM.fullmatch(line)
        id_ = ID.fullmatch(found["value"] or "") if found else None
        if id_ and not line.startswith("id:"):
            wrong = line.replace(id_[0], f"{id_[1]}-{id_[2]}-999", 1)
            yield path, replaced(text, index, wrong), "LX201", index + 1


def missing_keys(path: str, text: str) -> Iterator[Slip]:
    """Keys that every record, or every entry of its kind, must have."""
    required = {"id", "title", "kind", "category", "raised_by", "collected_by", "collected_on", "disclosure"}
    required |= {
        "mode",
        "number",
        "meeting",
        "item",
        "outcome",
        "year",
        "form",
        "reason",
        "by",
        "full",
        "clause",
    }
    optional = {("issues", "form"), ("meetings", "title"), ("meetings", "outcome"), ("meetings", "reason")}
    optional |= {("mechanism.yaml", key) for key in required - {"full"}} | {("meetings", "form")}
    for index, found in key_lines(text):
        plain = found["value"] not in {None, "|"} and not found["dash"]
        nested_title = found["key"] == "title" and column(found) > 0 and path != CALENDAR
        if not plain or found["key"] not in required or nested_title:
            continue
        if (path.split("/", maxsplit=1)[0], found["key"]) not in optional:
            wrong = replaced(text, index)
            code = "LX701" if found["key"] == "disclosure" else "LX102"
            yield path, wrong, code, first_sibling(wrong, index, column(found))


def first_sibling(text: str, index: int, at: int) -> int:
    """The line at which the mapping is told that a line at ``index`` was taken from.

    It is that of the key it stands under, or of its own first key in a list or at the top.
    """
    keys = [(place, found) for place, found in key_lines(text)]
    above = [(place, found) for place, found in keys if place < index]
    first = next((place for place, found in keys if place >= index), 0)
    for place, found in reversed(above):
        if column(found) < at:
            return place + 1
        if column(found) == at:
            first = place
            if found["dash"]:
                break
    return first + 1


def wide_colons(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        wrong = re.sub(r": ?", "：", found[0], count=1)
        yield path, replaced(text, index, wrong), "LX003", index + 1


def lost_spaces(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        if found["value"]:
            yield path, replaced(text, index, found[0].replace(": ", ":", 1)), "LX004", index + 1


def tabs(path: str, text: str) -> Iterator[Slip]:
    for index, line in enumerate(text.split("\n")):
        bare = line.lstrip(" ")
        if line != bare and not bare.startswith("#"):
            yield path, replaced(text, index, "\t" + bare), "LX002", index + 1


def doubled_lines(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        if found["value"] not in {None, "|"} and not found["dash"]:
            yield path, replaced(text, index, found[0], found[0]), "LX006", index + 2


def emptied_texts(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        if found["key"] in {"id", "title", "measure", "situation", "request", "name", "text"} and (
            found["value"] != "|" and (path, found["key"]) != (RESOLUTION, "text")
        ):
            yield path, replaced(text, index, with_value(found, '""')), "LX109", index + 1


def lost_comments(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        if found["value"] not in {None, "|", "[]", '""'}:
            wrong = with_value(found, f"{found['value']} #2主变")
            yield path, replaced(text, index, wrong), "LX021", index + 1


def bad_starts(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        value = found["value"]
        if value not in {None, "|", "[]", '""'}:
            for mark, code in (("[急] ", "LX020"), ("%", "LX020"), ("*", "LX019"), ('"', "LX020")):
                yield path, replaced(text, index, with_value(found, mark + value)), code, index + 1


def lost_dashes(path: str, text: str) -> Iterator[Slip]:
    """The dash of an entry after the first is gone: its first key is the first that is repeated."""
    last: dict[int, str] = {}
    for index, found in key_lines(text):
        at, key = column(found), found["key"]
        last = {other: name for other, name in last.items() if other <= at}
        if found["dash"] and last.get(at) == key:
            yield path, replaced(text, index, found[0].replace("- ", "  ", 1)), "LX006", index + 1
        if found["dash"]:
            last[at] = key


def doubled_entries(path: str, text: str) -> Iterator[Slip]:
    """The first line of an entry stands twice."""
    for index, found in key_lines(text):
        if (
            path != MECHANISM
            and found["dash"]
            and found["key"]
            in {
                "date",
                "was",
                "person",
                "requested_on",
                "reported_on",
                "sent_on",
            }
        ):
            yield path, replaced(text, index, found[0], found[0]), "LX102", index + 1


def continued_lines(path: str, text: str) -> Iterator[Slip]:
    for index, found in key_lines(text):
        value = found["value"]
        if value and value[0] not in '|["' and not found["rest"].strip():
            more = " " * (column(found) + 2) + "续写"
            yield path, replaced(text, index, found[0], more), "LX023", index + 2


EVERY = (misspelt_keys, impossible_days, unlisted_words, unknown_units, missing_records, missing_keys)
SOME = (wide_colons, lost_spaces, tabs, doubled_lines, emptied_texts, lost_comments, bad_starts)
JOINED = (lost_dashes, doubled_entries, continued_lines)
THINNED = {MECHANISM: 11, MEETING: 5, SPECIAL: 5, TASK: 2, ISSUE: 2}
"""Of the longest records only every so manieth line is taken, so that the test stays short."""


def slips() -> Iterator[tuple[str, Slip]]:
    for path in RICH:
        step = THINNED.get(path, 1)
        for make in (*EVERY, *SOME, *JOINED):
            made: list[Slip] = list(make(path, SAMPLE[path]))
            few = step if make not in SOME else 2 * step + 3
            for slip in made[::few] if path in THINNED or make in SOME else made:
                yield f"{make.__name__}-{path.rsplit('/', 1)[-1]}-{slip[3]}", slip


SLIPS = list(slips())


@pytest.mark.parametrize(
    ("path", "text", "code", "line"), [s for _, s in SLIPS], ids=[name for name, _ in SLIPS]
)
def test_a_slip_in_one_line(path: str, text: str, code: str, line: int) -> None:
    assert_one(path, text, code, line)


def test_there_are_many_slips_of_each_kind() -> None:
    for make in (*EVERY, *SOME, *JOINED):
        assert sum(name.startswith(make.__name__) for name, _ in SLIPS) >= 2, make.__name__


# --- slips told one by one -----------------------------------------------------------------

TABLE: list[tuple[str, str, str, str]] = [
    # Not YAML.
    (TASK, "lead: 市金融局 ", "lead 市金融局 ", "LX001"),
    (ISSUE, "  done: 市级", "  done 市级", "LX001"),
    (ISSUE, "county: 蕉岭县 ", " county: 蕉岭县 ", "LX029"),
    (ISSUE, "enterprise: 示例企业H", "enterprise: 名称: 示例企业H", "LX001"),
    (TASK, "    by: 市金融局 ", "     by: 市金融局 ", "LX029"),
    (TASK, "owner: 局长", "owner: - 局长", "LX001"),
    # LX004: a list's dash
    (TASK, "  - 市工业和信息化局", "  -市工业和信息化局", "LX004"),
    # The id, and a second document.
    (TASK, "id: T-2025-006", "id: T-2025-016", "LX014"),
    (CALENDAR, "year: 2026", "year: 2027", "LX014"),
    (TASK, "leader: 分管副市长", "---", "LX018"),
    (ISSUE, "area: 项目引进", "---", "LX018"),
    # LX019 and LX020
    (ISSUE, "request: |", "request: &缺口 |", "LX019"),
    (ISSUE, "  request: 指导", "  <<: 指导", "LX019"),
    (ISSUE, "industry: 新能源", "industry: !重点 新能源", "LX019"),
    (ISSUE, "industry: 新能源", "industry: @新能源", "LX020"),
    (ISSUE, "industry: 新能源", "industry: `新能源", "LX020"),
    (ISSUE, "industry: 新能源", "industry: |新能源", "LX020"),
    (ISSUE, "industry: 新能源", "industry: {新能源", "LX020"),
    (ISSUE, "industry: 新能源", "industry: '新能源", "LX020"),
    (TASK, "lead: 市金融局 ", "lead: [市金融局 ", "LX020"),
    # LX022
    (
        TASK,
        "  - date: 2026-04-15 ",
        "  - {date: 2026-04-15, text: 愿意承接,待会议明确}\n  - date: 2026-04-15 ",
        "LX022",
    ),
    # LX101: what the label says, and what is no text
    (TASK, "lead: 市金融局 ", "牵头单位: 市金融局 ", "LX101"),
    (TASK, "leader: 分管副市长", "1: 分管副市长", "LX101"),
    (ISSUE, "industry: 新能源", "备注: 新能源", "LX101"),
    (ISSUE, "industry: 新能源", "备注:", "LX101"),
    # LX103
    (TASK, "title: 岁末年初政银企融资对接（示例） ", "title: ", "LX103"),
    (TASK, "lead: 市金融局 ", "lead: ", "LX103"),
    (TASK, "  - 市工商联", "  -", "LX103"),
    (ISSUE, "collected_on: 2026-06-15", "collected_on: ", "LX103"),
    # LX104
    (ISSUE, "key: true", "key: 是", "LX104"),
    (ISSUE, "key: true", 'key: "true"', "LX104"),
    (RESOLUTION, "item: 2", "item: 第2项", "LX104"),
    (RESOLUTION, "item: 2", 'item: "2"', "LX104"),
    (ISSUE, "industry: 新能源", "industry: 2026", "LX104"),
    (ISSUE, "industry: 新能源", "industry: [新能源]", "LX104"),
    (ISSUE, "industry: 新能源", "industry: true", "LX104"),
    (MEETING, "recorder: 市工业和信息化局 ", "recorder: [市工业和信息化局] ", "LX104"),
    # Days.
    (TASK, "due: 2026-03-31 ", "due: 年底前 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 3月底前 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 2026年3月31日 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 2026-13-31 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 20260331 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 20个工作日内 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 长期 ", "LX105"),
    (TASK, "due: 2026-03-31 ", "due: 2026-3-31 ", "LX105"),
    (CALENDAR, "  - 2026-02-14", "  - 2026-02-31", "LX105"),
    # LX106
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-16 ", "LX106"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-16T9:00 ", "LX106"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026年4月16日上午9:00 ", "LX106"),
    (MEETING, "starts: 2026-04-16T09:00 ", "starts: 2026-04-16T25:00 ", "LX106"),
    # LX108
    (MEETING, "number: 2 ", "number: 0 ", "LX108"),
    (MEETING, "  issue_no: 3 ", "  issue_no: -1 ", "LX108"),
    (MECHANISM, "    max_count: 2 ", "    max_count: -2 ", "LX108"),
    (TASK, "  - no: 1 ", "  - no: 0 ", "LX108"),
    # LX110, LX111: a counted deadline
    ("tasks/2025/T-2025-001.yaml", "  workdays: 30", "  workdays: 30\n  days: 30", "LX110"),
    ("tasks/2025/T-2025-008.yaml", "  months: 1\n", "", "LX110"),
    ("tasks/2025/T-2025-001.yaml", "  after: 印发", "  after: 印发后", "LX111"),
    ("tasks/2025/T-2025-008.yaml", "  after: 印发", "  after: 会后", "LX111"),
    # Nobody named, a digest that is none.
    (SPECIAL, "  signed_by:\n    unit: 规划与产业政策处\n", "  signed_by:\n", "LX112"),
    (SPECIAL, f"sha256: {SEALED}", "sha256: 待填", "LX113"),
    (SPECIAL, f"sha256: {SEALED}", f"sha256: {'A' * 64}", "LX113"),
    # LX120 … LX129: rules of one record
    (TASK, "resolution: R-2025-004 ", "issue: I-2026-010\nresolution: R-2025-004 ", "LX120"),
    (STAGED, "resolution: R-2025-001\n", "", "LX120"),
    (STAGED, "milestones:", "due: 2026-08-14\nmilestones:", "LX121"),
    (MERGED, "  into: I-2025-006\n", "", "LX123"),
    (ISSUE, "  - unit: 市发展改革局 ", "  - division: 规划与产业政策处\n    unit: 市发展改革局 ", "LX124"),
    ("tasks/2025/T-2025-002.yaml", "    approved_on: 2026-03-24\n", "", "LX125"),
    (
        "tasks/2025/T-2025-002.yaml",
        "    approved_on: 2026-03-24",
        "    approved_on: 2026-03-24\n    refused_on: 2026-03-25",
        "LX125",
    ),
    ("tasks/2025/T-2025-002.yaml", "  - requested_on: 2026-03-20\n    reason", "  - reason", "LX125"),
    (MEETING, "ends: 2026-04-16T11:30 ", "ends: 2026-04-16T08:30 ", "LX126"),
    (CALENDAR, "    to: 2026-02-23", "    to: 2026-02-03", "LX126"),
    (CALENDAR, "  - 2026-02-14", "  - 2025-02-14", "LX127"),
    (CALENDAR, "  - 2026-09-20", "  - 2027-09-20", "LX127"),
    (TASK, "    new_due: 2026-06-30 ", "    milestone: 建立清单\n    new_due: 2026-06-30 ", "LX128"),
    (TASK, "due: 2026-03-31 ", "due: 长期坚持 ", "LX129"),
    # Names that name nothing, or not here, or not then.
    (TASK, "resolution: R-2025-004 ", "resolution: I-2025-004 ", "LX202"),
    (RESOLUTION, "meeting: M-2026-03", "meeting: R-2026-003", "LX202"),
    (TASK, "    to: 市委金融办 ", "    to: 梅州市发展和改革局 ", "LX203"),
    (TASK, "lead: 市金融局 ", "lead: 市金融局、市工商联 ", "LX204"),
    (TASK, "  - 市工商联", "  - 市工商联，市商务局", "LX204"),
    (ISSUE, "raised_by: 蕉岭县政府", "raised_by: 蕉岭县政府、大埔县政府", "LX204"),
    (TASK, "    by: 市委金融办\n    text", "    by: 市金融局\n    text", "LX206"),
    (ISSUE, "plan_by: 市发展改革局", "plan_by: 市金融局", "LX206"),
    (TASK, "    by: 市金融局 ", "    by: 市委金融办 ", "LX207"),
    (TASK, "    post: 联络员 ", "    post: 联系员 ", "LX208"),
    (ISSUE, "    post: 召集人 ", "    post: 召集者 ", "LX208"),
    (TASK, "    unit: 市工业和信息化局           # 所在单位\n", "", "LX209"),
    (TASK, "    unit: 市工业和信息化局           # 所在单位", "    unit: 市财政局", "LX210"),
    (ISSUE, "    unit: 市政府 ", "    unit: 市财政局 ", "LX210"),
    (MECHANISM, "由谁审定\n        post: 召集人", "由谁审定\n        post: 召集者", "LX208"),
    (MECHANISM, "      material_lead: ", "      material_led: ", "LX101"),
    (RESOLUTION, "item: 2", "item: 22", "LX213"),
    (MEETING, "number: 2 ", "number: 1 ", "LX221"),
    (MEETING, "  issue_no: 3 ", "  issue_no: 1 ", "LX222"),
    (RESOLUTION, "outcome: 议定", "supersedes: R-2026-004\noutcome: 议定", "LX225"),
    (MERGED, "  into: I-2025-006", "  into: I-2026-001", "LX225"),
    (
        TASK,
        "  - date: 2026-04-16                 # 变更日期\n    from: 市金融局 ",
        "  - date: 2026-04-16\n    from: 市财政局 ",
        "LX228",
    ),
]


def first_difference(was: str, now: str) -> int:
    pairs = zip(was.split("\n"), now.split("\n"), strict=False)
    return next(index for index, (old, new) in enumerate(pairs, 1) if old != new)


def cases() -> Iterator[tuple[str, str, str, int]]:
    for path, old, new, code in TABLE:
        assert old in SAMPLE[path], (path, old)
        text = SAMPLE[path].replace(old, new, 1)
        yield path, text, code, first_difference(SAMPLE[path], text)


@pytest.mark.parametrize(("path", "text", "code", "line"), list(cases()))
def test_a_slip_from_the_table(path: str, text: str, code: str, line: int) -> None:
    found = found_after(path, text)
    assert [(each.code, each.path) for each in found] == [(code, path)], [
        (each.code, each.path, each.line, each.message) for each in found
    ]
    assert abs(found[0].line - line) <= 3, (found[0].line, line, found[0].message)
    assert found[0].message
    assert found[0].remedy


def test_the_sample_is_clean() -> None:
    assert [each for each in check(load(TextTree(SAMPLE)), SAMPLE_DAY) if each.severity == ERROR] == []


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("年底前", "due: 2025-12-31\ndue_text: 年底前"),
        ("2026年6月底前", "due: 2026-06-30\ndue_text: 6月底前"),
        ("2月底前", "due: 2025-02-28\ndue_text: 2月底前"),
        ("2026年一季度", "due: 2026-03-31\ndue_text: 一季度"),
        ("2026/3/5", "due: 2026-03-05"),
        ("2026年3月5日前", "due: 2026-03-05"),
        ("2026-06-31", "due: 2026-06-30"),
        ("2026年底前", "due: 2026-12-31\ndue_text: 年底前"),
        ("2026年上半年", "due: 2026-06-30\ndue_text: 上半年"),
        ("2026-12", "due: 2026-12-31\ndue_text: 12月底前"),
        ("2026-11", "due: 2026-11-30\ndue_text: 11月底前"),
        ("202611", "due: 2026-11-30\ndue_text: 11月底前"),
        ("2026年12月", "due: 2026-12-31\ndue_text: 12月底前"),
        ("2026/6", "due: 2026-06-30\ndue_text: 6月底前"),
        ("2026年6月", "due: 2026-06-30\ndue_text: 6月底前"),
        ("2026-13", "due: 2026-12-31"),
        ("纪要印发后20个工作日内", "due:\n  workdays: 20\n  after: 印发"),
        ("印发后20个工作日内", "due:\n  workdays: 20\n  after: 印发"),
        ("20 个工作日", "due:\n  workdays: 20\n  after: 印发"),
        ("第三次会议召开后10日内", "due:\n  days: 10\n  after: 召开"),
        ("会后两周内", "due:\n  days: 14\n  after: 召开"),
        ("交办后一个月内", "due:\n  months: 1\n  after: 交办"),
        ("一个月内", "due:\n  months: 1\n  after: 印发"),
        ("印发之日起十五个工作日内", "due:\n  workdays: 15\n  after: 印发"),
        ("20个工作日内", "due:\n  workdays: 20\n  after: 印发"),
        ("3个月内", "due:\n  months: 3\n  after: 印发"),
        ("30日内", "due:\n  days: 30\n  after: 印发"),
        ("持续推进", "due: 长期坚持\nreport_every:\n  months: 3"),
    ],
)
def test_a_deadline_as_it_is_said_is_turned_into_lines_to_paste(said: str, remedy: str) -> None:
    text = SAMPLE[TASK].replace("due: 2026-03-31 ", f"due: {said} ", 1)
    found = found_after(TASK, text)
    assert [each.code for each in found] == ["LX105"]
    assert found[0].remedy.endswith(remedy)


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("二", "\nitem: 2"),
        ("第2项", "\nitem: 2"),
        ("第十二项", "\nitem: 12"),
        ("[2]", "\nitem: 2"),
        ("2.5", "（换成实际的数字）：\nitem: 3"),
        ("待定", "（换成实际的数字）：\nitem: 3"),
        ("true", "（换成实际的数字）：\nitem: 3"),
    ],
)
def test_a_number_is_read_from_what_was_written_and_never_invented(said: str, remedy: str) -> None:
    found = found_after(RESOLUTION, SAMPLE[RESOLUTION].replace("item: 2", f"item: {said}", 1))
    assert [each.code for each in found] == ["LX104"]
    assert found[0].remedy.endswith(remedy)


@pytest.mark.parametrize(
    "said", ["R-2025-4", "R-2025-04", "r-2025-004", "R2025-004", "Ｒ—2025—004", "R-2025-0004"]
)
def test_an_id_that_is_only_written_otherwise_is_known_again(said: str) -> None:
    found = found_after(TASK, SAMPLE[TASK].replace("resolution: R-2025-004 ", f"resolution: {said} ", 1))
    assert [each.code for each in found] == ["LX201"]
    assert found[0].remedy.endswith("\nresolution: R-2025-004")


@pytest.mark.parametrize("said", ["I-2025-6", "i2025-006", "Ⅰ-2025-006", "l-2025-006"])
def test_the_letter_of_an_issue_is_known_by_its_look(said: str) -> None:
    found = found_after(MERGED, SAMPLE[MERGED].replace("  into: I-2025-006", f"  into: {said}", 1))
    assert [each.code for each in found] == ["LX201"]
    assert found[0].remedy.endswith("\n  into: I-2025-006")


def test_a_group_does_not_lead() -> None:
    found = found_after(TASK, SAMPLE[TASK].replace("lead: 市金融局 ", "lead: 各县（市、区）政府 ", 1))
    assert [each.code for each in found] == ["LX203"]
    assert "统称" in found[0].message
    assert "units 里加上" not in found[0].remedy


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("name: 市财政局", "name: 市财局", "LX203"),
        ("name: 项目引进", "name: 项目引入", "LX211"),
        ("county: 兴宁市", "county: 兴宁", "LX212"),
        ("- post: 联络员", "- post: 联系员", "LX208"),
    ],
)
def test_a_name_changed_where_it_is_defined_is_told_once(old: str, new: str, code: str) -> None:
    text = SAMPLE[MECHANISM]
    assert old in text
    found = [each for each in found_after(MECHANISM, text.replace(old, new)) if each.code == code]
    assert len(found) == 1
    assert re.search("共[0-9]+处", found[0].message)
    assert "mechanism.yaml 里改了" in found[0].remedy


@pytest.mark.parametrize(
    ("path", "line", "remedy"),
    [
        (TASK, "reports:", "reports: ，"),
        (TASK, "completions:", "completions: ，"),
        (MEETING, "postponements:", "postponements: ，"),
        (MEETING, "    proposed:", "proposed: ，"),
    ],
)
def test_the_children_of_a_lost_heading_are_told_once(path: str, line: str, remedy: str) -> None:
    text = re.sub(rf"^{line}.*\n", "", SAMPLE[path], count=1, flags=re.MULTILINE)
    found = found_after(path, text)
    assert [each.code for each in found] == ["LX101"]
    assert remedy in found[0].remedy


@pytest.mark.parametrize("line", ["  follow_up:", "  escalation:", "  content:", "  extension:"])
def test_a_lost_heading_in_the_mechanism_is_told_once(line: str) -> None:
    text = re.sub(rf"^{line}.*\n", "", SAMPLE[MECHANISM], count=1, flags=re.MULTILINE)
    assert text != SAMPLE[MECHANISM]
    assert len(found_after(MECHANISM, text)) == 1


def test_two_misspelt_keys_are_told_each() -> None:
    text = SAMPLE[TASK].replace("lead: 市", "leed: 市", 1).replace("support:", "suport:", 1)
    found = found_after(TASK, text)
    assert [each.code for each in found] == ["LX101", "LX101"]
    assert ["lead" in found[0].remedy, "support" in found[1].remedy] == [True, True]


def test_a_remedy_does_not_quote_the_comment() -> None:
    text = SAMPLE[ISSUE].replace("industry: 新能源", "industry: @新能源", 1)
    assert found_after(ISSUE, text)[0].remedy.endswith('：\nindustry: "@新能源"')

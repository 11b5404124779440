"""The rules on tasks: one slip in the real sample gives one new finding, at its line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from beside import FILES, found_in, new_in
from conftest import SAMPLE_DAY, TINY_DAY
from lianxi.book import load
from lianxi.finding import ERROR, Finding
from lianxi.obligations.chasing import above_office
from lianxi.rules import late_extension_request
from lianxi.situation import situation
from lianxi.tree import FolderTree, TextTree

MECHANISM = "mechanism.yaml"
CODES = {*(f"LX{code}" for code in range(340, 360)), *(f"LX{code}" for code in range(420, 440))}


def task(id_: str) -> str:
    return f"tasks/{id_[2:6]}/{id_}.yaml"


def told_in(files: Mapping[str, str], day: date = SAMPLE_DAY) -> list[Finding]:
    """What is new, but for the order of days: that is tested apart."""
    return [each for each in new_in(files, day) if not each.code.startswith(("LX40", "LX41"))]


def changed(path: str, *swaps: tuple[str, str], files: Mapping[str, str] = FILES) -> dict[str, str]:
    text = files[path]
    for old, now in swaps:
        assert old in text, (path, old)
        text = text.replace(old, now, 1)
    return {**files, path: text}


def spot(text: str, line: str, value: str) -> tuple[int, int]:
    """Line and column of ``value`` on the first line that holds ``line``, on the last one after ``…``."""
    rows = text.split("\n")
    found = [number for number, row in enumerate(rows) if line.removeprefix("…") in row]
    number = found[-1] if line.startswith("…") else found[0]
    return number + 1, rows[number].index(value) + 1


def assert_one(files: Mapping[str, str], code: str, path: str, place: tuple[int, int]) -> Finding:
    found = told_in(files)
    assert [(each.code, each.path, each.line, each.column) for each in found] == [(code, path, *place)], [
        (each.code, each.path, each.line, each.column, each.message) for each in found
    ]
    assert found[0].message
    assert found[0].remedy
    return found[0]


POST = "      post: 联络员\n      unit: 市工业和信息化局\n"
CONVENER = "      post: 召集人\n      unit: 市政府\n"
OWN_POST = "    post: 副召集人\n    unit: 市政府\n"
LIAISON = "    post: 联络员\n    unit: 市工业和信息化局\n"
THIRD = """  - requested_on: 2026-09-08
    reason: 在线监测尚未联网（示例）
    new_due: 2026-10-10
    approved_by:
      post: 联络员
      unit: 市工业和信息化局
    approved_on: 2026-09-09
reports:
"""
STAGED = """extensions:
  - milestone: 取得用林审核同意书
    requested_on: 2026-09-02
    reason: 补偿标准未谈拢（示例）
    new_due: 2026-10-15
reports:
"""

SLIPS: list[tuple[str, str, tuple[tuple[str, str], ...], str, str]] = [
    # code, task, what is changed, the line, the value on it
    ("LX340", "T-2026-017", (("due: 2026-09-24", "due: 2026-09-15"),), "requested_on", "2026-09-17"),
    (
        "LX340",
        "T-2026-017",
        (("due: 2026-09-24", "due: 2026-09-15"),),
        "requested_on",
        "20",
    ),
    ("LX340", "T-2025-005", (("new_due: 2026-07-31", "new_due: 2026-07-20"),), "2026-07-22", "2026-07-22"),
    (
        "LX340",
        "T-2025-002",
        (
            ("requested_on: 2026-03-20", "requested_on: 2026-04-01"),
            ("approved_on: 2026-03-24", "approved_on: 2026-04-02"),
        ),
        "requested_on",
        "2026-04-01",
    ),
    ("LX340", "T-2026-005", (("reports:\n", STAGED),), "requested_on", "2026-09-02"),
    ("LX341", "T-2025-005", (("reports:\n", THIRD),), "requested_on: 2026-09-08", "requested_on"),
    ("LX342", "T-2025-002", (("unit: 市工业和信息化局", "unit: 规划与产业政策处"),), "规划与", "规划与"),
    ("LX342", "T-2026-011", (("unit: 市工业和信息化局", "unit: 规划与产业政策处"),), "规划与", "规划与"),
    ("LX342", "T-2025-002", ((POST, CONVENER),), "召集人", "召集人"),
    ("LX343", "T-2025-001", (("unit: 市工业和信息化局", "unit: 规划与产业政策处"),), "规划与", "规划与"),
    ("LX343", "T-2025-001", ((LIAISON, OWN_POST),), "副召集人", "副召集人"),
    ("LX343", "T-2026-016", (("unit: 市政府", "unit: 省工业和信息化厅"),), "unit: 省工", "省工"),
    ("LX343", "T-2026-016", ((OWN_POST, LIAISON),), "联络员", "联络员"),
    ("LX345", "T-2026-005", (("lead: 市自然资源局", "lead: 规划与产业政策处"),), "督办通知单", "督办"),
    ("LX345", "T-2026-005", (("lead: 市自然资源局", "lead: 省工业和信息化厅"),), "督办通知单", "督办"),
    ("LX345", "T-2026-005", (("lead: 市自然资源局", "lead: 市政府"),), "督办通知单", "督办"),
    ("LX346", "T-2025-006", (("form: 督办通知单", "form: 约谈"),), "约谈", "约谈"),
    ("LX346", "T-2026-021", (("form: 提醒", "form: 通报批评"),), "通报批评", "通报批评"),
    ("LX346", "T-2026-005", (("form: 督办通知单", "form: 移交督查"),), "移交督查", "移交督查"),
    ("LX347", "T-2025-006", (("form: 督办通知单", "form: 提请召集人"),), "form: 提请召集人", "提请召集人"),
    ("LX347", "T-2026-005", (("form: 督办通知单", "form: 会上通报"),), "会上通报", "会上通报"),
    ("LX347", "T-2026-021", (("form: 提醒", "form: 提请召集人"),), "提请召集人", "提请召集人"),
    (
        "LX420",
        "T-2025-004",
        (("    evidence: 扩容方案及审定意见（示例）\n", ""),),
        "reported_on",
        "reported_on",
    ),
    ("LX420", "T-2026-011", (("    evidence: 奖补资金兑付汇总表（示例）\n", ""),), "reported_on", "reported"),
    ("LX421", "T-2025-007", (), "confirmation", "confirmation"),
    ("LX421", "T-2026-002", (), "confirmation", "confirmation"),
    ("LX422", "T-2025-007", (("due: 2026-03-13\n", ""),), "title", "title"),
    ("LX422", "T-2025-004", (("due: 2025-12-31\n", ""),), "due_text", "due_text"),
    ("LX422", "T-2026-003", (("due:\n  workdays: 10\n  after: 交办\n", ""),), "title", "title"),
    ("LX422", "T-2026-015", (("due: 2026-07-15\n", ""),), "title", "title"),
    ("LX422", "T-2025-005", (("due: 2026-05-29\n", ""),), "title", "title"),
    ("LX423", "T-2026-006", (("due: 2026-09-28", "due: 2026-09-18"),), "due:", "2026-09-18"),
    ("LX423", "T-2026-013", (("due: 2026-11-30", "due: 2026-09-15"),), "due:", "2026-09-15"),
    ("LX424", "T-2026-010", (("date: 2026-09-03", "date: 2026-08-03"),), "…- date", "2026-08-03"),
    ("LX424", "T-2026-008", (("  months: 3", "  months: 1"),), "- date", "2026-07-08"),
    ("LX428", "T-2026-022", (("  workdays: 20", "  workdays: 90"),), "due:", "due"),
    ("LX429", "T-2026-008", (("review_on: 2026-12-31", "review_on: 2026-08-31"),), "review_on", "2026-08-31"),
]
CUT = {
    "T-2025-007": r"completions:\n(?:  .*\n)+",
    "T-2026-002": r"  - reported_on: 2026-05-13\n(?:    .*\n)+",
}
"""What is taken out of a task whose completion is lost."""


@pytest.mark.parametrize(
    ("code", "id_", "swaps", "line", "value"), SLIPS, ids=[f"{slip[0]}-{slip[1]}" for slip in SLIPS]
)
def test_a_slip_in_a_task(
    code: str, id_: str, swaps: tuple[tuple[str, str], ...], line: str, value: str
) -> None:
    path = task(id_)
    files = changed(path, *swaps)
    if code == "LX421":
        files[path], count = re.subn(CUT[id_], "", files[path], count=1)
        assert count == 1
    assert_one(files, code, path, spot(files[path], line, value))


MECHANISM_SLIPS = [
    # code, task, what is changed in the mechanism, the line, the value on it
    ("LX341", "T-2025-005", ("max_count: 2", "max_count: 1"), "requested_on: 2026-07-22", "requested_on"),
    (
        "LX425",
        "T-2026-022",
        ("    due_soon:", "    first_report_within:\n      workdays: 5\n    due_soon:"),
        "title",
        "title",
    ),
    ("LX427", "T-2025-005", ("          days: 10\n", "          days: 5\n"), "form: 提醒", "提醒"),
]


@pytest.mark.parametrize(("code", "id_", "swap", "line", "value"), MECHANISM_SLIPS)
def test_what_the_mechanism_asks_for(
    code: str, id_: str, swap: tuple[str, str], line: str, value: str
) -> None:
    path = task(id_)
    found = assert_one(changed(MECHANISM, swap), code, path, spot(FILES[path], line, value))
    assert found.basis == "本联席会议的配置"


def test_where_the_mechanism_is_silent_nothing_is_asked() -> None:
    mechanism = FILES[MECHANISM]
    for block in ("extension", "closing", "escalation"):
        mechanism, count = re.subn(rf"  {block}:.*\n(?:    .*\n)+", "", mechanism, count=1)
        assert count == 1
    silent = {**FILES, MECHANISM: mechanism}
    for code, id_, swaps, _, _ in SLIPS:
        if code in {"LX340", "LX341", "LX342", "LX343", "LX347", "LX420"}:
            found = told_in(changed(task(id_), *swaps, files=silent))
            assert [each.code for each in found if each.code not in {"LX346", "LX423"}] == [], (code, id_)


def test_a_lead_does_not_confirm_its_own_task_where_nothing_is_settled() -> None:
    mechanism = re.sub(r"  closing:.*\n(?:    .*\n)+", "", FILES[MECHANISM], count=1)
    mechanism = mechanism.replace("posts:", "posts:\n  - post: 联络员\n    unit: 市税务局", 1)
    silent = {**FILES, MECHANISM: mechanism}
    path = task("T-2026-012")
    files = changed(
        path, (f"  by:\n{LIAISON}", "  by:\n    post: 联络员\n    unit: 市税务局\n"), files=silent
    )
    found = assert_one(files, "LX344", path, spot(files[path], "…unit: 市税务局", "市税务局"))
    assert found.basis == "lianxi 的默认设定"
    own = task("T-2026-016")
    assert told_in(changed(own, (OWN_POST, LIAISON), files=silent)) == []
    director = "posts:\n  - post: 办公室主任\n    unit: 市工业和信息化局"
    silent = {**silent, MECHANISM: mechanism.replace("posts:", director, 1)}
    by = "    post: 办公室主任\n    unit: 市工业和信息化局\n"
    assert told_in(changed(own, (OWN_POST, by), files=silent)) == []


def test_what_is_sent_before_the_deadline_is_no_step() -> None:
    path = task("T-2026-010")
    early = "notices:\n  - date: 2026-09-01\n    form: 提请召集人\n"
    assert told_in({**FILES, path: FILES[path] + early}) == []
    path = task("T-2025-006")
    sooner = ("date: 2026-04-13", "date: 2026-03-13")
    last = ("notes:", "  - date: 2026-04-15\n    form: 提请召集人\nnotes:")
    files = changed(path, sooner, last)
    assert_one(files, "LX347", path, spot(files[path], "form: 提请召集人", "提请召集人"))


def test_a_step_may_be_repeated_and_a_request_is_the_step_of_a_sheet() -> None:
    path = task("T-2025-006")
    again = "  - no: 7\n    date: 2026-04-15\n    form: 督办通知单\n"
    over = "  - date: 2026-04-15\n    form: 提请召集人\n"
    more = ("notes:", f"{over}{again}notes:")
    assert told_in(changed(path, more)) == []
    assert told_in(changed(path, ("form: 督办通知单", "form: 提请函"), ("notes:", f"{over}notes:"))) == []


def test_what_was_returned_or_withdrawn_is_past() -> None:
    evidence = ("    evidence: 管网施工照片（示例）\n", "")
    assert told_in(changed(task("T-2026-002"), evidence)) == []
    assert told_in(changed(task("T-2026-014"), ("due: 2026-10-30\n", ""))) == []


NEXT = ("          days: 10\n", "          days: 5\n")
RETURN = """completions:
  - reported_on: 2026-09-15
    by: 梅州高新区管委会
    evidence: 示例
    returned:
      date: 2026-09-18
      by:
        post: 联络员
        unit: 市工业和信息化局
      reason: 示例
      redo_by: 2026-09-{}
notices:
"""


def test_the_next_step_waits_for_an_answer_and_for_what_is_to_be_redone() -> None:
    quick = changed(MECHANISM, NEXT)
    path = task("T-2025-005")
    assert [each.code for each in told_in(quick)] == ["LX427"]
    asked = (
        "reports:\n",
        "  - requested_on: 2026-09-09\n    reason: 示例\n    new_due: 2026-10-30\nreports:\n",
    )
    assert told_in(changed(path, asked, files=quick)) == []
    assert told_in(changed(path, ("notices:\n", RETURN.format(22)), files=quick)) == []
    assert [each.code for each in told_in(changed(path, ("notices:\n", RETURN.format(19)), files=quick))] == [
        "LX423"
    ]


def test_a_review_waits_while_the_task_is_suspended() -> None:
    path = task("T-2026-008")
    passed = ("review_on: 2026-12-31", "review_on: 2026-08-31")
    since = f"suspensions:\n  - since: 2026-08-01\n    reason: 示例\n    approved_by:\n{CONVENER}reports:\n"
    assert told_in(changed(path, passed, ("reports:\n", since))) == []


def test_a_deadline_set_anew_runs_into_no_unknown_year() -> None:
    path = task("T-2026-022")
    grant = "extensions:\n  - date: 2026-09-20\n    reason: 示例\n    new_due: 2027-03-01\n    basis: 批示\n"
    files = changed(path, ("  workdays: 20", "  workdays: 90"))
    assert told_in({**files, path: files[path] + grant}) == []


def test_a_form_of_chasing_that_a_clause_has_is_founded() -> None:
    clause = "    text: |\n      连续两次未按时报告的，约谈主要负责同志。\n    steps:"
    swap = ("form: 督办通知单", "form: 约谈")
    founded = changed(MECHANISM, ("    steps:", clause))
    assert told_in(changed(task("T-2025-006"), swap, files=founded)) == []


def test_what_is_answered_before_it_was_asked_is_told_by_the_order_alone() -> None:
    swap = ("requested_on: 2026-07-22", "requested_on: 2026-08-03")
    assert "LX340" not in {each.code for each in told_in(changed(task("T-2025-005"), swap))}


def test_a_refusal_may_come_late_and_a_grant_from_above_at_any_time() -> None:
    asked = ("requested_on: 2026-08-19", "requested_on: 2026-09-01")
    refused = ("refused_on: 2026-08-21", "refused_on: 2026-09-02")
    assert told_in(changed(task("T-2026-011"), asked, refused)) == []
    above = "  - {}: 2026-09-20\n    reason: 示例\n    new_due: 2026-10-30\n    basis: 批示\n"
    answer = f"    approved_by:\n{CONVENER}    approved_on: 2026-09-20\n"
    for entry in (above.format("date"), above.format("requested_on") + answer):
        assert told_in(changed(task("T-2025-005"), ("reports:\n", f"{entry}reports:\n"))) == []


def test_a_request_is_late_only_by_a_deadline_that_is_certain() -> None:
    path = task("T-2025-005")
    assert "LX340" not in {
        each.code for each in told_in(changed(path, ("new_due: 2026-07-31", "new_due: 2026-05-01")))
    }
    path = task("T-2026-022")
    asked = "extensions:\n  - requested_on: 2026-10-30\n    reason: 示例\n    new_due: 2026-12-01\n"
    files = {**FILES, path: FILES[path] + asked}
    assert late_requests(files, "T-2026-022") == 1
    del files["calendar/2026.yaml"]
    assert late_requests(files, "T-2026-022") == 0


def late_requests(files: Mapping[str, str], id_: str) -> int:
    """How many requests came too late, once they have all been made."""
    now = situation(load(TextTree(dict(files))), date(2026, 11, 24))
    return len(list(late_extension_request.measure(now.book.tasks[id_], now)))


@pytest.mark.parametrize("id_", ["T-2025-001", "T-2025-002", "T-2026-011"])
def test_a_post_that_there_is_not_is_told_by_its_name_alone(id_: str) -> None:
    path = task(id_)
    files = changed(path, ("unit: 市工业和信息化局", "unit: 市财政局"))
    assert_one(files, "LX210", path, spot(files[path], "post: 联络员", "联络员"))


def test_each_stage_has_its_own_extensions() -> None:
    stage = "  - milestone: {}\n    requested_on: 2026-08-2{}\n    reason: 示例\n    new_due: 202{}\n"
    grant = f"    approved_by:\n{POST}    approved_on: 2026-08-28\n"
    one, two = "取得用林审核同意书", "完成用地报批"
    entries = [
        stage.format(one, 0, "6-09-20"),
        stage.format(two, 1, "7-01-31"),
        stage.format(one, 2, "6-10-20"),
        stage.format(two, 3, "7-02-28"),
    ]
    many = "extensions:\n" + "".join(entry + grant for entry in entries)
    assert told_in(changed(task("T-2026-005"), ("reports:\n", many + "reports:\n"))) == []
    more = many + stage.format(two, 4, "7-03-31") + grant
    files = changed(task("T-2026-005"), ("reports:\n", more + "reports:\n"))
    place = spot(files[task("T-2026-005")], f"…milestone: {two}", "milestone")
    assert_one(files, "LX341", task("T-2026-005"), place)


def test_the_post_is_known_under_its_units_former_name() -> None:
    full = "    full: 梅州市工业和信息化局\n"
    former = "    former:\n      - name: 市经信局\n        until: 2026-04-01\n"
    renamed = changed(MECHANISM, (full, full + former))
    path = task("T-2025-002")
    assert told_in(changed(path, ("unit: 市工业和信息化局", "unit: 市经信局"), files=renamed)) == []


def test_only_one_is_told_of_a_year_without_a_calendar() -> None:
    files = {path: text for path, text in FILES.items() if path != "calendar/2026.yaml"}
    found = [each for each in found_in(files) if each.code == "LX428"]
    assert [(each.path, "2026年" in each.message) for each in found] == [(task("T-2026-022"), True)]
    second = FILES[task("T-2026-022")].replace("T-2026-022", "T-2026-023").replace("20\n", "90\n")
    found = [each for each in found_in({**files, task("T-2026-023"): second}) if each.code == "LX428"]
    assert [(each.path, each.message[:4]) for each in found] == [
        (task("T-2026-022"), "2026"),
        (task("T-2026-023"), "2027"),
    ]
    broken = {**FILES, "calendar/2026.yaml": "year: 2026\noff: [\n"}
    assert "LX428" not in {each.code for each in found_in(broken)}


def test_time_alone_never_closes_the_gate() -> None:
    for day in (date(2025, 12, 1), date(2026, 4, 1), date(2026, 7, 1), date(2027, 6, 1)):
        assert [each for each in found_in(FILES, day) if each.severity == ERROR and each.code in CODES] == []


def test_what_is_suspended_or_waits_for_an_authority_is_never_silent() -> None:
    found = {each.path for each in found_in(FILES, date(2027, 6, 1))}
    assert not found & {task("T-2026-019"), task("T-2026-004"), task("T-2026-011"), task("T-2026-014")}
    assert {task("T-2026-010"), task("T-2026-005")} <= found


def test_one_thing_at_most_is_told_of_a_silence() -> None:
    for day in (date(2026, 3, 1), date(2026, 6, 1), SAMPLE_DAY, date(2027, 1, 1), date(2027, 6, 1)):
        silent = [each.path for each in found_in(FILES, day) if "LX423" <= each.code <= "LX427"]
        assert len(silent) == len(set(silent))


# --- remedies that can be followed literally ----------------------------------------------------


def pasted(remedy: str, first: str) -> str:
    """The lines of a remedy from the one that begins with ``first``, as far as they belong to it."""
    lines = remedy.split("\n")
    start = next(index for index, line in enumerate(lines) if line.startswith(first))
    kept = [lines[start]]
    for line in lines[start + 1 :]:
        if not line.startswith(" "):
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def test_a_report_is_pasted() -> None:
    (late,) = [each for each in found_in(FILES) if each.path == task("T-2026-005")]
    lines = "".join(f"{line}\n" for line in late.remedy.split("\n")[1:])
    files = changed(task("T-2026-005"), ("notices:\n", f"{lines}notices:\n"))
    assert [each.code for each in found_in(files) if each.path == late.path] == ["LX427"]
    (stale,) = [each for each in found_in(FILES) if each.path == task("T-2026-020")]
    first = FILES[stale.path] + pasted(stale.remedy, "reports:")
    assert [each for each in found_in({**FILES, stale.path: first}) if each.path == stale.path] == []


@pytest.mark.parametrize(
    ("code", "id_", "first", "indent"),
    [("LX420", "T-2025-004", "evidence:", "    "), ("LX422", "T-2025-007", "due: ", "")],
)
def test_what_was_missing_is_pasted(code: str, id_: str, first: str, indent: str) -> None:
    swaps = next(slip[2] for slip in SLIPS if (slip[0], slip[1]) == (code, id_))
    files = changed(task(id_), *swaps)
    (found,) = told_in(files)
    more = "".join(f"{indent}{line}\n" for line in pasted(found.remedy, first).splitlines())
    rows = files[found.path].split("\n")
    end = found.line + (1 if indent else 0)
    files[found.path] = "\n".join([*rows[:end], more.rstrip("\n"), *rows[end:]])
    assert told_in(files) == []


def test_a_lost_completion_is_pasted() -> None:
    path = task("T-2025-007")
    files = {**FILES, path: re.sub(CUT["T-2025-007"], "", FILES[path])}
    (found,) = told_in(files)
    assert told_in({**files, path: files[path] + pasted(found.remedy, "completions:")}) == []


def test_the_right_post_is_pasted() -> None:
    path = task("T-2025-002")
    files = changed(path, (POST, CONVENER))
    (found,) = told_in(files)
    lines = "".join(f"    {line}\n" for line in pasted(found.remedy, "approved_by:").splitlines())
    assert told_in(changed(path, (f"    approved_by:\n{CONVENER}", lines), files=files)) == []


def test_the_next_step_is_pasted_with_its_number() -> None:
    quick = changed(MECHANISM, NEXT)
    (found,) = told_in(quick)
    entry = found.remedy.split("：\n", 1)[1]
    assert entry == "  - no: 3\n    date: 2026-09-21\n    form: 督办通知单"
    path = task("T-2025-005")
    assert told_in({**quick, path: f"{FILES[path]}{entry}\n"}) == []


def test_a_sheet_becomes_a_request_with_a_number_of_its_own() -> None:
    taken = FILES[task("T-2025-006")].replace("form: 督办通知单", "form: 提请函").replace("no: 1 ", "no: 2 ")
    sent = changed(task("T-2026-005"), ("lead: 市自然资源局", "lead: 规划与产业政策处"))
    (found,) = told_in({**sent, task("T-2025-006"): taken})
    assert found.remedy == "改成 form: 提请函，编号按提请函另编：no: 3"


# --- periods, on the tiny conference ---------------------------------------------------------------

TASK = "tasks/2026/T-2026-001.yaml"
LONG = {"due: 2026-04-15": "due: 2027-12-31"}


def lapses(tiny: dict[str, str], follow_up: str, day: str, reports: str, more: str = "") -> list[str]:
    """What has lapsed on a task assigned on 2026-02-13 that is far from its deadline."""
    mechanism = re.sub(r"  follow_up:\n(?:    .*\n)+", f"  follow_up:\n{follow_up}", tiny[MECHANISM])
    entries = "".join(f"  - {{date: {on}, by: 东县政府, text: 进展}}\n" for on in reports.split())
    text = re.sub(r"reports:\n(?:  .*\n)+", f"reports:\n{entries}" if entries else "", tiny[TASK])
    text = text.replace("due: 2026-04-15", "due: 2027-12-31") + more
    found = found_in({**tiny, MECHANISM: mechanism, TASK: text}, date.fromisoformat(day))
    return [f"{each.code} {each.message}" for each in found if each.path == TASK]


MONTHLY = "    report_every: {months: 1}\n    report_by_day: 5\n"
QUARTERLY = "    report_every: {months: 3}\n    report_by_day: 10\n"
ROLLING = "    report_every: {months: 1}\n"
EVENING = "    report_every: {months: 6}\n    report_by_day: 31\n"
PERIODS = [
    # the period of the assignment itself is owed nothing; the first whole one is March
    (MONTHLY, "2026-03-06", "", None),
    (MONTHLY, "2026-04-05", "", None),
    (MONTHLY, "2026-04-06", "", "3月的进展没有报告（应在4月5日前报，还没有报告过）"),
    (MONTHLY, "2026-04-06", "2026-03-05", "3月的进展没有报告（应在4月5日前报，上次是3月5日）"),
    (MONTHLY, "2026-04-06", "2026-03-20", None),
    (MONTHLY, "2026-04-06", "2026-04-05", None),
    (MONTHLY, "2026-05-06", "2026-04-05", "4月的进展没有报告（应在5月5日前报，上次是4月5日）"),
    (MONTHLY, "2027-01-06", "2026-12-05", "12月的进展没有报告（应在1月5日前报，上次是2026年12月5日）"),
    (QUARTERLY, "2026-04-11", "", None),
    (QUARTERLY, "2026-07-10", "", None),
    (QUARTERLY, "2026-07-11", "2026-04-10", "二季度的进展没有报告（应在7月10日前报，上次是4月10日）"),
    (QUARTERLY, "2026-07-11", "2026-04-11", None),
    (QUARTERLY, "2027-01-11", "", "四季度的进展没有报告（应在1月10日前报，还没有报告过）"),
    (EVENING, "2027-02-01", "", "7月至12月的进展没有报告（应在1月31日前报，还没有报告过）"),
    (ROLLING, "2026-03-13", "", None),
    (ROLLING, "2026-03-14", "", "最近一期的进展没有报告（应在3月13日前报，还没有报告过）"),
    (ROLLING, "2026-04-11", "2026-03-11", None),
    (ROLLING, "2026-04-12", "2026-03-11", "最近一期的进展没有报告（应在4月11日前报，上次是3月11日）"),
]


@pytest.mark.parametrize(("follow_up", "day", "reports", "expected"), PERIODS)
def test_the_last_period(
    tiny: dict[str, str], follow_up: str, day: str, reports: str, expected: str | None
) -> None:
    found = lapses(tiny, follow_up, day, reports)
    assert found == ([f"LX426 {expected}"] if expected else [])


def test_a_standing_duty_reports_at_its_own_interval(tiny: dict[str, str]) -> None:
    mechanism = re.sub(r"  follow_up:\n(?:    .*\n)+", f"  follow_up:\n{MONTHLY}", tiny[MECHANISM])
    text = tiny[TASK].replace("due: 2026-04-15", "due: 长期坚持\nreport_every: {months: 6}")
    found = found_in({**tiny, MECHANISM: mechanism, TASK: text}, date(2026, 7, 6))
    assert TASK not in {each.path for each in found}


FIRST = "    first_report_within: {workdays: 5}\n"


@pytest.mark.parametrize(
    ("day", "reports", "code"),
    [
        ("2026-02-27", "", None),  # the spring festival lies between
        ("2026-02-28", "", "LX425"),
        ("2026-02-28", "2026-02-26", None),
        ("2026-05-06", "", "LX425"),  # the first one goes before the monthly one
        ("2026-05-06", "2026-02-26", "LX426"),
    ],
)
def test_the_first_report(tiny: dict[str, str], day: str, reports: str, code: str | None) -> None:
    found = lapses(tiny, FIRST + MONTHLY, day, reports)
    assert [each[:5] for each in found] == ([code] if code else [])


STALE = "    stale_after: {days: 30}\n"
SUSPENDED = (
    "suspensions:\n  - {since: 2026-03-20, until: 2026-04-20, reason: 停, approved_by: {post: 联络员}}\n"
)


@pytest.mark.parametrize(
    ("day", "more", "code"),
    [
        ("2026-04-09", "", None),
        ("2026-04-10", "", "LX424"),
        ("2026-04-10", SUSPENDED, None),
        ("2026-05-20", SUSPENDED, None),  # the clock began again when it was resumed
        ("2026-05-21", SUSPENDED, "LX424"),
        ("2026-04-10", "upward:\n  - {to: 省, by: 东县政府, sent_on: 2026-03-12}\n", None),
        (
            "2026-04-10",
            "extensions:\n  - {requested_on: 2026-04-01, reason: 雨, new_due: 2028-01-31}\n",
            None,
        ),
        (
            "2026-04-10",
            "notices:\n  - {date: 2026-04-01, form: 提醒, reply_by: 2026-04-03, replied_on: 2026-04-02}\n",
            None,
        ),
    ],
)
def test_how_long_no_word_is_too_long(tiny: dict[str, str], day: str, more: str, code: str | None) -> None:
    found = lapses(tiny, STALE, day, "2026-03-10", more)
    assert [each[:5] for each in found] == ([code] if code else [])


RETURNED = """completions:
  - reported_on: 2026-04-10
    by: 东县政府
    evidence: 图
    returned: {date: 2026-04-20, by: {post: 联络员, unit: 一局}, reason: 缺验收, redo_by: 2026-05-08}
"""


@pytest.mark.parametrize(
    ("day", "more", "codes"),
    [
        ("2026-04-15", "", []),
        ("2026-04-16", "", ["LX423"]),
        ("2026-04-16", "extensions:\n  - {requested_on: 2026-04-14, reason: 雨, new_due: 2026-05-30}\n", []),
        ("2026-05-08", RETURNED, []),
        ("2026-05-09", RETURNED, ["LX423"]),
    ],
)
def test_past_the_deadline_without_a_word(
    tiny: dict[str, str], day: str, more: str, codes: list[str]
) -> None:
    found = found_in({**tiny, TASK: tiny[TASK] + more}, date.fromisoformat(day))
    assert [each.code for each in found if each.path == TASK] == codes


def test_a_lapse_is_not_told_of_what_is_in_error(tiny: dict[str, str]) -> None:
    wrong = tiny[TASK].replace("lead: 东县政府", "lead: 东县正府")
    assert [each.code for each in found_in({**tiny, TASK: wrong}, TINY_DAY)] == ["LX203"]
    allowed = tiny[TASK].replace("due: 2026-04-15", "due: 2026-04-15  # lianxi: allow LX423 已电话催办")
    assert found_in({**tiny, TASK: allowed}, TINY_DAY) == []
    both = allowed.replace("lead: 东县政府", "lead: 东县正府")
    assert [each.code for each in found_in({**tiny, TASK: both}, TINY_DAY)] == ["LX203"]


def test_before_it_is_assigned_a_task_may_be_without_a_deadline(tiny: dict[str, str]) -> None:
    text = tiny[TASK].replace("due: 2026-04-15\n", "")
    assert [each.code for each in found_in({**tiny, TASK: text}, TINY_DAY)] == ["LX422"]
    meeting = "meetings/2026/M-2026-01.yaml"
    draft = tiny[meeting].replace("  issued_on: 2026-02-13\n", "")
    found = found_in({**tiny, TASK: text, meeting: draft}, TINY_DAY)
    assert TASK not in {each.path for each in found}


# --- who is above the office, in conferences of every kind ------------------------------------------

ABOVE = [
    ("river-basin", {"上游省政府", "下游省政府"}),
    ("regional-rotating", set()),
    ("university-vote", set()),
    ("logistics", set()),
    ("fujian-stat-2007", set()),
    ("minimal", set()),
]


@pytest.mark.parametrize(("name", "expected"), ABOVE)
def test_who_is_above_the_office(name: str, expected: set[str]) -> None:
    now = situation(load(FolderTree(Path(__file__).parent / "mechanisms" / name)), SAMPLE_DAY)
    assert {unit for unit in now.units if above_office(unit, now)} == expected


def test_who_is_above_the_office_of_the_sample() -> None:
    now = situation(load(TextTree(FILES)), SAMPLE_DAY)
    found = {unit: over for unit in now.units if (over := above_office(unit, now))}
    assert found == {
        "省工业和信息化厅": "省工业和信息化厅",
        "市政府": "市政府",
        "规划与产业政策处": "省工业和信息化厅",
    }

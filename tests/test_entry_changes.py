"""What a merge may and may not do to records and their entries: the forbidden and its allowed twin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from conftest import TINY, TINY_DAY, texts
from lianxi.book import load
from lianxi.finding import Finding
from lianxi.gate import changed
from lianxi.merge import Meanwhile
from lianxi.tree import TextTree

FIRST, DONE, EXTENDED = (f"tasks/2026/T-2026-00{number}.yaml" for number in (1, 2, 3))
ISSUE, LATE = "issues/2026/I-2026-004.yaml", "issues/2026/I-2026-002.yaml"
HELD, NEXT = "meetings/2026/M-2026-01.yaml", "meetings/2026/M-2026-02.yaml"
REPORT = "  - date: 2026-04-10\n    by: 东县政府\n    text: |\n      管网已铺设八成。\n"
LATER = "  - date: 2026-05-05\n    by: 东县政府\n    text: |\n      管网已全部铺设。\n"
LIAISON = "{post: 联络员, unit: 一局}"
LIFE = f"""suspensions:
  - {{since: 2026-04-16, reason: 等管材, approved_by: {LIAISON}}}
upward:
  - {{to: 省厅, by: 东县政府, sent_on: 2026-04-17}}
notices:
  - {{date: 2026-04-18, form: 提醒, reply_by: 2026-04-22}}
  - {{date: 2026-04-28, form: 督办通知单, no: 1, reply_by: 2026-05-04}}
instructions:
  - {{date: 2026-04-19, post: 召集人, unit: 市政府, text: 抓紧办}}
notes:
  - {{date: 2026-04-20, text: 电话问过}}
reassignments:
  - {{date: 2026-04-21, from: 东县政府, to: 西县政府, reason: 职能调整}}
completions:
  - {{reported_on: 2026-04-22, by: 西县政府, evidence: 验收记录}}
extensions:
  - {{requested_on: 2026-04-12, reason: 管材未到, new_due: 2026-05-20}}
"""
"""What the first task of the tiny conference may have lived through."""
BUSY = {
    FIRST: LIFE,
    ISSUE: "instructions:\n  - {date: 2026-04-03, post: 召集人, unit: 市政府, text: 请研究}\n",
    NEXT: "notified_on: 2026-05-04\n"
    "agenda_approval: {date: 2026-04-29, approved_by: {post: 召集人, unit: 省厅}}\n"
    "receipts:\n  - {unit: 二局, date: 2026-05-05, attends: true}\n"
    "postponements:\n"
    "  - {was: 2026-05-08T09:00, now: 2026-05-12T09:00, reason: 另有会议, date: 2026-05-04}\n",
}

Swap = tuple[str, str, str]
"""A file, what stands in it, and what takes its place; ``""`` is the end of the file."""


@cache
def base() -> dict[str, str]:
    files = texts(TINY)
    for path, more in BUSY.items():
        files[path] = files[path].rstrip("\n") + "\n" + more
    assert load(TextTree(files)).unreadable == frozenset()
    return files


def swapped(files: dict[str, str], *swaps: Swap) -> dict[str, str]:
    files = dict(files)
    for path, old, new in swaps:
        if not old:
            files[path] += new
            continue
        assert files[path].count(old) == 1, (path, old)
        files[path] = files[path].replace(old, new)
    return files


def told(before: dict[str, str], after: dict[str, str]) -> list[Finding]:
    book = load(TextTree(after))
    assert book.unreadable == frozenset(), [fault for entry in book.entries for fault in entry.faults]
    return changed(load(TextTree(before)), book, TINY_DAY)


FORBIDDEN: list[tuple[str, Swap, str]] = [
    ("LX503", (FIRST, "due: 2026-04-15", "due: {days: 61, after: 印发}"), "due:"),
    ("LX503", (DONE, "due:\n  workdays: 10\n  after: 印发\n", "due: 2026-03-03\n"), "due:"),
    ("LX503", (FIRST, "due: 2026-04-15\n", "due: 2026-04-15\ndue_text: 年底前\n"), "due_text:"),
    ("LX503", (FIRST, "due: 2026-04-15\n", ""), "id:"),
    ("LX504", (FIRST, "lead: 东县政府", "lead: [东县政府, 二局]"), "lead:"),
    ("LX504", (EXTENDED, "  - 东县政府\n  - 二局\nsupport", "  - 二局\n  - 东县政府\nsupport"), "- 二局"),
    ("LX504", (FIRST, "lead: 东县政府", "lead: 东县政府\nassigned_on: 2026-03-01"), "assigned_on:"),
    ("LX508", (EXTENDED, "new_due: 2026-05-08", "new_due: 2026-06-08"), "new_due:"),
    ("LX508", (EXTENDED, "    approved_on: 2026-04-03\n", ""), "- requested_on"),
    (
        "LX508",
        (EXTENDED, "    reason: 值守人员尚未到位", "    milestone: 甲\n    reason: 值守"),
        "    milestone",
    ),
    ("LX508", (FIRST, "reason: 管材未到", "reason: 图纸未到"), "requested_on: 2026-04-12"),
    (
        "LX511",
        (FIRST, "  - {requested_on: 2026-04-12, reason: 管材未到, new_due: 2026-05-20}\n", ""),
        "extensions:",
    ),
    ("LX510", (FIRST, "管网已铺设八成", "管网已铺设九成"), "    text:"),
    ("LX510", (FIRST, "  - date: 2026-04-10", "  - date: 2026-04-09"), "- date: 2026-04-09"),
    ("LX510", (FIRST, "    by: 东县政府\n", "    by: 东县政府\n    obstacles: 缺钱\n"), "    obstacles"),
    ("LX511", (FIRST, REPORT, ""), "reports:"),
    ("LX511", (FIRST, "reports:\n" + REPORT, ""), "id:"),
    ("LX513", (FIRST, REPORT, LATER.replace("2026-05-05", "2026-04-09") + REPORT), "- date: 2026-04-09"),
    ("LX510", (FIRST, "reason: 等管材", "reason: 等图纸"), "since: 2026-04-16"),
    ("LX510", (FIRST, "to: 省厅, by", "to: 省政府, by"), "sent_on"),
    ("LX510", (FIRST, "reply_by: 2026-04-22", "reply_by: 2026-04-25"), "date: 2026-04-18"),
    ("LX511", (FIRST, "  - {date: 2026-04-18, form: 提醒, reply_by: 2026-04-22}\n", ""), "notices:"),
    ("LX510", (FIRST, "text: 抓紧办", "text: 尽快办"), "text: 尽快办"),
    ("LX511", (FIRST, "  - {date: 2026-04-20, text: 电话问过}\n", ""), "notes:"),
    ("LX510", (FIRST, "to: 西县政府", "to: 二局"), "to: 二局"),
    ("LX510", (FIRST, "evidence: 验收记录", "evidence: 会议纪要"), "evidence: 会议"),
    ("LX511", (FIRST, ", evidence: 验收记录", ""), "reported_on: 2026-04-22"),
    (
        "LX511",
        (DONE, "confirmation:\n  date: 2026-03-05\n  by:\n    post: 联络员\n    unit: 一局\n", ""),
        "id:",
    ),
    (
        "LX510",
        (DONE, "confirmation:\n  date: 2026-03-05", "confirmation:\n  date: 2026-03-06"),
        "  date: 2026-03-06",
    ),
    ("LX510", (ISSUE, "sorted_on: 2026-03-18", "sorted_on: 2026-03-17"), "sorted_on"),
    ("LX511", (ISSUE, "sorted_on: 2026-03-18\n", ""), "id:"),
    ("LX510", (ISSUE, "plan_on: 2026-04-02", "plan_on: 2026-04-01"), "plan_on"),
    ("LX510", (ISSUE, "view: 有条件同意", "view: 同意"), "    view:"),
    ("LX510", (ISSUE, "text: 请研究", "text: 请速研究"), "text: 请速"),
    ("LX510", (HELD, "notified_on: 2026-02-03", "notified_on: 2026-02-04"), "notified_on"),
    ("LX510", (NEXT, "attends: true", "attends: false"), "attends: false"),
    ("LX511", (NEXT, "  - {unit: 二局, date: 2026-05-05, attends: true}\n", ""), "receipts:"),
    ("LX510", (NEXT, "reason: 另有会议", "reason: 主持人出差"), "reason: 主持人"),
    (
        "LX510",
        (NEXT, "agenda_approval: {date: 2026-04-29", "agenda_approval: {date: 2026-04-28"),
        "2026-04-28",
    ),
]
"""The code, the edit, and what is on the line where it is told."""


@pytest.mark.parametrize(
    ("code", "swap", "line"), FORBIDDEN, ids=[f"{c}-{s[1][:25]!r}" for c, s, _ in FORBIDDEN]
)
def test_forbidden(code: str, swap: Swap, line: str) -> None:
    after = swapped(base(), swap)
    found = told(base(), after)
    assert [(each.code, each.path) for each in found] == [(code, swap[0])], [each.message for each in found]
    assert line in after[swap[0]].split("\n")[found[0].line - 1], (found[0].line, found[0].message)
    assert found[0].message
    assert found[0].remedy
    assert found[0].person


ALLOWED: list[tuple[Swap, ...]] = [
    ((FIRST, REPORT, REPORT + LATER),),
    ((FIRST, REPORT, REPORT + LATER.replace("2026-05-05", "2026-04-10")),),
    ((FIRST, REPORT, LATER.replace("2026-05-05", "2026-04-10") + REPORT),),
    ((FIRST, "reply_by: 2026-04-22}", "reply_by: 2026-04-22, replied_on: 2026-04-21}"),),
    ((FIRST, "sent_on: 2026-04-17}", "sent_on: 2026-04-17, replied_on: 2026-05-02, reply: 同意}"),),
    ((FIRST, "reason: 等管材,", "until: 2026-04-30, reason: 等管材,"),),
    (
        (
            FIRST,
            "new_due: 2026-05-20}",
            f"new_due: 2026-05-20, approved_by: {LIAISON}, approved_on: 2026-04-13}}",
        ),
    ),
    (
        (
            FIRST,
            "new_due: 2026-05-20}",
            f"new_due: 2026-05-20, refused_by: {LIAISON}, refused_on: 2026-04-13, why: 管材已到}}",
        ),
    ),
    (
        (
            FIRST,
            "evidence: 验收记录}",
            f"evidence: 验收记录, returned: {{date: 2026-04-24, by: {LIAISON}, reason: 不全}}}}",
        ),
    ),
    ((FIRST, "evidence: 验收记录}", "evidence: {name: 验收记录, kept_by: 西县政府}}"),),
    ((FIRST, "", f"confirmation: {{date: 2026-04-25, by: {LIAISON}}}\n"),),
    (
        (
            FIRST,
            "",
            "cancelled: {date: 2026-05-05, reason: 并入他项, approved_by: {post: 召集人, unit: 市政府}}\n",
        ),
    ),
    ((FIRST, "id: T-2026-001\n", "# 一条注释\nid: T-2026-001   # 又一条\n"),),
    ((FIRST, "due: 2026-04-15", 'due: "2026-04-15"'),),
    ((FIRST, "lead: 东县政府", "lead: [东县政府]"),),
    (
        (
            FIRST,
            "    by: 东县政府\n    text: |\n      管网已铺设八成。\n",
            '    text: "管网已铺设八成。"\n    by: "东县政府"\n',
        ),
    ),
    (
        (FIRST, "support:\n  - 二局\n", ""),
        (FIRST, "id: T-2026-001\n", "id: T-2026-001\nsupport:\n  - 二局\n"),
    ),
    (
        (ISSUE, "plan_on: 2026-04-02", "plan_on: 2026-04-30"),
        (ISSUE, "由二局牵头并联审批", "由二局牵头集中审批"),
    ),
    (
        (
            ISSUE,
            "disclosure: 不予公开",
            "feedback: {date: 2026-05-05, satisfaction: 满意}\ndisclosure: 不予公开",
        ),
    ),
    ((NEXT, "agenda_approval: {date: 2026-04-29", "agenda_approval: {date: 2026-05-01"),),
    ((NEXT, "attends: true}", "attends: true}\n  - {unit: 东县政府, date: 2026-05-04, attends: true}"),),
    ((NEXT, "date: 2026-05-04}", "date: 2026-05-04, notified_on: 2026-05-05}"),),
    ((NEXT, "", "cancelled: {date: 2026-05-06, reason: 议题未成熟}\n"),),
    ((NEXT, "    allotted: 25", "    allotted: 40"),),
]


@pytest.mark.parametrize("swaps", ALLOWED, ids=lambda swaps: swaps[0][2][:30])
def test_allowed(swaps: tuple[Swap, ...]) -> None:
    after = swapped(base(), *swaps)
    assert after != base()
    assert [(each.code, each.message) for each in told(base(), after)] == []


def test_reordered() -> None:
    text = base()[LATE]
    first, second, rest = _divided(text, "  - division: 产业处\n", "plan: |")
    after = {**base(), LATE: text.replace(first + second, second + first)}
    found = told(base(), after)
    assert [each.code for each in found] == ["LX512"]
    assert "第1条" in found[0].message
    assert rest


def _divided(text: str, mark: str, end: str) -> tuple[str, str, str]:
    start, stop = text.index(mark), text.index(end)
    again = text.index(mark, start + 1)
    return text[start:again], text[again:stop], text[stop:]


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_other_bytes_of_the_same(change: Callable[[str], str]) -> None:
    after = {path: change(text) for path, text in base().items()}
    assert told(base(), after) == []


def test_a_task_not_yet_assigned_is_freely_edited() -> None:
    draft = swapped(base(), (HELD, "  issued_on: 2026-02-13\n", ""))
    after = swapped(
        draft,
        (FIRST, "due: 2026-04-15", "due: 2026-06-15"),
        (FIRST, "lead: 东县政府", "lead: 二局"),
        (FIRST, "管网已铺设八成", "管网已铺设九成"),
    )
    assert told(draft, after) == []


STAGES = "milestones:\n  - {title: 完成立项, due: 2026-03-30}\n  - {title: 完成施工, due: 2026-06-30}\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("due: 2026-03-30", "due: 2026-04-30", "完成立项"),
        ("title: 完成立项", "title: 办完立项", "办完立项"),
        ("  - {title: 完成立项, due: 2026-03-30}\n", "", "milestones:"),
        ("  - {title: 完成施工", "  - {title: 开工, due: 2026-05-01}\n  - {title: 完成施工", "开工"),
        (STAGES, "due: 2026-04-15\n", "due:"),
    ],
)
def test_stages(old: str, new: str, line: str) -> None:
    staged = swapped(base(), (FIRST, "due: 2026-04-15\n", STAGES))
    after = swapped(staged, (FIRST, old, new))
    found = [each for each in told(staged, after) if line in after[FIRST].split("\n")[each.line - 1]]
    assert [each.code for each in found] == ["LX503"]
    assert len(told(staged, after)) == (1 if new != "due: 2026-04-15\n" else 2)


def test_what_was_done_of_a_stage_stays() -> None:
    staged = swapped(base(), (FIRST, "due: 2026-04-15\n", STAGES))
    done = swapped(
        staged, (FIRST, "due: 2026-03-30}", "due: 2026-03-30, done_on: 2026-03-28, evidence: 批复}")
    )
    assert told(staged, done) == []
    altered = told(done, swapped(done, (FIRST, "done_on: 2026-03-28", "done_on: 2026-03-20")))
    assert [each.code for each in altered] == ["LX510"]
    assert "完成立项" in altered[0].message
    unproved = told(done, swapped(done, (FIRST, ", evidence: 批复", "")))
    assert [each.code for each in unproved] == ["LX511"]
    for nothing in ("done_on: null, evidence: 批复", "done_on: null"):
        undone = swapped(done, (FIRST, "done_on: 2026-03-28, evidence: 批复", nothing))
        assert [each.code for each in told(done, undone)] == ["LX511"]


def test_a_stage_renamed_and_back_dated_is_told_of_both_at_once() -> None:
    staged = swapped(base(), (FIRST, "due: 2026-04-15\n", STAGES))
    done = swapped(staged, (FIRST, "due: 2026-03-30}", "due: 2026-03-30, done_on: 2026-03-28}"))
    after = swapped(done, (FIRST, "title: 完成立项", "title: 办完立项"), (FIRST, "03-28}", "03-20}"))
    assert [each.code for each in told(done, after)] == ["LX503", "LX510"]


def test_stages_in_another_order() -> None:
    staged = swapped(base(), (FIRST, "due: 2026-04-15\n", STAGES))
    first, second = STAGES.splitlines(keepends=True)[1:]
    (found,) = told(staged, swapped(staged, (FIRST, first + second, second + first)))
    assert (found.code, found.message) == ("LX503", "阶段“完成立项”原来是第1个，现在是第2个")


def test_a_report_rewritten_and_moved_is_one_that_was_rewritten() -> None:
    both = swapped(base(), (FIRST, REPORT, REPORT + LATER))
    after = swapped(both, (FIRST, REPORT + LATER, LATER + REPORT.replace("八成", "九成")))
    (found,) = told(both, after)
    assert (found.code, after[FIRST].split("\n")[found.line - 1]) == ("LX510", "    text: |")


@pytest.mark.parametrize(
    ("new", "code"), [("received_on: 2026-04-20", "LX510"), ("received_on: null", "LX511")]
)
def test_when_a_paper_came_stays(new: str, code: str) -> None:
    came = swapped(base(), (NEXT, "      - by: 二局", "      - by: 二局\n        received_on: 2026-04-21"))
    (found,) = told(came, swapped(came, (NEXT, "received_on: 2026-04-21", new)))
    assert (found.code, "“二局”" in found.message) == (code, True)


CLOSED = f"confirmation: {{date: 2026-04-25, by: {LIAISON}}}\n"


@pytest.mark.parametrize(
    ("given", "edit", "way"),
    [
        ("", ("管网已铺设八成", "管网已铺设九成"), "lianxi report T-2026-001 "),
        (CLOSED, ("管网已铺设八成", "管网已铺设九成"), "notes:"),
        ("", ("evidence: 验收记录", "evidence: 纪要"), "notes:"),
        ("", ("reason: 等管材", "reason: 等图纸"), "notes:"),
        ("", ("reason: 职能调整", "reason: 分工调整"), "lianxi reassign T-2026-001 "),
        ("", ("reason: 管材未到", "reason: 图纸未到"), "lianxi extend T-2026-001 --refuse "),
    ],
)
def test_the_way_out_is_one_that_the_task_takes(given: str, edit: tuple[str, str], way: str) -> None:
    before = swapped(base(), (FIRST, "", given)) if given else base()
    (found,) = told(before, swapped(before, (FIRST, *edit)))
    assert way in found.remedy


def test_a_note_may_always_be_added() -> None:
    closed = swapped(base(), (FIRST, "", CLOSED))
    note = "电话问过}\n  - {date: 2026-05-06, text: 报办结的日期记错了}\n"
    assert told(closed, swapped(closed, (FIRST, "电话问过}\n", note))) == []


REQUEST = "extensions:\n  - {requested_on: 2026-04-12, reason: 管材未到, new_due: 2026-05-20}\n"


def test_a_request_not_yet_answered_is_put_back_and_answered() -> None:
    asked = swapped(texts(TINY), (FIRST, "", REQUEST))
    for after in (
        swapped(asked, (FIRST, "new_due: 2026-05-20", "new_due: 2026-05-30")),
        swapped(asked, (FIRST, REQUEST, "")),
    ):
        (found,) = told(asked, after)
        assert "lianxi extend T-2026-001 --refuse --why 理由" in found.remedy


def test_the_deadline_of_a_stage_is_extended_by_its_name() -> None:
    staged = swapped(base(), (FIRST, "due: 2026-04-15\n", STAGES))
    (found,) = told(staged, swapped(staged, (FIRST, "due: 2026-03-30", "due: 2026-04-30")))
    assert "lianxi extend T-2026-001 --milestone 完成立项 --to " in found.remedy


RETURNED = f"returned: {{date: 2026-04-24, by: {LIAISON}, reason: 不全}}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f", {RETURNED}", "", "LX511"),
        ("reason: 不全", "reason: 缺页", "LX510"),
        ("reason: 不全", "reason: 不全, redo_by: 2026-05-01", "LX510"),
    ],
)
def test_what_sent_it_back_stays(old: str, new: str, code: str) -> None:
    back = swapped(base(), (FIRST, "evidence: 验收记录}", f"evidence: 验收记录, {RETURNED}}}"))
    assert [each.code for each in told(back, swapped(back, (FIRST, old, new)))] == [code]


CONSENT = """  consent:
    asked_on: 2026-02-11
    reply_by: 2026-02-12
    replies:
      - {unit: 二局, date: 2026-02-12, view: 修改意见, text: 改一处}
  signatures:
    - {unit: 省厅, date: 2026-02-12}
"""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("view: 修改意见", "view: 同意", ["LX510"]),
        ("text: 改一处}", "text: 改一处, adopted: true}", []),
        ("      - {unit: 二局, date: 2026-02-12, view: 修改意见, text: 改一处}\n", "", ["LX511"]),
        ("text: 改一处}\n", "text: 改一处}\n      - {unit: 东县政府, date: 2026-02-11, view: 同意}\n", []),
        ("    - {unit: 省厅, date: 2026-02-12}\n", "    - {unit: 省厅, date: 2026-02-11}\n", ["LX510"]),
        (
            "    asked_on: 2026-02-11\n    reply_by: 2026-02-12",
            "    asked_on: 2026-02-12\n    reply_by: 2026-02-12",
            [],
        ),
    ],
)
def test_words_on_draft_minutes(old: str, new: str, codes: list[str]) -> None:
    draft = swapped(
        base(), (HELD, "  signed_by:\n", f"{CONSENT}  signed_by:\n"), (HELD, "  issued_on: 2026-02-13\n", "")
    )
    assert [each.code for each in told(draft, swapped(draft, (HELD, old, new)))] == codes


@pytest.mark.parametrize(
    "path", [FIRST, ISSUE, NEXT, "resolutions/2026/R-2026-002.yaml", "calendar/2026.yaml", "mechanism.yaml"]
)
def test_a_deleted_record(path: str) -> None:
    after = {name: text for name, text in base().items() if name != path}
    found = [
        each
        for each in changed(load(TextTree(base())), load(TextTree(after)), TINY_DAY)
        if each.code == "LX501"
    ]
    assert [each.path for each in found] == [path]
    key = "year:" if path.startswith("calendar") else "id:"
    if path != "mechanism.yaml":
        assert base()[path].split("\n")[found[0].line - 1].startswith(key)


@pytest.mark.parametrize(
    "now",
    ["tasks/T-2026-001.yaml", "tasks/2026/T-2026-001.yml", "T-2026-001.yaml", "tasks/2026/T-2026-009.yaml"],
)
def test_a_file_under_a_wrong_name_is_not_told_as_deleted(now: str) -> None:
    after = {now if name == FIRST else name: text for name, text in base().items()}
    assert changed(load(TextTree(base())), load(TextTree(after)), TINY_DAY) == []


def renumbered(files: dict[str, str], old: str, new: str) -> dict[str, str]:
    return {path.replace(old, new): text.replace(old, new) for path, text in files.items()}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("T-2026-001", "T-2026-009"),
        ("I-2026-001", "I-2026-009"),
        ("R-2026-001", "R-2026-009"),
        ("M-2026-01", "M-2026-09"),
    ],
)
def test_a_renumbered_record_is_told_once(old: str, new: str) -> None:
    found = told(base(), renumbered(base(), old, new))
    assert [(each.code, each.record) for each in found] == [("LX502", new)]
    assert f"lianxi renumber {new} {old}" in found[0].remedy


def test_a_number_does_not_hide_another_change() -> None:
    after = renumbered(
        swapped(base(), (FIRST, "due: 2026-04-15", "due: 2026-06-15")), "T-2026-001", "T-2026-009"
    )
    assert {each.code for each in told(base(), after)} == {"LX502", "LX503"}


def test_a_number_taken_on_the_other_side() -> None:
    new = "issues/2026/I-2026-005.yaml"
    after = {**base(), new: base()[ISSUE].replace("I-2026-004", "I-2026-005").replace("园区B", "园区C")}
    book = load(TextTree(base())), load(TextTree(after))
    assert changed(*book, TINY_DAY) == []
    found = changed(*book, TINY_DAY, meanwhile=Meanwhile({"I-2026-005": "另一件事（示例）"}))
    assert [(each.code, each.path, each.line) for each in found] == [("LX560", new, 1)]
    assert "另一件事（示例）" in found[0].message
    assert "示例园区C" in found[0].message
    assert "lianxi renumber I-2026-005" in found[0].remedy


def test_long_texts_are_shown_where_they_differ() -> None:
    text = "一、" + "甲" * 300
    long = swapped(base(), (FIRST, "管网已铺设八成。", text + "已完成六成。"))
    found = told(long, swapped(long, (FIRST, "已完成六成", "已完成九成")))
    assert "六成" in found[0].message
    assert "九成" in found[0].message


TERMS = f"""  extension: {{basis: 配置, before_due: true, max_count: 1, approver: {LIAISON}}}
  closing:
    basis: 配置
    evidence: true
    confirmed_by: {LIAISON}
    own_tasks_confirmed_by: {{post: 召集人, unit: 市政府}}
"""
OFFICE_TASK = "tasks/2026/T-2026-004.yaml"
NEW_TASK = f"""id: {OFFICE_TASK[11:-5]}
title: 示例园区A水价测算（示例）
resolution: R-2026-001
lead: 一局
measure: 测算水价
due: 2026-05-30
completions:
  - {{reported_on: 2026-04-20, by: 一局, evidence: 测算报告}}
"""
ASKED = "  - {requested_on: 2026-04-20, reason: 管材未到, new_due: 2026-06-20}\n"


def ruled() -> dict[str, str]:
    files = swapped(base(), ("mechanism.yaml", "rules:\n", "rules:\n" + TERMS))
    return {**files, OFFICE_TASK: NEW_TASK}


REFUSED = f", refused_by: {LIAISON}, refused_on: 2026-04-21, why: 过期}}"
ABOVE = "  - {date: 2026-04-20, reason: 批示, new_due: 2026-06-20, basis: 批示}\n"
AGAIN = "  - {requested_on: 2026-05-05, reason: 仍未到位, new_due: 2026-06-08}\n"
GRANTED = f", approved_by: {LIAISON}, approved_on: 2026-05-06}}"
BY_CONVENER = "{post: 召集人, unit: 市政府}"
REPORTED = "completions:\n  - {reported_on: 2026-05-04, by: 二局}\n"
CONFIRMED = f"confirmation: {{date: 2026-05-05, by: {LIAISON}}}\n"
WAITING, END = "new_due: 2026-05-20}", "reports:"
BY_TERMS: list[tuple[str, Swap, str]] = [
    ("LX505", (FIRST, f"{WAITING}\n", f"{WAITING}\n{ASKED}"), "requested_on: 2026-04-20"),
    ("", (FIRST, f"{WAITING}\n", f"{WAITING}\n{ASKED.replace('}', REFUSED)}"), ""),
    ("", (FIRST, f"{WAITING}\n", f"{WAITING}\n{ABOVE}"), ""),
    ("LX506", (EXTENDED, END, AGAIN.replace("}", GRANTED) + END), "requested_on: 2026-05-05"),
    ("", (EXTENDED, END, AGAIN + END), ""),
    ("LX507", (FIRST, WAITING, WAITING.replace("}", GRANTED.replace(LIAISON, BY_CONVENER))), "approved_by"),
    ("LX507", (FIRST, WAITING, WAITING.replace("}", REFUSED.replace(LIAISON, BY_CONVENER))), "refused_by"),
    ("", (FIRST, WAITING, WAITING.replace("}", GRANTED)), ""),
    ("LX522", (FIRST, "", CONFIRMED.replace(LIAISON, "{post: 办公室主任, unit: 一局}")), "confirmation"),
    ("", (FIRST, "", CONFIRMED), ""),
    ("LX521", (OFFICE_TASK, "", CONFIRMED), "confirmation"),
    ("LX521", (OFFICE_TASK, "", CONFIRMED.replace(LIAISON, "办公室主任")), "confirmation"),
    ("", (OFFICE_TASK, "", CONFIRMED.replace(LIAISON, BY_CONVENER)), ""),
    ("LX520", (EXTENDED, "", CONFIRMED), "confirmation"),
    ("LX520", (EXTENDED, "", REPORTED + CONFIRMED), "confirmation"),
    ("", (EXTENDED, "", REPORTED.replace("}", ", evidence: 台账}") + CONFIRMED), ""),
]


@pytest.mark.parametrize(("code", "swap", "line"), BY_TERMS)
def test_by_the_terms_of_the_base(code: str, swap: Swap, line: str) -> None:
    """A head that loosens the rules is judged by those of the base."""
    after = swapped(ruled(), swap, ("mechanism.yaml", TERMS, ""))
    found = [each for each in told(ruled(), after) if each.code != "LX550"]
    assert [each.code for each in found] == ([code] if code else []), [each.message for each in found]
    if code:
        assert line in after[swap[0]].split("\n")[found[0].line - 1]
        assert found[0].basis


PRIVATE = "管网已铺设八成，联系人13800138000。"


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ("管网已铺设八成，联系人。", []),
        ("管网已铺设八成，联系人（略）。", []),
        ("管网已铺设八成，联系人138****8000。", []),
        ("管网已铺设九成，联系人。", ["LX510"]),
        ("管网已铺设八成，联系人13900139000。", ["LX510"]),
        ("联系人。管网已铺设八成。", ["LX510"]),
        ("管网已铺设八成，联系人为县政府办公室，已全部铺设。", ["LX510"]),
    ],
)
def test_private_data_may_be_taken_out(now: str, codes: list[str]) -> None:
    private = swapped(base(), (FIRST, "管网已铺设八成。", PRIVATE))
    assert [each.code for each in told(private, swapped(private, (FIRST, PRIVATE, now)))] == codes


MARKED = "机密★1年，管网已铺设八成。"


@pytest.mark.parametrize(
    ("now", "codes"),
    [("（已按保密规定移出）", []), ("管网已铺设八成。", []), ("机密★1年，管网已铺设九成。", ["LX510"])],
)
def test_what_is_marked_secret_may_be_taken_out(now: str, codes: list[str]) -> None:
    marked = swapped(base(), (FIRST, "管网已铺设八成。", MARKED))
    found = told(marked, swapped(marked, (FIRST, MARKED, now)))
    assert [each.code for each in found] == codes


def test_what_two_have_added_at_once() -> None:
    """Theirs is later and was merged first; on a branch that began before it, ours is no back-dating."""
    theirs = swapped(base(), (FIRST, REPORT, REPORT + LATER))
    ours = LATER.replace("2026-05-05", "2026-05-03").replace("全部", "九成")
    both = swapped(theirs, (FIRST, LATER, ours + LATER))
    before, after = load(TextTree(theirs)), load(TextTree(both))
    assert [each.code for each in changed(before, after, TINY_DAY)] == ["LX513"]
    begun = Meanwhile(begun=load(TextTree(base())))
    assert changed(before, after, TINY_DAY, meanwhile=begun) == []
    early = load(TextTree(swapped(both, (FIRST, "2026-05-03", "2026-04-09"))))
    assert [each.code for each in changed(before, early, TINY_DAY, meanwhile=begun)] == ["LX513"]

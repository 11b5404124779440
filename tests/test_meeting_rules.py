"""The conference's rules up to and at the meeting: one slip gives one finding more, at its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from beside import FILES, found_in, new_in
from conftest import HERE, SAMPLE_DAY, texts
from lianxi.finding import Finding

MECHANISM = "mechanism.yaml"
FIRST = "meetings/2025/M-2025-01.yaml"
BY_BUREAU = "meetings/2026/M-2026-01.yaml"
LIAISON = "meetings/2026/M-2026-02.yaml"
HELD = "meetings/2026/M-2026-03.yaml"
BY_DIVISION = "meetings/2026/M-2026-04.yaml"
OPEN = "meetings/2026/M-2026-05.yaml"
ISSUE = "issues/2026/I-2026-010.yaml"
PUT_OFF = "issues/2025/I-2025-003.yaml"
HERE_IT_IS = "▸"
"""Stands in a changed text before what is to be marked."""

Change = tuple[str, str, str]
"""A file, what is replaced in it once, and by what; ``▸`` may mark the place of the finding."""


def changed(files: Mapping[str, str], *changes: Change) -> dict[str, str]:
    made = dict(files)
    for path, old, new in changes:
        assert old in made[path], (path, old)
        made[path] = made[path].replace(old, new, 1)
    return made


APART = ("LX32", "LX33", "LX34", "LX35", "LX4")


def told_in(files: Mapping[str, str], day: date = SAMPLE_DAY) -> list[Finding]:
    """What is new, but for what the same change does to minutes and tasks: that is tested apart."""
    return [
        each
        for each in new_in(files, day)
        if not each.code.startswith(("LX32", "LX33", "LX34", "LX35", "LX4"))
    ]


def marked(files: Mapping[str, str]) -> tuple[str, int, int]:
    """The path, line and column of the mark."""
    path, text = next((path, text) for path, text in files.items() if HERE_IT_IS in text)
    before = text[: text.index(HERE_IT_IS)]
    return path, before.count("\n") + 1, len(before) - before.rfind("\n")


def assert_one(code: str, files: Mapping[str, str], day: date = SAMPLE_DAY) -> Finding:
    """Exactly one finding, at the mark."""
    bare = {path: text.replace(HERE_IT_IS, "") for path, text in files.items()}
    found = told_in(bare, day)
    assert [(each.code, each.path, each.line, each.column) for each in found] == [(code, *marked(files))], [
        (each.code, each.path, each.line, each.column, each.message) for each in found
    ]
    assert found[0].message
    assert found[0].remedy
    return found[0]


def test_the_sample_is_clean() -> None:
    assert told_in(FILES) == []


# --- one slip in the sample ----------------------------------------------------------------

SLIPS: list[tuple[str, str, str, str]] = [
    ("LX301", ISSUE, "collected_by: 蕉岭县工信主管部门 ", "collected_by: ▸蕉岭县政府 "),
    ("LX301", PUT_OFF, "collected_by: 兴宁市工信主管部门", "collected_by: ▸市财政局"),
    ("LX303", OPEN, "issue: I-2026-010", "issue: ▸I-2026-013"),
    ("LX304", OPEN, "issue: I-2026-010", "issue: ▸I-2026-015"),
    ("LX305", OPEN, "issue: I-2026-010", "issue: ▸I-2026-009"),
    ("LX305", OPEN, "issue: I-2025-003", "issue: ▸I-2026-001"),
    ("LX307", HELD, "place: 省工业和信息化厅 ", "place: ▸广州市 "),
    ("LX307", OPEN, "place: 梅州市\n", "place: ▸梅州\n"),
    ("LX307", OPEN, "mode: 现场+视频", "mode: ▸书面"),
    ("LX307", FIRST, "mode: 现场", "mode: ▸书面"),
    ("LX308", OPEN, "chair:\n  post: 召集人", "chair:\n  post: ▸副召集人"),
    (
        "LX308",
        HELD,
        "  post: 召集人                       # 联席",
        "  post: ▸副召集人                     # 联席",
    ),
    ("LX308", OPEN, "chair:\n  post: 召集人\n", "▸chair:\n"),
    ("LX311", BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by: ▸梅江区政府"),
    ("LX311", BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by:\n  unit: 市政府\n  seat: ▸秘书长"),
    ("LX311", BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by:\n  unit: ▸市工商联\n  seat: 主席"),
    ("LX311", BY_DIVISION, "delegated_by:\n  post: 召集人", "delegated_by:\n  post: ▸副召集人"),
    ("LX311", OPEN, "kind: 联席会议", "▸kind: 专题工作会议"),
    ("LX314", HELD, "# 审定人（职务）\n    post: 召集人\n", "# 审定人（职务）\n    post: ▸副召集人\n"),
    ("LX314", OPEN, "chair:\n", "▸notified_on: 2026-09-18\nchair:\n"),
    (
        "LX316",
        OPEN,
        "      - by: 市自然资源局\n        due: 2026-09-23",
        "      - by: 市自然资源局\n        due: ▸2026-09-18",
    ),
    (
        "LX317",
        OPEN,
        "title: 加快梅州苏区工业振兴发展联席会议第三次",
        "title: ▸加快梅州苏区工业振兴发展领导小组第三次",
    ),
    ("LX317", MECHANISM, "name: 加快梅州苏区工业振兴发展联席会议 ", "name: ▸加快梅州苏区工业振兴发展指挥部 "),
]


@pytest.mark.parametrize(("code", "path", "old", "new"), SLIPS)
def test_a_slip_in_the_sample(code: str, path: str, old: str, new: str) -> None:
    assert_one(code, changed(FILES, (path, old, new)))


def without(text: str, start: str, end: str) -> str:
    first = text.index(start)
    return text[:first] + text[text.index(end, first) :]


@pytest.mark.parametrize(
    ("code", "path", "start", "end", "mark"),
    [
        ("LX303", ISSUE, "plan: |", "plan_by:", (OPEN, "    issue: I-2026-010", "    issue: ▸I-2026-010")),
        (
            "LX304",
            ISSUE,
            "consultations:",
            "plan: |",
            (OPEN, "    issue: I-2026-010", "    issue: ▸I-2026-010"),
        ),
        ("LX308", HELD, "chair:", "agenda:", (HELD, "held_on: 2026-04-16", "▸held_on: 2026-04-16")),
        (
            "LX311",
            BY_DIVISION,
            "delegated_by:",
            "notified_on:",
            (BY_DIVISION, "convened_by:", "▸convened_by:"),
        ),
        ("LX311", BY_DIVISION, "convened_by:", "delegated_by:", (BY_DIVISION, "kind:", "▸kind:")),
        ("LX311", BY_BUREAU, "convened_by:", "notified_on:", (BY_BUREAU, "kind:", "▸kind:")),
    ],
)
def test_an_entry_that_is_missing(code: str, path: str, start: str, end: str, mark: Change) -> None:
    files = {**FILES, path: without(FILES[path], start, end)}
    assert_one(code, changed(files, mark))


# --- a slip in the sample after a small change ---------------------------------------------

DELEGATED: Change = (
    OPEN,
    "chair:\n  post: 召集人\n  unit: 市政府\n",
    "chair:\n  post: 副召集人\n  unit: 市政府\n  delegated_by:\n    post: 召集人\n    unit: 市政府\n",
)
APPROVED = "agenda_approval:\n  date: 2026-09-18\n  approved_by:\n    post: 召集人\n    unit: 市政府\n"
BARE_PLACE: tuple[Change, ...] = (
    (OPEN, "venue: 梅州市会议中心第一会议室（示例）\n", ""),
    (
        OPEN,
        "chair:\n",
        f"{APPROVED}notified_on: 2026-09-18\nchair:\n",
    ),
)
LIAISON_FIRST: tuple[Change, ...] = (
    (
        MECHANISM,
        "    require_plan: true ",
        "    liaison_meeting:\n      chaired_by: 联络员\n    require_plan: true ",
    ),
    (
        FIRST,
        "kind: 联席会议",
        "kind: 专题工作会议\nconvened_by: 市财政局\ndelegated_by:\n  post: 召集人\n  unit: 市政府",
    ),
    (FIRST, "number: 1", "number: 9"),
)
DELEGATES = "    delegates:\n      - post: 副召集人\n    delegation: true "
CANCELLED: Change = (
    OPEN,
    "starts: 2026-09-29T09:00\nends: 2026-09-29T11:30",
    "cancelled:\n  date: 2026-09-18\n  reason: 时间冲突（示例）",
)
NO_OTHER_KEY: Change = (PUT_OFF, "key: true", "key: false")

AFTER: list[tuple[str, tuple[Change, ...], Change]] = [
    # LX302: the last key issue
    ("LX302", (NO_OTHER_KEY, (OPEN, "\nagenda:", "\n▸agenda:")), (ISSUE, "key: true ", "key: false ")),
    # LX303, LX304: who was not asked, and what came before the issue was put off
    (
        "LX304",
        ((OPEN, "issue: I-2026-010", "issue: ▸I-2026-010"),),
        (ISSUE, "division: 规划与产业政策处       # 省厅处室\n    asked", "unit: 市财政局\n    asked"),
    ),
    (
        "LX303",
        ((OPEN, "issue: I-2025-003", "issue: ▸I-2025-003"),),
        (PUT_OFF, "plan_on: 2026-09-03", "plan_on: 2025-10-24"),
    ),
    ("LX304", ((OPEN, "issue: I-2025-003", "issue: ▸I-2025-003"),), (PUT_OFF, "    date: 2026-08-27\n", "")),
    # LX306
    ("LX306", BARE_PLACE, (OPEN, "mode: 现场+视频\nplace: 梅州市\n", "▸mode: 现场+视频\n")),
    # LX308, LX309: to whom and by whom
    (
        "LX309",
        (DELEGATED,),
        (
            OPEN,
            "    post: 召集人\n    unit: 市政府\n  person",
            "    post: ▸副召集人\n    unit: 市政府\n  person",
        ),
    ),
    (
        "LX309",
        (DELEGATED, (OPEN, "  delegated_by:", "  ▸delegated_by:")),
        (MECHANISM, "    delegation: true ", "    delegation: false "),
    ),
    (
        "LX308",
        (DELEGATED, (MECHANISM, "    delegation: true ", DELEGATES)),
        (
            OPEN,
            "chair:\n  post: 副召集人\n  unit: 市政府",
            "chair:\n  post: ▸联络员\n  unit: 市工业和信息化局",
        ),
    ),
    (
        "LX308",
        ((MECHANISM, "    delegation: true ", "    joint: false\n    delegation: true "),),
        (
            OPEN,
            "chair:\n  post: 召集人\n  unit: 市政府\n  person: 示例甲\n  title: 梅州市市长\n",
            "chair:\n  - post: 召集人\n    unit: 市政府\n  - ▸post: 召集人\n    unit: 省工业和信息化厅\n",
        ),
    ),
    # LX311: none may be held
    (
        "LX311",
        (
            (BY_BUREAU, "kind: 专题工作会议", "kind: 联络员会议"),
            (BY_BUREAU, "number: 1", "number: 8"),
            (BY_DIVISION, "kind: 专题", "kind: ▸专题"),
        ),
        (
            MECHANISM,
            "    delegated_by:                    # 由谁委托",
            "    allowed: false\n    delegated_by:                    # 由谁委托",
        ),
    ),
    # LX312, LX313
    (
        "LX312",
        (*LIAISON_FIRST, (HELD, "\nheld_on:", "\n▸held_on:")),
        (LIAISON, "held_on: 2026-03-26", "cancelled:\n  date: 2026-03-25\n  reason: 时间冲突（示例）"),
    ),
    (
        "LX312",
        (*LIAISON_FIRST, (HELD, "\nheld_on:", "\n▸held_on:")),
        (
            LIAISON,
            "2026-03-26T15:00\nends: 2026-03-26T16:30\nnotified_on: 2026-03-23\nheld_on: 2026-03-26",
            "2026-04-26T15:00\nends: 2026-04-26T16:30\nnotified_on: 2026-03-23\nheld_on: 2026-04-26",
        ),
    ),
    (
        "LX313",
        LIAISON_FIRST,
        (
            LIAISON,
            "  post: 联络员\n  unit: 市工业和信息化局\n  person: 示例己",
            "  post: ▸副召集人\n  unit: 市政府\n  person: 示例己",
        ),
    ),
    ("LX313", LIAISON_FIRST, (LIAISON, "chair:\n  post: 联络员\n", "▸chair:\n")),
    # LX315
    (
        "LX315",
        (
            (
                MECHANISM,
                "    require_plan: true ",
                "    notice_lead:\n      workdays: 4\n    require_plan: true ",
            ),
        ),
        (OPEN, "starts: 2026-09-29", "starts: ▸2026-09-28"),
    ),
    (
        "LX315",
        (
            (
                MECHANISM,
                "    require_plan: true ",
                "    notice_lead:\n      workdays: 7\n    require_plan: true ",
            ),
            BARE_PLACE[1],
            (OPEN, "starts: 2026-09-29T09:00", "starts: 2026-09-30T09:00"),
            (OPEN, "ends: 2026-09-29", "ends: 2026-09-30"),
        ),
        (OPEN, "notified_on: 2026-09-18", "notified_on: ▸2026-09-21"),
    ),
    # LX316: by the mechanism's own lead
    (
        "LX316",
        ((OPEN, "      - by: 市财政局\n        due: 2026-09-23\n", "      - by: ▸市财政局\n"),),
        (
            MECHANISM,
            "        workdays: 3                  # 工作日",
            "        workdays: 8                  # 工作日",
        ),
    ),
    # LX318, LX319
    (
        "LX318",
        (CANCELLED,),
        (MECHANISM, "    type: 适时 ", "    ▸every:\n      months: 5\n    type: 定期 "),
    ),
    (
        "LX318",
        (CANCELLED,),
        (MECHANISM, "  chairing: ", "    configured:\n      ▸every:\n        months: 5\n  chairing: "),
    ),
    ("LX319", (), (MECHANISM, "    type: 适时 ", "    max_per_year: ▸1\n    type: 适时 ")),
]


@pytest.mark.parametrize(("code", "given", "slip"), AFTER)
def test_a_slip_after_a_change(code: str, given: tuple[Change, ...], slip: Change) -> None:
    prepared = changed(FILES, *given)
    assert told_in({path: text.replace(HERE_IT_IS, "") for path, text in prepared.items()}) == []
    assert_one(code, changed(prepared, slip))


# --- what is no fault ----------------------------------------------------------------------

RIGHT: list[tuple[str, tuple[Change, ...]]] = [
    (
        "who took over from a collector collects",
        (
            (
                MECHANISM,
                "    - 市工业和信息化局\n      - 梅江区工信主管部门\n",
                "    - 市金融局\n      - 市工业和信息化局\n      - 梅江区工信主管部门\n",
            ),
            (ISSUE, "collected_by: 蕉岭县工信主管部门 ", "collected_by: 市委金融办 "),
        ),
    ),
    (
        "a group collects",
        (
            (
                MECHANISM,
                "      - 市工业和信息化局\n      - 梅江区工信主管部门\n",
                "      - 各县（市、区）政府\n      - 市工业和信息化局\n      - 梅江区工信主管部门\n",
            ),
            (ISSUE, "collected_by: 蕉岭县工信主管部门 ", "collected_by: 蕉岭县政府 "),
        ),
    ),
    ("a county lies in the city", ((OPEN, "place: 梅州市", "place: 梅县区"),)),
    ("two listed ways are joined", ((MECHANISM, "      - 现场+视频\n", ""),)),
    ("a special meeting is held anywhere", ((BY_DIVISION, "place: 省工业和信息化厅", "place: 广州市"),)),
    ("a convener may hand over the chair", (DELEGATED,)),
    (
        "two conveners chair together",
        (
            (
                OPEN,
                "chair:\n  post: 召集人\n  unit: 市政府\n  person: 示例甲\n  title: 梅州市市长\n",
                "chair:\n  - post: 召集人\n    unit: 市政府\n  - post: 召集人\n    unit: 省工业和信息化厅\n",
            ),
        ),
    ),
    (
        "who stands in for a convener chairs",
        (
            (
                MECHANISM,
                "    delegation: true ",
                "    in_absence:\n      - post: 副召集人\n    delegation: true ",
            ),
            (OPEN, "chair:\n  post: 召集人", "chair:\n  post: 副召集人"),
        ),
    ),
    (
        "who took over from a bureau convenes",
        ((BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by: 市委金融办"),),
    ),
    (
        "a deputy of the city convenes",
        ((BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by:\n  post: 副召集人\n  unit: 市政府"),),
    ),
    (
        "its deputy by his seat",
        (
            (
                BY_DIVISION,
                "convened_by: 规划与产业政策处",
                "convened_by:\n  unit: 市政府\n  seat: 分管负责同志",
            ),
        ),
    ),
    (
        "a convener needs nobody's word",
        (
            (
                BY_DIVISION,
                "convened_by: 规划与产业政策处\ndelegated_by:\n",
                "convened_by:\n",
            ),
            (
                BY_DIVISION,
                "delegated_on: 2026-07-01\n",
                "",
            ),
        ),
    ),
    (
        "a special meeting is prepared before the word is given",
        ((OPEN, "kind: 联席会议", "kind: 专题工作会议\nconvened_by: 市财政局"),),
    ),
    (
        "nothing is asked of a cancelled meeting",
        (
            (
                OPEN,
                "chair:\n  post: 召集人",
                "cancelled:\n  date: 2026-09-18\n  reason: 时间冲突（示例）\nchair:\n  post: 副召集人",
            ),
            (OPEN, "issue: I-2026-010", "issue: I-2026-018"),
            (OPEN, "place: 梅州市\n", "place: 广州市\n"),
        ),
    ),
    ("a held meeting is past mending", ((HELD, "issue: I-2026-002 ", "issue: I-2026-018 "),)),
    (
        "a liaison meeting only prepares",
        ((OPEN, "kind: 联席会议", "kind: 联络员会议"), (OPEN, "issue: I-2026-010", "issue: I-2026-009")),
    ),
    (
        "several plans are late: the day is wrong",
        (
            (OPEN, "starts: 2026-09-29T09:00", "starts: 2026-08-31T09:00"),
            (OPEN, "ends: 2026-09-29", "ends: 2026-08-31"),
        ),
    ),
    (
        "a unit of that name met",
        (
            (
                BY_DIVISION,
                "title: 铜箔特色产业园申报和电路板集群数字化转型试点专题工作会议",
                "title: 传达省制造业发展领导小组第三次会议",
            ),
        ),
    ),
    (
        "a committee among the units met",
        (
            (
                OPEN,
                "title: 加快梅州苏区工业振兴发展联席会议第三次会议",
                "title: 广东梅州高新技术产业园区管理委员会第三次会议",
            ),
        ),
    ),
    (
        "an extra meeting is allowed",
        ((MECHANISM, "    type: 适时 ", "    max_per_year: 1\n    extra: true\n    type: 适时 "),),
    ),
    (
        "the next meeting is in sight",
        ((MECHANISM, "    type: 适时 ", "    every:\n      months: 5\n    type: 定期 "),),
    ),
]


@pytest.mark.parametrize(("changes"), [changes for _, changes in RIGHT], ids=[name for name, _ in RIGHT])
def test_what_is_right(changes: tuple[Change, ...]) -> None:
    assert [(each.code, each.path, each.message) for each in told_in(changed(FILES, *changes))] == []


@pytest.mark.parametrize("path", [LIAISON, HELD, BY_DIVISION])
def test_a_meeting_that_cannot_be_read_is_told_once(path: str) -> None:
    prepared = changed(FILES, *LIAISON_FIRST)
    broken = {**prepared, path: prepared[path].replace("number:", "number：", 1)}
    assert [each.code for each in told_in(broken)] == ["LX003"]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (
            MECHANISM,
            "    by:                              # 由谁主持\n      post: 召集人",
            "    by:\n      post: 召集者",
            "LX208",
        ),
        (MECHANISM, "      - group: 市政府相关职能部门", "      - group: 市政府相关部门", "LX203"),
        (OPEN, "chair:\n  post: 召集人", "chair:\n  post: 联络员", "LX210"),
        (OPEN, "chair:\n  post: 召集人\n  unit: 市政府", "chair:\n  post: 副召集人", "LX209"),
        (BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by: 市金融局", "LX206"),
        (BY_DIVISION, "convened_by: 规划与产业政策处", "convened_by: 规划与产业政策所", "LX203"),
    ],
)
def test_a_name_that_is_told_elsewhere_is_told_once(path: str, old: str, new: str, code: str) -> None:
    assert [each.code for each in told_in(changed(FILES, (path, old, new)))] == [code]


# --- other conferences ---------------------------------------------------------------------

MEETING = """\
id: M-{year}-{no:02}
kind: {kind}
number: {no}
mode: 现场
venue: 示例会议室（示例）
starts: {day}T09:00
notified_on: {day}
held_on: {day}
{rest}
disclosure: 不予公开
disclosure_reason: 过程性信息
"""


def meeting(no: int, day: str, rest: str, kind: str = "联席会议") -> dict[str, str]:
    year = day[:4]
    text = MEETING.format(year=year, no=no, day=day, rest=rest, kind=kind)
    return {f"meetings/{year}/M-{year}-{no:02}.yaml": text}


def conference(name: str, *meetings: dict[str, str]) -> dict[str, str]:
    files = texts(HERE / "mechanisms" / name)
    for each in meetings:
        files |= each
    return files


LED = "chair:\n  post: {post}\n  unit: {unit}"


def led(post: str, unit: str) -> str:
    return LED.format(post=post, unit=unit)


SIX = "示例{}省政府"
TALKS = meeting(1, "2025-05-06", led("秘书长", "示例甲省政府"), "联络员会议")


@pytest.mark.parametrize(
    ("name", "rest", "code"),
    [
        ("regional-rotating", led("执行主席", "示例乙省政府"), None),
        ("regional-rotating", led("执行主席", "▸示例丙省政府"), "LX310"),
        ("regional-rotating", led("▸行政首长", "示例乙省政府"), "LX308"),
        ("regional-rotating", led("执行主席", "示例乙省政府") + "\n  ▸delegated_by: 秘书长", "LX309"),
        ("river-basin", led("召集人", "上游省政府"), None),
        ("river-basin", led("召集人", "▸下游省政府"), "LX310"),
        (
            "river-basin",
            "chair:\n  - post: 召集人\n    unit: 下游省政府\n  - post: 召集人\n    unit: 上游省政府",
            None,
        ),
        ("university-vote", led("轮值主席", "示例大学"), None),
        ("university-vote", led("轮值主席", "▸示例师范大学"), "LX310"),
        (
            "university-vote",
            "chair:\n  post: 秘书长\n  delegated_by:\n    post: 轮值主席\n    unit: 示例大学",
            None,
        ),
        (
            "university-vote",
            "chair:\n  post: 秘书长\n  delegated_by:\n    post: 轮值主席\n    unit: ▸示例师范大学",
            "LX310",
        ),
        (
            "university-vote",
            led("▸成员", "示例大学") + "\n  delegated_by:\n    post: 轮值主席\n    unit: 示例大学",
            "LX308",
        ),
        ("county-two-conveners", led("第二召集人", "县政府办公室"), None),
        ("county-two-conveners", led("▸办公室主任", "县发展改革局"), "LX308"),
        ("minimal", "", None),
        ("logistics", led("召集人", "国家发展改革委"), None),
        ("eldercare-2019", "chair:\n  unit: 发展改革委\n  delegated_by: 召集人", None),
    ],
)
def test_who_chairs_elsewhere(name: str, rest: str, code: str | None) -> None:
    files = conference(name, TALKS if name == "regional-rotating" else {}, meeting(2, "2025-11-06", rest))
    if code:
        assert_one(code, files, date(2025, 11, 10))
    else:
        assert told_in(files, date(2025, 11, 10)) == []


def test_the_years_of_a_post_say_whose_turn_it_is() -> None:
    files = conference("river-basin", meeting(2, "2025-11-06", led("召集人", "▸下游省政府")))
    text = files[MECHANISM].replace("    rotating: true\n", "")
    for unit, year in (("上游省政府", 2025), ("下游省政府", 2026)):
        post = f"    unit: {unit}\n    rank: 1\n"
        assert post in text
        text = text.replace(post, f"{post}    years: [{year}]\n", 1)
    assert_one("LX310", {**files, MECHANISM: text}, date(2025, 11, 10))


def test_a_special_meeting_by_post() -> None:
    name, day = "provincial-chief-convener", date(2025, 11, 10)

    def held(by: str) -> dict[str, str]:
        return conference(name, meeting(1, "2025-11-06", f"convened_by:{by}", "专题工作会议"))

    assert told_in(held("\n  post: 召集人\n  unit: 省发展改革委"), day) == []
    assert told_in(held(" 省发展改革委"), day) == []
    assert_one("LX311", held(" ▸省司法厅"), day)
    assert_one("LX311", held("\n  post: ▸副召集人"), day)


YEARLY = [
    # held on, the day, what is told
    (("2024-03-05", "2024-09-05"), "2026-03-01", True),
    (("2025-03-05", "2025-09-05"), "2026-03-01", False),
    (("2024-11-05", "2025-09-05"), "2026-03-01", True),
    (("2025-09-05",), "2026-03-01", False),
    ((), "2026-03-01", False),
]


@pytest.mark.parametrize(("days", "today", "told"), YEARLY)
def test_too_few_meetings_last_year(days: tuple[str, ...], today: str, told: bool) -> None:  # noqa: FBT001
    held = [meeting(no + 1, day, led("召集人", "上游省政府")) for no, day in enumerate(days)]
    files = conference("river-basin", *held)
    files[MECHANISM] = (
        files[MECHANISM].replace("    rotating: true\n", "").replace("until: 2028", "until: 2029")
    )
    if told:
        files[MECHANISM] = files[MECHANISM].replace("min_per_year: ", "min_per_year: ▸")
        assert_one("LX318", files, date.fromisoformat(today))
    else:
        assert told_in(files, date.fromisoformat(today)) == []


def test_a_conference_whose_records_begin_with_it_is_held_to_its_first_full_year() -> None:
    """One meeting in 2024, where two are asked for."""
    files = conference("logistics", meeting(1, "2024-05-06", led("召集人", "国家发展改革委")))
    files = changed(files, (MECHANISM, "min_per_year: 1", "min_per_year: 2"))
    path, today = "meetings/2024/M-2024-01.yaml", date(2025, 3, 1)
    founded = changed(files, (MECHANISM, "  date: null ", "  date: 2023-05-06 "))
    assert [each.code for each in told_in(founded, today)] == ["LX318"]
    assert told_in(files, today) == []
    assert told_in(changed(files, (MECHANISM, "  date: null ", "  date: 2024-03-06 ")), today) == []
    assert told_in(changed(founded, (path, "number: 1", "number: 5")), today) == []


@pytest.mark.parametrize(("day", "told"), [("2026-09-23", 0), ("2026-09-24", 4), ("2026-09-30", 0)])
def test_a_reminder_ends_with_the_day_of_the_meeting(day: str, told: int) -> None:
    """Three papers are missing and nobody was told; on the day after it is too late to say so."""
    lead = "    notice_lead:\n      workdays: 2\n    require_plan: true "
    files = changed(FILES, (MECHANISM, "    require_plan: true ", lead))
    found = [each.code for each in found_in(files, date.fromisoformat(day))]
    assert sum(code in {"LX315", "LX316"} for code in found) == told


def test_an_issue_that_cannot_be_read_may_be_the_key_one() -> None:
    broken = changed(FILES, NO_OTHER_KEY, (ISSUE, "county: ", "county："))
    assert [each.code for each in told_in(broken)] == ["LX003"]

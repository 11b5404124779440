"""lianxi plan: what a merge will change for people, sentence by sentence, and nothing where nothing does."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import DAY, IDENTITY, SAMPLE, TINY, TINY_DAY, Lianxi, texts
from lianxi.book import load
from lianxi.reports.plan import Plan, plan
from lianxi.tree import FolderTree, TextTree
from test_golden import agree
from twins import (
    DECISION,
    FIRST,
    FLATS,
    PAPER,
    PERMIT,
    PIPES,
    PLAN_TASK,
    RULES,
    SECOND,
    WATCH,
    YEAR,
    Edit,
    Files,
    both,
    gone,
    lay,
    same,
    swap,
)

MECHANISMS = sorted(path.name for path in (Path(__file__).parent / "mechanisms").iterdir())
ASKED = """extensions:
  - requested_on: 2026-04-14
    reason: 管材推迟
    new_due: 2026-05-08
"""
GRANTED = f"{ASKED}    approved_by: {{post: 联络员, unit: 一局}}\n    approved_on: 2026-04-14\n"
AGAIN = f"""{GRANTED}  - requested_on: 2026-05-06
    reason: 又推迟
    new_due: 2026-07-15
"""
PIPE = "示例园区A供水管网扩建（东县政府牵头）"
TASK = (
    "id: T-2026-{0:03}\ntitle: 新任务{0}（示例）\nissue: I-2026-001\n"
    "assigned_on: 2026-05-06\nlead: {1}\nmeasure: 办\ndue: {2}\n"
)
ANSWER = "    approved_by: {post: 联络员, unit: 一局}\n    approved_on: 2026-05-06\n"


def told(base: Files, head: Files, audience: str = "内部", day: date = TINY_DAY) -> Plan:
    return plan(load(TextTree(base)), load(TextTree(head)), day, "main", audience)


def new(path: str, text: str) -> Edit:
    return lambda files: {**files, path: text}


def tasks(count: int, lead: str = "西县政府", due: str = "2026-12-31") -> Edit:
    made = {f"tasks/2026/T-2026-{no:03}.yaml": TASK.format(no, lead, due) for no in range(10, 10 + count)}
    return lambda files: {**files, **made}


DRAFT = swap(
    FIRST,
    "  issued_on: 2026-02-13\n  sha256: 7e6b70c8ac2f333b75387f90274f825c97bc08b76402bddadbfdbde69f332555\n",
    "",
)
CASES: dict[str, tuple[Edit, Edit, str]] = {
    # name: (the base, the head, the sentence)
    "nothing": (same, lay(PIPES, "notes:\n  - {date: 2026-05-06, text: 已催}\n"), ""),
    "an issue retold": (same, swap(PERMIT, "situation: |\n", "situation: |\n  又及。\n"), ""),
    "one task": (same, tasks(1), "新增督办任务1项：新任务10（西县政府牵头，12月31日前完成）。"),
    "three tasks": (same, tasks(3), "新增督办任务3项。"),
    "a late task": (
        same,
        tasks(1, due="2026-05-05"),
        "新增督办任务1项：新任务10（西县政府牵头，5月5日前完成）；1项将转为逾期：新任务10（西县政府牵头）。",
    ),
    "a standing task": (
        same,
        lambda files: swap(
            "tasks/2026/T-2026-010.yaml", "due: 2026-12-31", "due: 长期坚持\nreport_every: {months: 1}"
        )(tasks(1)(files)),
        "新增督办任务1项：新任务10（西县政府牵头，长期坚持）。",
    ),
    "a task in stages": (
        same,
        lambda files: swap(
            "tasks/2026/T-2026-010.yaml",
            "due: 2026-12-31",
            "milestones:\n  - {title: 立项, due: 2026-06-30}\n  - {title: 验收, due: 2026-12-31}",
        )(tasks(1)(files)),
        "新增督办任务1项：新任务10（西县政府牵头，分2个阶段，最近的6月30日前完成）。",
    ),
    "minutes issued": (
        DRAFT,
        lambda files: files | {FIRST: (TINY / FIRST).read_text(encoding="utf-8")},
        "新增督办任务3项；示例园区A供水保障方案（二局牵头）销号；1项将转为逾期："
        + PIPE
        + "；1项将转为临期：示例园区A供水应急值守（东县政府、二局牵头）；第1期纪要印发。",
    ),
    "asked": (same, lay(PIPES, ASKED), f"{PIPE}申请延至5月8日，待答复。"),
    "granted": (
        same,
        lay(PIPES, GRANTED),
        f"{PIPE}由4月15日延至5月8日（第1次延期）；1项将转为临期：{PIPE}；1项不再逾期：{PIPE}。",
    ),
    "granted again": (
        lay(PIPES, GRANTED),
        lay(PIPES, AGAIN + ANSWER),
        f"{PIPE}由5月8日延至7月15日（第2次延期）；1项不再临期：{PIPE}。",
    ),
    "answered": (
        lay(PIPES, AGAIN),
        lay(PIPES, AGAIN + ANSWER),
        f"{PIPE}由5月8日延至7月15日（第2次延期）；1项不再临期：{PIPE}。",
    ),
    "refused": (
        lay(PIPES, ASKED),
        lay(
            PIPES,
            (
                f"{ASKED}    refused_by: {{post: 联络员, unit: 一局}}\n"
                f"    refused_on: 2026-05-06\n    why: 不足\n"
            ),
        ),
        f"{PIPE}申请延至5月8日，没有同意。",
    ),
    "set by a meeting": (
        same,
        lay(
            PIPES,
            "extensions:\n  - {date: 2026-05-06, reason: 统筹, new_due: 2026-07-15, basis: R-2026-001}\n",
        ),
        f"{PIPE}由4月15日延至7月15日（第一次会议明确）；1项不再逾期：{PIPE}。",
    ),
    "set from above": (
        same,
        lay(PIPES, "extensions:\n  - {date: 2026-05-06, reason: 统筹, new_due: 2026-07-15, basis: 批示}\n"),
        f"{PIPE}由4月15日延至7月15日（上级另定）；1项不再逾期：{PIPE}。",
    ),
    "moved outright": (
        same,
        swap(PIPES, "due: 2026-04-15", "due: 2026-05-05"),
        f"{PIPE}的时限由4月15日改为5月5日；第1期纪要将变化。",
    ),
    "a calendar": (
        swap(PLAN_TASK, "completions", "notes: []\ncompletions"),
        swap(YEAR, "    to: 2026-02-23", "    to: 2026-02-24"),
        "示例园区A供水保障方案（二局牵头）的时限由3月5日改为3月6日；录入或者改动1个年份的放假安排：2026年。",
    ),
    "reported": (
        same,
        lay(PIPES, "reports:\n  - {date: 2026-05-06, by: 东县政府, text: 已完成}\n"),
        "新增进展报告1条：东县政府报告示例园区A供水管网扩建的进展。",
    ),
    "done": (
        same,
        lay(PIPES, "completions:\n  - {reported_on: 2026-05-06, by: 东县政府, evidence: 单}\n"),
        f"{PIPE}报办结，待销号；1项不再逾期：{PIPE}。",
    ),
    "done and confirmed": (
        same,
        lay(
            PIPES,
            (
                "completions:\n  - {reported_on: 2026-05-06, by: 东县政府, evidence: 单}\n"
                "confirmation: {date: 2026-05-06, by: {post: 联络员, unit: 一局}}\n"
            ),
        ),
        f"{PIPE}销号；1项不再逾期：{PIPE}。",
    ),
    "returned": (
        lay(PIPES, "completions:\n  - {reported_on: 2026-05-04, by: 东县政府, evidence: 单}\n"),
        lay(
            PIPES,
            (
                "completions:\n  - reported_on: 2026-05-04\n    by: 东县政府\n    evidence: 单\n"
                "    returned: {date: 2026-05-06, by: {post: 联络员, unit: 一局}, reason: 不全, "
                "redo_by: 2026-05-20}\n"
            ),
        ),
        f"{PIPE}退办，5月20日前重办；1项将转为逾期：{PIPE}。",
    ),
    "passed on": (
        same,
        lay(
            PIPES, "reassignments:\n  - {date: 2026-05-06, from: 东县政府, to: 西县政府, reason: 机构改革}\n"
        ),
        "示例园区A供水管网扩建由东县政府改由西县政府牵头。",
    ),
    "suspended": (
        same,
        lay(
            PIPES,
            (
                "suspensions:\n"
                "  - {since: 2026-05-06, reason: 汛期, approved_by: {post: 召集人, unit: 市政府}}\n"
            ),
        ),
        f"{PIPE}暂缓办理；1项不再逾期：{PIPE}。",
    ),
    "resumed": (
        lay(
            PIPES,
            (
                "suspensions:\n"
                "  - {since: 2026-04-20, reason: 汛期, approved_by: {post: 召集人, unit: 市政府}}\n"
            ),
        ),
        lay(
            PIPES,
            (
                "suspensions:\n"
                "  - {since: 2026-04-20, until: 2026-05-05, reason: 汛期, "
                "approved_by: {post: 召集人, unit: 市政府}}\n"
            ),
        ),
        f"{PIPE}恢复办理；1项将转为逾期：{PIPE}。",
    ),
    "withdrawn": (
        same,
        lay(
            PIPES,
            "cancelled: {date: 2026-05-06, reason: 不再需要, approved_by: {post: 召集人, unit: 市政府}}\n",
        ),
        f"{PIPE}撤销；1项不再逾期：{PIPE}。",
    ),
    "gone": (same, gone(PIPES), f"删去任务1项：{PIPE}；第1期纪要将变化。"),
    "sent up": (
        same,
        lay(PIPES, "upward:\n  - {to: 省自然资源厅, by: 东县政府, sent_on: 2026-05-06}\n"),
        f"{PIPE}报省自然资源厅，待批复；1项不再逾期：{PIPE}。",
    ),
    "stage done": (
        swap(
            PIPES,
            "due: 2026-04-15\n",
            "milestones:\n  - {title: 勘测, due: 2026-06-30}\n  - {title: 铺设, due: 2026-12-31}\n",
        ),
        swap(PIPES, "{title: 勘测, due: 2026-06-30}", "{title: 勘测, due: 2026-06-30, done_on: 2026-05-06}"),
        f"{PIPE}完成“勘测”阶段。",
    ),
    "support changed": (
        same,
        swap(PIPES, "  - 二局\n", "  - 四局\n"),
        f"{PIPE}改了配合单位；第1期纪要将变化。",
    ),
    "served": (
        same,
        lay(PIPES, "notices:\n  - {no: 3, date: 2026-05-06, form: 督办通知单, reply_by: 2026-05-16}\n"),
        "发督办通知单（第3号），催东县政府办理示例园区A供水管网扩建，5月16日前反馈。",
    ),
    "replied": (
        lay(PIPES, "notices:\n  - {no: 3, date: 2026-04-20, form: 督办通知单, reply_by: 2026-05-16}\n"),
        lay(
            PIPES,
            (
                "notices:\n"
                "  - {no: 3, date: 2026-04-20, form: 督办通知单, reply_by: 2026-05-16, "
                "replied_on: 2026-05-06}\n"
            ),
        ),
        "东县政府反馈示例园区A供水管网扩建的督办通知单（第3号）。",
    ),
    "left": (
        same,
        lay(FLATS, "exit: {as: 转办, date: 2026-05-06, reason: 另有渠道, to: 二局}\n"),
        "示例产业人才公寓问题转办，转二局。",
    ),
    "answered to": (
        same,
        lay(FLATS, "feedback: {date: 2026-05-06, satisfaction: 满意}\n"),
        "示例产业人才公寓问题的提出方反馈满意。",
    ),
    "put off": (
        same,
        both(
            swap(
                SECOND,
                "starts: 2026-05-12T09:00\nends: 2026-05-12T10:00\n",
                "starts: 2026-05-20T15:00\nends: 2026-05-20T16:00\n",
            ),
            lay(
                SECOND,
                (
                    "postponements:\n"
                    "  - {was: 2026-05-12T09:00, now: 2026-05-20T15:00, reason: 公务, date: 2026-05-06}\n"
                ),
            ),
        ),
        "第二次会议由2026年5月12日（星期二）上午9:00改至2026年5月20日（星期三）下午3:00。",
    ),
    "called off": (same, lay(SECOND, "cancelled: {date: 2026-05-06, reason: 公务}\n"), "第二次会议取消。"),
    "announced": (same, lay(SECOND, "notified_on: 2026-05-06\n"), "发出第二次会议的通知。"),
    "moved elsewhere": (same, swap(SECOND, "place: 示例市", "place: 东县"), "第二次会议改了地点。"),
    "an item more": (
        same,
        swap(
            SECOND,
            "notes:\n",
            "  - {no: 3, category: 协商解决重大问题, issue: I-2026-002, presenter: 西县政府}\nnotes:\n",
        ),
        "第二次会议的议程增加“示例产业人才公寓问题”。",
    ),
    "a 更正": (
        same,
        both(
            swap(PIPES, "完成供水管网扩建", "推进供水管网扩建"),
            swap(
                FIRST,
                "disclosure: 不予公开\n",
                (
                    "  corrections:\n    - date: 2026-05-06\n      place: 第一项（一）\n"
                    "      reason: 误\n      approved_by: {post: 召集人, unit: 市政府}\n"
                    "      changes: [{record: T-2026-001, field: measure, was: 完成供水管网扩建, "
                    "now: 推进供水管网扩建}]\n"
                    "disclosure: 不予公开\n"
                ),
            ),
        ),
        f"{PIPE}改了工作任务；第1期纪要更正1处。",
    ),
    "a draft": (
        DRAFT,
        lay(DECISION, "text: 由一局统筹\n"),
        "议定事项“示例园区A供水问题”改了内容；第1期纪要稿将变化。",
    ),
    "only the paper": (same, swap(PAPER, "编制供水保障方案。", "编制方案。"), "第1期纪要将变化。"),
    "a rule": (
        same,
        swap(RULES, "      workdays: 5", "      workdays: 1"),
        (
            "1项不再临期：示例园区A供水应急值守（东县政府、二局牵头）；"
            "联席会议的配置改动1处：rules（规则）的 follow_up（报告和预警）的 "
            "due_soon（距时限多久算临期）由“5个工作日”改为“1个工作日”。"
        ),
    ),
    "an incumbent": (
        same,
        swap(
            RULES,
            "  - post: 召集人\n    unit: 省厅\n    rank: 1\n    incumbents: []",
            "  - post: 召集人\n    unit: 省厅\n    rank: 1\n    incumbents: [{person: 示例丙}]",
        ),
        "1个职务的任职有变动：召集人（省厅）。",
    ),
    "a unit renamed": (
        same,
        swap(
            RULES,
            "  - name: 西县政府\n",
            "  - name: 西区政府\n    former: [{name: 西县政府, until: 2026-05-05}]\n",
        ),
        "单位变动1个：西县政府改名西区政府。",
    ),
    "the issue's own example": (
        lay(PIPES, AGAIN),
        both(tasks(3), lay(PIPES, AGAIN + ANSWER), swap(WATCH, "new_due: 2026-05-08", "new_due: 2026-05-05")),
        (
            f"新增督办任务3项；{PIPE}由5月8日延至7月15日（第2次延期）；"
            "示例园区A供水应急值守（东县政府、二局牵头）的时限由5月8日改为5月5日；"
            "1项将转为逾期：示例园区A供水应急值守（东县政府、二局牵头）；2项不再临期。"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_sentence(name: str, whole: Files) -> None:
    given_, edit, sentence = CASES[name]
    base = given_(whole)
    head = edit(base)
    assert head != base
    assert not load(TextTree(head)).unread
    assert told(base, head).summary == sentence


def test_a_long_merge_is_summed_up_and_listed(whole: Files) -> None:
    found = told(whole, tasks(30)(whole))
    assert found.summary == "新增督办任务30项。"
    assert len(found.points[0].items) == 30
    (unit,) = found.units
    assert (unit.name, len(unit.gains)) == ("西县政府", 30)


def test_whose_duties_change_in_the_order_of_the_mechanism(whole: Files) -> None:
    head = both(
        tasks(1, "四局"),
        lay(PIPES, GRANTED),
        lay("tasks/2026/T-2026-020.yaml", TASK.format(20, "东县政府", "2026-06-01")),
    )(whole)
    found = told(whole, head).units
    assert [unit.name for unit in found] == ["东县政府", "一局", "四局"]
    east, office, _ = found
    assert [each.text for each in east.gains] == ["办理“新任务20”，6月1日前"]
    assert [(each.text, each.due, each.was) for each in east.moves] == [
        ("办理“示例园区A供水管网扩建”，时限由4月15日改为5月8日", date(2026, 5, 8), date(2026, 4, 15))
    ]
    assert [each.text for each in office.losses] == ["对“示例园区A供水管网扩建”发提醒，4月16日前"]


def test_records_that_cannot_be_read_are_neither_new_nor_gone(whole: Files) -> None:
    broken = swap(PIPES, "lead: 东县政府", "lead: [")(whole)
    assert (told(whole, broken).summary, told(whole, broken).unread) == ("", 1)
    assert told(broken, whole).summary == ""
    lost = swap(DECISION, "outcome: 议定", "outcome: 定了")(whole)
    assert told(whole, lost).summary == ""
    without = {path: text for path, text in whole.items() if path != RULES}
    assert told(whole, without).summary == ""
    assert told(without, whole).summary == ""


def test_a_meeting_of_the_base_that_cannot_be_read_makes_no_news(whole: Files) -> None:
    broken = swap(FIRST, "issue_no: 1", "issue_no: 第一")(whole)
    later = both(*map(gone, (DECISION, PIPES, PERMIT, WATCH)))(broken)
    assert "纪要印发后交办" not in told(later, whole).summary
    assert told(broken, whole).summary == ""


def test_what_could_not_be_read_before_is_not_compared_and_that_is_said(whole: Files) -> None:
    open_ = next(line for line in whole[FIRST].splitlines() if line.startswith("disclosure"))
    unsaid = swap(FIRST, f"{open_}\n", "")(whole)
    found = told(unsaid, whole)
    assert (found.summary, found.uncompared, found.unread) == ("", 1, 0)
    assert not found.has_nothing
    assert told(whole, whole).has_nothing
    assert told(unsaid, unsaid).uncompared == 0  # that is told as unread


def test_what_is_not_for_everybody_is_not_told_to_everybody(whole: Files) -> None:
    head = both(tasks(1), lay(PIPES, GRANTED))(whole)
    assert told(whole, head, "公开").summary == ""
    opened = swap(FLATS, "disclosure: 不予公开", "disclosure: 主动公开")
    assert told(whole, opened(whole), "公开").summary == ""
    instructed = lay(
        PIPES, "instructions:\n  - {date: 2026-05-06, post: 召集人, unit: 市政府, text: 请抓紧}\n"
    )(whole)
    assert told(whole, instructed, "成员单位").summary == ""
    assert told(whole, instructed, "内部").summary == "新增批示1条：示例园区A供水管网扩建。"


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_conference_can_be_planned(name: str) -> None:
    records = Path(__file__).parent / "mechanisms" / name
    files = texts(records)
    day = date(2026, 5, 6)
    assert told(files, files, day=day).summary == ""
    only = {path: text for path, text in files.items() if path == "mechanism.yaml"}
    made = {
        "meetings/2026/M-2026-90.yaml": (
            "id: M-2026-90\nkind: 联席会议\nnumber: 90\nmode: 现场\n"
            "starts: 2026-06-01T09:00\ndisclosure: 不予公开\ndisclosure_reason: 过程性信息\n"
        )
    }
    found = told(only, only | made, day=day)
    assert "新增会议1次" in found.summary
    assert "第九十次会议" in found.summary


def test_the_sample_as_one_merge() -> None:
    head = load(FolderTree(SAMPLE))
    only = load(TextTree({"mechanism.yaml": (SAMPLE / "mechanism.yaml").read_text(encoding="utf-8")}))
    found = plan(only, head, date(2026, 9, 21), "main", "内部")
    given_ = next(point for point in found.points if point.kind == "交办")
    assert len(given_.items) == sum(1 for each in given_.items if each.record.startswith("T-")) > 10
    assert found == plan(only, head, date(2026, 9, 21), "main", "内部")
    assert not re.search(r"[TIRM]-20\d\d-\d", found.summary)


FORMS = st.sampled_from(
    [
        lambda text: f"# 说明\n{text}",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\n".join(
            line + ("   # 注" if re.match(r"^\w+: \S+$", line) else "") for line in text.split("\n")
        ),
        lambda text: f"{text}\n\n",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_form_alone_changes_nothing(data: st.DataObject) -> None:
    files = texts(TINY)
    head = {
        path: data.draw(FORMS)(text) if data.draw(st.booleans()) else text for path, text in files.items()
    }
    assert told(files, head) == told(files, files)
    assert told(files, head).points == ()


KINDS_OF_EDIT = st.lists(st.sampled_from(sorted(CASES)), max_size=4)


@settings(max_examples=40, deadline=None)
@given(KINDS_OF_EDIT)
def test_there_and_back_owes_the_same(names: list[str]) -> None:
    """What units gain by a merge they lose by its reverse, whatever it holds."""
    files = {**texts(TINY), PAPER: (TINY / PAPER).read_text(encoding="utf-8")}
    head = files
    for name in names:
        given_, edit, _ = CASES[name]
        try:
            head = edit(given_(head))
        except (AssertionError, KeyError):  # what it swaps is no more as it was
            continue
    there, back = told(files, head), told(head, files)
    gains = {(unit.name, each.duty, each.record) for unit in there.units for each in unit.gains}
    losses = {(unit.name, each.duty, each.record) for unit in back.units for each in unit.losses}
    assert gains == losses


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *IDENTITY, *words], check=True, capture_output=True)


@pytest.fixture
def merge(repository: Path) -> Path:
    """A branch that grants an extension and gives three tasks."""
    git(repository, "branch", "-M", "main")
    git(repository, "switch", "-q", "-c", "work")
    before = texts(repository / "records")
    for path, text in both(tasks(3), lay(PIPES, GRANTED))(before).items():
        if before.get(path) != text:
            (repository / "records" / path).write_text(text, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "work")
    return repository


@pytest.mark.usefixtures("merge")
def test_the_command_in_every_format(lianxi: Lianxi, tmp_path: Path) -> None:
    words = ("plan", "--since", "main", "--as-of", DAY)
    ran = lianxi(*words)
    assert (ran.code, ran.err) == (0, "")
    assert f"新增督办任务3项；{PIPE}由4月15日延至5月8日（第1次延期）" in ran.out
    assert lianxi(*words, "--rev", "work").out == ran.out
    file = tmp_path / "plan.json"
    assert lianxi(*words, "-o", str(file)).out == ""
    data = json.loads(file.read_text(encoding="utf-8"))
    assert list(data) == ["version", "as_of", "since", "summary", "points", "units", "unread", "uncompared"]
    assert [unit["name"] for unit in data["units"]] == ["东县政府", "西县政府", "一局"]
    assert data["units"][0]["moves"][0]["due"] == "2026-05-08"


@pytest.mark.parametrize("format_", ["md", "json"])
def test_golden(format_: str, merge: Path, lianxi: Lianxi) -> None:
    for path, text in (
        (SECOND, "notified_on: 2026-05-06\n"),
        (FLATS, "exit: {as: 转办, date: 2026-05-06, reason: 另有渠道, to: 二局}\n"),
        (WATCH, "completions:\n  - {reported_on: 2026-05-06, by: 东县政府, evidence: 值守表（示例）}\n"),
    ):
        with (merge / "records" / path).open("a", encoding="utf-8") as file:
            file.write(text)
    ran = lianxi("plan", "--since", "main", "--as-of", DAY, "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    agree(f"plan.{format_}", ran.out)


@pytest.mark.parametrize("format_", ["text", "md", "json"])
def test_where_nothing_changes_for_people_nothing_is_written(
    format_: str, merge: Path, lianxi: Lianxi, tmp_path: Path
) -> None:
    git(merge, "switch", "-q", "main")
    path = merge / "records" / PIPES
    path.write_text(f"# 又及\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    file = tmp_path / f"plan.{format_}"
    ran = lianxi("plan", "--since", "main", "--as-of", DAY, "--format", format_, "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "这次合并不改变任何人要办的事。\n")
    if format_ == "json":
        data = json.loads(file.read_text(encoding="utf-8"))
        assert (data["summary"], data["points"], data["units"]) == ("", [], [])
    else:
        assert file.read_bytes() == b""


def test_a_bare_repository_and_a_template_of_the_head(merge: Path, lianxi: Lianxi, tmp_path: Path) -> None:
    house = merge / "templates"
    house.mkdir()
    (house / "plan.md.j2").write_text("自己的样子", encoding="utf-8")
    git(merge, "add", ".")
    git(merge, "commit", "-q", "-m", "a template of its own")
    bare = tmp_path / "bare.git"
    git(merge, "clone", "-q", "--bare", str(merge), str(bare))
    ran = lianxi("plan", "--since", "main", "--rev", "work", "--as-of", DAY, cwd=bare)
    assert ran.code == 0
    assert "自己的样子" not in ran.out
    assert "新增督办任务3项" in ran.out


def test_a_head_with_faults_says_how_many_were_left_out(merge: Path, lianxi: Lianxi) -> None:
    (merge / "records" / PIPES).write_text("lead: [\n", encoding="utf-8")
    ran = lianxi("plan", "--since", "main", "--as-of", DAY)
    assert ran.code == 1
    assert "1 条记录未计入" in ran.err
    assert "1 条记录读不出来，没有计入" in ran.out
    assert "新增督办任务3项" in ran.out
    (merge / "records" / RULES).write_text("name: [\n", encoding="utf-8")
    ran = lianxi("plan", "--since", "main", "--as-of", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "mechanism.yaml 不在或者读不出来" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "--since"),
        (("--since", "nowhere"), 3, "nowhere"),
        (("--since", "--output=x"), 3, "--output=x"),
    ],
)
def test_what_cannot_be_compared(words: tuple[str, ...], code: int, said: str, lianxi: Lianxi) -> None:
    ran = lianxi("plan", *words)
    assert ran.code == code
    assert said in ran.err

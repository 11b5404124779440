"""What has become of a matter: its sentences, their order, and who changed its record."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from conftest import DAY, IDENTITY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi
from lianxi.book import Book, load
from lianxi.reports.history.told import history
from lianxi.tree import FolderTree, TextTree

TASK = "tasks/2026/T-2026-001.yaml"
WHOLE_LIFE = """\
id: T-2026-001
title: 示例供水（示例）
resolution: R-2026-001
lead: 三局
support: [二局]
measure: 完成供水
milestones:
  - {title: 完成设计, due: 2026-03-31, done_on: 2026-03-30, evidence: 图纸（示例）}
  - {title: 完成施工, due: 2026-09-30, due_text: 9月底前}
instructions:
  - {date: 2026-02-20, post: 召集人, unit: 市政府, text: 抓紧办（示例）}
reassignments:
  - {date: 2026-03-01, from: 三局, to: 四局, reason: 机构调整（示例）, basis: R-2026-001}
extensions:
  - requested_on: 2026-03-05
    milestone: 完成设计
    reason: 图纸未到
    progress: 已测量
    new_due: 2026-04-10
    refused_by: {post: 联络员, unit: 一局}
    refused_on: 2026-03-06
    why: 时间够用
  - {date: 2026-03-10, milestone: 完成施工, reason: 汛期, new_due: 2027-01-31, basis: R-2026-001}
reports:
  - {date: 2026-03-12, by: 四局, text: 已开工, obstacles: 缺管材, next_step: 采购}
suspensions:
  - {since: 2026-03-13, until: 2026-03-15, reason: 管材未到, approved_by: {post: 召集人, unit: 市政府}}
upward:
  - {to: 省有关部门, by: 四局, sent_on: 2026-03-16, replied_on: 2026-03-18, reply: 同意}
notices:
  - {date: 2026-04-01, form: 提醒, reply_by: 2026-04-03, replied_on: 2026-04-02}
  - {no: 4, date: 2026-04-12, form: 督办通知单, reply_by: 2026-04-15}
completions:
  - reported_on: 2026-04-20
    by: 四局
    evidence: 报告（示例）
    returned: {date: 2026-04-22, by: {post: 联络员, unit: 一局}, reason: 没有照片, redo_by: 2026-05-01}
cancelled: {date: 2026-05-05, reason: 不再需要, approved_by: {post: 召集人, unit: 市政府}}
"""
TOLD = [
    "2026-02-10 第一次会议第一项研究，议定任务3项。",
    "2026-02-13 交办，由三局牵头，二局配合，完成供水：2026年3月31日前完成设计，9月底前完成施工。",
    "2026-02-20 召集人（市政府）批示：抓紧办（示例）。",
    "2026-03-01 第一次会议明确，牵头单位由三局变更为四局：机构调整（示例）。",
    "2026-03-05 牵头单位申请“完成设计”阶段延期至4月10日：图纸未到（目前进展：已测量）。",
    "2026-03-06 联络员（一局）不同意延期：时间够用。",
    "2026-03-10 第一次会议明确，“完成施工”阶段完成时限延至2027年1月31日：汛期。",
    "2026-03-12 四局报告：已开工。存在问题：缺管材。下一步：采购。",
    "2026-03-13 召集人（市政府）同意暂缓办理：管材未到。",
    "2026-03-15 暂缓办理期满。",
    "2026-03-16 四局报省有关部门。",
    "2026-03-18 省有关部门批复：同意。",
    "2026-03-30 完成设计（阶段目标完成，佐证材料：图纸（示例））。",
    "2026-04-01 提醒牵头单位，要求4月3日前反馈。",
    "2026-04-02 牵头单位反馈提醒。",
    "2026-04-12 发出督办通知单（2026年第4号），要求4月15日前反馈。",
    "2026-04-20 四局报办结，佐证材料：报告（示例）。",
    "2026-04-22 联络员（一局）退办：没有照片，5月1日前重办。",
    "2026-05-05 召集人（市政府）同意撤销：不再需要。",
]


def sentences(book: Book, id_: str, day: date = TINY_DAY) -> list[str]:
    return [f"{step.day} {step.text}" for step in history(book, day, id_).steps]


@pytest.fixture(scope="module")
def sample() -> Book:
    return load(FolderTree(SAMPLE))


def test_a_task_tells_its_whole_life(tiny: dict[str, str]) -> None:
    assert sentences(load(TextTree({**tiny, TASK: WHOLE_LIFE})), "T-2026-001") == TOLD


def test_the_issue_tells_the_main_steps_of_its_task(tiny: dict[str, str]) -> None:
    told = sentences(load(TextTree({**tiny, TASK: WHOLE_LIFE})), "I-2026-001")
    assert "2026-04-20 任务“示例供水（示例）”：四局报办结，佐证材料：报告（示例）。" in told
    assert not [line for line in told if "已开工" in line or "提醒" in line]


def test_only_the_instruction_is_internal(tiny: dict[str, str]) -> None:
    steps = history(load(TextTree({**tiny, TASK: WHOLE_LIFE})), TINY_DAY, "T-2026-001").steps
    assert [step.kind for step in steps if step.internal] == ["批示"]


def test_a_merged_issue_follows_the_one_it_went_into(tiny: dict[str, str]) -> None:
    path = "issues/2026/I-2026-003.yaml"
    gone = (
        f"{tiny[path]}exit:\n  as: 并入\n  date: 2026-04-25\n  reason: 同一企业\n  into: I-2026-002\n"
        "feedback: {date: 2026-05-06, satisfaction: 满意, text: 已招到人}\n"
    )
    later = (
        "consultations:\n  - {unit: 二局, asked_on: 2026-04-28, date: 2026-04-30, form: 电话, view: 同意}\n"
    )
    other = tiny["issues/2026/I-2026-002.yaml"].replace("consultations:\n", later)
    book = load(TextTree({**tiny, path: gone, "issues/2026/I-2026-002.yaml": other}))
    assert sentences(book, "I-2026-003")[1:] == [
        "2026-04-25 并入“示例产业人才公寓问题（示例）”：同一企业。",
        "2026-04-28 征求二局意见。",
        "2026-04-30 二局电话回复（同意）。",
        "2026-05-06 提出方反馈满意：已招到人。",
    ]
    assert "2026-04-25 西县政府反映的“示例企业B用工问题（示例）”并入本事项：同一企业。" in sentences(
        book, "I-2026-002"
    )


def test_issues_that_went_into_each_other_come_to_an_end(tiny: dict[str, str]) -> None:
    def left(id_: str, into: str) -> str:
        path = f"issues/2026/{id_}.yaml"
        return f"{tiny[path]}exit: {{as: 并入, date: 2026-05-01, reason: 同一件事, into: {into}}}\n"

    circle = {
        "issues/2026/I-2026-003.yaml": left("I-2026-003", "I-2026-004"),
        "issues/2026/I-2026-004.yaml": left("I-2026-004", "I-2026-003"),
    }
    told = sentences(load(TextTree({**tiny, **circle})), "I-2026-003")
    assert sum("同一件事" in line for line in told) == 2


def test_a_special_meeting_tells_who_was_delegated_and_a_cancelled_one_why(tiny: dict[str, str]) -> None:
    text = tiny["meetings/2026/M-2026-02.yaml"].replace("kind: 联席会议", "kind: 专题工作会议")
    more = (
        "convened_by: 二局\ndelegated_by: {post: 召集人, unit: 省厅}\ndelegated_on: 2026-04-21\n"
        "notified_on: 2026-04-22\n"
        "receipts:\n"
        "  - {unit: 东县政府, date: 2026-04-23, attends: true}\n"
        "  - {unit: 二局, date: 2026-04-23, attends: false, reason: 出差}\n"
        "postponements:\n  - {was: 2026-05-11T09:00, now: 2026-05-12T09:00, reason: 防汛, date: 2026-04-24}\n"
        "cancelled: {date: 2026-05-06, reason: 事情已办妥}\n"
    )
    book = load(TextTree({**tiny, "meetings/2026/M-2026-02.yaml": text + more}))
    assert sentences(book, "M-2026-02") == [
        "2026-04-21 召集人（省厅）委托二局召集会议。",
        "2026-04-22 发出会议通知。",
        "2026-04-23 收到回执：东县政府参会、二局不能参会。",
        "2026-04-24 会议由2026年5月11日（星期一）上午9:00改至2026年5月12日（星期二）上午9:00：防汛。",
        "2026-05-06 会议取消：事情已办妥。",
    ]


def test_nothing_is_later_than_the_day(sample: Book) -> None:
    ids = [*sample.issues, *sample.meetings, *sample.tasks]
    for id_ in ids:
        for day in (date(2025, 12, 31), date(2026, 4, 16), SAMPLE_DAY):
            days = [step.day for step in history(sample, day, id_).steps]
            assert days == sorted(days)
            assert not [found for found in days if found > day], id_


def test_the_sample_by_hand(sample: Book) -> None:
    """I-2026-002 went to the liaison meeting and to the second plenary, which gave four tasks."""
    told = sentences(sample, "I-2026-002", SAMPLE_DAY)
    assert told[0] == "2026-02-05 平远县政府提出，由平远县工信主管部门收集。"
    assert "2026-04-16 第二次会议第二项研究，议定任务4项。" in told
    assert sum("交办，由" in line for line in told) == 4
    assert told[-1].startswith(
        "2026-09-14 任务“示例企业C项目用地保障（示例）”：发出督办通知单（2026年第2号）"
    )
    told = sentences(sample, "T-2026-007", SAMPLE_DAY)
    assert (
        "2026-04-27 纪要更正，配合单位由“平远县政府”更正为“平远县政府、市生态环境局”：漏列配合单位。" in told
    )
    corrected = (
        "2026-04-27 更正纪要第二项第（四）条及附件第5项：漏列配合单位，经召集人（省工业和信息化厅）同意。"
    )
    assert corrected in sentences(sample, "M-2026-03", SAMPLE_DAY)


def test_a_paper_keeps_instructions_and_ids_to_itself(lianxi: Lianxi, repository: Path) -> None:
    (repository / "records" / TASK).write_text(WHOLE_LIFE, encoding="utf-8")
    shown = lianxi("history", "T-2026-001", "--as-of", DAY, "--audience", "内部").out
    assert "（仅供内部）" in shown
    assert "相关记录：R-2026-001" in shown
    assert lianxi("history", "T-2026-001", "--as-of", DAY, "-o", "way.md").code == 0
    paper = (repository / "way.md").read_text(encoding="utf-8")
    assert "批示" not in paper
    assert "R-2026-001" not in paper


def commit(root: Path, message: str, day: str) -> None:
    subprocess.run(["git", "-C", str(root), "add", "-A"], check=True)
    words = ["commit", "-q", "-m", message, "--date", f"{day}T20:30:00+00:00"]
    subprocess.run(["git", "-C", str(root), *IDENTITY, *words], check=True)


def edited(lianxi: Lianxi) -> list[str]:
    ran = lianxi("history", "T-2026-003", "--git", "--as-of", "2026-12-31", "--audience", "内部")
    assert ran.code == 0, ran.err
    return [line for line in ran.out.split("## 记录的修改", 1)[1].splitlines() if line.startswith("- ")]


def test_git_tells_who_changed_which_keys(lianxi: Lianxi, repository: Path) -> None:
    file = repository / "records/tasks/2026/T-2026-003.yaml"
    text = file.read_text(encoding="utf-8")
    steps = [
        ("due", text := text.replace("due: 2026-04-08", "due: 2026-04-09")),
        ("report", text := f"{text}  - date: 2026-05-05\n    by: 东县政府\n    text: 完成\n"),
        ("answer", text := text.replace("approved_on: 2026-04-03", "approved_on: 2026-04-04")),
        ("comment", text := f"# 说明\n{text}"),
        ("note", text := f"{text}notes:\n  - date: 2026-05-06\n    text: 只给自己看\n"),
        ("broken", text.replace("lead:", "lead: [")),
        ("mended", text := text.replace("  - 各县政府\n", "")),
    ]
    for index, (message, now) in enumerate(steps):
        file.write_text(now, encoding="utf-8")
        commit(repository, message, f"2026-05-1{index}")
    told = edited(lianxi)
    assert [line.split("tests：", 1)[1].rsplit("（", 1)[0] for line in told[1:]] == [
        "完成时限由“2026-04-08”改为“2026-04-09”",
        "进展报告增1条",
        "改延期第1条（批准日期）",
        "只动了格式或注释",
        "联络员备注增1条",
        "改后的内容读不出来，没有逐项比较",
        "改前的内容读不出来，没有逐项比较",
    ]
    assert told[1].startswith("- 2026年5月11日 04:30，tests：")  # 20:30 UTC is the next day in China
    assert "联络员备注" not in _paper(lianxi, repository)


def _paper(lianxi: Lianxi, repository: Path) -> str:
    ran = lianxi("history", "T-2026-003", "--git", "--as-of", "2026-12-31", "-o", "way.md")
    assert ran.code == 0
    return (repository / "way.md").read_text(encoding="utf-8")


def test_git_follows_a_record_that_was_renumbered(lianxi: Lianxi, repository: Path) -> None:
    old = repository / "records/tasks/2026/T-2026-003.yaml"
    new = old.with_name("T-2026-009.yaml")
    new.write_text(old.read_text(encoding="utf-8").replace("T-2026-003", "T-2026-009"), encoding="utf-8")
    old.unlink()
    commit(repository, "renumber", "2026-05-10")
    ran = lianxi("history", "T-2026-009", "--git", "--as-of", "2026-12-31")
    assert "文件由 records/tasks/2026/T-2026-003.yaml 改名；编号由“T-2026-003”改为“T-2026-009”" in ran.out
    assert "新建记录" in ran.out


def test_git_keeps_to_the_day_asked_for(lianxi: Lianxi, repository: Path) -> None:
    file = repository / "records/tasks/2026/T-2026-003.yaml"
    file.write_text(f"# 说明\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    commit(repository, "comment", "2026-05-10")
    assert "只动了格式" not in lianxi("history", "T-2026-003", "--git", "--as-of", "2026-05-10").out
    assert "只动了格式" in lianxi("history", "T-2026-003", "--git", "--as-of", "2026-05-11").out


def test_what_cannot_be_told_is_said_in_one_line(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    bare = tmp_path / "elsewhere"
    (repository / "records").rename(bare)
    ran = lianxi("history", "T-2026-003", "--git", "--as-of", DAY, "--records", str(bare))
    assert (ran.code, ran.out) == (3, "")
    assert "不在 Git 仓库里" in ran.err
    ran = lianxi("history", "mechanism", "--as-of", DAY, "--records", str(bare))
    assert (ran.code, ran.err) == (
        2,
        "没有记录“mechanism”；编号像 I-2026-011、T-2026-007 这样写\n",
    )
    ran = lianxi("history", "二局", "--as-of", DAY, "--records", str(bare))
    assert (ran.code, ran.err) == (
        2,
        "“二局”是单位，办理经过要写编号；看单位的事项用 lianxi show 二局\n",
    )
    ran = lianxi("history", "T-2026-033", "--as-of", DAY, "--records", str(bare))
    assert (ran.code, ran.err) == (2, "没有记录“T-2026-033”，是否想写 T-2026-003？\n")


def test_without_git_only_the_commits_are_missing(lianxi: Lianxi, tmp_path: Path) -> None:
    ran = lianxi("history", "T-2026-003", "--git", "--as-of", DAY, PATH=str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("找不到 Git：")
    assert lianxi("history", "T-2026-003", "--as-of", DAY, PATH=str(tmp_path)).code == 0


def test_a_record_that_was_never_committed_has_no_commits(lianxi: Lianxi, repository: Path) -> None:
    old = repository / "records/tasks/2026/T-2026-003.yaml"
    text = old.read_text(encoding="utf-8").replace("T-2026-003", "T-2026-004")
    old.with_name("T-2026-004.yaml").write_text(text, encoding="utf-8")
    assert "- 到这一天还没有提交过" in lianxi("history", "T-2026-004", "--git", "--as-of", DAY).out

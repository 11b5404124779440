"""Records are written from the command line, each thing in its place, and the check stays clean."""

from __future__ import annotations

import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml_rs

from conftest import DAY, IDENTITY, Lianxi, unprivileged

T1, T3 = "T-2026-001", "T-2026-003"
RULES = """
  extension:
    basis: 配置
    before_due: true
    max_count: 1
    approver:
      post: 联络员
      unit: 一局
  closing:
    basis: 配置
    evidence: true
    confirmed_by:
      post: 联络员
      unit: 一局
"""


def task(repository: Path, id_: str) -> dict[str, object]:
    path = repository / f"records/tasks/{id_[2:6]}/{id_}.yaml"
    found = yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)
    assert isinstance(found, dict)
    return found


def changed(repository: Path) -> list[str]:
    words = ["git", "-C", str(repository), *IDENTITY, "status", "--porcelain", "-uall"]
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout.splitlines()


def added(repository: Path) -> str:
    words = ["git", "-C", str(repository), *IDENTITY, "diff", "--unified=0"]
    diff = subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8").splitlines()
    lines = [line for line in diff if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert all(line.startswith("+") for line in lines), lines
    return "\n".join(line[1:] for line in lines)


@pytest.fixture
def strict(repository: Path) -> Path:
    """The conference with rules for extensions and closing of its own."""
    path = repository / "records/mechanism.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n  escalation:\n", f"{RULES}  escalation:\n"), encoding="utf-8")
    assert "max_count" in path.read_text(encoding="utf-8")
    subprocess.run(["git", "-C", str(repository), *IDENTITY, "commit", "-qam", "rules"], check=True)
    return repository


@pytest.fixture
def clean(lianxi: Lianxi) -> Iterator[None]:
    """However a test has written, the check finds no error afterwards."""
    yield
    ran = lianxi("check", "--as-of", DAY)
    assert ran.code == 0, ran.out


@pytest.mark.usefixtures("clean")
def test_report(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("report", T1, "--text", "管网已全部铺设。", "--next-step", "试压", "--as-of", DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        f"已写入 records/tasks/2026/{T1}.yaml：东县政府2026年5月6日的进展报告\n下一步："
    )
    assert added(repository) == (
        "  - date: 2026-05-06\n    by: 东县政府\n    text: |\n      管网已全部铺设。\n"
        "    next_step: |\n      试压"
    )


@pytest.mark.usefixtures("clean")
def test_a_report_of_an_earlier_day_goes_before_the_later_ones(lianxi: Lianxi, repository: Path) -> None:
    assert lianxi("report", T1, "--text", "开工", "--date", "2026年3月20日", "--as-of", DAY).code == 0
    assert [each["date"] for each in task(repository, T1)["reports"]] == ["2026-03-20", "2026-04-10"]  # type: ignore[attr-defined]


MISSING = [
    (["report", T1], "缺少 --text（进展情况）"),
    (["report", T3, "--text", "有进展"], "缺少 --by（报告单位）；--by 可以写：东县政府、二局"),
    (["extend", T1], "缺少 --to（延至）、--reason（理由）"),
    (["extend", T1, "--refuse"], "没有等着答复的延期申请"),
    (["return", T1], "缺少 --reason（退办的理由）"),
    (["reassign", T1], "缺少 --to（现牵头单位）、--reason（理由）"),
    (["new"], "要写明新建什么"),
]


@pytest.mark.parametrize(("words", "line"), MISSING)
def test_without_a_terminal_what_is_missing_is_named(
    words: list[str], line: str, lianxi: Lianxi, repository: Path
) -> None:
    ran = lianxi(*words, *(["--as-of", DAY] if words != ["new"] else []))
    assert ran.code in {1, 2}
    assert line in ran.err
    assert ran.err.count("\n") == 1
    assert changed(repository) == []


WRONG = [
    (["report", "T-2026-9", "--text", "x"], "没有任务“T-2026-9”"),
    (["report", "t2026-1", "--text", "x"], "是否想写 T-2026-001？"),
    (["report", "../mechanism", "--text", "x"], "没有任务“../mechanism”"),
    (["report", T1, "--text", "x", "--by", "东县正府"], "是否想写 东县政府？"),
    (["report", T1, "--text", "x", "--by", "三局"], "LX20"),
    (["report", T1, "--text", "x", "--date", "2026-05-07"], "“2026-05-07”还没有到，今天是 2026-05-06"),
    (["report", T1, "--text", "x", "--date", "2026-02-30"], "“2026-02-30”没有这一天"),
    (["report", T1, "--text", "x", "--date", "昨天"], "“昨天”不是日期"),
    (["report", T1, "--text", "x", "--date", "2026-01-01"], "LX403"),
    (["report", T1, "--text", "示\x1b[2J例"], "看不见的字符"),
    (["report", "T-2026-002", "--text", "x"], "任务已于2026年3月5日销号，不能再报告进展"),
    (["extend", T1, "--to", "年底前", "--reason", "x"], "“年底前”不是日期"),
    (["extend", T1, "--approve", "--refuse"], "只能写一个"),
    (["extend", T1, "--approve", "--to", "2026-06-30"], "--to 用在这里不对"),
    (["extend", T1, "--to", "2026-06-30", "--reason", "x", "--milestone", "一"], "任务不分阶段"),
    (["confirm", T1], "牵头单位还没有报办结，不能销号"),
    (["confirm", "T-2026-002"], "已于2026年3月5日销号"),
    (["return", T1, "--reason", "x"], "牵头单位还没有报办结，不能退办"),
    (["complete", T1, "--milestone", "一"], "没有“一”这一阶段"),
    (["reassign", T1, "--to", "东县政府", "--reason", "x"], "东县政府现在已经是牵头单位"),
    (["reassign", T1, "--to", "二局", "--from", "四局", "--reason", "x"], "没有牵头单位“四局”"),
    (["renumber", "T-2026-009"], "没有记录“T-2026-009”"),
    (["renumber", T1, "R-2026-009"], "新编号“R-2026-009”写得不对"),
    (["renumber", T1, "T-2026-002"], "T-2026-002.yaml 已经有了"),
    (["new", "议案"], "没有命令“议案”，是否想写 议题？"),
    (["new", "任务", "--lead", "东县正府"], "是否想写 东县政府？"),
    (["new", "议题", "--collected-by", "二局"], "“二局”不负责收集议题，可以写：一局"),
    (["new", "任务", "--resolution", "R-2026-1"], "是否想写 R-2026-001？"),
    (["new", "任务", "--resolution", "R-2026-001", "--issue", "I-2026-001"], "来源只能有一个"),
    (["new", "会议", "--starts", "九点"], "“九点”不是时间"),
]


@pytest.mark.parametrize(
    ("words", "line"), WRONG, ids=lambda each: "_".join(each)[:40] if isinstance(each, list) else ""
)
def test_what_is_wrong_is_one_line_and_changes_nothing(
    words: list[str], line: str, lianxi: Lianxi, repository: Path
) -> None:
    day = [] if words[0] == "renumber" or words == ["new", "议案"] else ["--as-of", DAY]
    ran = lianxi(*words, *day)
    assert ran.code in {1, 2}
    assert line in ran.err
    assert ran.err.count("\n") == 1
    assert changed(repository) == []


@pytest.mark.usefixtures("clean")
def test_an_extension_is_asked_for_and_answered(lianxi: Lianxi, strict: Path) -> None:
    day = ("--as-of", "2026-04-12")
    asked = lianxi("extend", T1, "--to", "2026-05-30", "--reason", "管材迟到", "--progress", "八成", *day)
    assert asked.code == 0, asked.err
    assert "须在到期前申请、最多1次、由联络员（一局）答复（依据：本联席会议的配置）" in asked.out
    again = lianxi("extend", T1, "--to", "2026-06-30", "--reason", "x", *day)
    assert "2026年4月12日申请的延期还没有答复" in again.err
    other = lianxi("extend", T1, "--approve", "--by", "办公室主任", *day)
    assert "延期由联络员（一局）答复，不由办公室主任（一局）答复（依据：本联席会议的配置）" in other.err
    ran = lianxi("extend", T1, "--approve", *day)
    assert ran.code == 0, ran.err
    assert "时限改为2026年5月30日" in ran.out
    assert task(strict, T1)["extensions"] == [
        {
            "requested_on": "2026-04-12",
            "reason": "管材迟到",
            "progress": "八成",
            "new_due": "2026-05-30",
            "approved_by": {"post": "联络员", "unit": "一局"},
            "approved_on": "2026-04-12",
        }
    ]
    third = lianxi("extend", T1, "--to", "2026-06-30", "--reason", "x", "--as-of", DAY)
    assert "已经批准延期1次，本联席会议定的是最多1次（依据：本联席会议的配置）" in third.err
    above = lianxi(
        "extend", T1, "--to", "2026-06-30", "--reason", "会议另定", "--basis", "批示", "--as-of", DAY
    )
    assert above.code == 0, above.err


@pytest.mark.usefixtures("clean")
def test_an_extension_is_refused_with_a_reason(lianxi: Lianxi, repository: Path) -> None:
    day = ("--as-of", "2026-04-12")
    asked = lianxi("extend", T1, "--to", "2026-05-30", "--reason", "管材迟到", *day)
    assert "由联络员（一局）答复（依据：lianxi 的默认设定）" in asked.out
    assert "缺少 --why" in lianxi("extend", T1, "--refuse", *day).err
    assert lianxi("extend", T1, "--refuse", "--why", "管材已到", *day).code == 0
    entry = task(repository, T1)["extensions"][0]  # type: ignore[index]
    assert (entry["refused_on"], entry["why"]) == ("2026-04-12", "管材已到")


def test_what_the_mechanism_refuses_is_not_written(lianxi: Lianxi, strict: Path) -> None:
    late = lianxi("extend", T1, "--to", "2026-06-30", "--reason", "x", "--as-of", DAY)
    assert late.code == 1
    assert "时限2026年4月15日到申请时已经过了21天（依据：本联席会议的配置）" in late.err
    proof = lianxi("complete", T1, "--as-of", DAY)
    assert "缺少 --evidence（佐证材料的名称）" in proof.err
    backward = lianxi("extend", T1, "--to", "2026-04-14", "--reason", "x", "--as-of", "2026-04-12")
    assert "延至 2026-04-14 不晚于现在的时限 2026-04-15" in backward.err
    assert changed(strict) == []


@pytest.mark.usefixtures("clean")
def test_a_task_is_completed_sent_back_completed_again_and_confirmed(lianxi: Lianxi, strict: Path) -> None:
    assert (
        lianxi("complete", T1, "--evidence", "验收表（示例）", "--date", "2026-04-20", "--as-of", DAY).code
        == 0
    )
    twice = lianxi("complete", T1, "--evidence", "验收表（示例）", "--as-of", DAY)
    assert "2026年4月20日已经报过办结" in twice.err
    early = lianxi("confirm", T1, "--date", "2026-04-19", "--as-of", DAY)
    assert "早于报办结的日期 2026-04-20" in early.err
    back = lianxi(
        "return",
        T1,
        "--reason",
        "缺试压记录",
        "--redo-by",
        "2026-05-05",
        "--date",
        "2026-04-21",
        "--as-of",
        DAY,
    )
    assert back.code == 0, back.err
    assert "最近一次报办结已于2026年4月21日退办" in lianxi("confirm", T1, "--as-of", DAY).err
    assert (
        lianxi("complete", T1, "--evidence", "试压记录（示例）", "--kept-by", "二局", "--as-of", DAY).code
        == 0
    )
    other = lianxi("confirm", T1, "--by", "召集人（市政府）", "--as-of", DAY)
    assert "由联络员（一局）确认，不由召集人（市政府）确认（依据：本联席会议的配置）" in other.err
    assert lianxi("confirm", T1, "--as-of", DAY).code == 0
    done = task(strict, T1)
    assert done["confirmation"] == {"date": DAY, "by": {"post": "联络员", "unit": "一局"}}
    assert done["completions"][0]["returned"]["redo_by"] == "2026-05-05"  # type: ignore[index]
    assert done["completions"][1]["evidence"] == {"name": "试压记录（示例）", "kept_by": "二局"}  # type: ignore[index]


@pytest.mark.usefixtures("clean")
def test_what_was_not_proved_is_not_confirmed(lianxi: Lianxi, repository: Path) -> None:
    path = repository / f"records/tasks/2026/{T1}.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write("completions:\n  - {reported_on: 2026-04-20, by: 东县政府}\n")
    refused = lianxi("confirm", T1, "--as-of", DAY)
    assert refused.code == 1
    assert "没有写佐证材料，不能销号（依据：lianxi 的默认设定）" in refused.err
    path.write_text(
        path.read_text(encoding="utf-8").replace("东县政府}", "东县政府, evidence: 验收表}"), "utf-8"
    )
    assert lianxi("confirm", T1, "--as-of", DAY).code == 0


@pytest.mark.usefixtures("clean")
def test_a_stage_is_completed(lianxi: Lianxi, repository: Path) -> None:
    path = repository / f"records/tasks/2026/{T1}.yaml"
    stages = "milestones:\n  - {title: 完成铺设, due: 2026-04-15}   # 一\n"
    stages += "  - title: 完成试压\n    due: 2026-06-30\n"
    text = path.read_text(encoding="utf-8").replace("due: 2026-04-15\n", stages)
    path.write_text(text, encoding="utf-8")
    ran = lianxi("complete", T1, "--milestone", "完成铺设", "--date", "2026-04-14", "--as-of", DAY)
    assert ran.code == 0, ran.err
    assert "还有1个阶段：完成试压" in ran.out
    assert "还有阶段没有完成：完成试压" in lianxi("complete", T1, "--as-of", DAY).err
    stage = task(repository, T1)["milestones"][0]  # type: ignore[index]
    assert stage == {"title": "完成铺设", "due": "2026-04-15", "done_on": "2026-04-14"}


@pytest.mark.usefixtures("clean")
def test_a_task_passes_to_another_unit(lianxi: Lianxi, repository: Path) -> None:
    assert lianxi("reassign", T1, "--to", "四局", "--reason", "职责调整（示例）", "--as-of", DAY).code == 0
    assert task(repository, T1)["lead"] == "东县政府"
    again = lianxi("reassign", T1, "--to", "二局", "--reason", "职责调整（示例）", "--as-of", DAY)
    assert again.code == 0, again.err
    assert [(each["from"], each["to"]) for each in task(repository, T1)["reassignments"]] == [  # type: ignore[attr-defined]
        ("东县政府", "四局"),
        ("四局", "二局"),
    ]
    assert lianxi("report", T1, "--text", "已接手", "--as-of", DAY).code == 0
    assert task(repository, T1)["reports"][-1]["by"] == "二局"  # type: ignore[index]


WHOLE = {
    "议题": [
        *(
            "--title",
            "示例园区B供电问题（示例）",
            "--kind",
            "企业诉求",
            "--category",
            "用能",
            "--area",
            "园区",
        ),
        *("--county", "西县", "--raised-by", "西县政府", "--collected-by", "一局", "--situation", "缺电"),
        *("--request", "增容", "--disclosure", "主动公开"),
    ],
    "会议": [
        *("--mode", "现场", "--place", "示例市", "--starts", "2026-06-20 9:00", "--disclosure", "主动公开"),
        *("--title", "第三次会议（示例）"),
    ],
    "任务": [
        *(
            "--title",
            "示例园区B增容（示例）",
            "--issue",
            "I-2026-003",
            "--lead",
            "二局、西县政府",
            "--measure",
            "增容",
        ),
        *("--support", "各县政府", "--due", "年底前", "--assigned-on", "2026-05-06"),
    ],
}


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize("kind", WHOLE)
def test_a_new_record_whose_values_are_all_given_is_sound(
    kind: str, lianxi: Lianxi, repository: Path
) -> None:
    ran = lianxi("new", kind, *WHOLE[kind], "--as-of", DAY)
    assert ran.code == 0, ran.err
    assert len(changed(repository)) == 1
    assert "下一步：核对后提交" in ran.out


@pytest.mark.parametrize("kind", ["issue", "meeting", "resolution", "task"])
def test_a_new_record_has_findings_only_for_what_is_to_be_filled_in(
    kind: str, lianxi: Lianxi, repository: Path
) -> None:
    ran = lianxi("new", kind, "--as-of", DAY)
    assert ran.code == 0, ran.err
    (line,) = changed(repository)
    text = (repository / line.split()[1]).read_text(encoding="utf-8")
    blank = [each.split(":")[0] for each in text.splitlines() if "（要填" in each]
    assert blank
    assert all(key in ran.out for key in blank)
    found = re.findall(r"错误 (LX[0-9]+) ([a-z_]+)（", lianxi("check", "--as-of", DAY).out)
    assert found
    assert {code for code, _ in found} <= {"LX103", "LX109"}
    assert {key for _, key in found} <= set(blank)


@pytest.mark.parametrize("kind", ["issue", "meeting", "resolution", "task"])
def test_what_is_commented_out_in_a_new_record_may_be_filled_in(
    kind: str, lianxi: Lianxi, repository: Path
) -> None:
    """Every optional line, its sign taken away, stands where the schema has it."""
    assert lianxi("new", kind, "--as-of", DAY).code == 0
    for line in changed(repository):
        path = repository / line.split()[1]
        head, _, tail = path.read_text(encoding="utf-8").partition("# 以下没有的不填")
        lines = [
            each.removeprefix("# ") for each in tail.splitlines() if re.match(r"# [ -]*([a-z_]+:|$)", each)
        ]
        assert len(lines) > 5
        rest = "".join(f"{each}\n" for each in lines)
        path.write_text(head + rest, encoding="utf-8")
    out = lianxi("check", "--as-of", DAY).out
    assert "LX101" not in out
    assert "LX0" not in out


def test_the_next_number_is_free_on_every_branch(lianxi: Lianxi, repository: Path) -> None:
    git = ["git", "-C", str(repository), *IDENTITY]
    subprocess.run([*git, "checkout", "-qb", "other"], check=True)
    assert lianxi("new", "任务", "--as-of", DAY).code == 0
    assert changed(repository) == ["?? records/tasks/2026/T-2026-004.yaml"]
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "other"], check=True)
    subprocess.run([*git, "checkout", "-q", "-"], check=True)
    assert lianxi("new", "任务", "--as-of", DAY).code == 0
    assert changed(repository) == ["?? records/tasks/2026/T-2026-005.yaml"]
    assert lianxi("new", "任务", "--as-of", "2027-01-04").code == 0
    assert (repository / "records/tasks/2027/T-2027-001.yaml").is_file()


def test_records_made_at_the_same_moment_have_numbers_of_their_own(repository: Path) -> None:
    words = [sys.executable, "-m", "lianxi", "new", "任务", "--as-of", DAY]
    running = [subprocess.Popen(words, cwd=repository, stdout=subprocess.DEVNULL) for _ in range(6)]
    assert [process.wait(120) for process in running] == [0] * 6
    assert len(changed(repository)) == 6


@pytest.mark.usefixtures("clean")
def test_renumber_mends_every_reference(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("renumber", "R-2026-001", "R-2026-010")
    assert ran.code == 0, ran.err
    assert {task(repository, f"T-2026-00{n}")["resolution"] for n in (1, 2, 3)} == {"R-2026-010"}
    assert not (repository / "records/resolutions/2026/R-2026-001.yaml").exists()
    assert "R-2026-010 已经有了，可能已经改过" in lianxi("renumber", "R-2026-001", "R-2026-010").err


@pytest.mark.usefixtures("clean")
def test_renumber_broken_off_is_gone_on_with(lianxi: Lianxi, repository: Path) -> None:
    old = repository / "records/resolutions/2026/R-2026-001.yaml"
    half = old.with_name("R-2026-007.yaml")
    half.write_text(old.read_text(encoding="utf-8").replace("R-2026-001", "R-2026-007"), encoding="utf-8")
    first = repository / "records/tasks/2026/T-2026-001.yaml"
    first.write_text(first.read_text(encoding="utf-8").replace("R-2026-001", "R-2026-007"), encoding="utf-8")
    ran = lianxi("renumber", "R-2026-001")
    assert ran.code == 0, ran.err
    assert {task(repository, f"T-2026-00{n}")["resolution"] for n in (1, 2, 3)} == {"R-2026-007"}
    assert not old.exists()


def test_a_full_disk_is_one_line(repository: Path) -> None:
    """A limit on the size of files stands for it."""
    path = repository / f"records/tasks/2026/{T1}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"# {'长' * 10_000}\n", encoding="utf-8")
    before = path.read_bytes()
    words = [sys.executable, "-m", "lianxi", "report", T1, "--text", "示例", "--as-of", DAY]
    done = subprocess.run(
        words,
        cwd=repository,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)),
    )
    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == 1
    assert f"{T1}.yaml 没有改动：文件超过了系统允许的大小" in done.stderr.decode()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("words", [["report", T1, "--text", "示例"], ["new", "任务"], ["renumber", T1]])
def test_a_folder_that_cannot_be_written_is_one_line(words: list[str], repository: Path) -> None:
    folder = repository / "records/tasks/2026"
    folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "lianxi", *words],
            cwd=repository,
            capture_output=True,
            check=False,
            preexec_fn=unprivileged,
        )
    finally:
        folder.chmod(0o755)
    line = done.stderr.decode()
    assert done.returncode == 3, line
    assert "没有权限" in line
    assert line.count("\n") == 1
    assert changed(repository) == []


@pytest.mark.parametrize("slip", ["title：示例\n", "title: [\n", ""])
def test_a_record_that_cannot_be_read_is_left_alone(slip: str, lianxi: Lianxi, repository: Path) -> None:
    path = repository / f"records/tasks/2026/{T1}.yaml"
    path.write_text(f"id: {T1}\n{slip}" if slip else "", encoding="utf-8")
    before = path.read_bytes()
    for words in (["report", T1, "--text", "示例"], ["confirm", T1], ["renumber", T1]):
        ran = lianxi(*words)
        assert ran.code == 1
        assert "读不出来" in ran.err
        assert ran.err.count("\n") == 1
    assert path.read_bytes() == before


@pytest.mark.usefixtures("clean")
def test_a_lasting_task_says_how_often_it_reports(lianxi: Lianxi, repository: Path) -> None:
    words = ["--title", "示例巡查（示例）", "--issue", "I-2026-003", "--lead", "二局", "--measure", "巡查"]
    words += ["--due", "长期坚持", "--assigned-on", DAY, "--as-of", DAY]
    assert "没有写多久报告一次" in lianxi("new", "任务", *words).err
    assert lianxi("new", "任务", *words, "--report-every", "3个月").code == 0
    assert task(repository, "T-2026-004")["report_every"] == {"months": 3}


def test_several_at_one_task(repository: Path) -> None:
    """Twelve reports by four at once: none is lost, and nothing is left behind."""
    code = (
        "import subprocess, sys\n"
        "for n in range(3):\n"
        "    words = [sys.executable, '-m', 'lianxi', 'report', sys.argv[1], '--as-of', sys.argv[2]]\n"
        "    words += ['--text', f'{sys.argv[3]}之{n}。']\n"
        "    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)"
    )
    each = [[sys.executable, "-c", code, T1, DAY, str(who)] for who in range(4)]
    running = [subprocess.Popen(words, cwd=repository) for words in each]
    assert [process.wait(300) for process in running] == [0] * 4
    told = {each["text"].strip() for each in task(repository, T1)["reports"][1:]}  # type: ignore[index]
    assert told == {f"{who}之{n}。" for who in range(4) for n in range(3)}
    assert changed(repository) == [f" M records/tasks/2026/{T1}.yaml"]


class Terminal:
    """The program at a terminal of its own."""

    def __init__(self, repository: Path, *words: str) -> None:
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(repository)
            os.environ |= {"PYTHONUTF8": "1", "TERM": "dumb", "COLUMNS": "120"}
            os.execv(sys.executable, [sys.executable, "-m", "lianxi", *words, "--as-of", DAY])  # noqa: S606
        self.seen = ""

    def until(self, words: str) -> None:
        """Read until the screen shows ``words``."""
        deadline = time.monotonic() + 30
        while words not in self.seen:
            ready, _, _ = select.select([self.screen], [], [], 1)
            assert time.monotonic() < deadline, self.seen
            if ready:
                try:
                    self.seen += os.read(self.screen, 4096).decode("utf-8", errors="replace")
                except OSError:
                    break
        assert words in self.seen, self.seen

    def answer(self, prompt: str, text: str) -> None:
        """Wait for the question, and answer it."""
        self.until(prompt)
        self.seen = ""
        os.write(self.screen, f"{text}\n".encode())

    def ends(self) -> int:
        """The exit code, when it has come to its end by itself."""
        return self.ends_by(lambda: None)

    def ends_by(self, act: Callable[[], object]) -> int:
        """The exit code; ``act`` is repeated until it is heard, for the program may not listen yet."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.screen], [], [], 0.5)
            try:
                chunk = os.read(self.screen, 4096) if ready else b""
            except OSError:
                chunk = b""
            self.seen += chunk.decode("utf-8", errors="replace")
            pid, status = os.waitpid(self.pid, os.WNOHANG) if not chunk else (0, 0)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if not chunk:
                act()
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError(self.seen)


@pytest.mark.usefixtures("clean")
def test_a_form_asks_what_is_missing(repository: Path) -> None:
    at = Terminal(repository, "report", T3)
    at.until("  1 东县政府\r\n  2 二局\r\n")
    at.answer("> ", "三四局")
    at.answer("没有单位“三四局”", "2")
    at.answer("进展情况", "值守表已排好。")
    at.answer("> ", "另增两人。")
    at.answer("> ", "")
    at.answer("存在问题", "")
    at.answer("下一步", "")
    at.answer("直接回车：2026-05-06", "")
    assert at.ends() == 0, at.seen
    assert f"写成一行就是：lianxi report {T3} --as-of {DAY} --by '二局' --text '值守表已排好。" in at.seen
    assert task(repository, T3)["reports"][-1] == {  # type: ignore[index]
        "date": "2026-05-06",
        "by": "二局",
        "text": "值守表已排好。\n另增两人。\n",
    }


def test_a_form_broken_off_leaves_nothing(repository: Path) -> None:
    at = Terminal(repository, "report", T3)
    at.until("> ")
    assert at.ends_by(lambda: os.kill(at.pid, signal.SIGINT)) == 130
    assert "已中断" in at.seen
    gone = Terminal(repository, "report", T3)
    gone.until("> ")
    assert gone.ends_by(lambda: os.write(gone.screen, b"\x04")) == 2
    assert "什么也没有改" in gone.seen
    assert changed(repository) == []


def test_nothing_is_asked_where_all_is_given(repository: Path) -> None:
    at = Terminal(repository, "report", T1, "--text", "管网已全部铺设。")
    assert at.ends() == 0
    assert "> " not in at.seen


def test_a_new_record_is_asked_for_and_may_stay_blank(repository: Path) -> None:
    at = Terminal(repository, "new", "任务", "--title", "示例（示例）")
    at.answer("来自哪条议定事项", "R-2026-002")
    for _ in range(8):
        at.answer("> ", "")
    assert at.ends() == 0, at.seen
    assert task(repository, "T-2026-004")["resolution"] == "R-2026-002"
    assert "填好这3项：lead（牵头单位）、measure（工作任务）、due（完成时限）" in at.seen

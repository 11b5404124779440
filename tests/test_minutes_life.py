"""The life of minutes from the command line: drafted, asked, signed, issued, corrected, committed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import IDENTITY, Lianxi
from test_rule_pages import overlay

MEETING = "meetings/2026/M-2026-01.yaml"
PAPER = "minutes/2026/M-2026-01.md"
ID = "M-2026-01"
RULES = """rules:
  minutes:
    basis: 配置
    consent: 出席单位
    consent_within:
      workdays: 2
    silence: 视为无意见
    sign_off: 召集人
"""
ASKED = """minutes:
  issue_no: 1
  drafted_on: 2026-02-11
  consent:
    asked_on: 2026-02-11
"""
SIDES = """rules:
  minutes:
    basis: 协议
    clause: 第三条
    consent: 各方签署
    sign_off: 召集人
"""


def put(root: Path, path: str, fragment: str) -> None:
    file = root / "records" / path
    files = {path: file.read_text(encoding="utf-8")}
    file.write_text(overlay(files, path, fragment)[path], encoding="utf-8", newline="\n")


def read(root: Path, path: str) -> str:
    return (root / "records" / path).read_text(encoding="utf-8")


def errors(lianxi: Lianxi, day: str) -> list[str]:
    return [line for line in lianxi("check", "--as-of", day).out.splitlines() if "：错误 " in line]


@pytest.fixture
def unwritten(repository: Path) -> Path:
    """The repository of a meeting whose minutes have not been begun."""
    text = read(repository, MEETING)
    start, end = text.index("minutes:\n"), text.index("disclosure:")
    (repository / "records" / MEETING).write_text(text[:start] + text[end:], encoding="utf-8")
    (repository / "records" / PAPER).unlink()
    put(repository, "mechanism.yaml", RULES)
    return repository


def advance(lianxi: Lianxi, day: str, *words: str) -> str:
    ran = lianxi("minutes", ID, "--advance", "--as-of", day, *words)
    assert ran.code == 0, ran.err
    assert errors(lianxi, day) == []
    return ran.out


def refused(lianxi: Lianxi, day: str, *words: str) -> str:
    ran = lianxi("minutes", ID, *words, "--as-of", day)
    assert ran.code in {1, 2}
    assert ran.err.count("\n") == 1
    return ran.err


def test_from_draft_to_issue(lianxi: Lianxi, unwritten: Path) -> None:
    assert "2026年2月11日起草，第1期" in advance(lianxi, "2026-02-11")
    assert "第1期（草稿）" in read(unwritten, PAPER)

    asked = advance(lianxi, "2026-02-11")
    assert "2026年2月13日前反馈（依据：本联席会议的配置）" in asked
    assert "第1期（征求意见稿）" in read(unwritten, PAPER)

    waiting = refused(lianxi, "2026-02-12", "--advance", "--by", "召集人（市政府）")
    assert "市政府还没有答复" in waiting
    assert "依据：本联席会议的配置" in waiting
    signed = advance(lianxi, "2026-02-14", "--by", "召集人（市政府）")
    assert "由召集人（市政府）签发" in signed
    assert "第1期（签发稿）" in read(unwritten, PAPER)

    assert "2026年2月14日印发" in advance(lianxi, "2026-02-14")
    paper = (unwritten / "records" / PAPER).read_bytes()
    assert f"sha256: {hashlib.sha256(paper).hexdigest()}\n" in read(unwritten, MEETING)
    assert "第1期\n" in paper.decode("utf-8")
    assert b"\r" not in paper
    assert "2026年2月14日印发；要更正的" in refused(lianxi, "2026-02-14", "--advance")


def test_the_record_changes_only_under_minutes(lianxi: Lianxi, unwritten: Path) -> None:
    before = read(unwritten, MEETING)
    advance(lianxi, "2026-02-11")
    after = read(unwritten, MEETING)
    added = "minutes:\n  issue_no: 1\n  drafted_on: 2026-02-11\n"
    assert after.replace(added, "") == before


def test_the_next_number_is_given(lianxi: Lianxi, unwritten: Path) -> None:
    put(unwritten, "meetings/2026/M-2026-02.yaml", "minutes:\n  issue_no: 7\n")
    assert "第8期" in advance(lianxi, "2026-02-11")


def test_who_signs_is_asked_for_and_judged(lianxi: Lianxi, unwritten: Path) -> None:
    put(
        unwritten,
        MEETING,
        "minutes:\n  issue_no: 1\n  drafted_on: 2026-02-11\n  consent:\n    asked_on: 2026-02-11\n",
    )
    assert "--by 可以写：召集人（省厅）、召集人（市政府）" in refused(lianxi, "2026-02-16", "--advance")
    before = read(unwritten, MEETING)
    wrong = refused(lianxi, "2026-02-16", "--advance", "--by", "办公室主任")
    assert "规定由召集人签发" in wrong
    assert "依据：本联席会议的配置" in wrong
    assert read(unwritten, MEETING) == before


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("view: 不同意", "市政府的“不同意”还没有处理"),
        ("view: 修改意见", "市政府的“修改意见”还没有处理"),
    ],
)
def test_a_reply_that_is_not_settled_stands_in_the_way(
    reply: str, said: str, lianxi: Lianxi, unwritten: Path
) -> None:
    consent = f"{ASKED}    replies:\n      - unit: 市政府\n        date: 2026-02-12\n        {reply}\n"
    put(unwritten, MEETING, consent)
    assert said in refused(lianxi, "2026-02-16", "--advance", "--by", "召集人（市政府）")
    put(unwritten, MEETING, consent + "        adopted: true\n")
    advance(lianxi, "2026-02-16", "--by", "召集人（市政府）")


def test_silence_is_consent_only_where_that_is_settled(lianxi: Lianxi, unwritten: Path) -> None:
    put(unwritten, "mechanism.yaml", RULES.replace("    silence: 视为无意见\n", ""))
    put(
        unwritten,
        MEETING,
        "minutes:\n  issue_no: 1\n  drafted_on: 2026-02-11\n  consent:\n    asked_on: 2026-02-11\n",
    )
    said = refused(lianxi, "2026-03-16", "--advance", "--by", "召集人（市政府）")
    assert "没有规定不答复算同意" in said


def test_a_conference_that_has_settled_nothing_goes_from_draft_to_issue(
    lianxi: Lianxi, unwritten: Path
) -> None:
    put(unwritten, "mechanism.yaml", "rules: {}\n")
    advance(lianxi, "2026-02-11")
    assert "印发" in advance(lianxi, "2026-02-12")


def test_one_who_alone_holds_the_post_need_not_be_named(lianxi: Lianxi, unwritten: Path) -> None:
    rules = "rules:\n  minutes:\n    basis: 配置\n    review: 联络员\n    sign_off: 办公室主任\n"
    put(unwritten, "mechanism.yaml", rules)
    assert "经联络员审核，送办公室主任签发" in advance(lianxi, "2026-02-11")
    assert "由办公室主任（一局）签发" in advance(lianxi, "2026-02-12")
    assert "  signed_by:\n    post: 办公室主任\n    unit: 一局\n" in read(unwritten, MEETING)


def test_minutes_of_a_special_meeting_are_signed_by_who_convened_it(lianxi: Lianxi, unwritten: Path) -> None:
    rules = "rules:\n  minutes:\n    basis: 配置\n    special_sign_off: 召集单位主要负责同志\n"
    put(unwritten, "mechanism.yaml", rules)
    special = "kind: 专题工作会议\nconvened_by: 二局\ndelegated_by:\n  post: 召集人\n  unit: 市政府\n"
    put(unwritten, MEETING, special)
    advance(lianxi, "2026-02-11")
    assert "由二局主要负责同志签发" in advance(lianxi, "2026-02-12")
    assert "  signed_by:\n    unit: 二局\n    seat: 主要负责同志\n" in read(unwritten, MEETING)


def test_every_side_signs(lianxi: Lianxi, unwritten: Path) -> None:
    put(unwritten, "mechanism.yaml", SIDES)
    advance(lianxi, "2026-02-11")
    advance(lianxi, "2026-02-12", "--by", "省厅")
    assert "省厅" in refused(lianxi, "2026-02-12", "--advance", "--by", "省厅")
    assert "《通知》第三条" in advance(lianxi, "2026-02-13", "--by", "市政府")
    advance(lianxi, "2026-02-13")
    assert "　　示例省厅：　　　　　　　　　　2026年2月12日" in read(unwritten, PAPER)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["M-2026-02", "--advance"], "还没有召开"),
        (["M-2026-09"], "没有会议“M-2026-09”"),
        (["m-2026-1"], "是否想写 M-2026-01？"),
        (["T-2026-001"], "没有会议“T-2026-001”"),
        ([ID, "--advance", "--write"], "一次只用一个"),
        ([ID, "--by", "召集人"], "同 --advance 一起用"),
        ([ID, "--as-of", "2026-02-01"], "还没有召开"),
        ([ID, "--advance", "--reply-by", "2026-02-20"], "下一步是起草，不用写 --reply-by"),
        ([ID, "--advance", "--date", "2026-02-09"], "早于会议召开的日期"),
        ([ID, "--reseal"], "纪要还没有印发"),
    ],
)
def test_one_line_for_what_cannot_be(words: list[str], said: str, lianxi: Lianxi, unwritten: Path) -> None:
    if "--as-of" not in words:
        words = [*words, "--as-of", "2026-02-20"]
    before = read(unwritten, MEETING)
    ran = lianxi("minutes", *words)
    assert ran.code in {1, 2}
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""
    assert read(unwritten, MEETING) == before
    assert not (unwritten / "records" / PAPER).exists()


def test_a_kill_between_file_and_record_is_made_good(lianxi: Lianxi, unwritten: Path) -> None:
    """The file is written first; a record that does not know of it yet is issued by another run."""
    put(unwritten, MEETING, ASKED)
    advance(lianxi, "2026-02-16", "--by", "召集人（市政府）")
    before = read(unwritten, MEETING)
    advance(lianxi, "2026-02-16")
    after, paper = read(unwritten, MEETING), read(unwritten, PAPER)
    (unwritten / "records" / MEETING).write_text(before, encoding="utf-8")
    assert "LX601" in lianxi("check", "--as-of", "2026-02-16").out
    advance(lianxi, "2026-02-16")
    assert (read(unwritten, MEETING), read(unwritten, PAPER)) == (after, paper)


CORRECTION = """  corrections:
    - date: 2026-02-20
      place: 第一项第（一）条及附件第1项
      reason: 漏列配合单位
      approved_by:
        post: 召集人
        unit: 市政府
      changes:
        - record: T-2026-001
          field: support
          was:
            - 二局
          now:
            - 二局
            - 西县政府
"""
TASK = "tasks/2026/T-2026-001.yaml"


def corrected(root: Path) -> None:
    text = read(root, MEETING)
    at = text.index("disclosure:")
    (root / "records" / MEETING).write_text(text[:at] + CORRECTION + text[at:], encoding="utf-8")


def test_a_correction_reseals(lianxi: Lianxi, repository: Path) -> None:
    old = read(repository, MEETING)
    put(repository, TASK, "support: [二局, 西县政府]\n")
    ran = lianxi("minutes", ID, "--as-of", "2026-05-06")
    assert "同印发的纪要不一致" in ran.err
    assert "没有写更正" in refused(lianxi, "2026-05-06", "--reseal")
    assert read(repository, MEETING) == old
    corrected(repository)
    assert lianxi("minutes", ID, "--reseal", "--as-of", "2026-05-06").err == ""
    assert errors(lianxi, "2026-05-06") == []
    assert "前完成供水管网扩建。〔注〕" in read(repository, PAPER)
    new = read(repository, MEETING)
    assert "没有改动" in lianxi("minutes", ID, "--reseal", "--as-of", "2026-05-06").out
    assert read(repository, MEETING) == new


def test_a_correction_that_was_not_made_is_refused(lianxi: Lianxi, repository: Path) -> None:
    corrected(repository)
    assert "先把记录改过来" in refused(lianxi, "2026-05-06", "--reseal")


def test_more_than_was_corrected_is_told(lianxi: Lianxi, repository: Path) -> None:
    put(repository, TASK, "support: [二局, 西县政府]\nmeasure: 完成管网\n")
    corrected(repository)
    ran = lianxi("minutes", ID, "--reseal", "--as-of", "2026-05-06")
    assert ran.code == 0
    assert "除了更正所列的" in ran.err
    assert "前完成管网。" in ran.err


def test_sealed_minutes_are_written_only_as_they_were_sealed(lianxi: Lianxi, repository: Path) -> None:
    sealed = read(repository, PAPER)
    (repository / "records" / PAPER).unlink()
    assert lianxi("minutes", ID, "--write", "--as-of", "2026-05-06").code == 0
    assert read(repository, PAPER) == sealed
    put(repository, TASK, "measure: 完成管网\n")
    kept = lianxi("minutes", ID, "--write", "--as-of", "2026-05-06")
    assert "没有变化" in kept.out
    assert read(repository, PAPER) == sealed
    (repository / "records" / PAPER).unlink()
    assert "对不上，没有写" in refused(lianxi, "2026-05-06", "--write")
    assert not (repository / "records" / PAPER).exists()


def test_what_was_issued_elsewhere_can_be_sealed(lianxi: Lianxi, repository: Path) -> None:
    put(repository, MEETING, "minutes:\n  issue_no: 1\n  issued_on: 2026-02-13\n  sha256: null\n")
    (repository / "records" / PAPER).unlink()
    assert "LX605" in lianxi("check", "--as-of", "2026-05-06").out
    assert "以外印发" in lianxi("minutes", ID, "--as-of", "2026-05-06").err
    assert lianxi("minutes", ID, "--reseal", "--as-of", "2026-05-06").code == 0
    assert "LX60" not in lianxi("check", "--as-of", "2026-05-06").out


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *IDENTITY, *words], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def test_commit_twice_makes_one_commit(lianxi: Lianxi, unwritten: Path) -> None:
    """And what else is staged stays staged, what is changed stays changed."""
    for key, value in (("user.name", "tests"), ("user.email", "tests@example.invalid")):
        git(unwritten, "config", key, value)
    put(unwritten, TASK, "measure: 完成管网\n")
    git(unwritten, "add", f"records/{TASK}")
    before = git(unwritten, "status", "--porcelain")
    ran = lianxi("minutes", ID, "--commit", "--as-of", "2026-02-20")
    assert ran.code == 0, ran.err
    assert git(unwritten, "status", "--porcelain") == before.replace(f" D records/{PAPER}\n", "")
    assert git(unwritten, "show", "--name-only", "--format=", "HEAD").split() == [f"records/{PAPER}"]
    head = git(unwritten, "rev-parse", "HEAD")
    message = git(unwritten, "log", "-1", "--format=%B")
    digest = hashlib.sha256((unwritten / "records" / PAPER).read_bytes()).hexdigest()
    assert f"Lianxi-Meeting: {ID}\nLianxi-Digest: sha256:{digest}\n" in message
    again = lianxi("minutes", ID, "--commit", "--as-of", "2026-02-20")
    assert again.code == 0
    assert "没有变化" in again.out
    assert git(unwritten, "rev-parse", "HEAD") == head


def test_outside_of_git_commit_is_refused(lianxi: Lianxi, unwritten: Path) -> None:
    shutil.rmtree(unwritten / ".git")
    ran = lianxi("minutes", ID, "--commit", "--as-of", "2026-02-20")
    assert ran.code == 3
    assert "不在 Git 仓库里" in ran.err
    assert not (unwritten / "records" / PAPER).exists()


def test_formats_and_files(lianxi: Lianxi, repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "纪要.md"
    assert lianxi("minutes", ID, "-o", str(out), "--as-of", "2026-05-06").code == 0
    assert out.read_text(encoding="utf-8") == read(repository, PAPER)
    assert (
        '"issued": "2026年2月13日"' in lianxi("minutes", ID, "--format", "json", "--as-of", "2026-05-06").out
    )
    table = lianxi("breakdown", ID, "--format", "json", "--as-of", "2026-05-06").out
    assert '"task": "T-2026-001"' in table
    assert "第一项（一）" in lianxi("breakdown", ID, "--format", "text", "--as-of", "2026-05-06").out
    shown = lianxi("minutes", ID, "--format", "text", "--as-of", "2026-05-06").out
    assert "<" not in shown
    assert "示例产业共建联席会议第一次会议纪要（示例）" in shown


def test_an_item_of_which_nothing_is_recorded_is_told(lianxi: Lianxi, unwritten: Path) -> None:
    (unwritten / "records/resolutions/2026/R-2026-002.yaml").unlink()
    put(unwritten, "mechanism.yaml", "rules: {}\n")
    advance(lianxi, "2026-02-11")
    ran = lianxi("minutes", ID, "--advance", "--as-of", "2026-02-12")
    assert ran.code == 0
    assert ran.err == f"注意：第二项还没有议定事项；补上用 lianxi resolve {ID}\n"


def test_a_meeting_without_tasks_has_no_table(lianxi: Lianxi, repository: Path) -> None:
    shutil.rmtree(repository / "records" / "tasks")
    ran = lianxi("breakdown", ID, "--as-of", "2026-05-06")
    assert (ran.code, ran.out) == (0, f"{ID} 没有议定任务，也没有为原有任务重新明确什么\n")

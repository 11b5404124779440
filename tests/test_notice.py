"""lianxi notice: the right step in the right form, recorded once, and never out of turn."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from conftest import DAY, SAMPLE, TINY_DAY, Lianxi, texts
from lianxi.book import Book, load
from lianxi.reports.notice import Wish, notice
from lianxi.reports.unit_notices import unit_notices
from lianxi.tree import TextTree

TASK = "tasks/2026/T-2026-00{}.yaml"
REMINDED = "notices:\n  - {date: 2026-04-16, form: 提醒, reply_by: 2026-04-20}\n"
SERVED = REMINDED + "  - {no: 4, date: 2026-04-30, form: 督办通知单, reply_by: 2026-05-05}\n"
CONVENER = "      - do: 提请召集人\n        after: {days: 1}\n"
NEXT_MEETING = "      - do: 会上通报\n        after: {days: 1}\n"


def book_of(tiny: dict[str, str], notices: str = "", lead: str = "东县政府", ladder: str = "") -> Book:
    task = tiny[TASK.format(1)].replace("lead: 东县政府", f"lead: {lead}") + notices
    book = load(TextTree({**tiny, TASK.format(1): task, "mechanism.yaml": tiny["mechanism.yaml"] + ladder}))
    assert not book.unread, [entry.faults for entry in book.entries if entry.faults]
    return book


TO_SHEET = "4月30日起可以发督办通知单（上一次反馈期限4月20日之后10天"
TO_CONVENER = "5月6日起可以提请召集人（上一次反馈期限5月5日之后1天"
STEPS = [
    ("", "2026-05-06", ("提醒", "", "2026-05-08")),
    (REMINDED, "2026-04-29", ("督办通知单", TO_SHEET, "2026-05-08")),
    (REMINDED, "2026-04-30", ("督办通知单", "", "2026-05-09")),  # a Saturday that is worked
    (SERVED, "2026-05-05", ("提请召集人", TO_CONVENER, None)),
    (SERVED, "2026-05-06", ("提请召集人", "", None)),
]


@pytest.mark.parametrize(("notices", "day", "expected"), STEPS)
def test_the_next_step_is_the_default(
    notices: str, day: str, expected: tuple[str, str, str | None], tiny: dict[str, str]
) -> None:
    form, early, reply_by = expected
    made = notice(book_of(tiny, notices, ladder=CONVENER), date.fromisoformat(day), "T-2026-001", Wish())
    assert made.form == form
    assert made.too_early.startswith(early)
    assert bool(made.too_early) == bool(early)
    assert (made.reply_by.isoformat() if made.reply_by else None) == reply_by
    assert not early or made.too_early.endswith("依据：本联席会议的配置）")


@pytest.mark.parametrize(
    ("notices", "form", "said"),
    [
        (REMINDED, "提醒", "下一步是发督办通知单，不能越过也不能重复"),
        (REMINDED, "提请召集人", "下一步是发督办通知单，不能越过也不能重复"),
        (SERVED, "督办通知单", "下一步是提请召集人，不能越过也不能重复"),
        ("", "督办通知单", "下一步是提醒，不能越过也不能重复；4月16日起可以提醒（完成时限4月15日之后1天"),
        (SERVED + "  - {date: 2026-05-06, form: 提请召集人}\n", "提醒", "今天已经发过提请召集人"),
    ],
)
def test_no_step_is_skipped_or_repeated(notices: str, form: str, said: str, tiny: dict[str, str]) -> None:
    made = notice(book_of(tiny, notices, ladder=CONVENER), TINY_DAY, "T-2026-001", Wish(form))
    assert made.too_early.startswith(said)


def test_at_the_end_of_the_ladder_there_is_nothing_more(tiny: dict[str, str]) -> None:
    made = notice(book_of(tiny, SERVED), TINY_DAY, "T-2026-001", Wish("提醒"))
    assert made.too_early == "催办次序（提醒、督办通知单）已经走完，没有下一步；依据：本联席会议的配置"


def test_without_a_ladder_only_what_needs_no_basis(tiny: dict[str, str]) -> None:
    mechanism = tiny["mechanism.yaml"]
    files = {**tiny, "mechanism.yaml": mechanism[: mechanism.index("  escalation:")]}
    for form, said in (("提醒", ""), ("督办通知单", ""), ("提请召集人", "没有定过催办次序")):
        made = notice(load(TextTree(files)), TINY_DAY, "T-2026-001", Wish(form))
        assert said in made.too_early
        assert bool(made.too_early) == bool(said)


def test_a_higher_authority_gets_a_request(tiny: dict[str, str]) -> None:
    book = book_of(tiny, REMINDED, lead="产业处", ladder="  formal_documents: false\n")
    made = notice(book, TINY_DAY, "T-2026-001", Wish())
    assert (made.form, made.no, made.too_early) == ("提请函", 1, "")
    assert made.heading == "提请函（代拟稿）（示例）"
    assert (made.signer, made.draft_for) == ("示例市第一局", "示例市第一局")
    sheet = notice(book, TINY_DAY, "T-2026-001", Wish("督办通知单"))
    assert sheet.unfit == "产业处是办公室的上级单位，不发督办通知单；写 --form 提请函"


def test_where_the_conference_may_write_formally_it_signs_itself(tiny: dict[str, str]) -> None:
    made = notice(book_of(tiny, REMINDED, lead="产业处"), TINY_DAY, "T-2026-001", Wish())
    assert (made.heading, made.signer) == ("提请函（示例）", "示例产业共建联席会议办公室")


def test_numbers_run_by_form_and_year_over_all_tasks(tiny: dict[str, str]) -> None:
    assert notice(book_of(tiny, REMINDED), TINY_DAY, "T-2026-001", Wish()).no == 1
    other = tiny[TASK.format(3)] + "notices:\n  - {no: 7, date: 2026-04-10, form: 督办通知单}\n"
    later = tiny[TASK.format(2)] + "notices:\n  - {no: 8, date: 2026-06-10, form: 督办通知单}\n"
    request = (
        "  - {no: 9, date: 2026-04-11, form: 提请函}\n  - {no: 10, date: 2025-04-11, form: 督办通知单}\n"
    )
    files = {**tiny, TASK.format(3): other + request, TASK.format(2): later}
    book = load(TextTree({**files, TASK.format(1): tiny[TASK.format(1)] + REMINDED}))
    assert notice(book, TINY_DAY, "T-2026-001", Wish()).no == 9  # a number of a later day is taken too


@pytest.mark.parametrize(
    ("id_", "form", "said"),
    [
        ("T-2026-002", None, "已销号，不用催办"),
        ("T-2026-003", "督办通知单", "没有逾期（临期，时限2026年5月8日前（原定2026年4月8日，已延期1次））"),
    ],
)
def test_what_needs_no_chasing(id_: str, form: str | None, said: str, tiny: dict[str, str]) -> None:
    assert said in notice(book_of(tiny), TINY_DAY, id_, Wish(form)).unfit


def test_a_task_that_falls_due_may_be_reminded(tiny: dict[str, str]) -> None:
    made = notice(book_of(tiny), TINY_DAY, "T-2026-003", Wish())
    assert (made.unfit, made.too_early) == ("", "")
    assert made.message == (
        "【联席会议办公室提醒】东县政府、二局：你们共同牵头的“示例园区A供水应急值守”时限为5月8日，"
        "还有2个工作日。请于5月8日前反馈进展和预计完成时间。如已完成，请报送佐证材料。"
        "（2026年5月6日）（示例）"
    )


def test_a_step_beyond_papers_is_only_named(tiny: dict[str, str]) -> None:
    made = notice(book_of(tiny, SERVED, ladder=NEXT_MEETING), TINY_DAY, "T-2026-001", Wish())
    assert made.unfit == "下一步是在会上通报，不出文书；要提醒，写 --form 提醒"


def test_a_unit_gets_one_message_and_one_paper_a_matter(tiny: dict[str, str]) -> None:
    book = book_of(tiny, REMINDED)
    sent = unit_notices(book, TINY_DAY, "东县政府", Wish())
    assert (
        "你单位牵头的2项任务请抓紧办理：1．“示例园区A供水管网扩建”时限为4月15日，已逾期21天；2．"
        in sent.message
    )
    assert [(made.task, made.form, made.no) for made in sent.notices] == [("T-2026-001", "督办通知单", 1)]
    assert unit_notices(book, TINY_DAY, "西县政府", Wish()).message == ""


def test_who_has_succeeded_a_unit_is_told(tiny: dict[str, str]) -> None:
    sent = unit_notices(book_of(tiny, lead="三局"), TINY_DAY, "三局", Wish())
    assert sent.unit == "四局"
    assert "四局：你单位牵头的“示例园区A供水管网扩建”" in sent.message


def test_papers_of_one_day_get_numbers_one_after_the_other() -> None:
    files = texts(SAMPLE)
    sheet = files["tasks/2026/T-2026-021.yaml"]
    for number in ("031", "032"):
        files[f"tasks/2026/T-2026-{number}.yaml"] = sheet.replace("T-2026-021", f"T-2026-{number}")
    sent = unit_notices(load(TextTree(files)), date(2026, 9, 28), "蕉岭县政府", Wish())
    assert [made.no for made in sent.notices] == [3, 4, 5]


def test_write_records_the_step_and_prints_it_again(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    path.write_text(path.read_text(encoding="utf-8") + REMINDED, encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    plain = lianxi("notice", "T-2026-001", "--as-of", DAY)
    assert path.read_text(encoding="utf-8") == before
    ran = lianxi("notice", "T-2026-001", "--as-of", DAY, "--write")
    assert ran.code == 0, ran.err
    assert ran.out == plain.out
    assert (
        "已记入 records/tasks/2026/T-2026-001.yaml：督办通知单第1号，反馈期限2026年5月11日（星期一）前"
        in ran.err
    )
    assert path.read_text(encoding="utf-8") == before + (
        "  - no: 1\n    date: 2026-05-06\n    form: 督办通知单\n    requirements: |\n"
        "      说明未按期完成的原因和目前进展\n      明确完成时间和责任人\n"
        "      确需延期的，说明原因、目前进展和拟完成时间，按程序报批\n    reply_by: 2026-05-11\n"
    )
    again = lianxi("notice", "T-2026-001", "--as-of", DAY)
    assert (again.out, again.err) == (ran.out, "")
    twice = lianxi("notice", "T-2026-001", "--as-of", DAY, "--write")
    assert "已经记有今天的督办通知单，没有改动" in twice.err
    assert lianxi("check", "--as-of", DAY).code == 0
    assert lianxi("notice", "T-2026-001", "--as-of", "2026-05-07", "--write").code == 2


def test_write_refuses_a_step_whose_turn_has_not_come(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    path.write_text(path.read_text(encoding="utf-8") + REMINDED, encoding="utf-8")
    before = path.read_bytes()
    ran = lianxi("notice", "T-2026-001", "--as-of", "2026-04-25", "--write")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "T-2026-001 没有记：4月30日起可以发督办通知单"
        "（上一次反馈期限4月20日之后10天；依据：本联席会议的配置）\n"
    )
    sample = lianxi("notice", "T-2026-001", "--as-of", "2026-04-25")
    assert (sample.code, sample.out[:7]) == (0, "# 督办通知单")
    assert "下面是样稿，还不能发" in sample.err
    backward = lianxi("notice", "T-2026-001", "--as-of", "2026-04-15", "--form", "提醒", "--write")
    assert "2026-04-16 已经记有更晚的催办" in backward.err
    assert path.read_bytes() == before


def test_no_number_is_given_while_a_task_cannot_be_read(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    path.write_text(path.read_text(encoding="utf-8") + REMINDED, encoding="utf-8")
    (repository / "records" / TASK.format(2)).write_text("{", encoding="utf-8")
    ran = lianxi("notice", "T-2026-001", "--as-of", DAY, "--write")
    assert (ran.code, ran.out) == (1, "")
    assert "任务记录 T-2026-002 读不出来，说不准督办通知单编到了几号" in ran.err


def test_days_of_a_year_without_a_calendar_are_told(lianxi: Lianxi) -> None:
    assert "2027年放假安排未入库" in lianxi("notice", "T-2026-001", "--as-of", "2026-12-31").err
    named = ("--as-of", "2026-12-31", "--reply-by", "2027-01-08")
    assert lianxi("notice", "T-2026-001", *named).err == ""


def test_the_wishes_of_the_office_are_kept(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    path.write_text(path.read_text(encoding="utf-8") + REMINDED, encoding="utf-8")
    words = ("--reply-by", "2026-05-20", "--requirement", "报送施工日志", "--requirement", "明确通水时间")
    ran = lianxi("notice", "T-2026-001", "--as-of", DAY, "--write", *words)
    assert "| 办理要求 | 1．报送施工日志；2．明确通水时间 |" in ran.out
    assert "| 反馈时限 | 2026年5月20日（星期三）前 |" in ran.out
    text = path.read_text(encoding="utf-8")
    assert "      报送施工日志\n      明确通水时间\n    reply_by: 2026-05-20\n" in text


def test_write_for_a_unit_can_be_run_again(lianxi: Lianxi, repository: Path) -> None:
    ran = lianxi("notice", "--unit", "东县政府", "--as-of", DAY, "--write")
    assert ran.code == 0
    text = (repository / "records" / TASK.format(1)).read_text(encoding="utf-8")
    assert text.endswith("notices:\n  - date: 2026-05-06\n    form: 提醒\n    reply_by: 2026-05-08\n")
    again = lianxi("notice", "--unit", "东县政府", "--as-of", DAY, "--write")
    assert (again.code, again.out) == (0, ran.out)
    assert (repository / "records" / TASK.format(1)).read_text(encoding="utf-8") == text


def test_a_paper_bears_no_note_no_seal_and_no_id(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    noted = "notes:\n  - {date: 2026-05-01, text: 先打招呼再发单。}\n"
    path.write_text(path.read_text(encoding="utf-8") + REMINDED + noted, encoding="utf-8")
    text = lianxi("notice", "T-2026-001", "--as-of", DAY, "--audience", "内部").err
    assert "催办文书发给承办单位" in text
    text = lianxi("notice", "T-2026-001", "--as-of", DAY).out
    for word in ("先打招呼", "印章", "盖章", "〔", "T-2026", "R-2026", "考核", "约谈", "扣分"):
        assert word not in text, word


def test_a_message_is_plain_text(lianxi: Lianxi, repository: Path) -> None:
    path = repository / "records" / TASK.format(1)
    text = path.read_text(encoding="utf-8").replace("示例园区A供水管网扩建", "示例_园区*A*")
    path.write_text(text, encoding="utf-8")
    ran = lianxi("notice", "T-2026-001", "--as-of", DAY)
    assert "“示例_园区*A*”" in ran.out
    assert ran.out.count("\n") == 1


def test_json_and_csv(lianxi: Lianxi) -> None:
    data = json.loads(lianxi("notice", "T-2026-001", "--as-of", DAY, "--format", "json").out)
    assert (data["task"], data["form"], data["recorded"], data["reply_by"]) == (
        "T-2026-001",
        "提醒",
        False,
        "2026-05-08",
    )
    lines = lianxi("notice", "--unit", "西县政府", "--as-of", DAY, "--format", "csv").out.splitlines()
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "写一项任务，或者用 --unit 写一个单位"),
        (["T-2026-001", "--unit", "东县政府"], "写一项任务，或者用 --unit 写一个单位"),
        (["T-2026-01"], "没有任务“T-2026-01”，是否想写 T-2026-001？"),
        (["东县政府"], "没有任务“东县政府”；单位要写在 --unit 后面"),
        (["--unit", "东县政付"], "没有单位“东县政付”，是否想写 东县政府？"),
        (["T-2026-002"], "T-2026-002：这项任务已销号，不用催办"),
        (["T-2026-001", "--form", "约谈"], "可以写：提醒、督办通知单、提请函、提请召集人"),
        (["T-2026-001", "--reply-by", "2026-05-06"], "要晚于发出的日期 2026-05-06"),
        (["T-2026-001", "--reply-by", "下周"], "--reply-by 认不出日期“下周”"),
        (["T-2026-001", "--requirement", " "], "--requirement 是空的"),
    ],
)
def test_wrong_usage_is_one_line(words: list[str], said: str, lianxi: Lianxi) -> None:
    ran = lianxi("notice", "--as-of", DAY, *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err

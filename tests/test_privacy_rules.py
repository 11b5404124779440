"""Disclosure and privacy: what must be found, what must not, and that nothing found is shown whole."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import HERE, SAMPLE, SAMPLE_DAY, TINY, TINY_DAY, texts
from corpus import make_corpus
from lianxi.book import load
from lianxi.check import check
from lianxi.classified import _marks, marks_in
from lianxi.finding import Finding, Summary
from lianxi.private.found import _KINDS, concealed, found_in
from lianxi.private.numbers import narrow
from lianxi.source import read
from lianxi.source.suspect import is_suspect
from lianxi.tree import TextTree

FILES = texts(TINY)
RECORDS = texts(SAMPLE)
TASK = "tasks/2026/T-2026-001.yaml"
ISSUE = "issues/2026/I-2026-004.yaml"
MEETING = "meetings/2026/M-2026-02.yaml"
TEXT = "完成供水管网扩建"


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianxi.book.read", _read)


_read = cache(read)


def found_after(path: str, text: str) -> list[Finding]:
    """What the tiny conference is told beside what it is told anyway."""
    own = {(each.code, each.path) for each in _own()}
    found = check(load(TextTree({**FILES, path: text})), TINY_DAY)
    return [each for each in found if (each.code, each.path) not in own]


@cache
def _own() -> list[Finding]:
    return check(load(TextTree(FILES)), TINY_DAY)


def with_text(piece: str) -> str:
    """The tiny task, with ``piece`` in a text of it."""
    return FILES[TASK].replace(TEXT, f"{TEXT}。{piece}", 1)


# --- private data and classified marks -----------------------------------------------------

FOUND: list[tuple[str, str]] = [
    # What is marked stands between ‹ and ›.
    ("LX707", "身份证‹11010519491231002X›"),
    ("LX707", "证件号码‹11010519491231002x›。"),
    ("LX707", "‹441402199003071233›"),
    ("LX707", "证件‹441402 19900307 1233›"),
    ("LX707", "证件‹441402-19900307-1233›"),
    ("LX707", "证件‹4414 0219 9003 0712 33›"),
    ("LX707", "证件‹４４１４０２１９９００３０７１２３３›"),
    ("LX707", "证件‹１１０１０５１９４９１２３１００２Ｘ›"),
    ("LX707", "身份证号码：‹441402900307123›"),
    ("LX708", "联系‹13800138000›"),
    ("LX708", "联系‹138 0013 8000›办理"),
    ("LX708", "联系‹138-0013-8000›"),
    ("LX708", "联系‹138 00138000›"),
    ("LX708", "联系‹1380013 8000›"),
    ("LX708", "联系‹+86 13800138000›"),
    ("LX708", "联系‹+86-138-0013-8000›"),
    ("LX708", "联系‹8613800138000›"),
    ("LX708", "联系‹１３８００１３８０００›"),
    ("LX708", "联系‹１３８－００１３－８０００›"),
    ("LX708", "示例甲(‹19900138000›)"),
    ("LX708", "邮箱‹13800138000@example.com›"),
    ("LX708", "微信号：‹13800138000›"),
    ("LX703", "电话‹0753-2345678›"),
    ("LX703", "电话‹(0753)2345678›"),
    ("LX703", "电话‹（0753）2345678›"),
    ("LX703", "电话‹0753 2345678›"),
    ("LX703", "电话‹07532345678›"),
    ("LX703", "电话‹0753—2345678›"),
    ("LX703", "电话‹020-83134567-801›"),
    ("LX703", "电话‹010 6655 4433›"),
    ("LX703", "电话‹+86-753-2345678›"),
    ("LX703", "电话‹０７５３－２３４５６７８›"),
    ("LX709", "账号‹6222020000000000000›"),
    ("LX709", "卡号：‹6222 0200 0000 0000 000›"),
    ("LX709", "银行卡‹6212-2612-3456-7898›"),
    ("LX709", "‹6228480000001234566›（开户行：示例银行）"),
    ("LX709", "收款账户见下\n  ‹6222020000000000000›"),
    ("LX710", "邮箱‹example@example.com›"),
    ("LX710", "发至‹12345678@qq.com›"),
    ("LX710", "发至‹li.si-01@mail.gov.example›，"),
    ("LX711", "QQ：‹12345678›"),
    ("LX711", "QQ群号 ‹123456789›"),
    ("LX711", "qq‹12345›"),
    ("LX711", "微信号 ‹example_01›"),
    ("LX711", "微信：‹wxid-abcdef›"),
    ("LX712", "住址：‹梅江区示例街道示例路3号›"),
    ("LX712", "居住地址：‹示例街3号›"),
    ("LX712", "家住‹梅县区示例镇示例村›，"),
    ("LX712", "家庭住址为‹示例县示例镇示例花园2栋›"),
    ("LX712", "现住‹兴宁市示例街道示例小区›。"),
    ("LX712", "住址：‹示例路12号›"),
    ("LX713", "车牌‹粤M·12345›"),
    ("LX713", "公务用车‹粤M12345›"),
    ("LX713", "新能源车‹粤MD12345›"),
    ("LX713", "新能源车‹粤M·12345F›"),
    ("LX713", "车牌‹京A 1B2C3›"),
    ("LX706", "‹机密★1年›，"),
    ("LX706", "‹绝密★›"),
    ("LX706", "‹秘　密 ★长期›"),
    ("LX706", "‹密级：机密›"),
    ("LX706", "‹密级: 秘 密›"),
    ("LX706", "附件‹【机密】›示例"),
    ("LX706", "关于示例的报告‹（秘密）›"),
    ("LX706", "见下\n  ‹机密›"),
    ("LX706", "示例报告‹内部资料 严禁外传›"),
    ("LX706", "‹内部资料 严禁外传›"),
    ("LX706", "‹内部文件，请勿外传›"),
    ("LX706", "‹严禁外传！内部资料›"),
    ("LX706", "本件为‹内部资料，严禁外传›。"),
]
"""Exactly one finding, of this code, at this place."""

NOT_FOUND: list[str] = [
    # An 18-digit number that is none: checksum, day, region.
    "证件441402199003071234",
    "证件441402199013071237",
    "证件441402198502300032",
    "证件991402199003071230",
    "证件441402202209150011",
    "441402900307123",
    # Project codes, document numbers, ids, dates, digests.
    "项目代码2209-441402-04-01-123456",
    "项目代码2209-441402-04-01-138001",
    "项目代码220944140204011234",
    "投资项目统一代码：2209-441402-04-01-13800138000",
    "梅市府函〔2022〕16号、粤发改能源函〔2022〕1234号",
    "T-2026-007、R-2026-003、M-2026-02",
    "T-2026-13800138000",
    "2026-04-10T09:00、2026-04-10 至 2026-04-13",
    "2026年4月10日、20260410、2026.04.10",
    "摘要9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "摘要a13800138000b",
    "版本1.13800138000",
    # Amounts, measures, shares.
    "投资13800138000元",
    "投资 13800138000 万元",
    "发电13800138000千瓦时",
    "用地13800138000平方米",
    "￥13800138000",
    "投资13,800,138,000元",
    "投资13800138000.50元",
    "增长13.8%，占99.12345678%",
    "编号138001380001、1380013800",
    "12345678901",
    "编号6222020000000000000",
    "账号6222020000000000001",
    "账户余额12000000元",
    "电话2345678、0753、400-800-1234",
    "邮编514000，电话另告",
    # Signs that only look like one.
    "A@B、@所有人、3@5",
    "QQ群、微信群、微信公众号：示例工信",
    "微信小程序、微信支付",
    "家住农村的职工、现住户已搬迁",
    "家住各县农村的职工，家住乡镇农村",
    "核实住址信息，由区里办理",
    "职工住在园区宿舍区3栋",
    "企业地址：示例区示例路3号",
    "市住房城乡建设局选址论证示例路3号",
    "家住园区附近的职工上下班道路",
    "粤发〔2021〕15号、粤B2-20210123、粤ICP备12345678号",
    "新A股上市、云计算ABCDEF、川M",
    "9135 0100 统一社会信用代码91350100M000100Y43",
    # Secrets in a sentence.
    "保守国家秘密，涉及企业商业秘密",
    "秘密级以上的材料不得上网",
    "（绝密、机密、秘密）三级",
    "机密文件另行传阅，国家秘密和工作秘密分开管理",
    "★重点事项、密级由保密办确定",
    "商业秘密不得外传，内部资料另行保管",
    "密级：无",
    "企业提供的内部资料，不得外传",
    "内部资料严禁外传的规定",
]
"""No finding at all."""


def marked(piece: str) -> tuple[str, str]:
    """A piece without its signs, and what stands between them."""
    return piece.replace("‹", "").replace("›", ""), piece[piece.index("‹") + 1 : piece.index("›")]


@pytest.mark.parametrize(("code", "piece"), FOUND, ids=[piece for _, piece in FOUND])
def test_what_must_not_stand_there_is_found_once_at_its_place(code: str, piece: str) -> None:
    plain, value = marked(piece)
    text = with_text(plain)
    found = found_after(TASK, text)
    assert [(each.code, each.path) for each in found] == [(code, TASK)], found
    before = text[: text.index(plain) + piece.index("‹")]
    assert found[0].line == before.count("\n") + 1
    assert found[0].column == len(before) - before.rfind("\n")
    assert found[0].width == len(value)


@pytest.mark.parametrize("piece", NOT_FOUND)
def test_what_only_looks_like_it_is_not_found(piece: str) -> None:
    assert found_after(TASK, with_text(piece)) == []


def test_the_tables_are_long_enough() -> None:
    assert len(FOUND) + len(NOT_FOUND) >= 60
    codes = {code for code, _ in FOUND}
    assert codes == {f"LX7{number:02d}" for number in (3, 6, 7, 8, 9, 10, 11, 12, 13)}


@pytest.mark.parametrize(
    ("piece", "codes"),
    [
        ("441402199003071233 13800138000", ["LX707", "LX708"]),
        ("13800138000 441402199003071233", ["LX708", "LX707"]),
        ("13800138000、13900139000", ["LX708", "LX708"]),
        ("0753-2345678 13800138000", ["LX703", "LX708"]),
        ("家住示例县示例镇示例路3号 13800138000", ["LX712", "LX708"]),
        ("开户行示例银行，账号6222020000000000000，电话13800138000", ["LX709", "LX708"]),
        ("身份证441402199003071233，卡号6222 0200 0000 0000 000", ["LX707", "LX709"]),
    ],
)
def test_two_beside_each_other_are_two(piece: str, codes: list[str]) -> None:
    assert [each.code for each in found_after(TASK, with_text(piece))] == codes


def test_comments_are_committed_too() -> None:
    for code, piece in FOUND:
        plain, _ = marked(piece)
        if "\n" not in plain and "［" not in plain:
            found = found_after(TASK, f"# 记：{plain}\n{FILES[TASK]}")
            assert [(each.code, each.line) for each in found] == [(code, 1)], plain


def test_a_record_that_cannot_be_read_is_scanned_too() -> None:
    text = with_text("联系13800138000").replace("lead: 东县政府", "leed: 东县政府")
    assert sorted(each.code for each in found_after(TASK, text)) == ["LX101", "LX708"]


# --- nothing is shown whole ----------------------------------------------------------------


def shown(found: list[Finding]) -> str:
    """The findings in every format."""
    summary = Summary.of(found, 13, TINY_DAY.isoformat())
    names = ("text", "json", "github", "gitlab", "junit")
    writers = (import_module(f"lianxi.formats.{name}") for name in names)
    return "".join(writer.written(found, summary) for writer in writers)


PRIVATE = [piece for code, piece in FOUND if code != "LX706"]


@pytest.mark.parametrize("piece", PRIVATE)
def test_what_is_found_is_never_shown_whole(piece: str) -> None:
    plain, value = marked(piece)
    found = found_after(TASK, with_text(plain))
    assert value not in shown(found)
    assert "*" in found[0].message
    assert "*" in found[0].excerpt
    assert len(found[0].excerpt) == len(with_text(plain).split("\n")[found[0].line - 1])
    assert "历史" in found[0].remedy


def test_another_finding_on_the_line_does_not_show_it_either() -> None:
    text = FILES[TASK].replace("lead: 东县政府", "lead: 东县政府13800138000 # 441402199003071233")
    found = found_after(TASK, text)
    assert {each.code for each in found} >= {"LX203", "LX707", "LX708"}
    assert "13800138000" not in shown(found)
    assert "441402199003071233" not in shown(found)


def test_enough_is_shown_to_find_it() -> None:
    (found,) = found_after(TASK, with_text("身份证11010519491231002X"))
    assert "110***********002X" in found.message


@pytest.mark.parametrize("piece", PRIVATE)
def test_a_masked_text_holds_nothing_any_more(piece: str) -> None:
    plain, _ = marked(piece)
    assert found_in(concealed(plain)) == ()
    assert len(concealed(plain)) == len(plain)


# --- the office's own number, and what is allowed ------------------------------------------


def with_contact(contact: str) -> dict[str, str]:
    text = FILES["mechanism.yaml"].replace("  host: 一局\n", f"  host: 一局\n  contact: {contact}\n", 1)
    assert text != FILES["mechanism.yaml"]
    return {**FILES, "mechanism.yaml": text}


@pytest.mark.parametrize("written", ["0753-2345678", "（0753）2345678", "0753 2345678转801"])
def test_the_number_of_the_office_may_stand_anywhere(written: str) -> None:
    files = {**with_contact("0753-2345678、0753-2345679"), TASK: with_text(f"电话{written}")}
    assert [each for each in check(load(TextTree(files)), TINY_DAY) if each not in _own()] == []


def test_another_number_than_that_of_the_office_is_told() -> None:
    files = {**with_contact("0753-2345678"), TASK: with_text("电话0753-2345670")}
    found = [each for each in check(load(TextTree(files)), TINY_DAY) if each not in _own()]
    assert [(each.code, each.path) for each in found] == [("LX703", TASK)]


def test_a_mobile_is_no_contact_of_an_office() -> None:
    found = [
        each
        for each in check(load(TextTree(with_contact("13800138000（值班）"))), TINY_DAY)
        if each not in _own()
    ]
    assert [(each.code, each.path) for each in found] == [("LX708", "mechanism.yaml")]


def test_a_comment_allows_a_number_in_the_text_below_it() -> None:
    text = with_text("电话0753-2345678").replace("measure:", "# lianxi: allow LX703 抢修热线\nmeasure:")
    assert found_after(TASK, text) == []


# --- the cheap test ------------------------------------------------------------------------

PIECES = [marked(piece)[0] for _, piece in FOUND] + NOT_FOUND
SCRAPS = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from(
        ["身份证", "账号", "QQ", "qq", "微信", "微信号：", "住址：", "家住", "粤M", "★", "密级：", "+86"]
    ),
    st.text("0123456789", min_size=1, max_size=19),
    st.text("０１３５８９Ｘ－ -", min_size=1, max_size=6),
    st.text("绝机秘密★☆级【】（）: 　\n#-", max_size=6),
    st.text("内部资料严禁外传，的区路村3号栋", max_size=8),
    st.text("MDF·•. @xX-—()（）+\n年月日向，。", max_size=4),
)


@st.composite
def scrambled(draw: st.DrawFn) -> str:
    """Scraps of what is looked for, joined and cut anywhere."""
    text = "".join(draw(st.lists(SCRAPS, max_size=8)))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", " ", "-", "  ", "0", "２", "X"])) + text[at + 1 :]
    return text


def _finds(text: str) -> bool:
    """Whether anything is found that looks at every character, without the cheap test before it."""
    private = any(True for _, finds in _KINDS for _ in finds(narrow(text)))
    return private or any(mark.search(line) for mark in _marks() for line in text.split("\n"))


@settings(max_examples=400, deadline=None)
@given(scrambled())
@example("44-14-02-19-90-03-07-12-33")
@example("138--0013--8000")
@example("机密")
@example("甲\n机密")
@example("粤M•１２３４５")
def test_what_is_found_is_suspect(text: str) -> None:
    if _finds(text):
        assert is_suspect(text, text.encode())


def test_the_property_finds_something() -> None:
    assert all(_finds(marked(piece)[0]) for _, piece in FOUND)
    assert all(is_suspect(marked(piece)[0], marked(piece)[0].encode()) for _, piece in FOUND)


def folders() -> Iterator[dict[str, str]]:
    yield RECORDS
    yield FILES
    yield from (texts(folder) for folder in (HERE / "mechanisms").iterdir())


def test_nothing_is_found_in_the_records_of_the_house() -> None:
    for files in folders():
        for path, text in files.items():
            assert found_in(text) == (), path
            assert list(marks_in(text)) == [], path


def test_a_usual_record_is_not_suspect(tmp_path: Path) -> None:
    """But for a digest, whose digits are looked at."""
    usual = {
        path: re.sub("sha256: [0-9a-f]{64}", "sha256: null", text)
        for files in folders()
        for path, text in files.items()
        if "主动公开" not in text
    }
    suspects = {path for path, text in usual.items() if is_suspect(text, text.encode())}
    assert suspects == set()
    make_corpus(tmp_path, 150)
    for path in (tmp_path / "tasks").rglob("*.yaml"):
        raw = path.read_bytes()
        assert not is_suspect(raw.decode(), raw)


@pytest.mark.parametrize(
    "piece",
    [
        "13800138000_",
        "a@b.cn_",
        "a@",
        "9",
        "1_",
        "家住",
        "住址：区",
        "家住区区区区",
        "QQ12345",
        "粤M1",
        "密★",
        "1-2-3_",
        "账号6222_",
    ],
)
def test_the_worst_text_is_scanned_quickly(piece: str) -> None:
    piece = piece.replace("_", " ")
    size = 64 * 1024 // len(piece.encode())
    for text in (piece * size, f"{piece}\n" * size):
        start = time.perf_counter()
        found_in.__wrapped__(text)
        list(marks_in(text))
        assert time.perf_counter() - start < 3  # ten times the goal: these machines are noisy


# --- disclosure ----------------------------------------------------------------------------


def public(path: str, **changes: str) -> str:
    """A tiny record made 主动公开, without a reason, and with ``changes`` of its texts."""
    text = re.sub(r"disclosure: .*\ndisclosure_reason: .*\n", "disclosure: 主动公开\n", FILES[path])
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


TERMS = (
    "产能 报价 客户 配方 工艺参数 融资额 负债 停产 裁员 诉讼 新增产能 年产能力争翻番 资产负债表 报价单 配方表"
)
INNOCENT = (
    "生产能力 水产能否 去产能 落后产能 过剩产能 产能过剩 申报价格 申报价值 客户端 外来客户籍 分配方案 "
    "匹配方式 装配方法 担负债务 仲裁员 总裁员工"
)


@pytest.mark.parametrize("term", TERMS.split())
def test_a_commercial_term_in_a_public_record_is_told_where_it_stands(term: str) -> None:
    text = public(ISSUE, 审批进度慢=f"审批进度慢。\n  示例企业A{term}受影响")
    (found,) = found_after(ISSUE, text)
    line = next(number for number, row in enumerate(text.split("\n"), 1) if term in row)
    assert (found.code, found.line) == ("LX705", line)
    marked_ = text.split("\n")[line - 1][found.column - 1 :][: found.width]
    assert marked_ in term
    assert f"“{marked_}”" in found.message


@pytest.mark.parametrize("words", INNOCENT.split())
def test_words_that_only_hold_such_a_term_are_not_told(words: str) -> None:
    assert found_after(ISSUE, public(ISSUE, 审批进度慢=f"审批进度慢，{words}受影响")) == []


def test_one_text_is_told_once_and_two_texts_twice() -> None:
    text = public(ISSUE, 审批进度慢="面临停产、裁员，停产在即", 协调加快审批="明确融资额")
    found = found_after(ISSUE, text)
    assert [each.code for each in found] == ["LX705", "LX705"]
    assert "“停产”“裁员”，" in found[0].message


def test_comments_and_internal_texts_are_not_published() -> None:
    internal = "notes:\n  - date: 2026-04-01\n    text: 面临停产\ninstructions:\n"
    internal += "  - date: 2026-04-01\n    post: 召集人\n    unit: 市政府\n    text: 防止裁员\n"
    text = public(
        ISSUE,
        **{"situation: |": "# 企业停产\nsituation: |   # 停产", "disclosure:": f"{internal}disclosure:"},
    )
    assert found_after(ISSUE, text) == []


def test_a_meeting_has_texts_too() -> None:
    text = public(MEETING, **{"title: 第一次会议议定事项落实情况": "title: 示例企业A停产情况"})
    text = re.sub(r"    issue: .*\n", "    title: 示例\n", text)
    assert [each.code for each in found_after(MEETING, text)] == ["LX705"]


def test_a_credit_code_is_told_only_in_a_public_record() -> None:
    change = {"审批进度慢": "审批进度慢，示例企业A（91350100M000100Y43）"}
    (found,) = found_after(ISSUE, public(ISSUE, **change))
    assert found.code == "LX714"
    assert "91350100M000100Y43" not in shown([found])
    private = FILES[ISSUE].replace("审批进度慢", change["审批进度慢"], 1)
    assert found_after(ISSUE, private) == []
    assert found_after(ISSUE, public(ISSUE, 审批进度慢="91350100M000100Y44")) == []


def test_the_lines_of_a_remedy_can_be_pasted() -> None:
    (found,) = found_after(MEETING, public(MEETING))
    assert found.code == "LX704"
    lines = found.remedy.split("\n", 1)[1]
    assert found_after(MEETING, public(MEETING).replace("disclosure: 主动公开", lines)) == []


def test_an_issue_without_a_reason_is_told_once_whatever_meeting_it_goes_to() -> None:
    files = {**FILES, MEETING: public(MEETING), ISSUE: public(ISSUE)}
    assert [each for each in check(load(TextTree(files)), TINY_DAY) if each not in _own()] == []
    files[ISSUE] = files[ISSUE].replace("主动公开", "不予公开")
    found = [each for each in check(load(TextTree(files)), TINY_DAY) if each not in _own()]
    assert [(each.code, each.path) for each in found] == [("LX702", ISSUE)]


@pytest.mark.parametrize("reason", ["", "disclosure_reason: 过程性信息\n"])
def test_a_lost_disclosure_is_asked_for_with_a_reason_where_there_is_none(reason: str) -> None:
    lost = re.sub(r"disclosure: .*\ndisclosure_reason: .*\n", reason, FILES[ISSUE])
    (found,) = [each for each in found_after(ISSUE, lost) if each.path == ISSUE]
    assert found.code == "LX701"
    lines = found.remedy.split("\n", 1)[1]
    assert found_after(ISSUE, f"{lost}{lines}\n") == []


# --- single slips in the sample ------------------------------------------------------------

CLOSED_ISSUE = "issues/2026/I-2026-010.yaml"
OPEN_ISSUE = "issues/2026/I-2026-003.yaml"
SAMPLE_MEETING = "meetings/2026/M-2026-05.yaml"
SAMPLE_TASK = "tasks/2025/T-2025-006.yaml"
RESOLUTION = "resolutions/2026/R-2026-002.yaml"
WITHHELD = re.compile(r"^disclosure: 不予公开.*\n", re.MULTILINE)
REASON = re.compile(r"^disclosure_reason: .*\n", re.MULTILINE)


@cache
def _told_of_the_sample() -> list[Finding]:
    return check(load(TextTree(RECORDS)), SAMPLE_DAY)


def sample_after(path: str, text: str) -> list[Finding]:
    found = check(load(TextTree({**RECORDS, path: text})), SAMPLE_DAY)
    return [each for each in found if each not in _told_of_the_sample()]


def row(text: str, begins: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(begins))


@pytest.mark.parametrize("path", [CLOSED_ISSUE, SAMPLE_MEETING])
def test_a_lost_reason_is_told_at_the_disclosure(path: str) -> None:
    text = REASON.sub("", RECORDS[path], count=1)
    found = sample_after(path, text)
    assert [(each.code, each.path, each.line, each.column) for each in found] == [
        ("LX702", path, row(text, "disclosure:"), 1)
    ]


@pytest.mark.parametrize("word", ["不予公开", "依申请公开"])
def test_a_public_issue_that_is_closed_lacks_a_reason(word: str) -> None:
    text = RECORDS[OPEN_ISSUE].replace("disclosure: 主动公开", f"disclosure: {word}")
    found = sample_after(OPEN_ISSUE, text)
    assert [(each.code, each.line, each.column) for each in found] == [("LX702", row(text, "disclosure:"), 1)]


def test_a_lost_disclosure_in_the_sample_is_told_once() -> None:
    text = WITHHELD.sub("", RECORDS[CLOSED_ISSUE], count=1)
    found = sample_after(CLOSED_ISSUE, text)
    assert [(each.code, each.path, each.line, each.column) for each in found] == [
        ("LX701", CLOSED_ISSUE, 1, 1)
    ]


def test_a_meeting_made_public_is_told_at_its_first_closed_issue() -> None:
    path = "meetings/2026/M-2026-03.yaml"
    text = WITHHELD.sub("disclosure: 主动公开\n", RECORDS[path], count=1)
    (found,) = sample_after(path, text)
    line = text.split("\n")[found.line - 1]
    assert (found.code, found.path) == ("LX704", path)
    assert re.fullmatch(r"I-[0-9]{4}-[0-9]{3}", line[found.column - 1 :][: found.width])
    first = next(
        number
        for number, row_ in enumerate(text.split("\n"), 1)
        if (issue := re.match(r"    issue: (I-([0-9]{4})-[0-9]{3})", row_))
        and "disclosure: 主动公开" not in RECORDS[f"issues/{issue[2]}/{issue[1]}.yaml"]
    )
    assert found.line == first


@pytest.mark.parametrize(
    "path", [CLOSED_ISSUE, OPEN_ISSUE, SAMPLE_MEETING, SAMPLE_TASK, RESOLUTION, "mechanism.yaml"]
)
@pytest.mark.parametrize(("code", "piece"), FOUND[::9])
def test_a_value_slipped_into_a_text_of_the_sample_is_told_once(path: str, code: str, piece: str) -> None:
    plain, value = marked(piece)
    rows = RECORDS[path].split("\n")
    at = next(index for index, each in enumerate(rows) if re.fullmatch(r" +[^\s:#-][^:#]*", each))
    indent = len(rows[at]) - len(rows[at].lstrip())
    plain, piece = (each.replace("\n  ", "\n" + " " * indent) for each in (plain, piece))
    text = "\n".join([*rows[:at], rows[at] + "。" + plain, *rows[at + 1 :]])
    before = len("\n".join([*rows[:at], rows[at]])) + 1 + piece.index("‹")
    found = sample_after(path, text)
    assert [(each.code, each.path) for each in found] == [(code, path)], found
    assert found[0].line == text[:before].count("\n") + 1
    assert found[0].column == before - text[:before].rfind("\n")
    assert found[0].width == len(value)

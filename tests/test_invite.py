"""Who is called to a meeting, in which words, and who has answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import DAY, SAMPLE, SAMPLE_DAY, TINY_DAY, Lianxi, texts
from lianxi.book import load
from lianxi.invitations import invite_markdown
from lianxi.reports.invite import Invite, invite
from lianxi.tree import FolderTree, TextTree

MEETING = "meetings/2026/M-2026-02.yaml"
MECHANISMS = Path(__file__).parent / "mechanisms"
KINDS = ("联席会议", "专题工作会议", "联络员会议")
NOTIFIED = "notified_on: 2026-04-28\n"
MOVE = "postponements:\n  - {was: 2026-05-11T14:30, now: 2026-05-12T09:00, reason: 防汛, date: 2026-04-30}\n"
RECEIPTS = """\
receipts:
  - {unit: 西县政府, date: 2026-04-29, attends: true, person: 示例丁, title: 县长}
  - {unit: 东县政府, date: 2026-05-02, attends: true, person: 示例戊, title: 副县长}
  - {unit: 市政府, date: 2026-05-03, attends: false, person: 示例己, reason: 外出}
"""


def called(tiny: dict[str, str], more: str = "", *, day: date = TINY_DAY, **changes: str) -> Invite:
    text = tiny[MEETING] + more
    for was, now in changes.items():
        text = text.replace(f"{was}: ", f"{was}: {now} # ", 1)
    return invite(load(TextTree({**tiny, MEETING: text})), day, "M-2026-02")


def seats(found: Invite) -> dict[str, tuple[str, ...]]:
    return {each.unit: each.seats for each in found.invitees}


def point(found: Invite, heading: str, unit: str | None = None) -> str:
    sheet = next((each for each in found.single if each.unit == unit), found.invitation)
    return "".join(line for each in sheet.points if each.heading == heading for line in each.lines)


def test_a_plenary_calls_posts_and_members_by_the_names_of_its_day(tiny: dict[str, str]) -> None:
    """三局 was dissolved in March; its seat is now that of 四局. 产业处 has no part in the meeting."""
    assert list(seats(called(tiny))) == ["省厅", "市政府", "东县政府", "西县政府", "一局", "二局", "四局"]
    assert seats(called(tiny))["一局"] == ("联络员", "办公室主任")


def test_where_only_some_members_are_called_the_items_name_them(tiny: dict[str, str]) -> None:
    some = {**tiny, "mechanism.yaml": f"{tiny['mechanism.yaml']}  attendance: {{scope: 部分成员}}\n"}
    assert list(seats(called(some))) == ["省厅", "市政府", "东县政府", "一局", "二局"]


def test_a_group_on_an_item_calls_each_of_its_units(tiny: dict[str, str]) -> None:
    found = called(
        {
            **tiny,
            MEETING: tiny[MEETING].replace(
                "      - 东县政府\n    allotted", "      - 各县政府\n    allotted"
            ),
        }
    )
    parts = {each.unit: [(part.item, part.role) for part in each.parts] for each in found.invitees}
    assert parts["东县政府"] == parts["西县政府"] == [("第二项", "参会")]
    assert parts["二局"] == [("第二项", "汇报")]
    assert "请各县政府发表意见。" in found.script.items[1]


def test_a_liaison_meeting_calls_liaisons(tiny: dict[str, str]) -> None:
    assert seats(called(tiny, kind="联络员会议")) == {
        "省厅": ("召集人",),  # who is to chair it
        "东县政府": ("联络员",),
        "一局": ("联络员",),
        "二局": ("联络员",),
    }


def test_a_special_meeting_is_called_by_whoever_convenes_it(tiny: dict[str, str]) -> None:
    more = "convened_by: 产业处\ndelegated_by: {post: 召集人, unit: 省厅}\n"
    found = called(tiny, more, kind="专题工作会议")
    assert found.invitation.opening.startswith(
        "受联席会议召集人委托，省厅产业处定于2026年5月12日（星期二）上午9:00召开"
    )
    assert found.invitation.sender == "省厅产业处"
    assert point(found, "参会回执") == "请填写所附回执，报省厅产业处。"
    assert list(seats(found)) == ["省厅", "产业处", "东县政府", "一局", "二局"]
    assert "产业处" not in found.replies.silent  # nobody answers his own invitation


def test_a_meeting_that_was_told_and_moved_is_told_again(tiny: dict[str, str]) -> None:
    found = called(tiny, NOTIFIED + MOVE)
    assert found.invitation.title == "关于示例产业共建联席会议第二次会议改期召开的通知（示例）"
    assert found.invitation.opening == (
        "原定于2026年5月11日（星期一）下午2:30召开的示例产业共建联席会议第二次会议，因防汛，"
        "改至2026年5月12日（星期二）上午9:00召开。现将有关事项重新通知如下："
    )
    assert "改期通知尚未发出" in invite_markdown(found, ("回复情况",))
    before = called(tiny, NOTIFIED + MOVE, day=date(2026, 4, 29))
    assert (before.invitation.form, before.invitation.day) == ("会议通知", date(2026, 4, 28))
    assert "下午2:30" in before.invitation.opening


def test_a_move_before_anybody_was_told_needs_no_second_sheet(tiny: dict[str, str]) -> None:
    found = called(tiny, f"notified_on: 2026-05-01\n{MOVE}")
    assert (found.invitation.form, found.invitation.day) == ("会议通知", date(2026, 5, 1))


def test_a_chair_of_the_only_such_post_needs_no_unit(tiny: dict[str, str]) -> None:
    chair = "chair:\n  post: 召集人\n  unit: 省厅"
    found = called({**tiny, MEETING: tiny[MEETING].replace(chair, "chair:\n  post: 办公室主任")})
    named = {(line.unit, line.seat): line.person for line in found.sign_in if line.person}
    assert named == {("一局", "办公室主任"): "示例丙"}


def test_answers_to_the_old_time_do_not_count(tiny: dict[str, str]) -> None:
    replies = called(tiny, NOTIFIED + MOVE + RECEIPTS).replies
    assert [each.unit for each in replies.coming] == ["东县政府"]
    assert [(each.unit, each.reason) for each in replies.away] == [("市政府", "外出")]
    assert [each.unit for each in replies.outdated] == ["西县政府"]
    assert replies.silent == ("省厅", "二局", "四局")
    assert (replies.received, [owed.owners for owed in replies.missing]) == (0, [("二局",)])


def test_the_sheet_to_sign_names_only_whom_the_record_names(tiny: dict[str, str]) -> None:
    lines = called(tiny, NOTIFIED + RECEIPTS).sign_in
    named = {(line.unit, line.seat): line.person for line in lines if line.person}
    assert named == {
        ("省厅", "召集人"): "示例丙",
        ("东县政府", "有关负责同志"): "示例戊",
        ("西县政府", "有关负责同志"): "示例丁",
    }
    assert [line.unit for line in lines if line.note == "请假"] == ["市政府"]


def test_a_cancelled_meeting_has_one_sheet(lianxi: Lianxi, repository: Path) -> None:
    file = repository / "records" / MEETING
    more = f"{NOTIFIED}cancelled: {{date: 2026-05-05, reason: 事项已协商一致}}\n"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    ran = lianxi("invite", "M-2026-02", "--as-of", DAY)
    assert ran.out == (
        "# 关于取消示例产业共建联席会议第二次会议的通知（示例）\n\n各有关单位：\n\n"
        "　　原定于2026年5月12日（星期二）上午9:00召开的示例产业共建联席会议第二次会议，"
        "因事项已协商一致，现予取消。\n\n　　特此通知。\n\n"
        "　　　　　　　　　　　　　　示例产业共建联席会议办公室\n"
        "　　　　　　　　　　　　　　　　　　　2026年5月5日\n"
    )
    ran = lianxi("invite", "M-2026-02", "--as-of", DAY, "--part", "签到表")
    assert (ran.code, ran.err) == (2, "M-2026-02 已经取消，只有取消通知，没有“签到表”；去掉 --part\n")
    ran = lianxi("invite", "--as-of", DAY)
    assert (ran.code, ran.out) == (2, "")  # there is no other meeting to come


@pytest.mark.parametrize(
    ("mode", "where"),
    [
        ("现场", "示例市；省厅设视频分会场。"),
        ("视频", "示例市；省厅设视频分会场。"),
        ("书面", "示例市；省厅设视频分会场。"),
    ],
)
def test_who_sits_in_a_branch_is_told_so(tiny: dict[str, str], mode: str, where: str) -> None:
    found = called(tiny, "sites:\n  - 省厅\n", mode=mode)
    assert point(found, "会议地点") == where
    assert point(found, "会议地点", "省厅") == "省厅视频分会场。"
    assert point(found, "会议地点", "二局") == where


def test_a_meeting_without_place_or_time_says_so(tiny: dict[str, str]) -> None:
    text = tiny[MEETING].replace("place: 示例市\n", "").replace("mode: 现场", "mode: 视频")
    text = text.replace("starts: 2026-05-12T09:00\n", "").replace("ends: 2026-05-12T10:00\n", "")
    found = called({**tiny, MEETING: text})
    assert point(found, "会议时间") == "另行通知。"
    assert point(found, "会议方式") == "视频会议。"
    assert point(found, "会议地点") == ""
    assert found.invitation.opening.startswith("近期召开")


def test_the_chair_speaks_for_himself_and_calls_the_others(tiny: dict[str, str]) -> None:
    speeches = """\
  - {no: 3, category: 讲话, title: 有关处室发言（示例）, presenter: 产业处}
  - {no: 4, category: 讲话, speaker: {post: 召集人, unit: 市政府, person: 示例甲, title: 市长}}
  - {no: 5, category: 讲话, speaker: {post: 召集人, unit: 省厅, person: 示例丙, title: 厅长}}
"""
    found = called({**tiny, MEETING: tiny[MEETING].replace("notes:\n", f"{speeches}notes:\n")})
    assert [lines[0] for lines in found.script.items[2:]] == [
        "下面进行第三项，请产业处发言。",
        "下面进行第四项，请联席会议召集人、市长示例甲讲话。",
        "下面进行第五项，由我作总结讲话。",
    ]
    assert {part.role for each in found.invitees if each.unit == "产业处" for part in each.parts} == {"发言"}
    assert {part.role for each in found.invitees if each.unit == "市政府" for part in each.parts} == {"讲话"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted(path.name for path in MECHANISMS.iterdir()))
def test_other_conferences_can_call_too(name: str, kind: str) -> None:
    files = texts(MECHANISMS / name)
    bare = load(TextTree(files)).mechanism
    assert bare is not None
    first, last = bare.units[0].name, bare.units[-1].name
    meeting = (
        f"id: M-2026-01\nkind: {kind}\nnumber: 1\nmode: 视频\nstarts: 2026-09-28T15:00\n"
        "disclosure: 不予公开\n"
        f"agenda:\n  - {{no: 1, category: 讲话, title: 发言, presenter: {last}, attending: [{first}]}}\n"
    )
    book = load(TextTree({**files, "meetings/2026/M-2026-01.yaml": meeting}))
    found = invite(book, SAMPLE_DAY, "M-2026-01")
    order = [unit.name for unit in bare.units]
    assert [each.unit for each in found.invitees] == sorted(seats(found), key=order.index)
    assert {first, last} <= set(seats(found))
    told = invite_markdown(found) + invite_markdown(found, unit=first)
    assert "M-2026" not in told
    assert "None" not in told
    assert not [each for each in found.invitees if len(set(each.seats)) < len(each.seats)]


def test_whether_one_may_send_another_is_said_with_its_basis() -> None:
    files = texts(MECHANISMS / "university-vote")
    meeting = "id: M-2026-01\nkind: 联席会议\nnumber: 1\nmode: 视频\ndisclosure: 不予公开\n"
    book = load(TextTree({**files, "meetings/2026/M-2026-01.yaml": meeting}))
    found = invite(book, SAMPLE_DAY, "M-2026-01")
    assert "请本人出席，不能派员代替；因故不能参会的，请在回执中写明原因（《章程》第六条）。" in point(
        found, "参会人员"
    )
    assert seats(found)["示例外国语学院"] == ("分管副校长",)  # what the post says, not the unit


def test_the_sample_by_hand() -> None:
    """On 2026-09-21: 27 members (市金融局 and 市委金融办 are one), both conveners, the two liaisons."""
    found = invite(load(FolderTree(SAMPLE)), SAMPLE_DAY, "M-2026-05")
    assert len(found.invitees) == 31
    assert found.replies.called == 30  # without the office's own unit
    wanted = {each.unit: [paper.item for paper in each.papers] for each in found.invitees if each.papers}
    assert wanted["市林业局"] == ["第三项"]
    assert wanted["市工业和信息化局"] == ["第一项", "第五项"]
    assert found.replies.received == 4
    missing = [owed.owners[0] for owed in found.replies.missing]
    assert missing == ["市自然资源局", "市财政局", "市工业和信息化局"]
    branch = [each.unit for each in found.invitees if each.site]
    assert branch == ["省工业和信息化厅", "规划与产业政策处"]


def test_each_unit_gets_a_file_in_a_folder(lianxi: Lianxi, repository: Path) -> None:
    (repository / "out").mkdir()
    ran = lianxi("invite", "--as-of", DAY, "-o", "out")
    assert (ran.code, ran.out) == (0, "已在文件夹“out”里给7个单位各写一份\n")
    text = (repository / "out" / "二局.md").read_text(encoding="utf-8")
    assert text.startswith("# 关于召开示例产业共建联席会议第二次会议的通知（示例）\n\n二局：\n")
    assert "第二项汇报材料（2026年5月8日前）" in text
    assert len(list((repository / "out").iterdir())) == 7


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--unit", "产业处"], "产业处不在第二次会议的参会单位里；参会单位有：省厅、市政府、东县政府、"),
        (["--unit", "二句"], "没有单位“二句”，是否想写 二局？"),
        (["--unit", "二局", "--part", "主持词"], "--unit 只用于通知和回执，“主持词”是全会的"),
        (["M-2026-22"], "没有会议“M-2026-22”，是否想写 M-2026-02？"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_line(lianxi: Lianxi, words: list[str], line: str) -> None:
    ran = lianxi("invite", *words, "--as-of", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(line)


def test_a_day_that_has_gone_by_is_told(lianxi: Lianxi) -> None:
    ran = lianxi("invite", "--as-of", "2026-05-13")
    assert ran.code == 0
    assert "注意：第二次会议定于2026年5月12日召开，日期已过" in ran.err

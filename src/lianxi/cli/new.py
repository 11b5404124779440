"""lianxi new: a new issue, meeting, resolution or task."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from lianxi.cli.chinese import ChineseCommand, ChineseGroup
from lianxi.cli.options import AsOf, Records
from lianxi.cli.refusal import CLEAN, Refusal
from lianxi.cli.today import today

new = typer.Typer(cls=ChineseGroup, invoke_without_command=True, rich_markup_mode=None)

Title = Annotated[str | None, typer.Option("--title", metavar="标题", help="标题")]
Disclosure = Annotated[
    str | None,
    typer.Option("--disclosure", metavar="公开属性", help="主动公开、依申请公开、不予公开"),
]
DisclosureReason = Annotated[
    str | None, typer.Option("--disclosure-reason", metavar="理由", help="不主动公开的理由")
]


@new.callback()
def which(ctx: typer.Context) -> int:
    """新建一条记录：编号自动接着排，每个栏目注着中文名称，没有给的留空，打开文件再填。"""
    if ctx.invoked_subcommand is None:
        raise Refusal(
            "要写明新建什么：lianxi new 议题、lianxi new 会议、lianxi new 议定事项、lianxi new 任务"
        )
    return CLEAN


def issue(
    title: Title = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="种类", help="如 企业诉求")] = None,
    category: Annotated[str | None, typer.Option("--category", metavar="类别", help="如 用地、用能")] = None,
    area: Annotated[str | None, typer.Option("--area", metavar="领域", help="工作领域")] = None,
    county: Annotated[str | None, typer.Option("--county", metavar="县区", help="所在县（市、区）")] = None,
    raised_by: Annotated[str | None, typer.Option("--raised-by", metavar="单位", help="提出单位")] = None,
    enterprise: Annotated[
        str | None, typer.Option("--enterprise", metavar="企业", help="企业，写代称，真名不入库")
    ] = None,
    collected_by: Annotated[
        str | None, typer.Option("--collected-by", metavar="单位", help="收集单位")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="日期", help="哪一天收集的；不写就是今天")
    ] = None,
    situation: Annotated[str | None, typer.Option("--situation", metavar="情况", help="基本情况")] = None,
    request: Annotated[str | None, typer.Option("--request", metavar="请求", help="请求事项")] = None,
    disclosure: Disclosure = None,
    disclosure_reason: DisclosureReason = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """新建议题。"""
    from lianxi.cli.ask import Question, offered
    from lianxi.cli.creating import create, room
    from lianxi.cli.values import a_collector, a_unit, day_until, one_of
    from lianxi.schema.kinds import ISSUE

    day = today(as_of)
    at = room(records, day)
    kinds, categories = at.choices["issue_kind"], at.choices["issue_category"]
    areas, counties = at.choices["area"], at.choices["county"]
    questions = {
        "title": Question("--title", "标题（接在“研究”“关于”之后能读通）"),
        "kind": Question("--kind", "种类", one_of(kinds, "种类"), choices=kinds),
        "category": Question("--category", "类别", one_of(categories, "类别"), choices=categories),
        "area": Question("--area", "工作领域", one_of(areas, "领域"), needed=False, choices=areas),
        "county": Question("--county", "所在县区", one_of(counties, "县区"), needed=False, choices=counties),
        "raised_by": Question("--raised-by", "提出单位", a_unit(at.now)),
        "enterprise": Question("--enterprise", "企业（写代称）", needed=False),
        "collected_by": Question("--collected-by", "收集单位", a_collector(at.now)),
        "collected_on": Question("--date", "收集日期", day_until(day), default=day.isoformat()),
        "situation": Question("--situation", "基本情况", long=True),
        "request": Question("--request", "请求事项", long=True),
        **_disclosure(),
    }
    given = {
        "--title": title,
        "--kind": kind,
        "--category": category,
        "--area": area,
        "--county": county,
        "--raised-by": raised_by,
        "--enterprise": enterprise,
        "--collected-by": collected_by,
        "--date": on,
        "--situation": situation,
        "--request": request,
        "--disclosure": disclosure,
        "--disclosure-reason": disclosure_reason,
    }
    values = _by_key(questions, offered(questions.values(), given))
    return create(at, ISSUE, values["collected_on"].year, values)


def meeting(
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="种类", help="联席会议（不写就是它）、专题工作会议、联络员会议"),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="次数", help="第几次；不写就接着上一次")
    ] = None,
    title: Title = None,
    mode: Annotated[
        str | None, typer.Option("--mode", metavar="方式", help="现场、视频、现场+视频、书面、其他")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="地点", help="如 梅州市")] = None,
    starts: Annotated[
        str | None, typer.Option("--starts", metavar="时间", help="如 2026-10-20T09:00")
    ] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="时间", help="如 2026-10-20T11:30")] = None,
    disclosure: Disclosure = None,
    disclosure_reason: DisclosureReason = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """新建会议。"""
    from lianxi.cli.ask import Question, offered
    from lianxi.cli.creating import create, room
    from lianxi.cli.values import a_minute, a_number, one_of
    from lianxi.schema.kinds import MEETING
    from lianxi.schema.shape import listed_at

    day = today(as_of)
    at = room(records, day)
    kinds, modes = tuple(listed_at(MEETING.model, ("kind",))), tuple(listed_at(MEETING.model, ("mode",)))
    questions = {
        "kind": Question("--kind", "种类", one_of(kinds, "种类"), default=kinds[0], choices=kinds),
        "number": Question("--number", "第几次（接着上一次的直接回车）", a_number, needed=False),
        "title": Question("--title", "标题", needed=False),
        "mode": Question("--mode", "会议方式", one_of(modes, "方式"), choices=modes),
        "place": Question("--place", "地点"),
        "starts": Question("--starts", "开始时间，如 2026-10-20T09:00", a_minute),
        "ends": Question("--ends", "结束时间", a_minute, needed=False),
        **_disclosure(),
    }
    given = {
        "--kind": kind,
        "--number": number,
        "--title": title,
        "--mode": mode,
        "--place": place,
        "--starts": starts,
        "--ends": ends,
        "--disclosure": disclosure,
        "--disclosure-reason": disclosure_reason,
    }
    values = _by_key(questions, offered(questions.values(), given))
    year = values["starts"].year if values["starts"] else day.year
    values["number"] = values["number"] or _next_number(at.now.book, values["kind"], year)
    return create(at, MEETING, year, values)


def resolution(
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="会议", help="哪次会议定的，如 M-2026-02")
    ] = None,
    item: Annotated[str | None, typer.Option("--item", metavar="序号", help="议程第几号")] = None,
    issues: Annotated[
        str | None, typer.Option("--issues", metavar="议题", help="涉及议题的编号，几个用顿号隔开")
    ] = None,
    title: Title = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="结果", help="如 议定、原则同意")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="内容", help="任务没有说到的话")] = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """新建议定事项。会上的提请事项，用 lianxi resolve 一次生成。"""
    from lianxi.cli.ask import Question, offered
    from lianxi.cli.creating import create, room
    from lianxi.cli.values import a_number, a_record, one_of, several
    from lianxi.schema.kinds import RESOLUTION
    from lianxi.schema.shape import listed_at

    day = today(as_of)
    at = room(records, day)
    outcomes = tuple(listed_at(RESOLUTION.model, ("outcome",)))
    known = a_record(at.ids("issues"), "议题")
    questions = {
        "meeting": Question("--meeting", "会议编号", a_record(at.ids("meetings"), "会议")),
        "item": Question("--item", "议程第几号", a_number),
        "issues": Question("--issues", "涉及议题", several(known), needed=False),
        "title": Question("--title", "标题"),
        "outcome": Question("--outcome", "议定结果", one_of(outcomes, "结果"), choices=outcomes),
        "text": Question("--text", "内容（任务没有说到的话）", needed=False, long=True),
    }
    given = {
        "--meeting": meeting,
        "--item": item,
        "--issues": issues,
        "--title": title,
        "--outcome": outcome,
        "--text": text,
    }
    values = _by_key(questions, offered(questions.values(), given))
    year = int(values["meeting"][2:6]) if values["meeting"] else day.year
    return create(at, RESOLUTION, year, values)


def task(
    title: Title = None,
    resolution: Annotated[
        str | None, typer.Option("--resolution", metavar="议定事项", help="来自哪条议定事项，如 R-2026-003")
    ] = None,
    issue: Annotated[
        str | None, typer.Option("--issue", metavar="议题", help="不上会直接办的，写议题编号")
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="单位", help="牵头单位，双牵头用顿号隔开")
    ] = None,
    support: Annotated[
        str | None, typer.Option("--support", metavar="单位", help="配合单位，几个用顿号隔开")
    ] = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="任务", help="工作任务，接在“于……前”之后能读通")
    ] = None,
    result: Annotated[str | None, typer.Option("--result", metavar="标志", help="完成的标志")] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="时限", help="2026-12-31、年底前、印发后20个工作日内、长期坚持"),
    ] = None,
    report_every: Annotated[
        str | None, typer.Option("--report-every", metavar="多久", help="长期坚持的，多久报告一次，如 3个月")
    ] = None,
    assigned_on: Annotated[
        str | None,
        typer.Option("--assigned-on", metavar="日期", help="交办日期；会议定的从纪要印发算，不用写"),
    ] = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """新建督办任务。会上的提请事项，用 lianxi resolve 一次生成。"""
    from lianxi.cli.ask import Question, offered
    from lianxi.cli.creating import create, room
    from lianxi.cli.values import a_deadline, a_record, a_span, a_unit, a_unit_or_group, day_until, several
    from lianxi.schema.kinds import TASK

    if resolution and issue:
        raise Refusal("任务的来源只能有一个：--resolution 和 --issue 只写一个")
    day = today(as_of)
    at = room(records, day)
    questions = {
        "title": Question("--title", "标题"),
        "resolution": Question(
            "--resolution", "来自哪条议定事项", a_record(at.ids("resolutions"), "议定事项"), needed=not issue
        ),
        "issue": Question("--issue", "不上会的议题", a_record(at.ids("issues"), "议题"), needed=False),
        "lead": Question("--lead", "牵头单位（双牵头用顿号隔开）", several(a_unit(at.now))),
        "support": Question(
            "--support", "配合单位（用顿号隔开）", several(a_unit_or_group(at.now)), needed=False
        ),
        "measure": Question("--measure", "工作任务（接在“于……前”之后能读通）", long=True),
        "result": Question("--result", "完成的标志", needed=False, long=True),
        "due": Question(
            "--due", "时限，如 2026-12-31、年底前、印发后20个工作日内、长期坚持", a_deadline(day.year)
        ),
        "report_every": Question("--report-every", "长期坚持的，多久报告一次", a_span, needed=False),
        "assigned_on": Question("--assigned-on", "交办日期", day_until(day), needed=False),
    }
    given = {
        "--title": title,
        "--resolution": resolution,
        "--issue": issue,
        "--lead": lead,
        "--support": support,
        "--measure": measure,
        "--result": result,
        "--due": due,
        "--report-every": report_every,
        "--assigned-on": assigned_on,
    }
    values = _by_key(questions, offered(questions.values(), given))
    values |= values.pop("due") or {}
    if values["lead"] and len(values["lead"]) == 1:
        values["lead"] = values["lead"][0]
    return create(at, TASK, day.year, values)


def _disclosure() -> dict[str, Any]:
    from lianxi.cli.ask import Question
    from lianxi.cli.values import one_of
    from lianxi.schema.issue import Issue
    from lianxi.schema.shape import listed_at

    choices = tuple(listed_at(Issue, ("disclosure",)))
    return {
        "disclosure": Question("--disclosure", "公开属性", one_of(choices, "公开属性"), choices=choices),
        "disclosure_reason": Question("--disclosure-reason", "不公开的理由", needed=False),
    }


def _by_key(questions: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {key: said[question.option] for key, question in questions.items()}


def _next_number(book: Any, kind: str, year: int) -> int:
    """The number after the last of its kind, in the run in which numbers are counted."""
    yearly = book.mechanism is not None and book.mechanism.numbering == "按年"
    run = str(year) if yearly else ""
    return max((no for of, each, no in book.numbered_meetings if (of, each) == (run, kind)), default=0) + 1


for names, command in (
    (("议题", "issue"), issue),
    (("会议", "meeting"), meeting),
    (("议定事项", "resolution"), resolution),
    (("任务", "task"), task),
):
    for name in names:
        new.command(name, cls=ChineseCommand, hidden=name != names[0])(command)

"""lianxi new: the four kinds of new record; here an issue and a meeting, which nothing precedes."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from lianxi.cli.chinese import ChineseCommand, ChineseGroup
from lianxi.cli.new_work import resolution, task
from lianxi.cli.options import AsOf, Records, Title
from lianxi.cli.refusal import CLEAN, Refusal
from lianxi.cli.today import today

new = typer.Typer(cls=ChineseGroup, invoke_without_command=True, rich_markup_mode=None)

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
    values = offered(questions, given)
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
    values = offered(questions, given)
    year = values["starts"].year if values["starts"] else day.year
    values["number"] = values["number"] or _next_number(at.now.book, values["kind"], year)
    return create(at, MEETING, year, values)


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

"""lianxi new, what follows from a meeting: a resolution and a task."""

from __future__ import annotations

from typing import Annotated

import typer

from lianxi.cli.options import AsOf, Records, Title
from lianxi.cli.refusal import Refusal
from lianxi.cli.today import today


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
    values = offered(questions, given)
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
    values = offered(questions, given)
    values |= values.pop("due") or {}
    if values["lead"] and len(values["lead"]) == 1:
        values["lead"] = values["lead"][0]
    return create(at, TASK, day.year, values)

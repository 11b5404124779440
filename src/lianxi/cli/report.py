"""lianxi report and lianxi reassign: what the lead says of a task, and who leads it from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.options import AsOf, ByUnit, On, Records, TaskId
from lianxi.cli.today import today

if TYPE_CHECKING:
    from lianxi.cli.ask import Question
    from lianxi.schema.task import Task
    from lianxi.situation import Situation


def report(
    task: TaskId,
    text: Annotated[
        str | None, typer.Option("--text", metavar="进展", help="进展情况，写办到了哪一步")
    ] = None,
    by: ByUnit = None,
    obstacles: Annotated[
        str | None, typer.Option("--obstacles", metavar="问题", help="存在问题，没有的不写")
    ] = None,
    next_step: Annotated[
        str | None, typer.Option("--next-step", metavar="打算", help="下一步打算，没有的不写")
    ] = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """给任务记一条进展报告。缺什么，在终端里一项一项问。"""
    from lianxi.acts.report import reported
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import day_until
    from lianxi.cli.writing import desk, done, look, put
    from lianxi.schema.task import Report
    from lianxi.wording import full_date

    day = today(as_of)
    at = desk(records, day, task)
    questions = [
        unit_question(*look(at), "报告单位"),
        Question("--text", "进展情况", long=True),
        Question("--obstacles", "存在问题", needed=False, long=True),
        Question("--next-step", "下一步", needed=False, long=True),
        Question("--date", "报告日期", day_until(day), default=day.isoformat()),
    ]
    given = {"--by": by, "--text": text, "--obstacles": obstacles, "--next-step": next_step, "--date": on}
    said = answers(questions, given)
    when, unit = said["--date"], said["--by"]
    entry = Report.model_construct(
        date=when,
        by=unit,
        text=said["--text"],
        obstacles=said["--obstacles"],
        next_step=said["--next-step"],
    )
    found = put(at, lambda task, now: reported(task, now, entry))
    return done(at, f"{unit}{full_date(when)}的进展报告", "核对后提交", found)


def reassign(
    task: TaskId,
    to: Annotated[str | None, typer.Option("--to", metavar="单位", help="现在由哪个单位牵头")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="理由", help="为什么变更")] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="单位", help="原来的牵头单位；只有一个的，不写就是它"),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="依据", help="议定事项的编号、批示，或者文件的名称"),
    ] = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """变更任务的牵头单位，如机构改革以后由别的单位承接。原来的 lead 不改。"""
    from lianxi.acts.reassign import reassigned
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import a_unit, day_until, one_of
    from lianxi.cli.writing import desk, done, look, put
    from lianxi.schema.task import Reassignment
    from lianxi.status.task import acting_lead
    from lianxi.wording import full_date

    day = today(as_of)
    at = desk(records, day, task)
    record, now = look(at)
    leads = acting_lead(record, now)
    only = leads[0] if len(leads) == 1 else None
    questions = [
        Question("--from", "原牵头单位", one_of(leads, "牵头单位"), default=only, choices=leads),
        Question("--to", "现牵头单位", a_unit(now)),
        Question("--reason", "理由"),
        Question("--basis", "依据（议定事项的编号、批示，或者文件的名称）", needed=False),
        Question("--date", "变更日期", day_until(day), default=day.isoformat()),
    ]
    given = {"--from": from_, "--to": to, "--reason": reason, "--basis": basis, "--date": on}
    said = answers(questions, given)
    old, new, when = said["--from"], said["--to"], said["--date"]
    change = Reassignment.model_construct(
        date=when, from_=old, to=new, reason=said["--reason"], basis=said["--basis"]
    )
    found = put(at, lambda task, now: reassigned(task, now, change))
    what = f"{full_date(when)}起牵头单位由{old}变更为{new}"
    return done(at, what, f"告诉{new}和{old}；以后的报告由{new}报", found)


def unit_question(task: Task, now: Situation, label: str) -> Question:
    """Which unit speaks: the lead where there is one, else one of those on the task."""
    from lianxi.cli.ask import Question
    from lianxi.cli.values import a_unit
    from lianxi.status.task import acting_lead

    leads = acting_lead(task, now)
    helping = [now.present(name) for name in task.support if name not in now.groups]
    return Question(
        "--by",
        label,
        a_unit(now),
        default=leads[0] if len(leads) == 1 else None,
        choices=tuple(dict.fromkeys([*leads, *helping])),
    )

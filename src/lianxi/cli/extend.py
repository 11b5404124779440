"""lianxi extend: a later deadline, asked for, answered, or set from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lianxi.cli.options import AsOf, ByPost, Milestone, On, Records, TaskId
from lianxi.cli.refusal import FOUND, Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lianxi.cli.ask import Question
    from lianxi.cli.writing import Desk
    from lianxi.schema.task import Task
    from lianxi.situation import Situation


def extend(
    task: TaskId,
    to: Annotated[str | None, typer.Option("--to", metavar="日期", help="申请延到哪一天")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="理由", help="为什么延期")] = None,
    progress: Annotated[
        str | None, typer.Option("--progress", metavar="进展", help="目前办到了哪一步")
    ] = None,
    milestone: Milestone = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="依据", help="会议或者召集人另定时限的：议定事项的编号，或者 批示"),
    ] = None,
    approve: Annotated[bool, typer.Option("--approve", help="批准等着答复的那次申请")] = False,
    refuse: Annotated[bool, typer.Option("--refuse", help="不同意等着答复的那次申请")] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="理由", help="不同意的理由")] = None,
    by: ByPost = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """申请延期；用 --approve 批准，用 --refuse --why 不同意，用 --basis 记会议或者批示另定的时限。

    到期以后申请、次数超过规定、不是规定的职务答复的，不写入，并说明依据。
    """
    from lianxi.cli.writing import desk

    at = desk(records, today(as_of), task)
    asking = {"--to": to, "--reason": reason, "--progress": progress, "--basis": basis}
    answering = {"--by": by, "--why": why}
    both = {"--milestone": milestone, "--date": on}
    if approve and refuse:
        raise Refusal("--approve 和 --refuse 只能写一个")
    if approve or refuse:
        _refuse_mixed(asking, "申请和答复要分开写：先不带 --approve、--refuse 申请，再答复")
        return _answer(at, {**answering, **both}, refusing=refuse)
    _refuse_mixed(answering, "答复延期申请，要写 --approve 或者 --refuse")
    return _ask(at, {**asking, **both}) if basis is None else _set(at, {**asking, **both})


def _refuse_mixed(options: Mapping[str, str | None], line: str) -> None:
    given = [option for option, value in options.items() if value is not None]
    if given:
        raise Refusal(f"{given[0]} 用在这里不对：{line}")


def _ask(at: Desk, given: Mapping[str, str | None]) -> int:
    from lianxi.acts.extend import asked
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import a_day, day_until
    from lianxi.cli.writing import done, look, put
    from lianxi.schema.task import Extension
    from lianxi.wording import full_date

    task, now = look(at)
    questions = [
        *_stage(task, given),
        Question("--to", "延至", a_day),
        Question("--reason", "理由"),
        Question("--progress", "目前进展", needed=False),
        Question("--date", "申请日期", day_until(at.today), default=at.today.isoformat()),
    ]
    said = answers(questions, given)
    when, to, stage = said["--date"], said["--to"], said.get("--milestone")
    request = Extension.model_construct(
        requested_on=when, milestone=stage, reason=said["--reason"], progress=said["--progress"], new_due=to
    )
    found = put(at, lambda task, now: asked(task, now, request))
    then = (
        f"请答复：lianxi extend {at.id} --approve，或者 --refuse --why 理由；批准以前时限不变。{_terms(now)}"
    )
    return done(at, f"{full_date(when)}申请延至{full_date(to)}", then, found)


def _set(at: Desk, given: Mapping[str, str | None]) -> int:
    from lianxi.acts.extend import set_from_above
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import a_day, day_until
    from lianxi.cli.writing import done, look, put
    from lianxi.schema.task import Extension
    from lianxi.wording import full_date

    task, _ = look(at)
    questions = [
        *_stage(task, given),
        Question("--basis", "依据（议定事项的编号，或者 批示）"),
        Question("--to", "新的时限", a_day),
        Question("--reason", "理由"),
        Question("--date", "定的日期", day_until(at.today), default=at.today.isoformat()),
    ]
    said = answers(questions, given)
    when, to, basis, stage = said["--date"], said["--to"], said["--basis"], said.get("--milestone")
    extension = Extension.model_construct(
        date=when, milestone=stage, reason=said["--reason"], new_due=to, basis=basis
    )
    found = put(at, lambda task, now: set_from_above(task, now, extension))
    return done(at, f"{full_date(when)}另定时限为{full_date(to)}（依据：{basis}）", "核对后提交", found)


def _answer(at: Desk, given: Mapping[str, str | None], *, refusing: bool) -> int:
    from lianxi.acts.extend import Answer, approved, refused
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import by_post, day_until
    from lianxi.cli.writing import done, look, put
    from lianxi.obligations import post_name
    from lianxi.wording import full_date

    task, now = look(at)
    stage, due = given["--milestone"], _asked_for(task, given["--milestone"], at)
    questions = [
        by_post(now, now.terms.approver.value, "答复人（职务）"),
        Question("--date", "答复日期", day_until(at.today), default=at.today.isoformat()),
    ]
    questions += [Question("--why", "不同意的理由")] if refusing else []
    said = answers(questions, given)
    answer = Answer(said["--date"], said["--by"], stage)
    if refusing:
        found = put(at, lambda task, now: refused(task, now, answer, said["--why"]))
        return done(at, f"不同意延至{due}", f"告诉牵头单位，时限不变。{_terms(now)}", found)
    found = put(at, lambda task, now: approved(task, now, answer))
    what = f"{full_date(answer.day)}由{post_name(answer.by)}批准延期，时限改为{due}"
    return done(at, what, f"告诉牵头单位新的时限。{_terms(now)}", found)


def _asked_for(task: Task, milestone: str | None, at: Desk) -> str:
    """The deadline that the waiting request asks for."""
    from lianxi.acts import NotAllowed
    from lianxi.acts.extend import waiting_request
    from lianxi.wording import full_date

    try:
        return full_date(task.extensions[waiting_request(task, milestone)].new_due)
    except NotAllowed as error:
        raise Refusal(f"{at.shown} 没有改动：{error}", FOUND) from error


def _stage(task: Task, given: Mapping[str, str | None]) -> list[Question]:
    """Which stage is meant, where there are stages."""
    from lianxi.cli.ask import Question
    from lianxi.cli.values import one_of

    titles = tuple(stage.title for stage in task.milestones)
    if not titles:
        if given["--milestone"] is not None:
            raise Refusal("任务不分阶段，不用写 --milestone")
        return []
    return [Question("--milestone", "哪一阶段", one_of(titles, "阶段"), choices=titles)]


def _terms(now: Situation) -> str:
    """What is settled of extensions, and on whose word."""
    from lianxi.obligations import post_name
    from lianxi.status.deadline import most
    from lianxi.wording import listed

    said: dict[str, list[str]] = {}
    before, count = now.terms.settled("extension", "before_due"), now.terms.settled("extension", "max_count")
    if before is not None and before.value:
        said.setdefault(before.basis, []).append("须在到期前申请")
    if count is not None:
        said.setdefault(count.basis, []).append(most(count.value))
    approver = now.terms.approver
    said.setdefault(approver.basis, []).append(f"由{post_name(approver.value)}答复")
    return "；".join(f"{listed(parts)}（依据：{basis}）" for basis, parts in said.items())

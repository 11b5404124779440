"""lianxi complete, return and confirm: the end of a task, reported, sent back or accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lianxi.cli.options import AsOf, ByPost, ByUnit, Milestone, On, Records, TaskId
from lianxi.cli.refusal import Refusal
from lianxi.cli.today import today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lianxi.cli.ask import Question
    from lianxi.cli.writing import Desk
    from lianxi.schema.base import EvidenceItem
    from lianxi.schema.task import Task
    from lianxi.situation import Situation


def complete(
    task: TaskId,
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="名称", help="佐证材料的名称，原件不入库")
    ] = None,
    kept_by: Annotated[
        str | None, typer.Option("--kept-by", metavar="单位", help="材料存放在哪个单位")
    ] = None,
    by: ByUnit = None,
    milestone: Milestone = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """报办结；分阶段的任务，用 --milestone 报一个阶段完成。"""
    from lianxi.cli.writing import desk

    at = desk(records, today(as_of), task)
    proof = {"--evidence": evidence, "--kept-by": kept_by, "--date": on}
    if milestone is None:
        return _complete(at, {"--by": by, **proof})
    if by is not None:
        raise Refusal("报一个阶段完成，不用写 --by")
    return _complete_stage(at, {"--milestone": milestone, **proof})


def _complete(at: Desk, given: Mapping[str, str | None]) -> int:
    from lianxi.acts.complete import completed, needs_evidence
    from lianxi.cli.ask import answers
    from lianxi.cli.report import unit_question
    from lianxi.cli.writing import done, look, put
    from lianxi.obligations import post_name
    from lianxi.obligations.confirmation import confirmer
    from lianxi.schema.task import Completion
    from lianxi.status.task import acting_lead
    from lianxi.wording import full_date

    task, now = look(at)
    needed = needs_evidence(now) is not None
    said = answers([unit_question(task, now, "报办结的单位"), *_proof(at, now, needed=needed)], given)
    when, by = said["--date"], said["--by"]
    completion = Completion.model_construct(reported_on=when, by=by, evidence=_evidence(said))
    found = put(at, lambda task, now: completed(task, now, completion))
    term = confirmer(acting_lead(task, now), now)
    then = (
        f"请{post_name(term.value)}核对（依据：{term.basis}）："
        f"同意的 lianxi confirm {at.id}，退办的 lianxi return {at.id} --reason 理由"
    )
    return done(at, f"{by}{full_date(when)}报办结", then, found)


def _complete_stage(at: Desk, given: Mapping[str, str | None]) -> int:
    from lianxi.acts.complete import stage_completed
    from lianxi.cli.ask import answers
    from lianxi.cli.writing import done, look, put
    from lianxi.wording import full_date

    title = given["--milestone"] or ""
    _, now = look(at)
    said = answers(_proof(at, now, needed=False), {**given})
    when = said["--date"]
    proof = _evidence(said)
    found = put(at, lambda task, now: stage_completed(task, now, title, when, proof))
    task, _ = look(at)
    left = [stage.title for stage in task.milestones if stage.done_on is None]
    then = (
        f"还有{len(left)}个阶段：{'、'.join(left)}"
        if left
        else f"各阶段都完成了，报办结用 lianxi complete {at.id}"
    )
    return done(at, f"“{title}”{full_date(when)}完成", then, found)


def return_(
    task: TaskId,
    reason: Annotated[str | None, typer.Option("--reason", metavar="理由", help="为什么退办")] = None,
    redo_by: Annotated[
        str | None, typer.Option("--redo-by", metavar="日期", help="哪一天以前重新办好")
    ] = None,
    by: ByPost = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """退办：报的办结不成立，退回去重办。"""
    from lianxi.acts.confirm import sent_back
    from lianxi.cli.ask import Question, answers
    from lianxi.cli.values import a_day
    from lianxi.cli.writing import desk, done, look, put
    from lianxi.schema.task import Returned
    from lianxi.wording import full_date

    at = desk(records, today(as_of), task)
    record, now = look(at)
    questions = [
        Question("--reason", "退办的理由"),
        Question("--redo-by", "重办期限", a_day, needed=False),
        *_by_whom(at, record, now, "退办日期"),
    ]
    given = {"--reason": reason, "--redo-by": redo_by, "--by": by, "--date": on}
    said = answers(questions, given)
    when, post, until = said["--date"], said["--by"], said["--redo-by"]
    entry = Returned.model_construct(date=when, by=post, reason=said["--reason"], redo_by=until)
    found = put(at, lambda task, now: sent_back(task, now, entry))
    limit = f"，{full_date(until)}前重新报办结" if until else ""
    return done(at, f"{full_date(when)}退办", f"告诉牵头单位退办的理由{limit}；逾期从退办起接着算", found)


def confirm(
    task: TaskId,
    by: ByPost = None,
    on: On = None,
    as_of: AsOf = None,
    records: Records = None,
) -> int:
    """销号：确认办结。没有报办结的、不是规定的职务确认的，不写入，并说明依据。"""
    from lianxi.acts.confirm import confirmed
    from lianxi.cli.ask import answers
    from lianxi.cli.writing import desk, done, look, put
    from lianxi.obligations import post_name
    from lianxi.obligations.confirmation import confirmer
    from lianxi.schema.task import Confirmation
    from lianxi.status.task import acting_lead
    from lianxi.wording import full_date

    at = desk(records, today(as_of), task)
    record, now = look(at)
    said = answers(_by_whom(at, record, now, "销号日期"), {"--by": by, "--date": on})
    when, post = said["--date"], said["--by"]
    entry = Confirmation.model_construct(date=when, by=post)
    found = put(at, lambda task, now: confirmed(task, now, entry))
    basis = confirmer(acting_lead(record, now), now).basis
    what = f"{full_date(when)}由{post_name(post)}确认销号（由谁确认，依据：{basis}）"
    return done(at, what, "核对后提交；销号以后不再催办", found)


def _evidence(said: Mapping[str, Any]) -> EvidenceItem | None:
    from lianxi.schema.base import EvidenceItem

    name = said["--evidence"]
    return EvidenceItem.model_construct(name=name, kept_by=said["--kept-by"]) if name else None


def _proof(at: Desk, now: Situation, *, needed: bool) -> list[Question]:
    from lianxi.cli.ask import Question
    from lianxi.cli.values import a_unit, day_until

    return [
        Question("--evidence", "佐证材料的名称", needed=needed),
        Question("--kept-by", "材料存放单位", a_unit(now), needed=False),
        Question("--date", "日期", day_until(at.today), default=at.today.isoformat()),
    ]


def _by_whom(at: Desk, task: Task, now: Situation, label: str) -> list[Question]:
    from lianxi.cli.ask import Question
    from lianxi.cli.values import by_post, day_until
    from lianxi.obligations.confirmation import confirmer
    from lianxi.status.task import acting_lead

    post = confirmer(acting_lead(task, now), now).value
    return [
        by_post(now, post, "由谁（职务）"),
        Question("--date", label, day_until(at.today), default=at.today.isoformat()),
    ]

"""销号 and 退办: the post that accepts a completion, or sends it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lianxi.acts import NotAllowed, require_in_hand
from lianxi.edit.change import Change, Fill
from lianxi.obligations import office_unit, post_name
from lianxi.obligations.confirmation import confirmer
from lianxi.schema.base import Post
from lianxi.schema.task import Completion, Confirmation, Returned, Task
from lianxi.situation import Situation
from lianxi.status.posts import is_one_of
from lianxi.status.stage import standing_completion
from lianxi.status.task import acting_lead
from lianxi.terms import DEFAULT
from lianxi.wording import full_date, listed


def confirmed(task: Task, now: Situation, confirmation: Confirmation) -> Sequence[Change]:
    """The completion accepted. Raises ``NotAllowed``."""
    require_in_hand(task, now, "销号")
    completion = _require_completion(task, confirmation.date, "销号")
    _require_proof(completion, task, now)
    _refuse_post(task, confirmation.by, now)
    return [Fill((), {"confirmation": confirmation})]


def sent_back(task: Task, now: Situation, returned: Returned) -> Sequence[Change]:
    """The completion sent back. Raises ``NotAllowed``."""
    require_in_hand(task, now, "退办")
    _require_completion(task, returned.date, "退办")
    _refuse_post(task, returned.by, now)
    if returned.redo_by is not None and returned.redo_by < returned.date:
        raise NotAllowed(f"重办期限 {returned.redo_by} 比退办的日期 {returned.date} 还早")
    return [Fill(("completions", len(task.completions) - 1), {"returned": returned})]


def _require_proof(completion: Completion, task: Task, now: Situation) -> None:
    term = now.terms.evidence
    if term.value and completion.evidence is None:
        raise NotAllowed(
            f"{completion.by}报办结没有写佐证材料，不能销号（依据：{term.basis}）；在这次报办结下面补上 "
            f"evidence，拿不出材料的退办：lianxi return {task.id} --reason 理由"
        )


def _require_completion(task: Task, day: date, doing: str) -> Completion:
    standing = standing_completion(task)
    if standing is None:
        back = task.completions[-1].returned if task.completions else None
        why = f"最近一次报办结已于{full_date(back.date)}退办" if back else "牵头单位还没有报办结"
        raise NotAllowed(f"{why}，不能{doing}；报办结用 lianxi complete {task.id}")
    if day < standing.reported_on:
        raise NotAllowed(f"{doing}的日期 {day} 早于报办结的日期 {standing.reported_on}")
    return standing


def _refuse_post(task: Task, by: Post, now: Situation) -> None:
    """Another post than the one that is settled; where none is, the lead itself."""
    leads = acting_lead(task, now)
    term = confirmer(leads, now)
    if term.value is None or is_one_of(by, [term.value], now):
        return
    if term.basis != DEFAULT:
        raise NotAllowed(
            f"由{post_name(term.value)}确认，不由{post_name(by)}确认（依据：{term.basis}）；"
            "不写 --by 就是规定的职务"
        )
    if by.unit is not None and now.present(by.unit) in leads and office_unit(now) not in leads:
        raise NotAllowed(f"任务由{listed(leads)}牵头，不能由{post_name(by)}自己确认（依据：{DEFAULT}）")

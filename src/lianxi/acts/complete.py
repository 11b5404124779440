"""报办结: the lead says that the task, or one of its stages, is done, and with what proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lianxi.acts import NotAllowed, require_in_hand
from lianxi.edit.change import Append, Change, Fill
from lianxi.schema.base import EvidenceItem
from lianxi.schema.task import Completion, Task
from lianxi.situation import Situation
from lianxi.status.stage import standing_completion
from lianxi.terms import Term
from lianxi.wording import full_date, listed


def completed(task: Task, now: Situation, completion: Completion) -> Sequence[Change]:
    """The whole task reported done. Raises ``NotAllowed``."""
    require_in_hand(task, now, "报办结")
    standing = standing_completion(task)
    if standing is not None:
        reported = full_date(standing.reported_on)
        raise NotAllowed(f"{reported}已经报过办结，等着确认；确认用 lianxi confirm，退办用 lianxi return")
    undone = [stage.title for stage in task.milestones if stage.done_on is None]
    if undone:
        raise NotAllowed(f"还有阶段没有完成：{listed(undone)}；先用 --milestone 报完这一阶段")
    term = needs_evidence(now)
    if term is not None and completion.evidence is None:
        raise NotAllowed(f"报办结要有佐证材料（依据：{term.basis}）；用 --evidence 写材料名称，原件不入库")
    return [Append(("completions",), [completion])]


def stage_completed(
    task: Task, now: Situation, title: str, day: date, evidence: EvidenceItem | None
) -> Sequence[Change]:
    """The stage ``title`` done on ``day``. Raises ``NotAllowed``."""
    require_in_hand(task, now, "报阶段完成")
    titles = [stage.title for stage in task.milestones]
    if title not in titles:
        raise NotAllowed(f"没有“{title}”这一阶段；各阶段：{listed(titles) or '任务不分阶段'}")
    done = {"done_on": day} if evidence is None else {"done_on": day, "evidence": evidence}
    return [Fill(("milestones", titles.index(title)), done)]


def needs_evidence(now: Situation) -> Term[bool] | None:
    """On whose word a completion comes with a proof, where it has to."""
    term = now.terms.settled("closing", "evidence")
    return term if term is not None and term.value else None

"""延期: asked for by the lead, answered by the approver, or set from above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lianxi.acts import NotAllowed, place_of, require_in_hand
from lianxi.edit.change import Append, Change, Fill
from lianxi.obligations import post_name
from lianxi.schema.base import Post
from lianxi.schema.task import Extension, Task
from lianxi.situation import Situation
from lianxi.status.deadline import approvals, extended_deadline, most, passed_before_request
from lianxi.status.posts import is_one_of
from lianxi.status.task import DONE, task_standing
from lianxi.wording import full_date, listed

_FROM_ABOVE = "会议或者召集人另定了时限的，用 --basis 写明议定事项的编号或者 批示"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers on which day; ``milestone`` is the stage, where several requests wait."""

    day: date
    by: Post
    milestone: str | None = None


def asked(task: Task, now: Situation, request: Extension) -> Sequence[Change]:
    """A request for a later deadline. Raises ``NotAllowed`` where the mechanism refuses it."""
    require_in_hand(task, now, "申请延期")
    if task_standing(task, now).status == DONE:
        raise NotAllowed("任务已经报办结，不用延期")
    for index in _unanswered(task):
        before = task.extensions[index]
        if before.milestone == request.milestone and before.requested_on is not None:
            day = full_date(before.requested_on)
            raise NotAllowed(f"{day}申请的延期还没有答复；先用 --approve 或者 --refuse 答复")
    _refuse_count(task, now, request.milestone)
    asking = task.model_copy(update={"extensions": (*task.extensions, request)})
    _refuse_late(asking, len(task.extensions), now)
    due = extended_deadline(asking, len(task.extensions), now)
    if due is not None and request.new_due <= due:
        raise NotAllowed(f"延至 {request.new_due} 不晚于现在的时限 {due}：延期要往后延")
    return [_entry(task, request)]


def set_from_above(task: Task, now: Situation, extension: Extension) -> Sequence[Change]:
    """A deadline that a meeting or an instruction has set; it is not counted as an extension asked for."""
    require_in_hand(task, now, "改时限")
    return [_entry(task, extension)]


def approved(task: Task, now: Situation, answer: Answer) -> Sequence[Change]:
    """Yes to the request that waits. Raises ``NotAllowed`` where it may not be granted."""
    index = waiting_request(task, answer.milestone)
    _refuse_count(task, now, task.extensions[index].milestone)
    _refuse_late(task, index, now)
    _refuse_post(answer.by, now)
    return [Fill(("extensions", index), {"approved_by": answer.by, "approved_on": answer.day})]


def refused(task: Task, now: Situation, answer: Answer, why: str) -> Sequence[Change]:
    """No to the request that waits, and why. Raises ``NotAllowed``."""
    index = waiting_request(task, answer.milestone)
    _refuse_post(answer.by, now)
    said = {"refused_by": answer.by, "refused_on": answer.day, "why": why}
    return [Fill(("extensions", index), said)]


def waiting_request(task: Task, milestone: str | None) -> int:
    """The position of the one request without an answer. Raises ``NotAllowed`` where there is not one."""
    waiting = _unanswered(task)
    if milestone is not None:
        waiting = [index for index in waiting if task.extensions[index].milestone == milestone]
    if not waiting:
        raise NotAllowed("没有等着答复的延期申请")
    if len(waiting) > 1:
        stages = listed(task.extensions[index].milestone or "" for index in waiting)
        raise NotAllowed(f"有{len(waiting)}次申请等着答复，用 --milestone 写明是哪一阶段：{stages}")
    return waiting[0]


def _unanswered(task: Task) -> list[int]:
    return [
        index
        for index, entry in enumerate(task.extensions)
        if not entry.granted and entry.refused_on is None and entry.requested_on is not None
    ]


def _entry(task: Task, extension: Extension) -> Append:
    day = extension.requested_on or extension.date
    days = (entry.requested_on or entry.date for entry in task.extensions)
    return Append(("extensions",), [extension], place_of(day, days) if day else None)


def _refuse_count(task: Task, now: Situation, milestone: str | None) -> None:
    term, count = now.terms.settled("extension", "max_count"), approvals(task.extensions, task)[milestone]
    if term is not None and count >= term.value:
        already = f"已经批准延期{count}次，" if count else ""
        raise NotAllowed(f"{already}本联席会议定的是{most(term.value)}（依据：{term.basis}）；{_FROM_ABOVE}")


def _refuse_late(task: Task, index: int, now: Situation) -> None:
    term, due = now.terms.settled("extension", "before_due"), passed_before_request(task, index, now)
    if term is not None and term.value and due is not None:
        asked_on = task.extensions[index].requested_on
        late = (asked_on - due).days if asked_on else 0
        raise NotAllowed(
            f"延期要在到期前申请，时限{full_date(due)}到申请时已经过了{late}天（依据：{term.basis}）；{_FROM_ABOVE}"
        )


def _refuse_post(by: Post, now: Situation) -> None:
    term = now.terms.settled("extension", "approver")
    if term is not None and not is_one_of(by, [term.value], now):
        raise NotAllowed(
            f"延期由{post_name(term.value)}答复，不由{post_name(by)}答复（依据：{term.basis}）；"
            "不写 --by 就是规定的职务"
        )

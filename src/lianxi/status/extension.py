"""Where extensions break what the conference has settled: asked for too late, granted too often, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianxi.schema.base import Post
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.deadline import approvals, is_from_above, passed_before_request
from lianxi.status.posts import is_named, is_one_of
from lianxi.status.task import acting_lead
from lianxi.terms import DEFAULT, Term


@dataclass(frozen=True, slots=True)
class Late:
    """Extension ``index`` was asked for, on the day under ``key``, after the deadline it would move."""

    index: int
    key: str
    asked: date
    due: date
    term: Term[Any]


@dataclass(frozen=True, slots=True)
class Grant:
    """Extension ``index`` is the ``number``-th that was granted for its deadline."""

    index: int
    number: int
    granted_on: date
    term: Term[Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """Extension ``index`` was answered, under ``key``, by another post than the one settled."""

    index: int
    key: str
    by: Post
    term: Term[Any]

    @property
    def word(self) -> str:
        """What the post did."""
        return "批准" if self.key == "approved_by" else "答复不同意"

    @property
    def amiss(self) -> str:
        """Whether its unit is another, or the post itself."""
        return "unit" if self.by.post == self.term.value.post else "post"


def asked_too_late(task: Task, now: Situation) -> Iterator[Late]:
    """The requests that came after the deadline, where they have to come before it."""
    term = now.terms.settled("extension", "before_due") if task.extensions else None
    if term is None or not term.value:
        return
    for index, extension in enumerate(task.extensions):
        asked, due = extension.day(), passed_before_request(task, index, now)
        if asked is not None and due is not None:
            key = "date" if extension.requested_on is None else "requested_on"
            yield Late(index, key, asked, due, term)


def granted_too_often(task: Task, now: Situation) -> Iterator[Grant]:
    """The grants beyond the number that is settled, each deadline by itself."""
    term = now.terms.settled("extension", "max_count") if task.extensions else None
    if term is None:
        return
    for index, extension in enumerate(task.extensions):
        if extension.approved_on is None or is_from_above(extension, task):
            continue
        number = approvals(task.extensions[: index + 1], task)[extension.milestone]
        if number > term.value:
            yield Grant(index, number, extension.approved_on, term)


def answered_by_another(task: Task, now: Situation) -> Iterator[Answer]:
    """The answers that the settled post has not given; what was set from above has none.

    Where no post is settled, those that the lead has given to itself.
    """
    term = _answering(task, now) if task.extensions else None
    if term is None:
        return
    for index, extension in enumerate(task.extensions):
        for key, post in (("approved_by", extension.approved_by), ("refused_by", extension.refused_by)):
            if post is None or is_from_above(extension, task):
                continue
            if term.basis == DEFAULT and (post.unit is None or not _is_of_lead(post.unit, task, now)):
                continue
            if not is_one_of(post, [term.value], now) and is_named(post, None, now):
                yield Answer(index, key, post, term)


def _answering(task: Task, now: Situation) -> Term[Any] | None:
    """The post that is settled, or lianxi's default for tasks that the office itself does not lead."""
    settled, default = now.terms.settled("extension", "approver"), now.terms.approver
    if settled is not None or default.value is None:
        return settled
    return None if _is_of_lead(default.value.unit or "", task, now) else default


def _is_of_lead(unit: str, task: Task, now: Situation) -> bool:
    return now.present(unit) in acting_lead(task, now)

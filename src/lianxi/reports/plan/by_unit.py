"""What each unit will owe after a merge that it did not owe before, and what no longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.obligations import (
    Obligation,
    agenda_approval,
    chasing,
    completion,
    confirmation,
    consultation,
    extension_answer,
    obligations,
    papers,
    plan,
    post_name,
    reply,
    sorting,
    supplement,
)
from lianxi.reports.plan.sides import Sides
from lianxi.schema.base import Post
from lianxi.schema.mechanism import Mechanism
from lianxi.wording import bare, short_date

_SAID = {
    agenda_approval.DUTY: "审定{}",
    chasing.DUTY: "对“{}”发{}",
    completion.DUTY: "办理“{}”",
    confirmation.DUTY: "确认“{}”办结",
    consultation.DUTY: "就“{}”同处室对接",
    extension_answer.DUTY: "答复“{}”的延期申请",
    papers.DUTY: "报送{}",
    plan.DUTY: "对“{}”提出初步解决方案",
    reply.DUTY: "反馈“{}”的办理情况",
    sorting.DUTY: "梳理“{}”",
    supplement.DUTY: "对“{}”补充材料",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is owed; ``due`` is the day by which, where there is one, ``was`` the one before."""

    duty: str
    record: str
    text: str
    due: date | None
    was: date | None = None


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """What changes for one unit, or for who holds a post: what is new, has another day, or is over."""

    name: str
    gains: tuple[Owed, ...]
    moves: tuple[Owed, ...]
    losses: tuple[Owed, ...]


_Key = tuple[str, str, str, str]


def unit_changes(sides: Sides) -> tuple[UnitChanges, ...]:
    """The units in the order of the mechanism, then posts in its order, then whoever else."""
    before, after = _owed(obligations(sides.before)), _owed(obligations(sides.after))
    gains, moves, losses = (defaultdict[str, list[Owed]](list) for _ in range(3))
    for key, owed in after.items():
        old = before.get(key)
        if old is None:
            gains[key[0]].append(_told(owed, sides.today))
        elif old.due != owed.due:
            moves[key[0]].append(_told(owed, sides.today, old))
    for key, owed in before.items():
        if key not in after:
            losses[key[0]].append(_told(owed, sides.today))
    names = {*gains, *moves, *losses}
    return tuple(
        UnitChanges(name, tuple(gains[name]), tuple(moves[name]), tuple(losses[name]))
        for name in _in_order(names, sides.after.mechanism)
    )


def _owed(found: Iterable[Obligation]) -> dict[_Key, Obligation]:
    """By who owes it, the duty and the record; of papers by which, of chasing by its step."""
    return {(owner, each.duty, each.record, _which(each)): each for each in found for owner in each.owners}


def _which(owed: Obligation) -> str:
    if owed.duty == papers.DUTY:
        return owed.what
    if owed.duty == reply.DUTY:
        return owed.word
    return owed.detail if owed.duty == chasing.DUTY else ""


def _told(owed: Obligation, today: date, old: Obligation | None = None) -> Owed:
    text = _SAID[owed.duty].format(bare(owed.what), owed.detail)
    if old is not None:
        text += f"，时限由{_day(old.due, today)}改为{_day(owed.due, today)}"
        return Owed(owed.duty, owed.record, text, owed.due, old.due)
    return Owed(owed.duty, owed.record, text + (f"，{_day(owed.due, today)}前" if owed.due else ""), owed.due)


def _day(due: date | None, today: date) -> str:
    return short_date(due, today) if due is not None else "待定"


def _in_order(names: set[str], mechanism: Mechanism) -> Iterator[str]:
    known = dict.fromkeys((*(unit.name for unit in mechanism.units), *_posts(mechanism)))
    yield from (name for name in known if name in names)
    yield from sorted(names - {*known})


def _posts(mechanism: Mechanism) -> Iterator[str]:
    for held in mechanism.posts:
        yield held.post
        yield post_name(Post(post=held.post, unit=held.unit))

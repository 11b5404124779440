"""How many tasks stand where: the figures of every list, bulletin and paper, counted in one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lianxi.schema.deadline import STANDING
from lianxi.status.task import (
    AWAITING,
    CONFIRMED,
    DONE,
    DUE_SOON,
    ON_TRACK,
    OVERDUE,
    STALE,
    SUSPENDED,
    TaskStanding,
)
from lianxi.wording import listed, percent


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of tasks that are duties.

    ``done`` are ``confirmed`` (已销号) and ``waiting`` (待核销); with ``in_hand`` and
    ``suspended`` they make up ``tasks``. ``in_hand`` is made up of the levels from ``overdue``
    to ``lasting``. ``standing`` counts 长期坚持 at whatever level; the rate leaves it out:
    ``rate_done`` of ``rate_of``.
    """

    tasks: int
    done: int
    confirmed: int
    waiting: int
    in_hand: int
    overdue: int
    stale: int
    due_soon: int
    awaiting: int
    on_track: int
    lasting: int
    suspended: int
    standing: int
    extended: int
    rate: str
    rate_done: int
    rate_of: int


def tally(tasks: Iterable[TaskStanding]) -> Tally:
    """Count ``tasks``, each of which must be ``counted``."""
    tasks = list(tasks)
    levels = Counter(found.level for found in tasks)
    standing = [found for found in tasks if found.task.due == STANDING]
    lasting_done = sum(1 for found in standing if found.level in {DONE, CONFIRMED})
    done = levels[CONFIRMED] + levels[DONE]
    rate_done, rate_of = done - lasting_done, len(tasks) - len(standing)
    return Tally(
        len(tasks),
        done,
        levels[CONFIRMED],
        levels[DONE],
        len(tasks) - done - levels[SUSPENDED],
        levels[OVERDUE],
        levels[STALE],
        levels[DUE_SOON],
        levels[AWAITING],
        levels[ON_TRACK],
        levels[STANDING],
        levels[SUSPENDED],
        len(standing),
        sum(1 for found in tasks if found.extended),
        percent(rate_done, rate_of),
        rate_done,
        rate_of,
    )


def totals_text(counts: Tally) -> str:
    """已销号8项，正在办理6项；扣除长期坚持1项，办结率61.5%（8/13）, as a clause; what is 0 is passed over."""
    done = f"已销号{counts.confirmed}项" if counts.confirmed or not counts.waiting else ""
    if counts.waiting:
        parts = listed(part for part in (done, f"待核销{counts.waiting}项") if part)
        done = f"已办结{counts.done}项（{parts}）"
    hand = f"正在办理{counts.in_hand}项" if counts.in_hand else ""
    paused = f"暂缓办理{counts.suspended}项" if counts.suspended else ""
    where = "，".join(part for part in (done, hand, paused) if part)
    return f"{where}；{rate_text(counts)}"


def rate_text(counts: Tally) -> str:
    """扣除长期坚持1项，办结率61.5%（8/13）, with its denominator."""
    if not counts.rate_of:
        return "均为长期坚持事项，不计办结率"
    left_out = f"扣除长期坚持{counts.standing}项，" if counts.standing else ""
    return f"{left_out}办结率{counts.rate}（{counts.rate_done}/{counts.rate_of}）"


def levels_text(counts: Tally) -> str:
    """正在办理的6项中，逾期1项、…; a sentence that says so where nothing is late."""
    if not counts.in_hand:
        return ""
    named = (
        ("逾期", counts.overdue),
        ("滞后", counts.stale),
        ("临期", counts.due_soon),
        (AWAITING, counts.awaiting),
        ("按计划推进", counts.on_track),
        (STANDING, counts.lasting),
    )
    parts = [f"{name}{count}项" for name, count in named if count]
    late = "" if counts.overdue else "，没有逾期事项"
    return f"正在办理的{counts.in_hand}项中，{listed(parts)}{late}。"

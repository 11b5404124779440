"""LX318（提醒）：很久没有开会，或者上一年开得比规定的少。

抓什么：从上一次联席会议算起，已经超过规定的间隔没有召开，也没有安排下一次；
或者没有写间隔、写了每年最少几次的，上一年召开的次数不够。

为什么：多久开一次，各联席会议规定不同；《通知》三（二）规定适时召开，不作要求。mechanism.yaml 的 cadence
写了 every 或 min_per_year 的才提醒。一次也没有开过的不提醒；上一年年初联席会议还没有设立的，不算上一年。

怎么改：安排下一次会议，建一条会议记录、写上 starts；会议开过没有录入的，补上记录。

要人定：什么时候开，由召集人定。

前提：meetings/2026/M-2026-02.yaml

    cancelled:
      date: 2026-04-30
      reason: 时间冲突（示例）

错误：mechanism.yaml

    rules:
      cadence:
        basis: 制度
        clause: 三
        type: 定期
        every:
          months: 2

正确：mechanism.yaml

    rules:
      cadence:
        basis: 制度
        clause: 三
        type: 定期
        every:
          months: 6
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.rule import Told
from lianxi.schema.base import Duration
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import OPEN, PLENARY, all_read, meeting_status, plenaries
from lianxi.terms import Term
from lianxi.wording import full_date

RECORD = Mechanism


def lapse(mechanism: Mechanism, now: Situation) -> Iterator[Told]:
    """Plenaries follow one another as is settled; an interval speaks for the number in a year."""
    held = plenaries(now)
    ended = mechanism.term.until if mechanism.term else None
    if not held or not all_read(now) or (ended is not None and ended < now.today):
        return
    every = now.terms.settled("cadence", "every")
    if every is not None:
        yield from _interval(every, held[-1], now)
        return
    fewest = now.terms.settled("cadence", "min_per_year")
    if fewest is not None:
        yield from _last_year(fewest, held, now)


def _interval(every: Term[Duration], last: Meeting, now: Situation) -> Iterator[Told]:
    assert last.held_on is not None  # noqa: S101 - it was held
    due = now.workdays.after(last.held_on, every.value).day
    if due < now.today and not _is_coming(now):
        about = now.terms.settled("cadence", "in_principle")
        rough = "原则上" if about is not None and about.value else ""
        yield Told(
            f"上一次联席会议是{full_date(last.held_on)}召开的（{last.id}），"
            f"{rough}应在{full_date(due)}前再开，至今没有召开，也没有安排",
            "安排下一次会议，建一条会议记录、写上 starts；开过没有录入的，补上记录",
            now.terms.where("cadence", "every"),
            at_key=True,
            basis=every.basis,
        )


def _is_coming(now: Situation) -> bool:
    return any(
        other.kind == PLENARY
        and meeting_status(other) in OPEN
        and (other.starts is None or other.starts.date() >= now.today)
        for other in now.book.meetings.values()
    )


def _last_year(fewest: Term[int], held: list[Meeting], now: Situation) -> Iterator[Told]:
    year = now.today.year - 1
    count = sum(1 for other in held if other.held_on and other.held_on.year == year)
    if count < fewest.value and _existed(date(year, 1, 1), held, now):
        yield Told(
            f"每年至少召开{fewest.value}次联席会议，{year}年召开了{count}次",
            f"开过没有录入的，补上{year}年的会议记录；确实没有开的，今年按规定安排",
            now.terms.where("cadence", "min_per_year"),
            basis=fewest.basis,
        )


def _existed(day: date, held: list[Meeting], now: Situation) -> bool:
    """Whether there was a conference on ``day``, and its meetings since then are on record."""
    if held[0].held_on is not None and held[0].held_on < day:
        return True
    term, founded = now.mechanism.term, now.mechanism.basis.date
    since = (term.since if term else None) or founded
    from_the_first = now.mechanism.numbering == "连续" and any(other.number == 1 for other in held)
    return since is not None and since <= day and from_the_first

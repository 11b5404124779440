"""What a task in hand has let pass without a word: one thing at most, the gravest first."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.fault import Loc
from lianxi.schema.base import Duration
from lianxi.schema.deadline import STANDING
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.task import IN_HAND, NOT_STARTED, OVERDUE, TaskStanding, patience

PAST_DUE, TOO_LONG, FIRST, PERIODIC = "过期无回音", "久无报告", "没有首次报告", "缺一期报告"
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Silence:
    """What passed without a word, and by when one was to come.

    ``last`` is the last word there was; ``period`` the first day, and ``months`` the length,
    of the period whose report is missing, where periods go by the calendar.
    """

    kind: str
    due: date
    last: date | None
    period: date | None = None
    months: int = 0


def silence_of(standing: TaskStanding, now: Situation) -> Silence | None:
    """The silence of a task, where there is one; 暂缓 and what waits for an authority are never silent."""
    if not is_awaited(standing):
        return None
    spoken = last_word_on(standing.task)
    return next((found for found in _silences(standing, spoken, now) if found.due < now.today), None)


def is_awaited(standing: TaskStanding) -> bool:
    """Whether a word of the lead is to be expected: the task is in hand, and with nobody else."""
    return standing.status in {NOT_STARTED, IN_HAND} and standing.awaiting is None


def last_word_on(task: Task) -> date | None:
    """The last day on which the lead was heard of, whatever it said."""
    return max(_words(task), default=None)


def restarted_on(task: Task) -> date | None:
    """The last day on which the clock began to run again: after 暂缓, a reply from above or a 退办."""
    return max(_restarts(task), default=None)


def last_report_loc(task: Task) -> Loc:
    """Where the next report would be looked for: after the last one, else at the title."""
    return ("reports", len(task.reports) - 1, "date") if task.reports else ("title",)


def report_lines(standing: TaskStanding, now: Situation) -> str:
    """How the missing word is written down, ready to paste."""
    entry = f"  - date: {now.today}\n    by: {standing.lead[0]}\n    text: |\n      ……"
    if standing.task.reports:
        return f"在 reports（进展报告）下面补上：\n{entry}"
    return f"补上（进展报告）：\nreports:\n{entry}"


def _silences(standing: TaskStanding, spoken: date | None, now: Situation) -> Iterator[Silence]:
    task, again = standing.task, restarted_on(standing.task)
    if standing.level == OVERDUE and standing.due is not None and standing.pending is None:
        since = max(standing.due, again or standing.due)
        if spoken is None or spoken <= since:
            yield Silence(PAST_DUE, since, spoken)
    start = max(filter(None, (standing.assigned_on, again)))
    wait = patience(task, now)
    if wait is not None:
        yield Silence(TOO_LONG, _after(start, spoken, wait, now), spoken)
    first = now.terms.settled("follow_up", "first_report_within")
    if first is not None and spoken is None:
        yield Silence(FIRST, _after(start, None, first.value, now), None)
    elif task.due != STANDING:
        yield from _periodic(start, spoken, now)


def _after(start: date, spoken: date | None, wait: Duration, now: Situation) -> date:
    return now.workdays.after(max(start, spoken or start), wait).day


def _periodic(start: date, spoken: date | None, now: Situation) -> Iterator[Silence]:
    """The report on the last period; the first one owed is on the first whole period after the start."""
    every = now.terms.settled("follow_up", "report_every")
    by_day = now.terms.settled("follow_up", "report_by_day")
    months = every.value.months if every else 1
    if by_day is not None and months and _YEAR % months == 0:
        yield from _by_calendar(start, spoken, months, by_day.value, now.today)
    elif every is not None:
        yield Silence(PERIODIC, _after(start, spoken, every.value, now), spoken)


def _by_calendar(
    start: date, spoken: date | None, months: int, by_day: int, today: date
) -> Iterator[Silence]:
    """Reports of months, quarters or half years, due on a day of the first month after each."""
    index = today.year * _YEAR + today.month - 1
    index -= index % months
    if _on_day(index, by_day) >= today:
        index -= months
    due, before = _on_day(index, by_day), _on_day(index - months, by_day)
    first = before.replace(day=1)
    if start <= first and (spoken is None or spoken <= before):
        yield Silence(PERIODIC, due, spoken, first, months)


def _on_day(index: int, day: int) -> date:
    """That day of a month counted from the year 0, or its last day where it is shorter."""
    year, month = divmod(index, _YEAR)
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _words(task: Task) -> Iterator[date]:
    for report in task.reports:
        yield report.date
    for completion in task.completions:
        yield completion.reported_on
    for extension in task.extensions:
        if extension.requested_on is not None:
            yield extension.requested_on
    for paper in task.upward:
        yield paper.sent_on
    for notice in task.notices:
        if notice.replied_on is not None:
            yield notice.replied_on
    for stage in task.milestones:
        if stage.done_on is not None:
            yield stage.done_on


def _restarts(task: Task) -> Iterator[date]:
    for suspension in task.suspensions:
        if suspension.until is not None:
            yield suspension.until
    for paper in task.upward:
        if paper.replied_on is not None:
            yield paper.replied_on
    for completion in task.completions:
        if completion.returned is not None:
            yield completion.returned.redo_by or completion.returned.date

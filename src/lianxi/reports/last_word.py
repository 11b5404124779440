"""What was said and done last on a task: reports, completions, returns, papers sent upward, stages."""

from __future__ import annotations

from lianxi.reports.history.event import Event
from lianxi.reports.history.of_task import completions, reports, sent_upward, stages
from lianxi.schema.task import Report
from lianxi.situation import Situation
from lianxi.status.task import TaskStanding
from lianxi.wording import flat, sentence, short_date

NOTHING = "未收到进展报告。"
_Told = tuple[Event, Report | None]
"""What happened, with the report where it is one."""


def last_word(found: TaskStanding, now: Situation) -> str:
    """The last report and what has come since; honest where nothing has."""
    told = _last(found)
    return "".join(_word(each, found, now) + _in_the_way(each) for each in told) or NOTHING


def last_report(found: TaskStanding, now: Situation) -> str:
    """The same without what stands in the way, for a table that has a column for that."""
    return "".join(_word(each, found, now) for each in _last(found)).removesuffix("。")


def stuck(found: TaskStanding) -> str:
    """What stands in the way by the last report, or why what was reported done was returned since."""
    task = found.task
    returned = [entry.returned for entry in task.completions if entry.returned]
    last = found.last_report
    if returned and (last is None or last.date < returned[-1].date):
        return f"退办：{flat(returned[-1].reason)}"
    return flat(last.obstacles) if last and last.obstacles else ""


def _last(found: TaskStanding) -> list[_Told]:
    task = found.task
    told: list[_Told] = [(event, None) for event in stages(task)]
    told += zip(reports(task), task.reports, strict=True)
    told += [(event, None) for event in (*sent_upward(task), *completions(task))]
    told.sort(key=lambda each: each[0].day)
    return told[max((index for index, (_, report) in enumerate(told) if report), default=0) :]


def _word(told: _Told, found: TaskStanding, now: Situation) -> str:
    """Who speaks is said of reports only, where it is not the first lead."""
    event, report = told
    other = report is not None and report.by != found.lead[0]
    return f"{short_date(event.day, now.today)}{event.by if other else ''}{sentence(event.text)}"


def _in_the_way(told: _Told) -> str:
    report = told[1]
    return f"存在问题：{sentence(report.obstacles)}" if report and report.obstacles else ""

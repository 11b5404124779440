"""What was said and done last on a task: reports, completions, returns, papers sent upward, stages."""

from __future__ import annotations

from lianxi.reports.history.event import Event
from lianxi.reports.history.of_task import REPORTED, completions, reports, sent_upward, stages
from lianxi.situation import Situation
from lianxi.status.task import TaskStanding
from lianxi.wording import sentence, short_date

NOTHING = "未收到进展报告。"


def last_word(found: TaskStanding, now: Situation) -> str:
    """The last report and what has come since; honest where nothing has."""
    task = found.task
    told = [*stages(task), *reports(task), *sent_upward(task), *completions(task)]
    events = sorted(told, key=lambda event: event.day)
    last = max((index for index, event in enumerate(events) if event.kind == REPORTED), default=0)
    return "".join(_word(event, found, now) for event in events[last:]) or NOTHING


def _word(event: Event, found: TaskStanding, now: Situation) -> str:
    """Who speaks is said of reports only, where it is not the first lead."""
    other = event.kind == REPORTED and event.by != found.lead[0]
    return f"{short_date(event.day, now.today)}{event.by if other else ''}{sentence(event.text)}"

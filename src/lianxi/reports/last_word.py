"""What was said and done last on a task: reports, completions, returns, papers sent upward, stages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lianxi.situation import Situation
from lianxi.status.task import TaskStanding
from lianxi.wording import flat, sentence, short_date

NOTHING = "未收到进展报告。"


def last_word(found: TaskStanding, now: Situation) -> str:
    """The last report and what has come since; honest where nothing has."""
    events = sorted(_events(found, now), key=lambda event: event[0])
    reports = [index for index, (_, is_report, _) in enumerate(events) if is_report]
    told = events[reports[-1] if reports else 0 :]
    return "".join(text for _, _, text in told) or NOTHING


def _events(found: TaskStanding, now: Situation) -> Iterator[tuple[date, bool, str]]:
    task = found.task

    def on(day: date) -> str:
        return short_date(day, now.today)

    for stage in task.milestones:
        if stage.done_on:
            yield stage.done_on, False, f"{on(stage.done_on)}{stage.title}。"
    for report in task.reports:
        by = "" if report.by == found.lead[0] else report.by
        stuck = f"存在问题：{sentence(report.obstacles)}" if report.obstacles else ""
        yield report.date, True, f"{on(report.date)}{by}报告：{sentence(report.text)}{stuck}"
    for upward in task.upward:
        yield upward.sent_on, False, f"{on(upward.sent_on)}报{upward.to}。"
        if upward.replied_on:
            yield upward.replied_on, False, f"{on(upward.replied_on)}批复。"
    for completion in task.completions:
        yield completion.reported_on, False, f"{on(completion.reported_on)}报办结。"
        if completion.returned:
            back = completion.returned
            until = f"，{on(back.redo_by)}前重办" if back.redo_by else ""
            yield back.date, False, f"{on(back.date)}退办：{flat(back.reason)}{until}。"
